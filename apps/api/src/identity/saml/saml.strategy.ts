/**
 * The passport face of SAML, over passport-saml. It does two things only; logout and the redirect binding for answers, which passport-saml
 * offers as well, cannot be reached.
 */
import { type PassportSamlConfig, Strategy, type VerifyWithoutRequest } from '@node-saml/passport-saml';
import type { Request, Response } from 'express';
import { runStrategy } from '../run-strategy.js';

/** What one request does: send the browser away, or hand over the verified bytes of the one assertion. */
export type SamlStep = { readonly to: 'provider' } | { readonly to: 'us'; readonly message: string };
interface VerifiedBytes { readonly assertionXml: string }

/** The library's own hook for a profile is not used: it is made of more than the verified bytes. */
const NOBODY: VerifyWithoutRequest = (_profile, done) => { done(null); };

class SamlStrategy extends Strategy {
  constructor(private readonly step: SamlStep, options: PassportSamlConfig) {
    super(options, NOBODY, NOBODY);
  }

  override authenticate(): void {
    const saml = this._saml;
    if (saml === undefined) return this.error(new Error('The strategy was not set up.'));
    if (this.step.to === 'provider') {
      saml.getAuthorizeUrlAsync('', undefined, {}).then((address) => this.redirect(address), (error: unknown) => this.error(error instanceof Error ? error : new Error('No address.')));
      return;
    }
    saml.validatePostResponseAsync({ SAMLResponse: Buffer.from(this.step.message).toString('base64') }).then(
      ({ profile }) => {
        const assertionXml = profile?.getAssertionXml?.();
        if (assertionXml === undefined) this.error(new Error('Nothing was verified.'));
        else this.success({ assertionXml } as never);
      },
      (error: unknown) => this.error(error instanceof Error ? error : new Error('Not verified.')),
    );
  }
}

/** Resolves with the verified assertion, or with null once the browser has been redirected; rejects where the step failed. */
export function runSamlStep(step: SamlStep, options: PassportSamlConfig, request: Request, response: Response): Promise<VerifiedBytes | null> {
  return runStrategy<VerifiedBytes>(new SamlStrategy(step, options), request, response);
}
