/** What a record file holds, as values: the content of the resource, where it stands, and a case study's numbers. */
import type { ResourceKind } from '@passalong/domain';

export interface RecordParts {
  readonly kind: ResourceKind;
  /** The record's own id, `pb-`, `tpl-` or `cs-`; stable for ever. */
  readonly recordId: string;
  /** What `prepareContent` takes; a stored content, with rich text as documents, is understood too when writing. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Where the content refers to another record; when writing, the record id that stands at the path. */
  readonly links: readonly RecordLink[];
  readonly placement: Placement;
  readonly numbers: StudyNumbers;
}

export interface RecordLink { readonly path: string; readonly recordId: string }

/** What the file says of the version around its content. */
export interface Placement {
  readonly institution?: RecordInstitution;
  /** A term, for example `visibility:public`. */
  readonly visibility?: string;
  readonly embargoUntil?: string;
  readonly signOff?: { readonly role: string; readonly date: string };
  readonly publishedOn?: string;
  /** The author's label of this version; the same as `content.label`. */
  readonly versionLabel?: string;
  readonly adaptedFrom?: { readonly recordId: string; readonly version: string; readonly changes: readonly string[] };
}

/** A named institution, or the `label` of one that stays anonymous. */
export interface RecordInstitution {
  readonly name?: string;
  readonly label?: string;
  readonly fictional?: boolean;
  readonly country?: string;
  readonly region?: string;
  readonly sizeBand?: string;
  readonly type?: string;
  readonly domain?: string;
}

/** Absent means "not stated"; an empty list means "none, and we know it". */
export interface StudyNumbers {
  readonly metrics?: readonly MetricRow[];
  readonly peopleOutcomes?: readonly PeopleOutcome[];
}

export interface MetricRow {
  readonly rowId: string;
  readonly period: string;
  readonly arm?: string;
  readonly channel: string;
  readonly format: string | null;
  readonly definitionVersion: string;
  readonly definitionNote?: string;
  readonly scope: string;
  readonly traffic: string;
  readonly source: string;
  readonly extractedOn: string;
  readonly videoLengthMeanSeconds?: number;
  /** Raw counts by metric, without the prefix `metric:`. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly nullReasons?: Readonly<Record<string, string>>;
  readonly derived: Readonly<Record<string, number>>;
  readonly missingComponents?: Readonly<Record<string, readonly string[]>>;
}

export interface PeopleOutcome {
  readonly outcome: string;
  readonly measure: string;
  readonly disclosurePolicy: string;
  readonly visibilityRaw: string;
  readonly visibilityPublished: string;
  readonly comparisonGroups?: readonly NamedGroup[];
  readonly arms?: readonly NamedGroup[];
  readonly rows: readonly PeopleRow[];
  readonly parity?: { readonly group: string; readonly comparison: string; readonly baseline?: number; readonly intervention?: number };
  readonly contrasts?: readonly Contrast[];
}

export interface NamedGroup { readonly id: string; readonly label: string }

export interface PeopleRow {
  readonly group: string;
  readonly period: string;
  readonly arm?: string;
  readonly raw?: { readonly count: number; readonly base: number };
  readonly published: { readonly count: number | null; readonly base: number; readonly percent: number | null; readonly reason?: string };
}

export interface Contrast {
  readonly group: string;
  readonly first: string;
  readonly second: string;
  readonly differencePp: number;
  readonly ci95: readonly number[];
  readonly interval: string;
}
