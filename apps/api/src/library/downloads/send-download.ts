/** Answers requests for downloads, with the headers that the pages have and those of a file. */
import type { NextFunction, Request, Response } from 'express';
import { createHash } from 'node:crypto';
import type { RequestContext } from '../../platform/graphql/context.js';
import { apiId, readApiId } from '../../platform/ids/ids.js';
import { PAID } from '../../platform/rate-limits/allowance.js';
import type { ChosenWorks } from './chosen-works.js';
import { type AskAsReader, DOWNLOAD_FORMATS, type DownloadFile, type DownloadFormat, type Downloads, MOST_AT_ONCE, type Wanted } from './downloads.js';

/** A file costs more to write than a page; each resource in it counts. */
const FILE_UNITS = 5;
const ONE = /^\/download\/([a-z0-9-]{1,80})(?:\/v\/([1-9]\d{0,5}))?\.(md|html|docx|pdf)$/;
const COLLECTION = /^\/download\/collections\/([a-z0-9-]{1,80})\.(md|html|docx|pdf)$/;
const SEVERAL = '/download';

export interface DownloadParts {
  readonly downloads: Downloads;
  readonly contextOf: (request: Request) => Promise<RequestContext>;
  /** Runs a query in process, as this reader. */
  readonly execute: (context: RequestContext, query: string, variables: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>> | null>;
  /** Says in plain words that this was too much. */
  readonly refuse: (response: Response, retryAfterSeconds: number) => void;
}

export function sendDownload({ downloads, contextOf, execute, refuse }: DownloadParts) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const asked = request.method === 'GET' || request.method === 'HEAD' ? askedFor(request) : null;
    if (asked === null) { next(); return; }
    send(request, response, asked).catch(next);
  };

  async function send(request: Request, response: Response, { asked, format }: Asked): Promise<void> {
    const context = await contextOf(request);
    const isPaid = async (files: number): Promise<boolean> => {
      const seconds = await context.allowance.spend(FILE_UNITS * files);
      if (seconds > 0) refuse(response, seconds);
      return seconds <= 0;
    };
    const ask: AskAsReader = (query, variables) => execute({ ...context, allowance: PAID }, query, variables);
    if (!(await isPaid('ids' in asked ? asked.ids.length : 1))) return;
    const isSignedIn = context.viewer.kind === 'PERSON';
    response.setHeader('vary', 'cookie');
    const wanted = 'collection' in asked ? await chosenFor(asked.collection, ask) : asked;
    if (wanted === null) { fail(response, 404); return; }
    // Only now is it known how many there are.
    if ('chosen' in wanted && wanted.chosen.works.length > 1 && !(await isPaid(wanted.chosen.works.length - 1))) return;
    const outcome = await downloads.file(wanted, format, ask);
    if (!outcome.ok) { fail(response, outcome.status); return; }
    response.setHeader('cache-control', isSignedIn ? 'private, no-store' : 'public, max-age=60, stale-while-revalidate=300');
    sendFile(request, response, outcome.file, isSignedIn);
  }

  async function chosenFor(slug: string, ask: AskAsReader): Promise<Wanted | null> {
    const chosen = await downloads.chosen(slug, ask);
    return chosen === null ? null : { chosen };
  }
}

interface Asked { readonly asked: Exclude<Wanted, { chosen: ChosenWorks }> | { readonly collection: string }; readonly format: DownloadFormat }

function askedFor({ path, query }: Request): Asked | null {
  const [, slug, number, ending] = ONE.exec(path) ?? [];
  if (slug !== undefined) return { asked: { slug, number: number === undefined ? null : Number(number) }, format: ending as DownloadFormat };
  const [, collection, form] = COLLECTION.exec(path) ?? [];
  if (collection !== undefined) return { asked: { collection }, format: form as DownloadFormat };
  if (path !== SEVERAL) return null;
  const ids = [query['id'] ?? []].flat().flatMap((id) => { const read = typeof id === 'string' ? readApiId(id) : null; return read?.type === 'resource' ? [apiId('resource', read.key)] : []; });
  const format = DOWNLOAD_FORMATS.find((known) => known === query['format']);
  return format === undefined || ids.length === 0 || ids.length > MOST_AT_ONCE ? null : { asked: { ids: [...new Set(ids)] }, format };
}

/** Whoever opens an HTML file from here opens it without scripts and without this site's cookies. */
function sendFile(request: Request, response: Response, { name, type, bytes }: DownloadFile, isSignedIn: boolean): void {
  response.setHeader('content-type', type);
  response.setHeader('content-disposition', `attachment; filename="${name}"`);
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.setHeader('x-robots-tag', 'noindex');
  if (!isSignedIn) response.setHeader('etag', `"${createHash('sha1').update(bytes).digest('base64url')}"`);
  if (request.fresh) response.status(304).end();
  else response.send(bytes);
}

function fail(response: Response, status: 404 | 503): void {
  response.setHeader('cache-control', 'private, no-store');
  response.status(status).type('text/plain').send(status === 404 ? 'There is no such file, or it is not yours to read.\n' : 'Many files are being written just now. Try again in a minute.\n');
}
