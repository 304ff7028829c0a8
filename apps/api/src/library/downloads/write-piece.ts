/** The formats of a download: what each is called, and what writes it. */
import type { Piece } from './piece.js';
import { htmlOf } from './write-html.js';
import { pdfOf } from './write-pdf.js';
import { wordOf } from './write-word.js';

export const WRITERS = { html: async (pieces: readonly Piece[]) => htmlOf(pieces), docx: wordOf, pdf: pdfOf } as const;
export type WrittenFormat = keyof typeof WRITERS;

/** One file, whatever the number of pieces. */
export function writePieces(format: WrittenFormat, pieces: readonly Piece[]): Promise<Buffer> {
  return WRITERS[format](pieces);
}
