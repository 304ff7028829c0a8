/** `GET /download/…`: a published version, or several resources at once, as a file. Shows what the pages show to the same reader, and nothing else. */
import JSZip from 'jszip';
import { BoundedThreads, builtFile } from '../../platform/threads/bounded-threads.js';
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

/** What is asked for: a version of one resource, the latest where no number is given, or several by their API ids. */
export type Wanted = { readonly slug: string; readonly number: number | null } | { readonly ids: readonly string[] };

export class Downloads {
  private readonly threads = new BoundedThreads<{ format: WrittenFormat; pieces: readonly Piece[] }, Uint8Array>(builtFile(new URL('./write.worker.js', import.meta.url)), { deadlineMs: 60_000, memoryMb: 512, atOnce: 2, waiting: 40 });

  constructor(private readonly publicUrl: string) {}

  async file(wanted: Wanted, format: DownloadFormat, ask: AskAsReader): Promise<DownloadOutcome> {
    const versions = await versionsOf(wanted, ask);
    if (versions.length === 0) return { ok: false, status: 404 };
    const linked = await linkedResources(versions, ask);
    const name = 'ids' in wanted ? 'passalong' : nameOf(versions);
    if (format === 'md') return { ok: true, file: await this.records(name, versions, linked) };
    const titles = new Map([...linked].map(([id, { title }]) => [id, title]));
    const pieces = versions.map((version) => pieceOf(version, this.publicUrl, titles));
    const file = (bytes: Buffer): DownloadOutcome => ({ ok: true, file: { name: `${name}.${format}`, type: TYPES[format], bytes } });
    if (format === 'html') return file(htmlOf(pieces));
    const written = await this.threads.run({ format, pieces });
    return written.ok ? file(Buffer.from(written.answer)) : { ok: false, status: 503 };
  }

  /** A record file holds one record, so that several come in an archive. */
  private async records(name: string, versions: readonly VersionAnswer[], linked: ReadonlyMap<string, LinkedResource>): Promise<DownloadFile> {
    const [first] = versions;
    if (versions.length === 1 && first !== undefined) return { name: `${name}.md`, type: TYPES.md, bytes: Buffer.from(recordOf(first, linked)) };
    const zip = new JSZip();
    for (const version of versions) zip.file(`${version.resourceSlug}.md`, recordOf(version, linked), { date: new Date(version.publishedAt) });
    return { name: `${name}.zip`, type: TYPES.zip, bytes: await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }) };
  }
}

async function versionsOf(wanted: Wanted, ask: AskAsReader): Promise<VersionAnswer[]> {
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

/** Slugs are small letters, digits and hyphens, which every file system takes. */
const nameOf = ([first]: readonly VersionAnswer[]): string => (first === undefined ? 'passalong' : `${first.resourceSlug}-v${first.number}`);
