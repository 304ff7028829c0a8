/** Headers of every answer; pages add their nonce. */
import type { NextFunction, Request, Response } from 'express';
import { randomBytes } from 'node:crypto';

const nonces = new WeakMap<object, string>();
export const nonceOf = (request: object): string => nonces.get(request) ?? '';

export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  const nonce = randomBytes(16).toString('base64');
  nonces.set(request, nonce);
  response.setHeader('content-security-policy', `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  next();
}
