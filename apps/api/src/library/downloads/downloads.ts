/** `GET /download/…`: a published version, several resources at once, or a collection, as a file. Shows what the pages show to the same reader, and nothing else. */
import JSZip from 'jszip';
import { BoundedThreads, builtFile } from '../../platform/threads/bounded-threads.js';
import { BY_COLLECTION, type ChosenWorks, chosenIn, contentsText, coverOf, orderedName } from './chosen-works.js';
import { recordOf, type LinkedResource } from './download-record.js';
import { BY_IDS, BY_NUMBER, BY_SLUG, linkedIds, pieceOf, TITLES, type VersionAnswer } from './download-query.js';
import type { Piece } from './piece.js';
import { htmlOf } from './write-html.js';
import type { WrittenFormat } from './write-piece.js';

export const DOWNLOAD_FORMATS = ['md', 'html', 'docx', 'pdf'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];
export const MOST_AT_ONCE = 20;
const MOST_LINKS = 100;

/** Runs a query as the reader. */
export type AskAsReader = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>> | null>;
export interface DownloadFile { readonly name: string; readonly type: string; readonly bytes: Buffer }
export type DownloadOutcome = { readonly ok: true; readonly file: DownloadFile } | { readonly ok: false; readonly status: 404 | 503 };

const TYPES: Readonly<Record<DownloadFormat | 'zip', string>> = {
  md: 'text/markdown; charset=utf-8', html: 'text/html; charset=utf-8', pdf: 'application/pdf', zip: 'application/zip', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What is asked for: a version of one resource, the latest where no number is given, several by their API ids, or what `chosen` found in a collection. */
export type Wanted = { readonly slug: string; readonly number: number | null } | { readonly ids: readonly string[] } | { readonly chosen: ChosenWorks };
type AskedAtOnce = Exclude<Wanted, { chosen: ChosenWorks }>;
/** A version, and the titles of what its content leads to. */
interface Loaded { readonly version: VersionAnswer; readonly linked: ReadonlyMap<string, LinkedResource> }

export class Downloads {
  private readonly threads = new BoundedThreads<{ format: WrittenFormat; pieces: readonly Piece[] }, Uint8Array>(builtFile(new URL('./write.worker.js', import.meta.url)), { deadlineMs: 60_000, memoryMb: 512, atOnce: 2, waiting: 40 });

  constructor(private readonly publicUrl: string) {}

  /** What the reader finds in a collection; null where there is none for them. */
  async chosen(collectionSlug: string, ask: AskAsReader): Promise<ChosenWorks | null> {
    return chosenIn(await ask(BY_COLLECTION, { slug: collectionSlug }));
  }

  async file(wanted: Wanted, format: DownloadFormat, ask: AskAsReader): Promise<DownloadOutcome> {
    const loaded: Loaded[] = [];
    for (const part of partsOf(wanted)) loaded.push(...(await load(part, ask)));
    if (loaded.length === 0) return { ok: false, status: 404 };
    const name = nameOf(wanted, loaded);
    if (format === 'md') return { ok: true, file: await records(name, wanted, loaded) };
    const pieces = [...('chosen' in wanted ? [coverOf(wanted.chosen)] : []), ...loaded.map(({ version, linked }) => pieceOf(version, this.publicUrl, titlesOf(linked)))];
    const file = (bytes: Buffer): DownloadOutcome => ({ ok: true, file: { name: `${name}.${format}`, type: TYPES[format], bytes } });
    if (format === 'html') return file(htmlOf(pieces));
    const written = await this.threads.run({ format, pieces });
    return written.ok ? file(Buffer.from(written.answer)) : { ok: false, status: 503 };
  }
}

/** A record file holds one record, so that several come in an archive. */
async function records(name: string, wanted: Wanted, loaded: readonly Loaded[]): Promise<DownloadFile> {
  const [first] = loaded;
  if (!('chosen' in wanted) && loaded.length === 1 && first !== undefined) return { name: `${name}.md`, type: TYPES.md, bytes: Buffer.from(recordOf(first.version, first.linked)) };
  const zip = new JSZip();
  if ('chosen' in wanted) zip.file('contents.txt', contentsText(wanted.chosen), { date: new Date(wanted.chosen.updatedAt) });
  for (const { version, linked } of loaded) zip.file(`${'chosen' in wanted ? orderedName(wanted.chosen, version.resourceSlug) : version.resourceSlug}.md`, recordOf(version, linked), { date: new Date(version.publishedAt) });
  return { name: `${name}.zip`, type: TYPES.zip, bytes: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }) };
}

/** As much as one question to the API asks for. */
function partsOf(wanted: Wanted): readonly AskedAtOnce[] {
  if (!('chosen' in wanted)) return [wanted];
  const ids = wanted.chosen.works.map(({ id }) => id);
  return Array.from({ length: Math.ceil(ids.length / MOST_AT_ONCE) }, (_, part) => ({ ids: ids.slice(part * MOST_AT_ONCE, (part + 1) * MOST_AT_ONCE) }));
}

async function load(wanted: AskedAtOnce, ask: AskAsReader): Promise<readonly Loaded[]> {
  const versions = await versionsOf(wanted, ask);
  const linked = await linkedResources(versions, ask);
  return versions.map((version) => ({ version, linked }));
}

async function versionsOf(wanted: AskedAtOnce, ask: AskAsReader): Promise<VersionAnswer[]> {
  if ('ids' in wanted) {
    const answer = (await ask(BY_IDS, { ids: wanted.ids })) as { nodes: ({ version?: VersionAnswer | null } | null)[] } | null;
    return (answer?.nodes ?? []).flatMap((node) => node?.version ?? []);
  }
  const { slug, number } = wanted;
  if (number !== null) return [((await ask(BY_NUMBER, { slug, number })) as { resourceVersion: VersionAnswer | null } | null)?.resourceVersion ?? []].flat();
  return [((await ask(BY_SLUG, { slug })) as { resource: { version: VersionAnswer | null } | null } | null)?.resource?.version ?? []].flat();
}

async function linkedResources(versions: readonly VersionAnswer[], ask: AskAsReader): Promise<ReadonlyMap<string, LinkedResource>> {
  const ids = [...new Set(versions.flatMap(linkedIds))].slice(0, MOST_LINKS);
  if (ids.length === 0) return new Map();
  const answer = (await ask(TITLES, { ids })) as { nodes: ({ id?: string } & LinkedResource | null)[] } | null;
  return new Map((answer?.nodes ?? []).flatMap((node) => (node?.id === undefined ? [] : [[node.id, node] as const])));
}

const titlesOf = (linked: ReadonlyMap<string, LinkedResource>): ReadonlyMap<string, string> => new Map([...linked].map(([id, { title }]) => [id, title]));

/** Slugs are small letters, digits and hyphens, which every file system takes. */
function nameOf(wanted: Wanted, [first]: readonly Loaded[]): string {
  if ('chosen' in wanted) return wanted.chosen.slug;
  return 'ids' in wanted || first === undefined ? 'passalong' : `${first.version.resourceSlug}-v${first.version.number}`;
}
