/** Why an answer of OpenID Connect was not trusted, or none came. */
import * as openid from 'openid-client';

export type OidcFaultCode =
  | 'PROVIDER_DOWN' | 'NOT_SECURE' | 'WRONG_SECRET' | 'DECLINED' | 'NO_TOKEN' | 'INCOMPLETE' | 'NOT_SUPPORTED'
  | 'WRONG_ISSUER' | 'WRONG_AUDIENCE' | 'WRONG_TENANT' | 'WRONG_REQUEST' | 'WRONG_PERSON' | 'WRONG_KEY' | 'WEAK_ALGORITHM' | 'EXPIRED' | 'NOT_YET_VALID' | 'STRANGE_CLAIM' | 'NOT_VERIFIED';

export class OidcFault extends Error {
  constructor(readonly code: OidcFaultCode, detail = '', override readonly cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'OidcFault';
  }
}

/** The attribute of the discovery document or the user info, or the claim of the token, that is not what it should be. */
const BY_NAME: Readonly<Record<string, OidcFaultCode>> = {
  issuer: 'WRONG_ISSUER', iss: 'WRONG_ISSUER', aud: 'WRONG_AUDIENCE', azp: 'WRONG_AUDIENCE', nonce: 'WRONG_REQUEST', sub: 'WRONG_PERSON', exp: 'EXPIRED', nbf: 'NOT_YET_VALID',
};
/** What the library tells by words alone. */
const BY_WORDS: readonly (readonly [RegExp, OidcFaultCode])[] = [[/signature verification failed/, 'WRONG_KEY'], [/"alg" header/, 'WEAK_ALGORITHM'], [/"iss" \(issuer\) response parameter/, 'WRONG_ISSUER']];
const BY_CODE: Readonly<Record<string, OidcFaultCode>> = {
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'PROVIDER_DOWN', OAUTH_RESPONSE_IS_NOT_JSON: 'PROVIDER_DOWN', OAUTH_PARSE_ERROR: 'PROVIDER_DOWN', OAUTH_MISSING_SERVER_METADATA: 'PROVIDER_DOWN', OAUTH_TIMEOUT: 'PROVIDER_DOWN',
  OAUTH_KEY_SELECTION_FAILED: 'WRONG_KEY', OAUTH_UNSUPPORTED_OPERATION: 'NOT_SUPPORTED', OAUTH_INVALID_RESPONSE: 'INCOMPLETE',
};

/** What the library's error means to whoever sets the provider up; `otherwise` where it does not say. */
export function oidcFault(error: unknown, otherwise: OidcFaultCode): OidcFault {
  if (error instanceof OidcFault) return error;
  const words = wordsOf(error);
  return new OidcFault(codeOf(error, words) ?? otherwise, words.slice(0, 200), error);
}

function codeOf(error: unknown, words: string): OidcFaultCode | null {
  if (error instanceof openid.AuthorizationResponseError) return 'DECLINED';
  if (error instanceof openid.WWWAuthenticateChallengeError) return 'WRONG_SECRET';
  if (error instanceof openid.ResponseBodyError) return ['invalid_client', 'unauthorized_client'].includes(error.error) ? 'WRONG_SECRET' : 'NO_TOKEN';
  if (!(error instanceof Error)) return null;
  const said = BY_WORDS.find(([pattern]) => pattern.test(words))?.[1];
  return said ?? BY_NAME[nameOfWrongValue(error) ?? ''] ?? BY_CODE['code' in error ? String(error.code) : ''] ?? null;
}

/** openid-client hands on what oauth4webapi says, which is more exact. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** It also hands on what oauth4webapi compared. */
function nameOfWrongValue(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const { attribute, claim, cause } = error as { attribute?: unknown; claim?: unknown; cause?: unknown };
  if (typeof attribute === 'string') return attribute;
  return typeof claim === 'string' ? claim : nameOfWrongValue(cause);
}
