/** One formatter: known errors keep their words and code, anything else becomes INTERNAL with a reference and no text of its own. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from './domain-error.js';

/** Codes that graphql-js and Apollo give to a query that cannot be run; their messages speak of the query alone. */
const QUERY_CODES = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST', 'INVALID_INPUT']);

export type ReportUnknown = (error: unknown, requestId: string) => void;

export function formatError(formatted: GraphQLFormattedError, error: unknown, requestId: string, report: ReportUnknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const place = { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}) };
  if (cause instanceof DomainError) {
    return { message: cause.message, ...place, extensions: { code: cause.code, details: cause.details, requestId } };
  }
  const code = String(formatted.extensions?.['code'] ?? '');
  if (QUERY_CODES.has(code)) return { message: withoutSuggestions(formatted.message), ...place, extensions: { code: 'INVALID_INPUT', details: { reason: code }, requestId } };
  report(cause, requestId);
  return { message: 'Something went wrong on our side. Nothing was changed.', ...place, extensions: { code: 'INTERNAL', details: {}, requestId } };
}

function withoutSuggestions(message: string): string {
  return message.replace(/ Did you mean [^?]*\?/g, '');
}
