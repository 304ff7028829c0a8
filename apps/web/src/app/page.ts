/** A page: the one query it asks, what stands in its head, and what it shows. */
import type { ReactElement } from 'react';
import type { I18n } from '@lingui/core';
import type { TypedDocumentString } from '../graphql/generated/graphql';
import type { ScreenViewer } from '../screens/screen';
import type { PageContext, Variables } from './page-contract';

/** What every page knows besides its own data. */
export interface Surroundings extends PageContext {
  readonly i18n: I18n;
  /** Null where nobody is signed in. */
  readonly viewer: ScreenViewer | null;
}

export interface Address {
  /** Path without the query, for example `/r/peer-led-short-video`. */
  readonly path: string;
  /** Path with the query, to come back to after signing in. */
  readonly full: string;
  readonly params: Readonly<Record<string, string>>;
  readonly search: URLSearchParams;
}

export interface Head {
  readonly title: string;
  readonly description: string;
  /** Path of the canonical address; absent on pages that are nobody's address. */
  readonly canonical?: string;
  readonly isIndexed?: boolean;
  /** When it was published, on pages of a record. */
  readonly publishedAt?: string;
  /** JSON-LD, on public resource pages. */
  readonly structuredData?: object;
}

export interface PageProps<Data> {
  readonly data: Data;
  readonly at: Address;
  readonly context: Surroundings;
}

/** `Asked` are the variables of its query, as the contract types them. */
export interface Page<Data, Asked extends Variables = Variables> {
  /** Absent on pages that ask nothing. */
  readonly query?: TypedDocumentString<Data, Asked>;
  /** Anyone else is shown the way to sign in, and comes back. */
  readonly isForSignedIn?: boolean;
  readonly variables?: (at: Address, context: Surroundings) => Asked;
  /** False gives the same 404 whether the thing is absent or may not be seen. */
  readonly isFound?: (data: Data) => boolean;
  /** The path under which it stands now, where the address is an older one. */
  readonly movedTo?: (data: Data, at: Address) => string | null;
  readonly head: (props: PageProps<Data>) => Head;
  readonly Component: (props: PageProps<Data>) => ReactElement;
}

/** A page for the route table, which knows pages but not what each of them reads. */
export type AnyPage = Omit<Page<never>, 'query'> & { readonly query?: { toString(): string } };
