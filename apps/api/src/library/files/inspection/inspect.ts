/** Looks at what was uploaded: its type by its content, whatever it was called, and whether it may be kept. */
import { FILE_TYPES, type FileType, isFileType, mostBytes } from '@passalong/domain';
import { fileTypeFromBuffer } from 'file-type';
import { lookInThread } from './inspection-thread.js';
import type { Look } from './look-through.js';
import { madePicture } from './picture.js';

/** What is kept, which for a picture is not what was sent. */
export interface KeptFile { readonly type: FileType; readonly bytes: Buffer; readonly width: number | null; readonly height: number | null }
export type Inspected = { readonly ok: true; readonly file: KeptFile } | { readonly ok: false; readonly problem: string };

const refused = (problem: string): Inspected => ({ ok: false, problem });
const TAKEN = 'PNG, JPEG and WebP pictures, PDF, Word and PowerPoint files without macros, and OpenDocument texts and slides are taken.';

export async function inspect(bytes: Buffer, look: Look = lookInThread): Promise<Inspected> {
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? 'unknown';
  if (!isFileType(found)) return refused(`${whatItIs(found, bytes)} ${TAKEN}`);
  const most = mostBytes(found);
  if (bytes.length > most) return refused(`A ${FILE_TYPES[found].label} may have at most ${most / 1_000_000} MB; this has ${(bytes.length / 1_000_000).toFixed(1)} MB.`);
  if (FILE_TYPES[found].isImage) {
    const picture = await madePicture(bytes, found);
    return picture.ok ? { ok: true, file: { type: found, ...picture.picture } } : refused(picture.problem);
  }
  const problem = await look(bytes, found);
  return problem === null ? { ok: true, file: { type: found, bytes, width: null, height: null } } : refused(problem);
}

function whatItIs(found: string, bytes: Buffer): string {
  const head = bytes.subarray(0, 2_000).toString('latin1');
  if (/<svg[\s>:]/i.test(head)) return 'SVG is not taken, because it can run script. Save it as a PNG.';
  if (/<!doctype|<html|<script|<body/i.test(head)) return 'Web pages are not taken, because they can run script.';
  if (found === 'image/gif') return 'GIF is not taken. Save the picture as a PNG.';
  if (/macroenabled/i.test(found)) return 'Files with macros are not taken, because they can run. Save it without macros.';
  if (bytes.length === 0) return 'The file is empty.';
  return 'By its content, this is none of the files that are taken, whatever its name says.';
}
