/** The passport face of OpenID Connect. One object per request: a shared one lets concurrent requests overwrite each other. */
import type { Request, Response } from 'express';
import passport from 'passport';
import type { Released } from '../attributes/attribute-names.js';

/** What one request does: send the browser away, or say what came back. */
export type OidcStep = { readonly to: 'provider'; readonly address: () => Promise<URL> } | { readonly to: 'us'; readonly released: () => Promise<Released> };

export class OidcStrategy extends passport.Strategy {
  override name = 'oidc';

  constructor(private readonly step: OidcStep) {
    super();
  }

  override authenticate(): void {
    if (this.step.to === 'provider') this.step.address().then((address) => this.redirect(address.href), (error: unknown) => this.error(error));
    else this.step.released().then((released) => this.success(released), (error: unknown) => this.error(error));
  }
}

/** Runs one step through passport. Resolves with what was released, or with null once the browser has been redirected; rejects where the step failed. */
export function runOidcStep(step: OidcStep, request: Request, response: Response): Promise<Released | null> {
  return new Promise((resolve, reject) => {
    response.once('finish', () => resolve(null));
    response.once('close', () => resolve(null));
    const answer = (error: unknown, released?: Released | false | null): void => {
      if (error) reject(error instanceof Error ? error : new Error('The strategy failed.'));
      else if (released) resolve(released);
      else reject(new Error('The strategy refused.'));
    };
    const middleware: (request: Request, response: Response, next: (error?: unknown) => void) => void = passport.authenticate(new OidcStrategy(step), { session: false }, answer);
    middleware(request, response, (error) => reject(error instanceof Error ? error : new Error('The strategy passed.')));
  });
}
