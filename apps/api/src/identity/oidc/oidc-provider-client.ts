/** Speaks OpenID Connect with one university's provider: where to send the browser, and who came back. */
import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import * as openid from 'openid-client';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { askOutside } from '../../platform/http/outside.js';
import { type Answered, attributeNamed, type AttributeName, shownNames } from '../attributes/attribute-names.js';
import { isLoopback } from './loopback.js';
import { OidcFault, oidcFault } from './oidc-fault.js';

export interface OidcProvider { readonly id: string; readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly attributeMapping: Readonly<Record<string, string>>; readonly tenant: string | null }
/** The secrets of one sign-in under way. */
export interface OidcAttempt { readonly state: string; readonly nonce: string; readonly codeVerifier: string }

interface Known { readonly settings: string; readonly until: number; readonly configuration: Promise<openid.Configuration> }

/** A provider that hangs costs at most this long. */
const PATIENCE_MS = 5_000;
const MOST_BYTES = 1_000_000;
const KEEP_MS = 60 * 60 * 1000;
const SCOPE = 'openid profile';
/** Signed with a private key of the provider's; nothing that a secret shared with us could have signed. */
const SIGNATURES: readonly string[] = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

@Injectable()
export class OidcProviderClient {
  private readonly known = new Map<string, Known>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  newAttempt(): OidcAttempt {
    return { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier: openid.randomPKCECodeVerifier() };
  }

  redirectUri(providerId: string): string {
    return `${this.config.publicUrl}/auth/oidc/${providerId}/callback`;
  }

  /**
   * The provider's own sign-in page, asked for a code with PKCE, state and nonce.
   * @throws OidcFault
   */
  async authorisationUrl(provider: OidcProvider, attempt: OidcAttempt): Promise<URL> {
    const configuration = await this.described(provider);
    const asked = {
      redirect_uri: this.redirectUri(provider.id), scope: SCOPE, response_type: 'code', state: attempt.state, nonce: attempt.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(attempt.codeVerifier), code_challenge_method: 'S256',
    };
    try { return openid.buildAuthorizationUrl(configuration, asked); } catch (error) { throw oidcFault(error, 'PROVIDER_DOWN'); }
  }

  /**
   * What the provider says of itself at its issuer.
   * @throws OidcFault
   */
  async described(provider: OidcProvider): Promise<openid.Configuration> {
    return withinPatience(this.discover(provider)).catch((error: unknown) => { throw oidcFault(error, 'PROVIDER_DOWN'); });
  }

  /** What the provider says of who came back. Throws where anything about the answer is not exactly as it was asked for. */
  async verifyCallback(provider: OidcProvider, query: string, attempt: OidcAttempt): Promise<Answered> {
    return withinPatience(this.exchange(provider, query, attempt)).catch((error: unknown) => { throw oidcFault(error, 'NOT_VERIFIED'); });
  }

  private async exchange(provider: OidcProvider, query: string, attempt: OidcAttempt): Promise<Answered> {
    const configuration = await this.discover(provider);
    // Built from the settings and not from the request, whose Host header anybody can write.
    const address = new URL(`${this.redirectUri(provider.id)}?${query}`);
    const tokens = await openid.authorizationCodeGrant(configuration, address, {
      expectedState: attempt.state, expectedNonce: attempt.nonce, pkceCodeVerifier: attempt.codeVerifier, idTokenExpected: true,
    });
    const fromToken = tokens.claims();
    if (fromToken === undefined || tokens.id_token === undefined) throw new Error('The provider sent no ID token.');
    if (!SIGNATURES.includes(algorithmOf(tokens.id_token))) throw new OidcFault('WEAK_ALGORITHM', 'the ID token');
    if (fromToken.azp !== undefined && fromToken.azp !== provider.clientId) throw new OidcFault('WRONG_AUDIENCE', 'azp');
    if (provider.tenant !== null && fromToken['tid'] !== provider.tenant) throw new OidcFault('WRONG_TENANT');
    const hasMore = typeof fromToken['name'] !== 'string' && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await openid.fetchUserInfo(configuration, tokens.access_token, fromToken.sub) : {};
    const claims = { ...more, ...fromToken };
    return releasedIn(claims, provider.attributeMapping);
  }

