/** Filled pieces as files: a table for a scheduler, plain text, and a brief for whoever makes the pictures. */
import { type Piece, textsOf } from './piece';

const COLUMNS = ['format', 'subject', 'preheader', 'title', 'document_title', 'text', 'alt_text', 'on_screen_text', 'link_placement', 'seconds', 'slides', 'shape'] as const;

/** RFC 4180, with a byte order mark, without which spreadsheets take the text for another encoding. */
export function csvOf(pieces: readonly Piece[]): string {
  const rows = pieces.map((piece) => {
    const { variant } = piece;
    const one = (field: 'subject' | 'preheader' | 'title' | 'documentTitle' | 'caption'): string => textsOf(piece, field)[0] ?? '';
    return [
      piece.name, one('subject'), one('preheader'), one('title'), one('documentTitle'), one('caption'), textsOf(piece, 'altText').join('\n'), textsOf(piece, 'onScreenText').join('\n'),
      variant.linkPlacement ?? '', String(variant.durationSeconds ?? ''), String(variant.slides ?? ''), variant.aspectRatio ?? '',
    ];
  });
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** What a spreadsheet would run as a formula gets a space in front: these words came from somebody else's template. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface PartWords { readonly label: string; readonly text: string }

/** Every part of every piece under its name. */
export function plainTextOf(title: string, pieces: readonly { readonly name: string; readonly parts: readonly PartWords[] }[]): string {
  const sections = pieces.map(({ name, parts }) => [`== ${name} ==`, ...parts.map(({ label, text }) => `${label}:\n${text}`)].join('\n\n'));
  return `${[title, ...sections].join('\n\n\n')}\n`;
}

/** Hands a file to whoever sits there; it is made in the browser and goes nowhere else. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000); // some browsers fetch it a moment later
}
