/**
 * The passport face of SAML, over passport-saml. One object per request: a shared one lets concurrent requests overwrite each other. It
 * does two things only; logout and the redirect binding for answers, which passport-saml offers as well, cannot be reached.
 */
import { type PassportSamlConfig, Strategy, type VerifyWithoutRequest } from '@node-saml/passport-saml';
import type { Request, Response } from 'express';
import passport from 'passport';

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

/** Runs one step through passport. Resolves with the verified assertion, or with null once the browser has been redirected; rejects where the step failed. */
export function runSamlStep(step: SamlStep, options: PassportSamlConfig, request: Request, response: Response): Promise<VerifiedBytes | null> {
  return new Promise((resolve, reject) => {
    response.once('finish', () => resolve(null));
    response.once('close', () => resolve(null));
    const answer = (error: unknown, verified?: VerifiedBytes | false | null): void => {
      if (error) reject(error instanceof Error ? error : new Error('The strategy failed.'));
      else if (verified) resolve(verified);
      else reject(new Error('The strategy refused.'));
    };
    const middleware: (request: Request, response: Response, next: (error?: unknown) => void) => void = passport.authenticate(new SamlStrategy(step, options), { session: false }, answer);
    middleware(request, response, (error) => reject(error instanceof Error ? error : new Error('The strategy passed.')));
  });
}
