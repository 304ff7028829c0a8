/** The cookies of sign-in: the session, the browser that began a sign-in, where it signed in last, and the links that set sign-in up or invite. None can be read by script. */
import { parseCookie } from 'cookie';
import type { CookieOptions, Response } from 'express';
import { isLoopback } from '../oidc/loopback.js';
import { SESSION_SECONDS } from '../session-limits.js';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-passalong` on https. The prefix makes browsers refuse it from another host or path. */
export const sessionCookieName = (publicUrl: string): string => named(publicUrl, 'passalong');
export const browserCookieName = (publicUrl: string): string => named(publicUrl, 'passalong-sign-in');
/** The link by which somebody without an account sets sign-in up. */
export const setUpCookieName = (publicUrl: string): string => named(publicUrl, 'passalong-set-up');
/** An invitation that was followed, until its person has come in. */
export const invitationCookieName = (publicUrl: string): string => named(publicUrl, 'passalong-invitation');
/** The id of a provider: no secret, and no name. */
export const lastProviderCookieName = (publicUrl: string): string => named(publicUrl, 'passalong-last');

/** The session token of a request, from its Cookie header; null where there is none. */
export const readSessionToken = (cookieHeader: string | undefined, publicUrl: string): string | null => read(cookieHeader, sessionCookieName(publicUrl));
export const readBrowserToken = (cookieHeader: string | undefined, publicUrl: string): string | null => read(cookieHeader, browserCookieName(publicUrl));

export const readInvitationToken = (cookieHeader: string | undefined, publicUrl: string): string | null => read(cookieHeader, invitationCookieName(publicUrl));
export const readSetUpToken = (cookieHeader: string | undefined, publicUrl: string): string | null => read(cookieHeader, setUpCookieName(publicUrl));

export const readLastProvider = (cookieHeader: string | undefined, publicUrl: string): string | null => parseCookie(cookieHeader ?? '')[lastProviderCookieName(publicUrl)] ?? null;

export const setCookie = (response: Response, publicUrl: string, name: string, value: string, seconds: number): void => {
  response.cookie(name, value, { ...attributes(publicUrl), maxAge: seconds * 1000 });
};
/** The token of the session, for as long as one can last. */
export const keepSessionCookie = (response: Response, publicUrl: string, token: string): void => {
  setCookie(response, publicUrl, sessionCookieName(publicUrl), token, SESSION_SECONDS);
};
export const clearCookie = (response: Response, publicUrl: string, name: string): void => {
  response.clearCookie(name, attributes(publicUrl));
};

/** Plain http is for this machine alone. */
export function mayCarryCookies(publicUrl: string): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return protocol === 'https:' || isLoopback(hostname);
}

const isHttps = (publicUrl: string): boolean => new URL(publicUrl).protocol === 'https:';
const named = (publicUrl: string, name: string): string => (isHttps(publicUrl) ? `__Host-${name}` : name);
const attributes = (publicUrl: string): CookieOptions => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps(publicUrl) });

function read(cookieHeader: string | undefined, name: string): string | null {
  const value = parseCookie(cookieHeader ?? '')[name];
  return value !== undefined && TOKEN.test(value) ? value : null;
}