  /** Kept for an hour per provider; a failure is not kept, and changed settings are noticed. */
  private discover(provider: OidcProvider): Promise<openid.Configuration> {
    const settings = createHash('sha256').update(JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret])).digest('base64');
    const kept = this.known.get(provider.id);
    if (kept !== undefined && kept.settings === settings && kept.until > Date.now()) return kept.configuration;
    const fresh: Known = { settings, until: Date.now() + KEEP_MS, configuration: withinPatience(this.ask(provider)) };
    this.known.set(provider.id, fresh);
    fresh.configuration.catch(() => {
      if (this.known.get(provider.id) === fresh) this.known.delete(provider.id);
    });
    return fresh.configuration;
  }

  private async ask(provider: OidcProvider): Promise<openid.Configuration> {
    const issuer = new URL(provider.issuer);
    const isOwnDemo = this.config.mode === 'demo' && issuer.protocol === 'http:' && isLoopback(issuer.hostname);
    if (issuer.protocol !== 'https:' && !isOwnDemo) throw new OidcFault('NOT_SECURE');
    const configuration = await openid.discovery(issuer, provider.clientId, provider.clientSecret, undefined, {
      timeout: PATIENCE_MS / 1000, execute: isOwnDemo ? [openid.allowInsecureRequests] : [], ...(isOwnDemo ? {} : { [openid.customFetch]: fromOutside }),
    });
    // In the code flow the library takes the token for good because it came over TLS; we check who signed it as well.
    openid.enableNonRepudiationChecks(configuration);
    if (configuration.serverMetadata().issuer !== provider.issuer) throw new OidcFault('WRONG_ISSUER');
    return configuration;
  }
}

/** Rejects after five seconds, also where a provider answers drop by drop. */
async function withinPatience<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new OidcFault('PROVIDER_DOWN', 'no answer in time')), PATIENCE_MS);
  });
  return Promise.race([work, deadline]).finally(() => clearTimeout(timer));
}

/** Everything that an issuer names, keys and tokens included, is asked on the public internet alone: an issuer is what somebody typed. */
const fromOutside: openid.CustomFetch = async (address, { method, headers, body }) => {
  const answer = await askOutside(address, { method, headers, body: body === undefined || body === null ? null : textOf(body) }, { milliseconds: PATIENCE_MS, bytes: MOST_BYTES });
  const type = answer.headers['content-type'];
  return new Response(NO_BODY.includes(answer.status) ? null : answer.text, { status: answer.status, headers: { ...(type === undefined ? {} : { 'content-type': type }), ...challengeOf(answer.headers['www-authenticate']) } });
};
const NO_BODY: readonly number[] = [204, 205, 304];
const challengeOf = (challenge: string | undefined): Record<string, string> => (challenge === undefined ? {} : { 'www-authenticate': challenge });

function textOf(body: openid.FetchBody): string {
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new Error('That is no form.');
}

function algorithmOf(token: string): string {
  const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
  return typeof header === 'object' && header !== null && 'alg' in header ? String(header.alg) : '';
}

/** Claims about the token, not about the person. */
const OF_THE_PROTOCOL: ReadonlySet<string> = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti', 'nonce', 'azp', 'acr', 'amr', 'auth_time', 'at_hash', 'c_hash', 's_hash', 'sid', 'tid', 'ver']);

/** Claims by our names: texts, and lists of texts. */
function releasedIn(claims: Readonly<Record<string, unknown>>, mapping: Readonly<Record<string, string>>): Answered {
  const found: Partial<Record<AttributeName, readonly string[]>> = {};
  for (const [claim, value] of Object.entries(claims)) {
    const name = attributeNamed(claim, mapping);
    if (name === null || (name === 'sub') !== (claim === 'sub')) continue;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter((each): each is string => typeof each === 'string');
    if (found[name] !== undefined || texts.length !== values.length) throw new OidcFault('STRANGE_CLAIM', claim);
    if (texts.length > 0) found[name] = texts;
  }
  return { released: found, unknownNames: shownNames(Object.keys(claims).filter((claim) => !OF_THE_PROTOCOL.has(claim) && attributeNamed(claim, mapping) === null)) };
}
