/** Somebody with a browser, a passkey and an authenticator app before the pages of break-glass administrators. */
import { Secret, TOTP } from 'otpauth';
import { type Heard, PasskeyVisitor } from './passkey-visitor.js';

export type { Heard, Page } from './passkey-visitor.js';

const STEP_MS = 30_000;

/** What the app shows, some half minutes from now. */
export const codeOf = (secret: string, stepsAhead = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsAhead * STEP_MS });

/** Six digits that the app shows neither now nor about now. */
export function wrongCode(secret: string): string {
  const near = new Set([-3, -2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps)));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((code) => !near.has(code)) ?? '';
}

export class Visitor extends PasskeyVisitor {
  secret = '';

  /** Enrols as the page asks, and remembers the secret. */
  async enrol(path: string): Promise<Heard> {
    const page = await this.open(path);
    this.secret = page.secret;
    return this.send(path, { passkey: this.passkey.made(page.options), code: codeOf(page.secret) });
  }

  asked(): Promise<{ challenge: string }> {
    return this.askedAt('/auth/break-glass/begin');
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
