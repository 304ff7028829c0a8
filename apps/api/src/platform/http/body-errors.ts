/** Answers a request whose body cannot be read in the words of the API, and not with a page. */
import type { NextFunction, Request, Response } from 'express';
import { requestId } from './request-id.js';

interface BodyError { readonly type: string; readonly limit?: number }

/** Express knows an error handler by its four parameters. */
export function bodyErrors(error: unknown, request: Request, response: Response, next: NextFunction): void {
  const known = ANSWERS[(error as BodyError | null)?.type ?? ''];
  if (known === undefined) { next(error); return; }
  request.resume(); // whoever is still sending would otherwise see the connection break instead of the answer
  const { status, message } = known(error as BodyError);
  response.status(status).set('cache-control', 'no-store').json({ errors: [{ message, extensions: { code: 'INVALID_INPUT', details: {}, requestId: requestId() } }] });
}

const ANSWERS: Readonly<Record<string, ((error: BodyError) => { status: number; message: string }) | undefined>> = {
  'entity.too.large': ({ limit = 0 }) => ({ status: 413, message: `This is too large: at most ${Math.round(limit / 1024 / 1024)} MB are read. Nothing was changed.` }),
  'entity.parse.failed': () => ({ status: 400, message: 'This is not JSON.' }),
  'encoding.unsupported': () => ({ status: 415, message: 'This encoding is not read here.' }),
  'charset.unsupported': () => ({ status: 415, message: 'Only UTF-8 is read here.' }),
};
