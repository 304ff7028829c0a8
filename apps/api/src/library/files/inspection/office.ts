/**
 * Refuses office files that act, that fetch, that hide more than they say, or that unpack to more than anybody wants. Every entry is unpacked and
 * counted, none is kept. A file inside, such as the table behind a chart, is looked through in the same way, and may hold none itself.
 */
import type { FileType } from '@passalong/domain';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { isRead, partProblem } from './office-parts.js';

const MOST_ENTRIES = 4_000;
const MOST_UNPACKED = 300_000_000;
/** Text packs well, but nothing that people write packs a thousand times. */
const MOST_PACKED = 500;
const PACKED_FREELY = 1_000_000;
/** Of a part that is read, or a file inside. */
const MOST_READ = 30_000_000;

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/vbaproject|vbadata|(?:^|\/)macrosheets\//i, 'It holds macros.'],
  [/(?:^|\/)(?:basic|scripts)\//i, 'It holds macros.'],
  [/(?:^|\/)activex\/|\.(?:exe|dll|js|vbs|hta|lnk|bat|cmd|ps1|scr|jar|html?|svgz)$/i, 'It holds something that can run.'],
  // What OpenDocument keeps in the place of a picture has the name of the object.
  [/(?:^|\/)embeddings\/.*\.bin$|(?:^|\/)(?<!ObjectReplacements\/)object [^/]*$/i, 'It holds another file.'],
];
const ZIP = /^504b(?:0304|0506|0708)/;
/** By their first bytes, whatever they are called. */
const HELD: readonly (readonly [RegExp, string])[] = [
  [/^d0cf11e0a1b11ae1/, 'It holds another file.'],
  [/^4d5a/, 'It holds something that can run.'],
];
const EMBEDDED = /(?:^|\/)embeddings\//i;

const refused = (why: string): string => `This file is not taken. ${why} Save it without that and try again.`;

/** What may still be unpacked, of the file and what is in it together. */
interface Budget { left: number }

/** Null where it may be kept. */
export async function officeProblem(bytes: Buffer, type: FileType): Promise<string | null> {
  const main = type.startsWith('application/vnd.oasis') ? ['content.xml'] : ['[Content_Types].xml'];
  const problem = await packageProblem(bytes, main, { left: MOST_UNPACKED }, false);
  return problem === null ? null : refused(problem);
}

async function packageProblem(bytes: Buffer, main: readonly string[], budget: Budget, isInside: boolean): Promise<string | null> {
  let zip: ZipFile | null = null;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    return await problemIn(zip, main, budget, isInside);
  } catch {
    return 'It cannot be unpacked.';
  } finally {
    zip?.close();
  }
}

async function problemIn(zip: ZipFile, main: readonly string[], budget: Budget, isInside: boolean): Promise<string | null> {
  if (zip.entryCount > MOST_ENTRIES) return 'It holds too many parts.';
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const active = ACTIVE.find(([pattern]) => pattern.test(entry.fileName));
    if (active !== undefined) return active[1];
    if (entry.isEncrypted()) return 'It is protected, so nobody can see what it holds.';
    if (names.has(entry.fileName)) return 'It holds two parts of one name.';
    names.add(entry.fileName);
    budget.left -= entry.uncompressedSize;
    if (budget.left < 0 || (entry.uncompressedSize > PACKED_FREELY && entry.uncompressedSize > entry.compressedSize * MOST_PACKED)) return 'Unpacked, it is too large.';
    const problem = entry.fileName.endsWith('/') ? null : await entryProblem(zip, entry, budget, isInside);
    if (problem !== null) return problem;
  }
  return main.some((name) => names.has(name)) ? null : 'A part that it needs is missing.';
}

async function entryProblem(zip: ZipFile, entry: Entry, budget: Budget, isInside: boolean): Promise<string | null> {
  const { fileName } = entry;
  const { start, whole } = await unpacked(zip, entry);
  const held = HELD.find(([pattern]) => pattern.test(start));
  if (held !== undefined) return held[1];
  if (ZIP.test(start) || EMBEDDED.test(fileName)) {
    if (isInside) return 'It holds a file that holds another.';
    if (!ZIP.test(start)) return 'It holds another file.';
    return whole === null ? 'Unpacked, it is too large.' : packageProblem(whole, ['[Content_Types].xml', 'content.xml'], budget, true);
  }
  if (!isRead(fileName)) return null;
  return whole === null ? 'Unpacked, it is too large.' : partProblem(fileName, whole);
}

/** Unpacks the entry to its end, so that one that says less than it holds fails: its first bytes, and all of it where it is looked into and not too large. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<{ readonly start: string; readonly whole: Buffer | null }> {
  let start = Buffer.alloc(0);
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry) as AsyncIterable<Buffer>) {
    const isStart = start.length < 8;
    if (isStart) start = Buffer.concat([start, chunk]).subarray(0, 8);
    if (entry.uncompressedSize <= MOST_READ && (isStart || isRead(entry.fileName) || ZIP.test(start.toString('hex')))) chunks.push(chunk);
  }
  return { start: start.toString('hex'), whole: entry.uncompressedSize <= MOST_READ ? Buffer.concat(chunks) : null };
}
