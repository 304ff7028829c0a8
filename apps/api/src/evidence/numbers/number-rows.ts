/** Numbers as the rows of their tables: raw ones and, beside them, what the policy lets be shown. */
import { computeMetric, countsPeople, type DisclosurePolicy, type MetricValues, partsOf, shownRate, shownValue } from '@passalong/domain';
import type { MetricRow, PeopleOutcome, StudyNumbers } from '../../library/index.js';
import { newKey } from '../../platform/ids/ids.js';
import { METRIC_PREFIX, type NumberTerms } from './number-terms.js';
import { shownRow } from './people-figures.js';

export interface NumberPlace { readonly numberSetId: string; readonly institutionId: string }
/** Rows by table, parents first; the keys of a row are its columns. */
export type NumberRows = Readonly<Record<'measurement' | 'observation' | 'published_observation' | 'people_outcome' | 'people_count' | 'published_people_count', object[]>>;
/** A row of the record file, or of a form that can also say that its audience is a small protected group. */
export type MeasuredRow = MetricRow & { readonly isSmallAudience?: boolean };

interface RawObservation {
  readonly measurement_id: string; readonly position: number; readonly metric: string; readonly value: number | null; readonly reason: string | null;
  readonly is_computed: boolean; readonly numerator: number | null; readonly denominator: number | null; readonly missing: readonly string[] | null;
}

/** The numbers must be free of problems. */
export function numberRows({ metrics = [], peopleOutcomes = [] }: StudyNumbers, place: NumberPlace, terms: NumberTerms): NumberRows {
  const rows: NumberRows = { measurement: [], observation: [], published_observation: [], people_outcome: [], people_count: [], published_people_count: [] };
  metrics.forEach((row, position) => addMeasurement(rows, row, position, place, terms));
  peopleOutcomes.forEach((outcome, position) => addOutcome(rows, outcome, position, place));
  return rows;
}

function addMeasurement(rows: NumberRows, row: MeasuredRow, position: number, { numberSetId, institutionId }: NumberPlace, terms: NumberTerms): void {
  const id = newKey();
  const isSmallAudience = row.isSmallAudience ?? false;
  rows.measurement.push({
    id, number_set_id: numberSetId, position, row_id: row.rowId, period: row.period, arm: row.arm ?? null, channel: row.channel, format: row.format, definition_version: row.definitionVersion,
    definition_note: row.definitionNote ?? null, scope: row.scope, traffic: row.traffic, source: row.source, extracted_on: row.extractedOn,
    video_length_mean_seconds: row.videoLengthMeanSeconds ?? null, is_small_audience: isSmallAudience,
  });
  const isOfPeople = (metric: string): boolean => countsPeople(metric, terms.units[metric] ?? null, isSmallAudience);
  observationsOf(id, row, terms).forEach((observation) => {
    rows.observation.push({ ...observation, institution_id: institutionId });
    rows.published_observation.push({ ...observation, ...shownObservation(observation, isOfPeople, terms) });
  });
}

/** The values of a measurement, then the rates computed from them. */
function observationsOf(measurementId: string, row: MetricRow, terms: NumberTerms): RawObservation[] {
  const values = Object.entries(row.values).map(([metric, value]) => ({
    metric: `${METRIC_PREFIX}${metric}`, value, reason: row.nullReasons?.[metric] ?? null, is_computed: false, numerator: null, denominator: null, missing: null,
  }));
  const rates = Object.keys(row.derived).map((metric) => {
    const missing = row.missingComponents?.[metric] ?? null;
    const computed = computeMetric(metric, row.values as MetricValues, terms.formulas, missing ?? []);
    const hasParts = partsOf(metric, terms.formulas).denominator.length > 0;
    return {
      metric: `${METRIC_PREFIX}${metric}`, value: computed?.value ?? null, reason: null, is_computed: true,
      numerator: hasParts ? (computed?.numerator ?? null) : null, denominator: hasParts ? (computed?.denominator ?? null) : null, missing,
    };
  });
  return [...values, ...rates].map((observation, position) => ({ measurement_id: measurementId, position, ...observation }));
}

function shownObservation({ metric, value, reason, numerator, denominator }: RawObservation, isOfPeople: (metric: string) => boolean, terms: NumberTerms): object {
  const name = metric.slice(METRIC_PREFIX.length);
  if (value === null) return { value, reason, policy: shownValue(0, isOfPeople(name)).policy };
  const parts = partsOf(name, terms.formulas);
  if (numerator === null || denominator === null) return shownValue(value, isOfPeople(name) || parts.numerator.some(isOfPeople));
  return shownRate({ value, numerator, denominator, isOfPeople: { numerator: parts.numerator.some(isOfPeople), denominator: parts.denominator.some(isOfPeople) } });
}

function addOutcome(rows: NumberRows, outcome: PeopleOutcome, position: number, { numberSetId, institutionId }: NumberPlace): void {
  const id = newKey();
  const policy = outcome.disclosurePolicy as DisclosurePolicy;
  rows.people_outcome.push({
    id, number_set_id: numberSetId, position, outcome: outcome.outcome, measure: outcome.measure, policy, visibility: audienceOf(outcome.visibilityPublished), raw_visibility: audienceOf(outcome.visibilityRaw),
    comparison_groups: outcome.comparisonGroups ?? null, arms: outcome.arms ?? null, parity: outcome.parity ?? null, contrasts: outcome.contrasts ?? null,
  });
  outcome.rows.forEach((row, at) => {
    if (row.raw !== undefined) rows.people_count.push({ people_outcome_id: id, position: at, institution_id: institutionId, count: row.raw.count, base: row.raw.base });
    rows.published_people_count.push({ people_outcome_id: id, position: at, group_id: row.group, period: row.period, arm: row.arm ?? null, policy, ...shownRow(row, policy) });
  });
}

const VISIBILITY_PREFIX = 'visibility:';
/** `visibility:members` is MEMBERS in tables. */
export const audienceOf = (term: string): string => term.slice(VISIBILITY_PREFIX.length).toUpperCase();
export const audienceTerm = (audience: string): string => `${VISIBILITY_PREFIX}${audience.toLowerCase()}`;
