/** Opens the zip archive that a Word file is: names, sizes and counts are checked before anything is unpacked. */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DocumentRefusal } from './document-problem.js';

const MOST_PARTS = 2_000;
/** Of everything in it, as it says of itself. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** Text compresses to a tenth, a monotonous table to a fiftieth. */
const MOST_TIMES_LARGER = 200;
const LARGE = 4 * 1024 * 1024;
/** Of the parts that are read, together. */
const MOST_READ = 48 * 1024 * 1024;

export interface Archive { readonly names: readonly string[]; readonly parts: ReadonlyMap<string, Buffer> }

/** The names of all parts, and what stands in those that `wanted` names. */
export async function openArchive(bytes: Buffer, wanted: (name: string) => boolean): Promise<Archive> {
  const zip = await opened(bytes);
  try {
    const entries = await listed(zip, bytes.length);
    const read = entries.filter(({ fileName }) => wanted(fileName));
    if (read.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > MOST_READ) throw new DocumentRefusal('TOO_LONG');
    const parts = new Map<string, Buffer>();
    for (const entry of read) parts.set(entry.fileName, await unpacked(zip, entry));
    return { names: entries.map(({ fileName }) => fileName), parts };
  } finally {
    zip.close();
  }
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are judged here, in our own words; sizes are held to what the entry says, whatever comes out of it.
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true, strictFileNames: false }, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(new DocumentRefusal('DAMAGED'));
    });
  });
}

function listed(zip: ZipFile, size: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    if (zip.entryCount > MOST_PARTS) { reject(new DocumentRefusal('TOO_MANY_PARTS')); return; }
    const entries: Entry[] = [];
    let total = 0;
    zip.on('error', (error: Error) => reject(new DocumentRefusal(/relative path|absolute path|invalid characters/.test(error.message) ? 'UNSAFE_NAMES' : 'DAMAGED')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      if (total > MOST_UNPACKED || (total > LARGE && total > size * MOST_TIMES_LARGER)) { reject(new DocumentRefusal('UNPACKS_TOO_LARGE')); return; }
      if (entry.isEncrypted()) { reject(new DocumentRefusal('LOCKED')); return; }
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const damaged = (): void => reject(new DocumentRefusal('DAMAGED'));
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null && error !== undefined) { damaged(); return; }
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', damaged);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
