/** What every protocol does on the way out and on the way in: the browser is remembered, a verified answer becomes a session. */
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Answered } from '../attributes/attribute-names.js';
import { readIdentity } from '../attributes/read-identity.js';
import { SESSION_SECONDS } from '../session-limits.js';
import { hashToken } from '../viewer.reader.js';
import { SignInTrials } from '../set-up/sign-in-trials.js';
import { browserCookieName, clearCookie, invitationCookieName, lastProviderCookieName, mayCarryCookies, readBrowserToken, readInvitationToken, readSessionToken, sessionCookieName, setCookie } from './cookies.js';
import { LOGIN_SECONDS, type LoginAim, newBrowserToken } from './login-transactions.js';
import { ProviderReader, type SignInProvider } from './provider.reader.js';
import { isFromOurPages, otherNameOfThisMachine } from './request-origin.js';
import { readReturnTarget } from './return-target.js';
import { Refused } from './sign-in.answers.js';
import { SignInCommands } from './sign-in.commands.js';
import { SignInLimit } from './sign-in-limit.js';

const LAST_PROVIDER_SECONDS = 365 * 24 * 60 * 60;

@Injectable()
export class Threshold {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ProviderReader) private readonly providers: ProviderReader,
    @Inject(SignInCommands) private readonly commands: SignInCommands,
    @Inject(SignInTrials) private readonly trials: SignInTrials,
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  /** The provider that an address names, of one protocol, open or not. Nothing is served where cookies would travel in the clear, or beyond the limits. */
  async provider<Protocol extends SignInProvider['protocol']>(id: string, protocol: Protocol, response: Response): Promise<Extract<SignInProvider, { protocol: Protocol }>> {
    if (!mayCarryCookies(this.config.publicUrl)) throw new Refused('NOT_SECURE');
    await this.limit.admit(response);
    const provider = await this.providers.find(id);
    if (provider?.protocol !== protocol) throw new Refused('NO_PROVIDER');
    await this.limit.admitAt(provider.id, response);
    return provider as Extract<SignInProvider, { protocol: Protocol }>;
  }

  /** What a sign-in, or a test of one, begins with; null where the browser was sent to begin it elsewhere. */
  async departure<Protocol extends SignInProvider['protocol']>(id: string, protocol: Protocol, request: Request, response: Response): Promise<({ provider: Extract<SignInProvider, { protocol: Protocol }> } & LoginAim) | null> {
    // Cookies belong to one host name: a sign-in begun on 127.0.0.1 could not end on localhost.
    if (otherNameOfThisMachine(request, this.config.publicUrl)) {
      response.redirect(`${this.config.publicUrl}${request.originalUrl}`);
      return null;
    }
    const purpose = request.query['test'] !== undefined ? 'TEST' : request.query['link'] !== undefined ? 'LINK' : 'SIGN_IN';
    const returnTo = returnTargetOf(request);
    const provider = await this.provider(id, protocol, response);
    if (purpose === 'TEST' ? !(await this.trials.mayTest(request, provider)) : !provider.isOpen) throw new Refused('NO_PROVIDER');
    return { provider, returnTo, purpose, linkingSession: purpose === 'LINK' ? await this.linkingSession(request) : null };
  }

  /** Another way in is given only to somebody who has just used an old one: a browser left alone could be anybody's by now. */
  private async linkingSession(request: Request): Promise<Buffer> {
    // Nor may another site begin it: its visitor would sign in as somebody of its choice, and give them a way in.
    if (!isFromOurPages(request, this.config.publicUrl)) throw new Refused('OTHER_SITE');
    const token = readSessionToken(request.headers.cookie, this.config.publicUrl);
    if (token === null || !(await this.commands.isFresh(token))) throw new Refused('SIGN_IN_FIRST');
    return hashToken(token);
  }

  /** Marks the browser that begins a sign-in. A second tab goes on under the first one's cookie, so that both can be completed. */
  markBrowser(request: Request, response: Response): string {
    const token = this.browserOf(request) ?? newBrowserToken();
    setCookie(response, this.config.publicUrl, browserCookieName(this.config.publicUrl), token, LOGIN_SECONDS);
    response.set('Cache-Control', 'no-store');
    return token;
  }

  browserOf(request: Request): string | null {
    return readBrowserToken(request.headers.cookie, this.config.publicUrl);
  }

  /** What came back is shown to whoever tests; otherwise the person behind it gets a session, and goes on to where they were. */
  async arrive(arrival: LoginAim & { provider: SignInProvider; answered: Answered }, request: Request, response: Response): Promise<void> {
    if (arrival.purpose === 'TEST') await this.trials.conclude(arrival, response);
    else await this.letIn(arrival, request, response);
  }

  private async letIn({ provider, answered, returnTo, purpose, linkingSession }: LoginAim & { provider: SignInProvider; answered: Answered }, request: Request, response: Response): Promise<void> {
    const { publicUrl } = this.config;
    const { cookie } = request.headers;
    if (!provider.isOpen) throw new Refused('NO_PROVIDER'); // it was switched off meanwhile
    const reading = readIdentity(answered.released, provider.rules);
    if (!reading.ok) throw new Refused(reading.fault, new Error(`attribute ${reading.attribute ?? 'none'}`));
    const session = readSessionToken(cookie, publicUrl);
    const arriving = { identity: reading.identity, institutionId: provider.institutionId, invitation: readInvitationToken(cookie, publicUrl) };
    if (purpose === 'LINK' && (session === null || linkingSession?.equals(hashToken(session)) !== true)) throw new Refused('NOT_BEGUN_HERE');
    const token = purpose === 'LINK' && session !== null ? await this.commands.link(arriving, session) : await this.commands.signIn(arriving, session);
    if (arriving.invitation !== null) clearCookie(response, publicUrl, invitationCookieName(publicUrl));
    setCookie(response, publicUrl, sessionCookieName(publicUrl), token, SESSION_SECONDS);
    setCookie(response, publicUrl, lastProviderCookieName(publicUrl), provider.id, LAST_PROVIDER_SECONDS);
    response.set('Cache-Control', 'no-store').redirect(303, returnTo);
  }
}

/** Where a sign-in leads afterwards: a path of ours, or nowhere. */
export function returnTargetOf(request: Request): string {
  const target = readReturnTarget(request.query['return_to']);
  if (target === null) throw new Refused('BAD_RETURN');
  return target;
}
