/** How the keys of a record file are named, and the shapes of the parts that are not content. */
import { date, decimal, type Field, flag, type Item, object, objects, term, text, texts, whole } from '@passalong/domain';

/** A map whose keys are metrics. */
export interface MapField { readonly type: 'map'; readonly holds: 'counts' | 'rates' | 'reasons' | 'names' }
export type Shape = Field | Item | MapField;
export type Shapes = Readonly<Record<string, Shape>>;

const word = { label: '', help: '' };
const group = { id: text(word), label: text(word) };
const count = { count: whole(word), base: whole(word) };

export const PLACEMENT: Shapes = {
  adaptedFrom: object('Adaptation', { recordId: text(word), version: text(word), changes: texts(word) }, word),
  institution: object('RecordInstitution', {
    name: text(word), label: text(word), fictional: flag(word), country: text(word), region: text(word), sizeBand: text(word), type: text(word), domain: text(word),
  }, word),
  visibility: term('visibility', word),
  embargoUntil: date(word),
  signOff: object('SignOff', { role: term('role', word), date: date(word) }, word),
  publishedOn: date(word),
};

export const METRIC_ROW: Shapes = {
  rowId: text(word), period: text(word), arm: text(word), channel: term('channel', word), format: term('format', word),
  definitionVersion: term('definition-version', word), definitionNote: text({ ...word, max: 2000 }), scope: term('metric-basis', word), traffic: term('metric-basis', word),
  source: term('metric-basis', word), extractedOn: date(word), videoLengthMeanSeconds: decimal(word),
  values: { type: 'map', holds: 'counts' }, nullReasons: { type: 'map', holds: 'reasons' }, derived: { type: 'map', holds: 'rates' }, missingComponents: { type: 'map', holds: 'names' },
};

export const PEOPLE_OUTCOME: Shapes = {
  outcome: term('outcome', word), measure: term('metric', word), disclosurePolicy: text(word), visibilityRaw: term('visibility', word), visibilityPublished: term('visibility', word),
  comparisonGroups: objects('NamedGroup', group, word),
  arms: objects('NamedGroup', group, word),
  rows: objects('PeopleRow', {
    group: text(word), period: text(word), arm: text(word), raw: object('RawCount', count, word),
    published: object('PublishedCount', { ...count, percent: decimal(word), reason: term('suppression', word) }, word),
  }, word),
  parity: object('Parity', { group: text(word), comparison: text(word), baseline: decimal(word), intervention: decimal(word) }, word),
  contrasts: objects('Contrast', {
    group: text(word), first: text(word), second: text(word), differencePp: decimal(word), ci95: { ...texts(word), of: { type: 'number', whole: false } }, interval: text(word),
  }, word),
};

/** Names that snake_case does not give, by the map they stand in; the record itself has no name. */
const OWN_NAMES: Readonly<Record<string, string>> = { '.label': 'version', 'StudyPeriod.key': 'id', 'Adaptation.recordId': 'id', 'Contrast.ci95': 'ci95' };

/** The key in a file of a field in a map: `over18Check` is written `over_18_check`. */
export function fileKey(owner: string, name: string): string {
  return OWN_NAMES[`${owner}.${name}`] ?? name.replaceAll(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`);
}

/** The places in which null says something. Elsewhere a key that says nothing is left out. */
const NULLABLE: ReadonlySet<string> = new Set([
  'StudyCost.money', 'StudyConsent.earliestExpiry', 'ExampleRender.limit', '.playbookRef', 'MetricRow.format', 'PublishedCount.count', 'PublishedCount.percent',
]);
export const mayBeNull = (owner: string, name: string): boolean => NULLABLE.has(`${owner}.${name}`);

/** Keys of every record that are not content. */
export const OUTER_KEYS = ['id', 'kind', 'illustrative', ...Object.keys(PLACEMENT).map((name) => fileKey('', name))] as const;
