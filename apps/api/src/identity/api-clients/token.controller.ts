/** `/oauth/token`: where partner systems fetch their access tokens. */
import { Body, Controller, Inject, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { clientAddress } from '../../platform/http/client-address.js';
import { RateLimiter } from '../../platform/rate-limits/rate-limiter.js';
import { mayCarryCookies } from '../sign-in/cookies.js';
import { AccessTokens } from './access-tokens.js';

@Controller('oauth/token')
export class TokenController {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(AccessTokens) private readonly tokens: AccessTokens, @Inject(RateLimiter) private readonly limiter: RateLimiter) {}

  @Post()
  async issue(@Req() request: Request, @Res() response: Response, @Body() body: Record<string, unknown> | undefined): Promise<void> {
    response.set('Cache-Control', 'no-store');
    const seconds = await this.limiter.spend('SIGN_IN', clientAddress(request));
    if (seconds > 0) {
      response.status(429).set('Retry-After', String(seconds)).json({ error: 'temporarily_unavailable', error_description: `Too many requests from this address. Try again in ${seconds} seconds.` });
      return;
    }
    const problem = problemWith(body ?? {}, this.config.publicUrl);
    if (problem !== null) {
      response.status(400).json({ error: 'invalid_request', error_description: problem });
      return;
    }
    const { status, headers, body: answer } = await this.tokens.issue({ method: request.method, headers: request.headers as Record<string, string>, body: body ?? {} });
    if (status !== 200) await this.limiter.spend('SIGN_IN', clientAddress(request)); // an entry of the record costs as much as a try
    response.status(status).set(headers).json(answer);
  }
}

function problemWith(body: Readonly<Record<string, unknown>>, publicUrl: string): string | null {
  if (!mayCarryCookies(publicUrl)) return 'Secrets travel over https alone.';
  return Object.values(body).every((value) => typeof value === 'string') ? null : 'Each parameter may be given once.';
}
