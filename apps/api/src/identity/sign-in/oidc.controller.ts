/** Sign-in with OpenID Connect: the way out to a university's provider, and its callback. */
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { runOidcStep } from '../oidc/oidc.strategy.js';
import { LoginTransactions } from './login-transactions.js';
import type { OidcSignIn } from './provider.reader.js';
import { answer, Refused } from './sign-in.answers.js';
import { Threshold } from './threshold.js';

@Controller('auth/oidc/:providerId')
export class OidcController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Threshold) private readonly threshold: Threshold,
    @Inject(LoginTransactions) private readonly logins: LoginTransactions,
    @Inject(OidcProviderClient) private readonly client: OidcProviderClient,
  ) {}

  @Get('login')
  login(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      const departure = await this.threshold.departure(providerId, 'OIDC', request, response);
      if (departure === null) return;
      const { provider, returnTo } = departure;
      await runOidcStep({ to: 'provider', address: () => this.begin(provider, returnTo, request, response) }, request, response);
    });
  }

  @Get('callback')
  callback(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      const provider = await this.threshold.provider(providerId, 'OIDC', response);
      const state = request.query['state'];
      const browserToken = this.threshold.browserOf(request);
      const login = typeof state !== 'string' || browserToken === null ? null : await this.logins.claim({ providerId: provider.id, browserToken, state });
      if (typeof state !== 'string' || login === null) throw new Refused('NOT_BEGUN_HERE');
      if (request.query['error'] !== undefined) throw new Refused('DECLINED');
      const query = new URL(request.originalUrl, this.config.publicUrl).search.slice(1);
      const verify = () => this.client.verifyCallback(provider, query, { ...login, state }).catch((error: unknown) => { throw new Refused('NOT_VERIFIED', error); });
      const released = await runOidcStep({ to: 'us', released: verify }, request, response);
      if (released !== null) await this.threshold.letIn({ provider, released, returnTo: login.returnTo }, request, response); // null: the browser has gone
    });
  }

  private async begin(provider: OidcSignIn, returnTo: string, request: Request, response: Response): Promise<URL> {
    const attempt = this.client.newAttempt();
    const address = await this.client.authorisationUrl(provider, attempt).catch((error: unknown) => { throw new Refused('PROVIDER_DOWN', error); });
    await this.logins.begin({ providerId: provider.id, browserToken: this.threshold.markBrowser(request, response), attempt, returnTo });
    return address;
  }
}
