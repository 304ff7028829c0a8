/** What every protocol does on the way out and on the way in: the browser is remembered, a verified answer becomes a session. */
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import type { Released } from '../attributes/attribute-names.js';
import { readIdentity } from '../attributes/read-identity.js';
import { SESSION_SECONDS } from '../session-limits.js';
import { browserCookieName, lastProviderCookieName, mayCarryCookies, readBrowserToken, readSessionToken, sessionCookieName, setCookie } from './cookies.js';
import { LOGIN_SECONDS, newBrowserToken } from './login-transactions.js';
import { ProviderReader, type SignInProvider } from './provider.reader.js';
import { otherNameOfThisMachine } from './request-origin.js';
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
    @Inject(SignInLimit) private readonly limit: SignInLimit,
  ) {}

  /** The provider that an address names, of one protocol. Nothing is served where cookies would travel in the clear, or beyond the limits. */
  async provider<Protocol extends SignInProvider['protocol']>(id: string, protocol: Protocol, response: Response): Promise<Extract<SignInProvider, { protocol: Protocol }>> {
    if (!mayCarryCookies(this.config.publicUrl)) throw new Refused('NOT_SECURE');
    await this.limit.admit(response);
    const provider = await this.providers.find(id);
    if (provider?.protocol !== protocol) throw new Refused('NO_PROVIDER');
    await this.limit.admitAt(provider.id, response);
    return provider as Extract<SignInProvider, { protocol: Protocol }>;
  }

  /** What a sign-in begins with; null where the browser was sent to begin it elsewhere. */
  async departure<Protocol extends SignInProvider['protocol']>(id: string, protocol: Protocol, request: Request, response: Response): Promise<{ provider: Extract<SignInProvider, { protocol: Protocol }>; returnTo: string } | null> {
    // Cookies belong to one host name: a sign-in begun on 127.0.0.1 could not end on localhost.
    if (otherNameOfThisMachine(request, this.config.publicUrl)) {
      response.redirect(`${this.config.publicUrl}${request.originalUrl}`);
      return null;
    }
    const returnTo = returnTargetOf(request);
    return { provider: await this.provider(id, protocol, response), returnTo };
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

  /** The person behind verified attributes gets a session, and goes on to where they were. */
  async letIn(arrival: { provider: SignInProvider; released: Released; returnTo: string }, request: Request, response: Response): Promise<void> {
    const { publicUrl } = this.config;
    const { provider, released, returnTo } = arrival;
    const reading = readIdentity(released, provider.rules);
    if (!reading.ok) throw new Refused(reading.fault, new Error(`attribute ${reading.attribute ?? 'none'}`));
    const token = await this.commands.signIn(reading.identity, provider.institutionId, readSessionToken(request.headers.cookie, publicUrl));
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
