/** Tells, before a query is parsed, whether a request can only read. */
import type { Request } from 'express';

/** A document with a mutation in it has the word; one without the word, or a GET, changes nothing. A query known by its hash alone may. */
export function readsOnly({ method, body }: Pick<Request, 'method' | 'body'>): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  const query = (body as { query?: unknown } | undefined)?.query;
  return typeof query === 'string' && !/\bmutation\b/.test(query);
}
