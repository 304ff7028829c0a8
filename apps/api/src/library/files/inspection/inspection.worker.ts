/** The thread in which one file is looked through. */
import type { FileType } from '@passalong/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { officeProblem } from './office.js';
import { pdfProblem } from './pdf.js';

const { bytes, type } = workerData as { bytes: Uint8Array; type: FileType };
const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

parentPort?.postMessage(type === 'application/pdf' ? pdfProblem(file) : await officeProblem(file, type));
