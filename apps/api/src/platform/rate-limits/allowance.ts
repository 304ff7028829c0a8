/** What one request may spend, and from which bucket: a session has its own, everybody else shares that of their address. */
import type { Viewer } from '@passalong/domain';
import type { Request } from 'express';
import { clientAddress } from '../http/client-address.js';
import type { RateLimiter } from './rate-limiter.js';

export interface Allowance {
  /** Returns 0, or the seconds after which asking again makes sense. */
  spend(units: number): Promise<number>;
}

/** Of work that was paid for as a whole, such as the queries of a page. */
export const PAID: Allowance = { spend: async () => 0 };

/** The viewer has been looked up: a made-up session token gets no bucket of its own. */
export function allowanceOf(limiter: RateLimiter, viewer: Viewer, request: Request): Allowance {
  switch (viewer.kind) {
    case 'ANONYMOUS': return { spend: (units) => limiter.spend('ANONYMOUS', clientAddress(request), units) };
    case 'PERSON': return { spend: (units) => limiter.spend('VIEWER', viewer.sessionId, units) };
    case 'API_CLIENT': return { spend: (units) => limiter.spend('VIEWER', viewer.clientId, units) };
  }
}
