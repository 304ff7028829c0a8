/** Somebody with a browser, a passkey and an authenticator app before the pages of break-glass administrators. */
import { Secret, TOTP } from 'otpauth';
import { CookieJar, visit } from './sign-in-flow.js';
import { SoftwarePasskey } from './software-passkey.js';

export interface Heard { readonly status: number; readonly refusal?: string; readonly reference?: string; readonly to?: string; readonly ticket?: string; readonly options?: { readonly challenge: string } }
export interface Page { readonly status: number; readonly path: string; readonly html: string; readonly secret: string; readonly options: { readonly challenge: string } }

const STEP_MS = 30_000;
const UNESCAPED: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/** What the app shows, some half minutes from now. */
export const codeOf = (secret: string, stepsAhead = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * STEP_MS });

/** Six digits that the app shows neither now nor about now. */
export function wrongCode(secret: string): string {
  const near = new Set([-3, -2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps)));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((code) => !near.has(code)) ?? '';
}

export class Visitor {
  readonly jar = new CookieJar();
  readonly passkey: SoftwarePasskey;
  secret = '';

  /** `origin` is where the server listens, `publicUrl` where it believes to be. */
  constructor(readonly origin: string, private readonly publicUrl: string) {
    this.passkey = new SoftwarePasskey(publicUrl);
  }

  async open(path: string): Promise<Page> {
    const response = await visit(this.jar, `${this.origin}${path}`);
    const html = await response.text();
    const options = /data-options="([^"]*)"/.exec(html)?.[1]?.replace(/&[^;]+;/g, (sign) => UNESCAPED[sign] ?? sign) ?? '{}';
    return { status: response.status, path, html, secret: (/id="secret">([^<]+)</.exec(html)?.[1] ?? '').replaceAll(' ', ''), options: JSON.parse(options) as { challenge: string } };
  }

  async send(path: string, body: object, headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' }): Promise<Heard> {
    const response = await fetch(`${this.origin}${path}`, { method: 'POST', redirect: 'manual', headers: { cookie: this.jar.header(), 'content-type': 'application/json', origin: this.publicUrl, ...headers }, body: JSON.stringify(body) });
    this.jar.keep(response);
    return { status: response.status, ...((await response.json()) as object) };
  }

  /** Enrols as the page asks, and remembers the secret. */
  async enrol(path: string): Promise<Heard> {
    const page = await this.open(path);
    this.secret = page.secret;
    return this.send(path, { passkey: this.passkey.made(page.options), code: codeOf(page.secret) });
  }

  async asked(): Promise<{ challenge: string }> {
    return (await this.send('/auth/break-glass/begin', {})).options ?? { challenge: '' };
  }

  show(passkey: object): Promise<Heard> {
    return this.send('/auth/break-glass/passkey', { passkey });
  }

  /** Up to the ticket under which a code is awaited. */
  async ticket(): Promise<string> {
    return (await this.show(this.passkey.shown(await this.asked()))).ticket ?? '';
  }

  code(ticket: string, code: string): Promise<Heard> {
    return this.send('/auth/break-glass/code', { ticket, code });
  }

  async signIn(): Promise<Heard> {
    return this.code(await this.ticket(), codeOf(this.secret));
  }
}
