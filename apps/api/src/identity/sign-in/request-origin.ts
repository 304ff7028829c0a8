/** Where a request came from, as far as the browser says. */
import type { Request } from 'express';
import { isLoopback } from '../oidc/loopback.js';

/** Whether a form of ours was sent. Silence is a no: every browser sends one of the two headers with a POST. */
export function isFromOurPages(request: Request, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  return request.headers.origin === new URL(publicUrl).origin;
}

/** Whether this machine was reached by another of its own names than the one in PUBLIC_URL. */
export function otherNameOfThisMachine(request: Request, publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  const asked = `http://${request.headers.host ?? ''}`;
  if (!URL.canParse(asked) || !isLoopback(hostname)) return false;
  const name = new URL(asked).hostname;
  return name !== hostname && isLoopback(name);
}
