/**
 * Sign-in with SAML 2.0: our metadata, the way out, and the answer. The answer is posted from the university's page, so the browser sends no
 * cookie with it: what was verified is put aside under a ticket, and the browser that began the sign-in fetches it.
 */
import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { SamlFault } from '../saml/saml-fault.js';
import { SamlProviderClient } from '../saml/saml-provider-client.js';
import { serviceMetadata } from '../saml/service-metadata.js';
import { ServiceKeys } from '../saml/service-keys.js';
import { SignInTrials } from '../set-up/sign-in-trials.js';
import type { SamlSignIn } from './provider.reader.js';
import { SamlLogins } from './saml-logins.js';
import { answer, Refused } from './sign-in.answers.js';
import { SignInLimit } from './sign-in-limit.js';
import { Threshold } from './threshold.js';

@Controller('auth/saml/:providerId')
export class SamlController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Threshold) private readonly threshold: Threshold,
    @Inject(SamlLogins) private readonly logins: SamlLogins,
    @Inject(SamlProviderClient) private readonly client: SamlProviderClient,
    @Inject(ServiceKeys) private readonly keys: ServiceKeys,
    @Inject(SignInTrials) private readonly trials: SignInTrials,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  /** Served while the provider is still being set up, because its university's IT needs it for that. */
  @Get('metadata')
  metadata(@Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      await this.limit.admitReader(response);
      const certificates = await this.keys.certificatesOf(providerId);
      if (certificates === null) throw new Refused('NO_PROVIDER');
      const xml = serviceMetadata({ entityId: this.client.entityId(providerId), answerAddress: this.client.answerAddress(providerId), publicUrl: this.config.publicUrl, operator: this.config.operator, certificates });
      response.status(200).type('application/samlmetadata+xml').set('Cache-Control', 'public, max-age=3600').send(xml);
    });
  }

  @Get('login')
  login(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      const departure = await this.threshold.departure(providerId, 'SAML', request, response);
      if (departure === null) return;
      const { provider, ...aim } = departure;
      const requestId = this.client.newRequestId();
      await this.logins.begin({ providerId: provider.id, browserToken: this.threshold.markBrowser(request, response), requestId, aim });
      await this.client.ask(provider, requestId, request, response);
    });
  }

  @Post('acs')
  receive(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string, @Body() body: Record<string, unknown> | undefined): Promise<void> {
    return answer(response, async () => {
      const provider = await this.threshold.provider(providerId, 'SAML', response);
      const isAwaited = (requestId: string): Promise<boolean> => this.logins.isAwaited(provider.id, requestId);
      const verified = await this.client.readAnswer(provider, body?.['SAMLResponse'], isAwaited, request, response).catch((error: unknown) => this.refuse(provider, body?.['SAMLResponse'], error, response));
      if (verified === null) return;
      const kept = await this.logins.putAside({ providerId: provider.id, ...verified });
      if (!kept.ok) throw new Refused(kept.reason);
      response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }).redirect(303, `/auth/saml/${provider.id}/acs?ticket=${kept.ticket}`);
    });
  }

  @Get('acs')
  fetchTicket(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      const provider = await this.threshold.provider(providerId, 'SAML', response);
      const { ticket } = request.query;
      const browserToken = this.threshold.browserOf(request);
      const login = typeof ticket !== 'string' || browserToken === null ? null : await this.logins.claim({ providerId: provider.id, browserToken, ticket });
      if (login === null) throw new Refused('NOT_BEGUN_HERE');
      await this.threshold.arrive({ provider, ...login }, request, response);
    });
  }

  /** A test that failed is shown to whoever tests; everybody else is refused. */
  private async refuse(provider: SamlSignIn, field: unknown, error: unknown, response: Response): Promise<null> {
    const claimed = this.client.claimedRequest(field);
    const returnTo = claimed === null ? null : await this.logins.endTest(provider.id, claimed);
    return this.trials.fail({ provider, purpose: returnTo === null ? 'SIGN_IN' : 'TEST', returnTo: returnTo ?? '/' }, refusalOf(error), response);
  }
}

function refusalOf(error: unknown): Refused {
  if (!(error instanceof SamlFault)) return new Refused('NOT_VERIFIED', error);
  if (error.code === 'NO_SUCCESS') return new Refused('DECLINED', error);
  if (error.code === 'WRONG_REQUEST') return new Refused('NOT_BEGUN_HERE', error);
  return new Refused('NOT_VERIFIED', error);
}
