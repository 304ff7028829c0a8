/** Sign-in with OpenID Connect: the way out to a university's provider, and its callback. */
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { OidcFault } from '../oidc/oidc-fault.js';
import { runOidcStep } from '../oidc/oidc.strategy.js';
import { SignInTrials } from '../set-up/sign-in-trials.js';
import { type LoginAim, LoginTransactions } from './login-transactions.js';
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
    @Inject(SignInTrials) private readonly trials: SignInTrials,
  ) {}

  @Get('login')
  login(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      const departure = await this.threshold.departure(providerId, 'OIDC', request, response);
      if (departure === null) return;
      await runOidcStep({ to: 'provider', address: () => this.begin(departure, request, response) }, request, response)
        .catch((error: unknown) => this.trials.fail(departure, error, response));
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
      const query = new URL(request.originalUrl, this.config.publicUrl).search.slice(1);
      const verify = () => (request.query['error'] === undefined ? this.client.verifyCallback(provider, query, { ...login, state }) : Promise.reject(new OidcFault('DECLINED', namedError(request))));
      const answered = await runOidcStep({ to: 'us', answered: verify }, request, response).catch((error: unknown) => this.trials.fail({ provider, ...login }, refusalOf(error), response));
      if (answered !== null) await this.threshold.arrive({ provider, answered, ...login }, request, response); // null: the browser has gone
    });
  }

  private async begin({ provider, ...aim }: LoginAim & { provider: OidcSignIn }, request: Request, response: Response): Promise<URL> {
    const attempt = this.client.newAttempt();
    const address = await this.client.authorisationUrl(provider, attempt).catch((error: unknown) => { throw new Refused('PROVIDER_DOWN', error); });
    await this.logins.begin({ providerId: provider.id, browserToken: this.threshold.markBrowser(request, response), attempt, aim });
    return address;
  }
}

function refusalOf(error: unknown): Refused {
  return new Refused(error instanceof OidcFault && error.code === 'DECLINED' ? 'DECLINED' : 'NOT_VERIFIED', error);
}

/** The word of the protocol for why not, such as access_denied. What else the address says anybody could have written. */
function namedError(request: Request): string {
  const error = request.query['error'];
  return typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : '';
}

