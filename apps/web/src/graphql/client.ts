/** The one way from a screen to the API: typed operations in, data or a plain failure out. */
import type { TypedDocumentString } from './generated/graphql';

/** Why an answer did not come. `OFFLINE`: nothing reached the server, or nothing came back. */
export type FailureCode = 'OFFLINE' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT' | 'RATE_LIMITED' | 'INTERNAL';

export class RequestFailure extends Error {
  constructor(readonly code: FailureCode, message: string, readonly reference: string | null) {
    super(message);
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string; readonly requestId?: string } }[];
}

const SLOWEST_ANSWER_MS = 20_000;
const CODES: ReadonlySet<string> = new Set<FailureCode>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'CONFLICT', 'RATE_LIMITED', 'INTERNAL']);

/** @throws RequestFailure */
export async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables, signal?: AbortSignal): Promise<Data> {
  const { data, errors = [] } = await post<Data>({ query: document.toString(), variables }, signal);
  const [first] = errors;
  if (first !== undefined) throw new RequestFailure(codeOf(first.extensions?.code), first.message, first.extensions?.requestId ?? null);
  if (data === undefined || data === null) throw new RequestFailure('INTERNAL', 'The answer was empty.', null);
  return data;
}

async function post<Data>(body: object, signal: AbortSignal | undefined): Promise<Answer<Data>> {
  const limit = AbortSignal.timeout(SLOWEST_ANSWER_MS);
  try {
    const response = await fetch('/graphql', {
      method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body), signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    return (await response.json()) as Answer<Data>;
  } catch (error) {
    throw new RequestFailure('OFFLINE', error instanceof Error ? error.message : String(error), null);
  }
}

function codeOf(code: string | undefined): FailureCode {
  return code !== undefined && CODES.has(code) ? (code as FailureCode) : 'INTERNAL';
}
