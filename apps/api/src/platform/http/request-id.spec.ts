import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { Logger } from 'pino';
import { requestLog } from './request-id.js';

/** The path in the line that a request leaves. */
function logged(path: string): unknown {
  let line: { path?: unknown } = {};
  const logger = { info: (facts: { path?: unknown }) => { line = facts; } } as unknown as Logger;
  const response = Object.assign(new EventEmitter(), { statusCode: 200, setHeader: () => undefined });
  requestLog(logger)({ headers: {}, method: 'GET', path } as unknown as Request, response as unknown as Response, () => response.emit('finish'));
  return line.path;
}

describe('The line that a request leaves in the log', () => {
  it('names the path, and no token that opens something', () => {
    const token = randomBytes(32).toString('base64url');
    const slug = `/r/${'a'.repeat(38)}-ab12`;
    expect([slug, `/auth/break-glass/enrol/${token}`, `/auth/some/${token}/more`].map(logged)).toEqual([slug, '/auth/break-glass/enrol/…', '/auth/some/…/more']);
  });
});
