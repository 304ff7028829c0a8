/** Speaks SAML 2.0 with one university's provider: the address to send the browser to, and what came back. */
import { ValidateInResponseTo, type PassportSamlConfig } from '@node-saml/passport-saml';
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { readAssertion, type Verified } from './assertion-gate.js';
import { decrypt } from './decrypt.js';
import { type Expected, openResponse } from './response-gate.js';
import { SamlFault, type SamlFaultCode } from './saml-fault.js';
import { SKEW_MS } from './saml-time.js';
import { attributeOf, decodeMessage, parseXml } from './saml-xml.js';
import { runSamlStep } from './saml.strategy.js';

/** A row of `identity_provider` with its row of `saml_provider`. */
export interface SamlProvider {
  readonly id: string;
  readonly issuer: string;
  readonly signOnUrl: string;
  /** PEM; several while the provider changes its key. */
  readonly certificates: readonly string[];
  readonly wantsEncryption: boolean;
  readonly attributeMapping: Readonly<Record<string, string>>;
  /** PEM, the newest first: the one before stays until the provider has our new certificate. They are opened where something is encrypted, and not before. */
  readonly decryptionKeys: () => readonly string[];
}

/** Takes the request that an answer names, if it is one of ours that waits; refuses otherwise. */
export type ClaimRequest = (requestId: string) => Promise<boolean>;

@Injectable()
export class SamlProviderClient {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Our entityID at this provider: one for each, so that no answer fits another university. */
  entityId(providerId: string): string {
    return `${this.config.publicUrl}/auth/saml/${providerId}/metadata`;
  }

  answerAddress(providerId: string): string {
    return `${this.config.publicUrl}/auth/saml/${providerId}/acs`;
  }

  /** Names of elements begin with a letter, hence the sign in front. */
  newRequestId(): string {
    return `_${randomBytes(20).toString('hex')}`;
  }

  /** Redirects the browser to the provider with one request. */
  async ask(provider: SamlProvider, requestId: string, request: Request, response: Response): Promise<void> {
    await runSamlStep({ to: 'provider' }, { ...this.options(provider), generateUniqueId: () => requestId }, request, response);
  }

  /** The request that an answer says it belongs to. Believed of nothing but which test of a set-up it was that failed. */
  claimedRequest(field: unknown): string | null {
    try { return attributeOf(parseXml(decodeMessage(field)), 'InResponseTo'); } catch { return null; }
  }

  /**
   * What the provider says, read from verified bytes only.
   * @throws SamlFault where anything is not exactly as it was asked for.
   */
  async readAnswer(provider: SamlProvider, field: unknown, isAwaited: ClaimRequest, request: Request, response: Response): Promise<Verified & { readonly requestId: string }> {
    const message = decodeMessage(field);
    const expected: Expected = { issuer: provider.issuer, audience: this.entityId(provider.id), recipient: this.answerAddress(provider.id), wantsEncryption: provider.wantsEncryption, now: Date.now() };
    const opened = openResponse(parseXml(message), expected);
    if (!(await isAwaited(opened.requestId))) throw new SamlFault('WRONG_REQUEST', 'nobody waits for it');
    const key = opened.encrypted === null ? null : await decrypt(opened.encrypted, provider.decryptionKeys());
    const options = { ...this.options(provider), wantAuthnResponseSigned: opened.isSigned, ...(key === null ? {} : { decryptionPvk: key }) };
    const verified = await runSamlStep({ to: 'us', message }, options, request, response).catch((error: unknown) => { throw libraryFault(error); });
    if (verified === null) throw new SamlFault('NOT_VERIFIED', 'the browser has gone');
    return { requestId: opened.requestId, ...readAssertion(parseXml(verified.assertionXml), { ...expected, requestId: opened.requestId, mapping: provider.attributeMapping }) };
  }

  private options(provider: SamlProvider): PassportSamlConfig {
    const entityId = this.entityId(provider.id);
    return {
      issuer: entityId, audience: entityId, callbackUrl: this.answerAddress(provider.id), entryPoint: provider.signOnUrl, idpIssuer: provider.issuer, idpCert: [...provider.certificates],
      wantAssertionsSigned: true, wantAuthnResponseSigned: false, signatureAlgorithm: 'sha256', identifierFormat: null, disableRequestedAuthnContext: true,
      acceptedClockSkewMs: SKEW_MS, validateInResponseTo: ValidateInResponseTo.never, // the gate does, and claims it in PostgreSQL
    };
  }
}

/** The library tells its reasons by their words alone. Only the record, and the page of a test, say more than that it was not trusted. */
const REASONS: readonly (readonly [RegExp, SamlFaultCode])[] = [[/is not a valid date/, 'BAD_TIME'], [/audience/i, 'WRONG_AUDIENCE'], [/not yet valid/i, 'NOT_YET_VALID'], [/expired|no longer valid/i, 'EXPIRED']];

function libraryFault(error: unknown): SamlFault {
  const message = error instanceof Error ? error.message.slice(0, 200) : '';
  return new SamlFault(REASONS.find(([words]) => words.test(message))?.[1] ?? 'NOT_VERIFIED', message);
}
