/** A resource as the fragments of this folder read it. */
import type { Term } from './vocabulary/types';

export type ResourceKind = 'PLAYBOOK' | 'CONTENT_TEMPLATE' | 'CASE_STUDY';

export interface Attribution {
  readonly name: string;
  readonly isAnonymised: boolean;
  readonly country: string | null;
  readonly sizeBand: string | null;
  readonly type: string | null;
}

export interface Version {
  readonly number: number;
  readonly label: string | null;
  readonly publishedAt: string;
  readonly changeNote: string | null;
}

export interface Origin {
  readonly number: number;
  readonly title: string;
  readonly resourceSlug: string;
}

export interface ResourceHead {
  readonly id: string;
  readonly slug: string;
  readonly url: string;
  readonly kind: ResourceKind;
  readonly state: 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'ARCHIVED' | 'HIDDEN';
  readonly visibility: 'PRIVATE' | 'INSTITUTION' | 'GROUP' | 'MEMBERS' | 'PUBLIC';
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly attributedTo: Attribution;
  readonly institution: { readonly slug: string; readonly name: string; readonly isFictional: boolean } | null;
  readonly contributors: readonly { readonly name: string; readonly role: Term | null }[];
  readonly terms: readonly Term[];
  readonly licence: Term | null;
  readonly attribution: string | null;
  readonly version: Version | null;
  readonly adaptedFrom: Origin | null;
  readonly reviewBy: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string;
}

/** What every kind's content carries besides its own fields. */
export interface EveryContent {
  readonly illustrativeNote: string | null;
  readonly equityLenses: readonly Term[];
  readonly lensDefinitions: readonly { readonly lens: Term | null; readonly definition: string | null }[];
  readonly body: { readonly html: string } | null;
}

export interface ResourceEntry {
  readonly id: string;
  readonly slug: string;
  readonly kind: ResourceKind;
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly attributedTo: { readonly name: string };
  readonly version: { readonly number: number; readonly publishedAt: string } | null;
  readonly content: EntryContent;
}

/** Which of these are there depends on the kind. */
export interface EntryContent {
  readonly timeline?: string | null;
  readonly resources?: { readonly staffHours: number | null; readonly studentHours: number | null; readonly directCost: { readonly amount: string; readonly currency: string } | null } | null;
  readonly formatFamily?: Term | null;
  readonly variants?: readonly { readonly format: Term | null }[];
  readonly resultDirection?: Term | null;
  readonly limitsSummary?: string | null;
  readonly cost?: { readonly currency: string | null; readonly money: number | null; readonly staffHours: number | null; readonly studentHours: number | null } | null;
}

export interface TextPart { readonly text: string; readonly isHit: boolean }
export interface SearchCount { readonly id: string; readonly label: string; readonly count: number }

export interface SearchPage extends ResourcePage {
  readonly total: number;
  /** Nothing had every word. */
  readonly isAnyWord: boolean;
  readonly kinds: readonly SearchCount[];
  readonly tags: readonly SearchCount[];
}

export interface ResourcePage {
  readonly edges: readonly { readonly node: ResourceEntry; readonly highlight?: readonly TextPart[] }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
