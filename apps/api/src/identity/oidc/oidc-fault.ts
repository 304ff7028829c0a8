/** Why an answer of OpenID Connect was not trusted, or none came. */
import * as openid from 'openid-client';

export type OidcFaultCode = 'PROVIDER_DOWN' | 'NOT_SECURE' | 'WRONG_ISSUER' | 'WRONG_SECRET' | 'WRONG_AUDIENCE' | 'WRONG_TENANT' | 'WEAK_ALGORITHM' | 'STRANGE_CLAIM' | 'DECLINED' | 'NOT_VERIFIED';

export class OidcFault extends Error {
  constructor(readonly code: OidcFaultCode, detail = '', override readonly cause?: unknown) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'OidcFault';
  }
}

/** What the library's error means to whoever sets the provider up; `otherwise` where it does not say. */
export function oidcFault(error: unknown, otherwise: OidcFaultCode): OidcFault {
  if (error instanceof OidcFault) return error;
  const message = error instanceof Error ? error.message : '';
  return new OidcFault(codeOf(error) ?? otherwise, message.slice(0, 200), error);
}

function codeOf(error: unknown): OidcFaultCode | null {
  if (error instanceof openid.AuthorizationResponseError) return 'DECLINED';
  if (error instanceof openid.WWWAuthenticateChallengeError) return 'WRONG_SECRET';
  if (error instanceof openid.ResponseBodyError && ['invalid_client', 'unauthorized_client'].includes(error.error)) return 'WRONG_SECRET';
  if (!(error instanceof openid.ClientError)) return null;
  const wrong = nameOfWrongClaim(error.cause);
  if (wrong === 'issuer' || wrong === 'iss') return 'WRONG_ISSUER';
  return wrong === 'aud' ? 'WRONG_AUDIENCE' : null;
}

/** openid-client hands on what oauth4webapi compared: the attribute of the discovery document, or the claim of the token. */
function nameOfWrongClaim(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null) return null;
  const { attribute, claim, cause: deeper } = cause as { attribute?: unknown; claim?: unknown; cause?: unknown };
  if (typeof attribute === 'string') return attribute;
  return typeof claim === 'string' ? claim : nameOfWrongClaim(deeper);
}
