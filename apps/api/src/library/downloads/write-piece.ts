/** Writes pieces in a format that takes a thread: what the other format needs is not loaded. */
import type { Piece } from './piece.js';

export type WrittenFormat = 'docx' | 'pdf';

/** One file, whatever the number of pieces. */
export async function writePieces(format: WrittenFormat, pieces: readonly Piece[]): Promise<Buffer> {
  return format === 'docx' ? (await import('./write-word.js')).wordOf(pieces) : (await import('./write-pdf.js')).pdfOf(pieces);
}
