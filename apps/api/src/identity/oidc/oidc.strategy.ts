/** The passport face of OpenID Connect. */
import type { Request, Response } from 'express';
import passport from 'passport';
import type { Answered } from '../attributes/attribute-names.js';
import { runStrategy } from '../run-strategy.js';

/** What one request does: send the browser away, or say what came back. */
export type OidcStep = { readonly to: 'provider'; readonly address: () => Promise<URL> } | { readonly to: 'us'; readonly answered: () => Promise<Answered> };

export class OidcStrategy extends passport.Strategy {
  override name = 'oidc';

  constructor(private readonly step: OidcStep) {
    super();
  }

  override authenticate(): void {
    if (this.step.to === 'provider') this.step.address().then((address) => this.redirect(address.href), (error: unknown) => this.error(error));
    else this.step.answered().then((answered) => this.success(answered), (error: unknown) => this.error(error));
  }
}

/** Resolves with what was answered, or with null once the browser has been redirected; rejects where the step failed. */
export function runOidcStep(step: OidcStep, request: Request, response: Response): Promise<Answered | null> {
  return runStrategy<Answered>(new OidcStrategy(step), request, response);
}
