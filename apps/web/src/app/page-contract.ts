/** What the api and the web agree on: the api calls `render` and runs the queries that it is given. */
import type { OperatorWords } from '@passalong/domain';

export interface PageRequest {
  /** Absolute path and query. */
  readonly url: string;
  readonly method: 'GET';
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export type Variables = Record<string, unknown>;
export type Execute = (query: string, variables?: Variables) => Promise<Answer>;

export interface PageContext {
  readonly nonce: string;
  readonly publicUrl: string;
  readonly isSignedIn: boolean;
  readonly mode: string;
  readonly operator: OperatorWords;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly html: string;
}
