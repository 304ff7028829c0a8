/** Makes a new picture from the pixels of the one that was sent: nothing else of it is kept, neither where it was taken nor what hides behind it. */
import { FILE_LIMITS, type FileType } from '@passalong/domain';
import sharp, { type Sharp } from 'sharp';

export interface Picture { readonly bytes: Buffer; readonly width: number; readonly height: number }
export type MadePicture = { readonly ok: true; readonly picture: Picture } | { readonly ok: false; readonly problem: string };

const SECONDS = 20;
const FORMATS: Readonly<Partial<Record<FileType, 'png' | 'jpeg' | 'webp'>>> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' };
const UNREADABLE: MadePicture = { ok: false, problem: 'The picture cannot be read. Open it, save it anew and try again.' };

// One thread a picture and nothing kept: the jobs around it say how many there are at once.
sharp.cache(false);
sharp.concurrency(1);

export async function madePicture(bytes: Buffer, type: FileType): Promise<MadePicture> {
  const format = FORMATS[type];
  if (format === undefined) return UNREADABLE;
  const open = (): Sharp => sharp(bytes, { limitInputPixels: FILE_LIMITS.pixels, failOn: 'error', pages: 1 });
  try {
    // The header alone; a picture of a few kilobytes can claim gigabytes of pixels.
    const claimed = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (claimed.format !== format) return UNREADABLE;
    if (claimed.width * claimed.height > FILE_LIMITS.pixels) return { ok: false, problem: `The picture has ${claimed.width} × ${claimed.height} pixels, which is too many. Make it smaller: at most ${FILE_LIMITS.pixels / 1_000_000} million in all.` };
    const side = FILE_LIMITS.longestSide;
    const { data, info } = await open().autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).toFormat(format).timeout({ seconds: SECONDS }).toBuffer({ resolveWithObject: true });
    return { ok: true, picture: { bytes: data, width: info.width, height: info.height } };
  } catch {
    return UNREADABLE;
  }
}
