/** Looks a provider up while somebody sets it up: its metadata, or what it says of itself at its issuer. */
import { Inject, Injectable } from '@nestjs/common';
import { X509Certificate } from 'node:crypto';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import { fetchOutside, hostProblem } from '../../platform/http/outside.js';
import { OidcFault } from '../oidc/oidc-fault.js';
import { isLoopback } from '../oidc/loopback.js';
import { OidcProviderClient } from '../oidc/oidc-provider-client.js';
import { type IdpMetadata, METADATA_BYTES, MetadataProblem, readMetadata } from '../saml/idp-metadata.js';
import type { SetUpOidcInput, SetUpSamlInput } from './set-up.inputs.js';
import { TEST_FAULTS } from './test-faults.js';

type Problem = { readonly ok: false; readonly errors: UserError[] };
export type FoundMetadata = { readonly ok: true; readonly metadata: IdpMetadata; readonly metadataUrl: string | null; readonly signers: readonly string[] } | Problem;
export type FoundIssuer = { readonly ok: true; readonly issuer: string; readonly clientId: string; readonly clientSecret: string | null; readonly tenant: string | null } | Problem;

const PATIENCE_MS = 20_000;
/** What is pasted describes one provider; a whole federation is fetched. */
const MOST_PASTED = 1_000_000;
const LONGEST = 1_024;

@Injectable()
export class ProviderLookup {
  /** Replaced in tests. */
  fetch: typeof fetchOutside = fetchOutside;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(OidcProviderClient) private readonly oidc: OidcProviderClient) {}

  /** `kept` signed what was fetched before; it counts where nobody else is named. */
  async metadata(input: SetUpSamlInput, kept: readonly string[]): Promise<FoundMetadata> {
    const text = (input.metadata ?? '').trim();
    const address = (input.address ?? '').trim();
    if ((text === '') === (address === '')) return problem('Give the metadata itself, or the address where it is.', 'input.metadata');
    if (text.length > MOST_PASTED) return problem('That is more than one provider’s metadata. Give the address of the federation and the entityID.', 'input.metadata');
    const signer = certificateIn(input.signer);
    if (signer === 'UNREADABLE') return problem('That is not a certificate. One begins with -----BEGIN CERTIFICATE-----.', 'input.signer');
    const path = address === '' ? 'input.metadata' : 'input.address';
    try {
      const given = address === '' ? text : await this.fetch(address, { milliseconds: PATIENCE_MS, bytes: METADATA_BYTES });
      const signers = signer !== null ? [signer] : address === '' ? [] : kept;
      const metadata = readMetadata(given, { entityId: (input.entityId ?? '').trim() || null, signers, now: Date.now(), allowsLoopback: this.config.mode !== 'production' });
      // Without a signature anybody on the way could change what is fetched, so it is read once, by whoever looks at it here.
      return { ok: true, metadata, metadataUrl: address !== '' && signers.length > 0 ? address : null, signers };
    } catch (error) {
      if (error instanceof MetadataProblem || address !== '') return problem(error instanceof Error ? error.message : 'It could not be fetched.', path);
      throw error;
    }
  }

  async issuer(input: SetUpOidcInput): Promise<FoundIssuer> {
    const [issuer, clientId, tenant] = [input.issuer.trim(), input.clientId.trim(), (input.tenant ?? '').trim()];
    const clientSecret = (input.clientSecret ?? '').trim();
    if ([issuer, clientId, tenant, clientSecret].some((text) => text.length > LONGEST)) return problem('That is too long.', 'input.issuer');
    if (!URL.canParse(issuer) || new URL(issuer).search !== '' || new URL(issuer).hash !== '') return problem('An issuer is a web address without anything after a question mark.', 'input.issuer');
    if (clientId === '') return problem('Give the client id that your provider made for Passalong.', 'input.clientId');
    if (clientSecret === '' && (input.providerId ?? null) === null) return problem('Give the secret that belongs to the client id.', 'input.clientSecret');
    const unreachable = this.isOwn(issuer) ? null : await hostProblem(new URL(issuer));
    if (unreachable !== null) return problem(unreachable, 'input.issuer');
    try {
      await this.oidc.described({ id: `set-up ${issuer} ${clientId}`, issuer, clientId, clientSecret, attributeMapping: {}, tenant: null });
    } catch (error) {
      const { happened, fix } = TEST_FAULTS[error instanceof OidcFault ? error.code : 'PROVIDER_DOWN'];
      return problem(`${happened} ${fix}`, 'input.issuer');
    }
    return { ok: true, issuer, clientId, clientSecret: clientSecret === '' ? null : clientSecret, tenant: tenant === '' ? null : tenant };
  }

  /** The invented providers of demo mode, on this machine. */
  private isOwn(issuer: string): boolean {
    return this.config.mode === 'demo' && isLoopback(new URL(issuer).hostname);
  }
}

function problem(message: string, path: string): Problem {
  return { ok: false, errors: [new InvalidValueError(message, path)] };
}

function certificateIn(text: string | null | undefined): string | 'UNREADABLE' | null {
  const given = (text ?? '').trim();
  if (given === '') return null;
  const pem = given.includes('-----BEGIN') ? given : `-----BEGIN CERTIFICATE-----\n${given}\n-----END CERTIFICATE-----`;
  try { return new X509Certificate(pem).toString(); } catch { return 'UNREADABLE'; }
}
