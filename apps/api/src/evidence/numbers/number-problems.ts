/** What is wrong with numbers before they are stored, each with its place. */
import { computeMetric, isDisclosurePolicy, type MetricValues } from '@passalong/domain';
import type { MetricRow, PeopleOutcome, PeopleRow, StudyNumbers } from '../../library/index.js';
import { METRIC_PREFIX, type NumberTerms } from './number-terms.js';
import { contrastFor, parityFor, shownRow } from './people-figures.js';

export interface NumberProblem { readonly path: string; readonly message: string }

const MOST_ROWS = 500;
/** Metrics that may fall below zero. */
const SIGNED: ReadonlySet<string> = new Set(['net-followers']);

export function numberProblems({ metrics = [], peopleOutcomes = [] }: StudyNumbers, terms: NumberTerms): NumberProblem[] {
  const rows = metrics.length + peopleOutcomes.reduce((sum, { rows: counts }) => sum + counts.length, 0);
  if (rows > MOST_ROWS) return [{ path: '', message: `At most ${MOST_ROWS} rows of numbers are kept; this has ${rows}.` }];
  return [...metrics.flatMap((row, at) => measurementProblems(row, `metrics.${at}`, metrics, terms)), ...peopleOutcomes.flatMap((outcome, at) => outcomeProblems(outcome, `peopleOutcomes.${at}`, terms))];
}

const found = (isWrong: boolean, path: string, message: string): NumberProblem[] => (isWrong ? [{ path, message }] : []);

function termProblems(terms: NumberTerms, at: string, ids: readonly (readonly [key: string, scheme: string, id: string | null | undefined])[]): NumberProblem[] {
  return ids.flatMap(([key, scheme, id]) => found(id !== null && id !== undefined && !terms.has(scheme, id), `${at}.${key}`, `"${String(id).slice(0, 80)}" is not a tag of "${scheme}".`));
}

function lengthProblems(at: string, texts: readonly (readonly [key: string, text: string | undefined, max: number])[]): NumberProblem[] {
  return texts.flatMap(([key, text, max]) => found(text !== undefined && (text.trim() === '' || text.length > max), `${at}.${key}`, `1 to ${max} characters.`));
}

function measurementProblems(row: MetricRow, at: string, all: readonly MetricRow[], terms: NumberTerms): NumberProblem[] {
  return [
    ...found(row.rowId.trim() === '' || row.rowId.length > 80, `${at}.rowId`, 'Give the row a name of 1 to 80 characters.'),
    ...found(all.filter(({ rowId }) => rowId === row.rowId).length > 1, `${at}.rowId`, `Two rows are called "${row.rowId.slice(0, 80)}".`),
    ...lengthProblems(at, [['period', row.period, 80], ['arm', row.arm, 80], ['definitionNote', row.definitionNote, 2000]]),
    ...found(!isDay(row.extractedOn), `${at}.extractedOn`, 'A day, as in 2026-03-23.'),
    ...termProblems(terms, at, [['channel', 'channel', row.channel], ['format', 'format', row.format], ['definitionVersion', 'definition-version', row.definitionVersion],
      ['scope', 'metric-basis', row.scope], ['traffic', 'metric-basis', row.traffic], ['source', 'metric-basis', row.source]]),
    ...Object.entries(row.values).flatMap(([metric, value]) => valueProblems(metric, value, row, `${at}.values.${metric}`, terms)),
    ...Object.entries(row.nullReasons ?? {}).flatMap(([metric]) => found(row.values[metric] !== null, `${at}.values.${metric}`, 'A value and a reason why there is none exclude each other.')),
    ...Object.entries(row.derived).flatMap(([metric, value]) => rateProblems(metric, value, row, `${at}.derived.${metric}`, terms)),
  ];
}

