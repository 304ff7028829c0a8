/** An access token shown with a request (RFC 6750), and the answer to one that is worth nothing. */
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { DomainError } from '../errors/domain-error.js';

/** What stands after `Bearer`; null where the header is absent or of another scheme, such as that of a proxy in front of a test installation. */
export function readBearer(authorization: string | undefined): string | null {
  const shown = /^Bearer(?: +(\S*))? *$/i.exec(authorization ?? '');
  return shown === null ? null : (shown[1] ?? '');
}

/** Nobody who shows a token is answered as somebody without one: they would take the public answer for theirs. */
export function invalidToken(): GraphQLError {
  const error = new DomainError('UNAUTHENTICATED', 'This access token has ended, or never was one. Fetch another at /oauth/token.');
  const http = { status: 401, headers: new HeaderMap([['www-authenticate', 'Bearer realm="Passalong", error="invalid_token"'], ['cache-control', 'private, no-store']]) };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}
