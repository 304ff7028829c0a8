/** How often one address may try to sign in, and everybody together with one provider. */
import { Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { clientAddress } from '../../platform/http/client-address.js';
import { RateLimiter } from '../../platform/rate-limits/rate-limiter.js';
import { Refused } from './sign-in.answers.js';
import type { Refusal } from './sign-in.words.js';

@Injectable()
export class SignInLimit {
  constructor(@Inject(RateLimiter) private readonly limiter: RateLimiter) {}

  /** Of a request that begins or completes a sign-in. Asked before the provider is, so that one address alone cannot use up what a provider has. */
  async admit(response: Response): Promise<void> {
    refuse(response, await this.limiter.spend('SIGN_IN', clientAddress(response.req)), 'TOO_MANY');
  }

  async admitAt(providerId: string, response: Response): Promise<void> {
    refuse(response, await this.limiter.spend('PROVIDER', providerId), 'CROWDED');
  }

  /** Of a page before anybody signs in: it counts as any other. */
  async admitReader(response: Response): Promise<void> {
    refuse(response, await this.limiter.spend('ANONYMOUS', clientAddress(response.req)), 'TOO_MANY');
  }
}

function refuse(response: Response, seconds: number, refusal: Refusal): void {
  if (seconds === 0) return;
  response.set('Retry-After', String(seconds));
  throw new Refused(refusal);
}
