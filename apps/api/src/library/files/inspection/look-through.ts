/** What PDFs and office files are looked through for, by their type. */
import type { FileType } from '@passalong/domain';
import { officeProblem } from './office.js';
import { pdfProblem } from './pdf.js';

/** Why the file is not taken; null where it may be kept. */
export type Look = (bytes: Buffer, type: FileType) => Promise<string | null>;

export const lookThrough: Look = async (bytes, type) => (type === 'application/pdf' ? pdfProblem(bytes) : officeProblem(bytes, type));
