/** Every request has an id, in its logs, its errors and its answer. Only the id is ambient, never the viewer. */
import type { NextFunction, Request, Response } from 'express';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';

const GIVEN = /^[\w-]{8,64}$/;
const current = new AsyncLocalStorage<string>();

/** The id of the request being answered; `none` outside of one. */
export function requestId(): string {
  return current.getStore() ?? 'none';
}

/** A token of 32 bytes as a part of a path below `/auth`, as in a link that works once. Elsewhere it is a long name. */
const TOKEN_IN_PATH = /^(\/auth\/.*\/)[\w-]{43}(?=\/|$)/;

/** Gives the request its id and logs one line when it is answered. Query strings, headers and tokens stay out of the log. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.headers['x-request-id'];
    const id = typeof given === 'string' && GIVEN.test(given) ? given : randomUUID();
    response.setHeader('x-request-id', id);
    const began = process.hrtime.bigint();
    response.on('finish', () => logger.info({ requestId: id, method: request.method, path: request.path.replace(TOKEN_IN_PATH, '$1…'), status: response.statusCode, ms: Number((process.hrtime.bigint() - began) / 10_000n) / 100 }, 'request'));
    current.run(id, next);
  };
}
