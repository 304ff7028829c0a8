/** Bytes of a text file as text: UTF-8, UTF-16 with a mark, or what older programs of the West write. */
import { DocumentRefusal } from './document-problem.js';

export interface Decoded { readonly text: string; readonly notes: readonly string[] }

export function decodeText(bytes: Buffer): Decoded {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return sound(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return sound(new TextDecoder('utf-16be').decode(bytes));
  try {
    return sound(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof DocumentRefusal) throw error;
    return sound(new TextDecoder('windows-1252').decode(bytes), ['The file is not in UTF-8; it was read as Windows-1252. Look at accents and quotation marks.']);
  }
}

function sound(text: string, notes: readonly string[] = []): Decoded {
  if (text.includes('\0')) throw new DocumentRefusal('NOT_TEXT');
  if (text.trim() === '') throw new DocumentRefusal('EMPTY');
  return { text: text.replaceAll(/\r\n?/g, '\n'), notes };
}
