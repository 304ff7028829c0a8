/** Sign-in over HTTP: the chooser, the way out to a university's provider and back, and sign-out. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { OidcProviderClient, type ExternalIdentity } from '../oidc/oidc-provider-client.js';
import { runOidcStep } from '../oidc/oidc.strategy.js';
import { browserCookieName, clearCookie, lastProviderCookieName, mayCarryCookies, readBrowserToken, readLastProvider, readSessionToken, sessionCookieName, setCookie } from './cookies.js';
import { LOGIN_SECONDS, LoginTransactions } from './login-transactions.js';
import { useAssetsOf } from './page.js';
import { ProviderReader, type SignInProvider } from './provider.reader.js';
import { isFromOurPages, otherNameOfThisMachine } from './request-origin.js';
import { readReturnTarget } from './return-target.js';
import { SESSION_SECONDS } from './sessions.js';
import { answer, Refused, sendPage } from './sign-in.answers.js';
import { SignInCommands } from './sign-in.commands.js';
import { chooserPage } from './sign-in.pages.js';

const LAST_PROVIDER_SECONDS = 365 * 24 * 60 * 60;

@Controller('auth')
export class SignInController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ProviderReader) private readonly providers: ProviderReader,
    @Inject(LoginTransactions) private readonly logins: LoginTransactions,
    @Inject(OidcProviderClient) private readonly client: OidcProviderClient,
    @Inject(SignInCommands) private readonly commands: SignInCommands,
  ) {
    useAssetsOf(config.webFolder);
  }

  @Get('sign-in')
  chooser(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      const returnTo = returnTargetOf(request);
      const given = request.query['institution'];
      const words = typeof given === 'string' ? given.replace(/\p{Cc}/gu, ' ').trim().slice(0, 200) : '';
      const last = await this.providers.remembered(readLastProvider(request.headers.cookie, this.config.publicUrl));
      sendPage(response, 200, chooserPage({ choices: await this.providers.search(words), last, words, returnTo }));
    });
  }

  @Get('oidc/:providerId/login')
  login(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      this.refuseUnlessSecure();
      // Cookies belong to one host name: a sign-in begun on 127.0.0.1 could not end on localhost.
      if (otherNameOfThisMachine(request, this.config.publicUrl)) return response.redirect(`${this.config.publicUrl}${request.originalUrl}`);
      const returnTo = returnTargetOf(request);
      const provider = await this.provider(providerId);
      await runOidcStep({ to: 'provider', address: () => this.begin(provider, returnTo, request, response) }, request, response);
    });
  }

  @Get('oidc/:providerId/callback')
  callback(@Req() request: Request, @Res() response: Response, @Param('providerId') providerId: string): Promise<void> {
    return answer(response, async () => {
      this.refuseUnlessSecure();
      const { publicUrl } = this.config;
      const provider = await this.provider(providerId);
      const state = request.query['state'];
      const browserToken = readBrowserToken(request.headers.cookie, publicUrl);
      const login = typeof state !== 'string' || browserToken === null ? null : await this.logins.claim({ providerId: provider.id, browserToken, state });
      if (typeof state !== 'string' || login === null) throw new Refused('NOT_BEGUN_HERE');
      if (request.query['error'] !== undefined) throw new Refused('DECLINED');
      const identity = await runOidcStep({ to: 'us', identity: () => this.verify(provider, request, { ...login, state }) }, request, response);
      if (identity === null) return; // the browser has gone
      const token = await this.commands.signIn(identity, provider.institutionId, readSessionToken(request.headers.cookie, publicUrl));
      setCookie(response, publicUrl, sessionCookieName(publicUrl), token, SESSION_SECONDS);
      setCookie(response, publicUrl, lastProviderCookieName(publicUrl), provider.id, LAST_PROVIDER_SECONDS);
      response.set('Cache-Control', 'no-store').redirect(303, login.returnTo);
    });
  }

  @Post('sign-out')
  signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    return answer(response, async () => {
      const { publicUrl } = this.config;
      if (!isFromOurPages(request, publicUrl)) throw new Refused('OTHER_SITE');
      await this.commands.signOut(readSessionToken(request.headers.cookie, publicUrl));
      clearCookie(response, publicUrl, sessionCookieName(publicUrl));
      response.set('Cache-Control', 'no-store').redirect(303, '/');
    });
  }

  private async begin(provider: SignInProvider, returnTo: string, request: Request, response: Response): Promise<URL> {
    const { publicUrl } = this.config;
    const attempt = this.client.newAttempt();
    const address = await this.client.authorisationUrl(provider, attempt).catch((error: unknown) => { throw new Refused('PROVIDER_DOWN', error); });
    // A second tab goes on under the first one's cookie, so that both can be completed.
    const browserToken = readBrowserToken(request.headers.cookie, publicUrl) ?? this.logins.newBrowserToken();
    await this.logins.begin({ providerId: provider.id, browserToken, attempt, returnTo });
    setCookie(response, publicUrl, browserCookieName(publicUrl), browserToken, LOGIN_SECONDS);
    response.set('Cache-Control', 'no-store');
    return address;
  }

  private verify(provider: SignInProvider, request: Request, attempt: { state: string; nonce: string; codeVerifier: string }): Promise<ExternalIdentity> {
    const query = new URL(request.originalUrl, this.config.publicUrl).search.slice(1);
    return this.client.verifyCallback(provider, query, attempt).catch((error: unknown) => { throw new Refused('NOT_VERIFIED', error); });
  }

  private async provider(id: string): Promise<SignInProvider> {
    const provider = await this.providers.find(id);
    if (provider === null) throw new Refused('NO_PROVIDER');
    return provider;
  }

  private refuseUnlessSecure(): void {
    if (!mayCarryCookies(this.config.publicUrl)) throw new Refused('NOT_SECURE');
  }
}

function returnTargetOf(request: Request): string {
  const target = readReturnTarget(request.query['return_to']);
  if (target === null) throw new Refused('BAD_RETURN');
  return target;
}
