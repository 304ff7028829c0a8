/** Turns a record file into what the library stores. Nothing is dropped: what has no field goes into extra and is reported. */
import { CONTENT_FIELDS } from '@passalong/domain';
import { fieldOfHeading } from './headings.js';
import { isYamlMap, readFields, type Reading, readRows, type RecordProblem, report } from './read-fields.js';
import type { RecordFile } from './record-file.js';
import type { MetricRow, PeopleOutcome, Placement, RecordLink, RecordParts, StudyNumbers } from './record-parts.js';
import { fileKey, METRIC_ROW, OUTER_KEYS, PEOPLE_OUTCOME, PLACEMENT } from './record-shapes.js';

export interface RecordContent extends RecordParts {
  /** The same map as `content.extra`. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly problems: readonly RecordProblem[];
}

const PREFIXES = { PLAYBOOK: 'pb-', CONTENT_TEMPLATE: 'tpl-', CASE_STUDY: 'cs-' } as const;

/** The parts of a record. A strict reader refuses any problem, a lenient one only errors. */
export function contentOf(record: RecordFile): RecordContent {
  const { kind, recordId, frontMatter } = record;
  const outer: Reading = { problems: [], strays: {}, checksValues: true };
  const inner: Reading = { problems: outer.problems, strays: outer.strays, checksValues: false };
  const { body: _body, extra: _extra, ...fields } = CONTENT_FIELDS[kind];
  const { metrics, people_outcomes: peopleOutcomes, extra: given, ...keys } = frontMatter;
  const isStudy = kind === 'CASE_STUDY';
  const content = readFields(fields, {
    ...without(keys, OUTER_KEYS),
    ...(isStudy || metrics === undefined ? {} : { metrics }),
    ...(isStudy || peopleOutcomes === undefined ? {} : { people_outcomes: peopleOutcomes }),
  }, '', '', inner);
  const placement = readFields(PLACEMENT, only(keys, Object.keys(PLACEMENT).map((name) => fileKey('', name))), '', '', outer);
  const numbers: StudyNumbers = isStudy ? readNumbers(metrics, peopleOutcomes, outer) : {};
  readSections(record, content, inner);
  checkOpening(record, content, outer);
  const extra = mergedExtra(given, outer);
  if (Object.keys(extra).length > 0) content['extra'] = extra;
  const label = content['label'];
  return {
    kind, recordId, content, links: linksOf(kind, content),
    placement: { ...(placement as Placement), ...(typeof label === 'string' ? { versionLabel: label } : {}) },
    numbers, extra, problems: outer.problems,
  };
}

/** The references of a content, with their paths. */
export function linksOf(kind: RecordFile['kind'], content: Readonly<Record<string, unknown>>): RecordLink[] {
  return Object.entries(CONTENT_FIELDS[kind]).flatMap(([name, field]): RecordLink[] => {
    const value = content[name];
    if (field.type === 'link') return typeof value === 'string' ? [{ path: name, recordId: value }] : [];
    if (field.type !== 'list' || field.of.type !== 'link' || !Array.isArray(value)) return [];
    return value.flatMap((id: unknown, index) => (typeof id === 'string' ? [{ path: `${name}.${index}`, recordId: id }] : []));
  });
}

function readNumbers(metrics: unknown, peopleOutcomes: unknown, reading: Reading): StudyNumbers {
  const rows = metrics === undefined ? undefined : readRows(METRIC_ROW, 'MetricRow', metrics, 'metrics', reading);
  const outcomes = peopleOutcomes === undefined ? undefined : readRows(PEOPLE_OUTCOME, 'PeopleOutcome', peopleOutcomes, 'people_outcomes', reading);
  lacking(rows, 'metrics', ['rowId', 'period', 'channel', 'definitionVersion', 'scope', 'traffic', 'source', 'extractedOn', 'values', 'derived'], 'MetricRow', reading);
  lacking(outcomes, 'people_outcomes', ['outcome', 'measure', 'disclosurePolicy', 'visibilityRaw', 'visibilityPublished', 'rows'], 'PeopleOutcome', reading);
  return {
    ...(rows === undefined ? {} : { metrics: rows as unknown as MetricRow[] }),
    ...(outcomes === undefined ? {} : { peopleOutcomes: outcomes as unknown as PeopleOutcome[] }),
  };
}

function lacking(rows: readonly Record<string, unknown>[] | undefined, at: string, names: readonly string[], owner: string, reading: Reading): void {
  for (const [index, row] of (rows ?? []).entries()) {
    for (const name of names) if (row[name] === undefined) report(reading, `${at}.${index}.${fileKey(owner, name)}`, 'Every row has this key.');
  }
}

/** Fills the fields that stand under a heading; the other sections are the body, in order. */
function readSections({ kind, lead, sections }: RecordFile, content: Record<string, unknown>, reading: Reading): void {
  const body = lead === '' ? [] : [lead];
  const headed = new Set<string>();
  for (const section of sections) {
    const field = fieldOfHeading(kind, section.heading);
    if (field === undefined) { body.push(section.whole); continue; }
    if (content[field] !== undefined) {
      report(reading, fileKey('', field), headed.has(field)
        ? `Two headings fill this field; "${section.heading}" was left in the body.`
        : `Given as a key and under the heading "${section.heading}"; only one of them may stand.`);
      body.push(section.whole);
      continue;
    }
    headed.add(field);
    content[field] = { markdown: section.text };
  }
  if (body.length > 0) content['body'] = { markdown: body.join('\n\n') };
}

function checkOpening({ kind, recordId, frontMatter }: RecordFile, content: Record<string, unknown>, reading: Reading): void {
  if (!recordId.startsWith(PREFIXES[kind])) report(reading, 'id', `The id of this kind begins with ${PREFIXES[kind]}.`);
  if (typeof content['title'] !== 'string') report(reading, 'title', 'Every record has a title.');
  const isInvented = frontMatter['illustrative'];
  if (isInvented !== undefined && typeof isInvented !== 'boolean') report(reading, 'illustrative', 'True or false.');
  if ((isInvented === true) !== (content['illustrativeNote'] !== undefined)) report(reading, 'illustrative', 'illustrative: true and illustrative_note go together.');
}

function mergedExtra(given: unknown, reading: Reading): Readonly<Record<string, unknown>> {
  if (given !== undefined && !isYamlMap(given)) report(reading, 'extra', 'This is a map.');
  const extra: Record<string, unknown> = isYamlMap(given) ? { ...given } : given === undefined ? {} : { extra: given };
  for (const [path, value] of Object.entries(reading.strays)) {
    if (extra[path] === undefined) { extra[path] = value; continue; }
    let number = 2;
    while (extra[`${path}_${number}`] !== undefined) number += 1;
    extra[`${path}_${number}`] = value;
    report(reading, path, `extra has ${path} already; this one stands there as ${path}_${number}.`);
  }
  return extra;
}

function without(map: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

function only(map: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));
}
