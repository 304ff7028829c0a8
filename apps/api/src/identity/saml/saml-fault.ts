/** Why a SAML message was not trusted. The log and the record name it; the page says what to do. */
export type SamlFaultCode =
  | 'TOO_LARGE' | 'NOT_BASE64' | 'NOT_XML' | 'FORBIDDEN_XML' | 'TOO_DEEP' | 'REPEATED_ID'
  | 'NOT_A_RESPONSE' | 'NO_SUCCESS' | 'WRONG_ISSUER' | 'WRONG_DESTINATION' | 'WRONG_REQUEST' | 'WRONG_AUDIENCE' | 'WRONG_RECIPIENT' | 'WRONG_VERSION'
  | 'NOT_ONE_ASSERTION' | 'NOT_SIGNED' | 'WEAK_ALGORITHM' | 'NOT_ENCRYPTED' | 'NOT_DECRYPTED' | 'NOT_VERIFIED'
  | 'NOT_BEARER' | 'NO_SUBJECT' | 'NO_CONDITIONS' | 'UNKNOWN_CONDITION' | 'NO_SIGN_IN_STATEMENT' | 'BAD_TIME' | 'EXPIRED' | 'NOT_YET_VALID' | 'STALE_SIGN_IN'
  | 'REPEATED_ATTRIBUTE' | 'STRANGE_ATTRIBUTE';

export class SamlFault extends Error {
  constructor(readonly code: SamlFaultCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'SamlFault';
  }
}