function valueProblems(metric: string, value: number | null, row: MetricRow, at: string, terms: NumberTerms): NumberProblem[] {
  const reason = row.nullReasons?.[metric];
  return [
    ...termProblems(terms, at, [['metric', 'metric', `${METRIC_PREFIX}${metric}`], ['reason', 'suppression', reason]]),
    ...found(terms.units[metric] === 'percent' || terms.units[metric] === 'ratio', at, 'Rates are computed from their parts, never typed.'),
    ...found(value === null && reason === undefined, at, 'Say why there is no value.'),
    ...found(value !== null && (!Number.isFinite(value) || (value < 0 && !SIGNED.has(metric)) || Math.abs(value) > Number.MAX_SAFE_INTEGER), at, 'A number from 0.'),
  ];
}

function rateProblems(metric: string, value: number, row: MetricRow, at: string, terms: NumberTerms): NumberProblem[] {
  const computed = computeMetric(metric, row.values as MetricValues, terms.formulas, row.missingComponents?.[metric] ?? []);
  if (computed === null) return [{ path: at, message: 'This cannot be computed from the values of the row.' }];
  return found(computed.value !== value, at, `The values of the row give ${computed.value}.`);
}

function outcomeProblems(outcome: PeopleOutcome, at: string, terms: NumberTerms): NumberProblem[] {
  const { disclosurePolicy: policy } = outcome;
  if (!isDisclosurePolicy(policy)) return [{ path: `${at}.disclosurePolicy`, message: `"${policy.slice(0, 80)}" is not a disclosure policy.` }];
  // Comparisons are computed from raw counts; a file that left those out is taken at its word
  const isComparable = outcome.rows.every(({ raw }) => raw !== undefined);
  const { parity, contrasts = [] } = outcome;
  return [
    ...termProblems(terms, at, [['outcome', 'outcome', outcome.outcome], ['measure', 'metric', outcome.measure]]),
    ...[...(outcome.comparisonGroups ?? []), ...(outcome.arms ?? [])].flatMap(({ id, label }) => lengthProblems(at, [['arms', id, 80], ['arms', label, 200]])),
    ...outcome.rows.flatMap((row, position) => peopleProblems(row, outcome, `${at}.rows.${position}`, terms)),
    ...found(isComparable && parity !== undefined && !same(parity, parityFor(outcome, parity, policy)), `${at}.parity`, 'The raw counts give another ratio, or one side is withheld.'),
    ...contrasts.flatMap((contrast, position) => found(isComparable && !same(contrast, contrastFor(outcome, contrast, policy)), `${at}.contrasts.${position}`, 'The raw counts give another difference, or one side is withheld.')),
  ];
}

function peopleProblems(row: PeopleRow, outcome: PeopleOutcome, at: string, terms: NumberTerms): NumberProblem[] {
  const { raw, published } = row;
  const isKnown = terms.has('audience', row.group) || (outcome.comparisonGroups ?? []).some(({ id }) => id === row.group);
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= 2_000_000_000;
  const problems = [
    ...found(!isKnown, `${at}.group`, `"${row.group.slice(0, 80)}" is neither a tag of "audience" nor a comparison group of this outcome.`),
    ...found(row.arm !== undefined && !(outcome.arms ?? []).some(({ id }) => id === row.arm), `${at}.arm`, `"${String(row.arm).slice(0, 80)}" is not an arm of this outcome.`),
    ...termProblems(terms, at, [['reason', 'suppression', published.reason]]),
    ...lengthProblems(at, [['period', row.period, 80]]),
    ...found(raw !== undefined && !(isCount(raw.count) && isCount(raw.base) && raw.count <= raw.base), at, 'Whole numbers of people, and no more than the people they are taken from.'),
    ...found(raw === undefined && published.percent === null && published.reason === undefined, at, 'Say why the percentage is withheld.'),
  ];
  if (problems.length > 0 || raw === undefined || !isDisclosurePolicy(outcome.disclosurePolicy)) return problems;
  const shown = shownRow(row, outcome.disclosurePolicy);
  const isSame = shown.count === published.count && shown.base === published.base && shown.percent === published.percent && shown.reason === (published.reason ?? null);
  return found(!isSame, `${at}.published`, 'The raw counts give other published figures.');
}

function isDay(text: unknown): boolean {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** Equal as JSON, whatever the order of keys. */
function same(left: object, right: object | null): boolean {
  const text = (value: object | null): string => JSON.stringify(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(left) === text(right);
}
