/** Refuses office files that act, that hide more than they say, or that unpack to more than anybody wants. Every entry is unpacked and counted, none is kept. */
import type { FileType } from '@passalong/domain';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

const MOST_ENTRIES = 4_000;
const MOST_UNPACKED = 300_000_000;
/** Text packs well, but nothing that people write packs a thousand times. */
const MOST_PACKED = 500;
const PACKED_FREELY = 1_000_000;

const ACTIVE: readonly (readonly [RegExp, string])[] = [
  [/vbaproject|vbadata|(?:^|\/)macrosheets\//i, 'It holds macros.'],
  [/(?:^|\/)(?:basic|scripts)\//i, 'It holds macros.'],
  [/(?:^|\/)activex\/|\.(?:exe|dll|js|vbs|hta|lnk|bat|cmd|ps1|scr|jar|html?|svgz)$/i, 'It holds something that can run.'],
  [/(?:^|\/)(?:embeddings\/.*\.bin|object [^/]*)$/i, 'It holds another file.'],
];
/** Parts that may fetch something when the file is opened. */
const LINKING = /\.rels$/i;
const FETCHES = /(?:attachedTemplate|frame|subDocument|oleObject)"[^>]*TargetMode="External"|TargetMode="External"[^>]*(?:attachedTemplate|frame|subDocument|oleObject)"/i;
const MOST_LINKS = 2_000_000;

const refused = (why: string): string => `This file is not taken. ${why} Save it without that and try again.`;

/** Null where it may be kept. */
export async function officeProblem(bytes: Buffer, type: FileType): Promise<string | null> {
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    return refused('It cannot be unpacked.');
  }
  try {
    return await problemIn(zip, type);
  } catch {
    return refused('It cannot be unpacked.');
  } finally {
    zip.close();
  }
}

async function problemIn(zip: ZipFile, type: FileType): Promise<string | null> {
  if (zip.entryCount > MOST_ENTRIES) return refused('It holds too many parts.');
  let unpacked = 0;
  const names = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const active = ACTIVE.find(([pattern]) => pattern.test(entry.fileName));
    if (active !== undefined) return refused(active[1]);
    if (entry.isEncrypted()) return refused('It is protected, so nobody can see what it holds.');
    if (names.has(entry.fileName)) return refused('It holds two parts of one name.');
    names.add(entry.fileName);
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || (entry.uncompressedSize > PACKED_FREELY && entry.uncompressedSize > entry.compressedSize * MOST_PACKED)) return refused('Unpacked, it is too large.');
    const links = await unpackedText(zip, entry);
    if (links !== null && FETCHES.test(links)) return refused('It fetches something from elsewhere when it is opened.');
  }
  const isOpenDocument = type.startsWith('application/vnd.oasis');
  return names.has(isOpenDocument ? 'content.xml' : '[Content_Types].xml') ? null : refused('A part that it needs is missing.');
}

/** Unpacks the entry to its end, so that one that says less than it holds fails; the text of parts that link, null of others. */
async function unpackedText(zip: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.fileName.endsWith('/')) return null;
  const keeps = LINKING.test(entry.fileName);
  if (keeps && entry.uncompressedSize > MOST_LINKS) throw new Error('too many links');
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) if (keeps) chunks.push(chunk as Buffer);
  return keeps ? Buffer.concat(chunks).toString('utf8') : null;
}
