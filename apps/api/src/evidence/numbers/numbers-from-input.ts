/** Turns what a client sent into numbers as record files state them, with everything computed that can be. */
import { computeMetric, type DisclosurePolicy, type MetricValues, shownCount, type SuppressionReason } from '@passalong/domain';
import type { PeopleOutcome, StudyNumbers } from '../../library/index.js';
import { audienceTerm, type MeasuredRow } from './number-rows.js';
import { METRIC_PREFIX, type NumberTerms } from './number-terms.js';
import type { NumberProblem } from './number-problems.js';
import type { MeasurementInput, PeopleOutcomeInput, RateInput, RecordObservationsInput } from './numbers.inputs.js';
import { contrastFor, parityFor } from './people-figures.js';

export interface ReadInput { readonly numbers: StudyNumbers; readonly problems: readonly NumberProblem[] }

export function numbersFromInput({ measurements, peopleOutcomes }: RecordObservationsInput, terms: NumberTerms): ReadInput {
  const problems = measurements.flatMap((row, at) => repeatedMetrics(row, at));
  return { numbers: { metrics: measurements.map((row) => measuredRow(row, terms)), peopleOutcomes: peopleOutcomes.map(peopleOutcome) }, problems };
}

/** The name without its prefix; an id of another kind keeps its whole text and is refused as unknown. */
const nameOf = (metric: string): string => (metric.startsWith(METRIC_PREFIX) ? metric.slice(METRIC_PREFIX.length) : metric);

function repeatedMetrics({ values }: MeasurementInput, at: number): NumberProblem[] {
  const seen = new Set<string>();
  return values.flatMap(({ metric }) => {
    if (seen.has(metric)) return [{ path: `metrics.${at}.values.${nameOf(metric)}`, message: 'Each metric stands once in a row.' }];
    seen.add(metric);
    return [];
  });
}

function measuredRow(row: MeasurementInput, terms: NumberTerms): MeasuredRow {
  const values: MetricValues = Object.fromEntries(row.values.map(({ metric, value }) => [nameOf(metric), value ?? null]));
  const reasons = row.values.flatMap(({ metric, reason }) => (reason ? [[nameOf(metric), reason] as const] : []));
  const rates = row.rates ?? computableRates(values, terms);
  const missing = rates.flatMap((rate) => (rate.missing && rate.missing.length > 0 ? [[nameOf(rate.metric), rate.missing.map(nameOf)] as const] : []));
  return {
    rowId: row.rowId, period: row.period, arm: row.arm ?? undefined, channel: row.channel, format: row.format ?? null, definitionVersion: row.definitionVersion, definitionNote: row.definitionNote ?? undefined,
    scope: row.basis, traffic: row.traffic, source: row.source, extractedOn: row.extractedOn, videoLengthMeanSeconds: row.videoLengthMeanSeconds ?? undefined, isSmallAudience: row.isSmallAudience ?? false,
    values, nullReasons: Object.fromEntries(reasons), missingComponents: Object.fromEntries(missing),
    // A rate that cannot be computed keeps a value that no computation gives, and is refused with its place
    derived: Object.fromEntries(rates.map((rate) => [nameOf(rate.metric), computeMetric(nameOf(rate.metric), values, terms.formulas, (rate.missing ?? []).map(nameOf))?.value ?? Number.NaN])),
  };
}

function computableRates(values: MetricValues, terms: NumberTerms): RateInput[] {
  return terms.offered.filter((metric) => !(metric in values) && computeMetric(metric, values, terms.formulas) !== null).map((metric) => ({ metric: `${METRIC_PREFIX}${metric}` }));
}

function peopleOutcome(outcome: PeopleOutcomeInput): PeopleOutcome {
  const policy = outcome.policy as DisclosurePolicy;
  const rows = outcome.rows.map(({ group, period, arm, count, base, withhold }) => {
    const { reason, ...shown } = shownCount(policy, { count, base }, (withhold ?? null) as SuppressionReason | null);
    return { group, period, arm: arm ?? undefined, raw: { count, base }, published: { count: shown.count, base: shown.base, percent: shown.percent, reason: reason ?? undefined } };
  });
  return {
    outcome: outcome.outcome, measure: outcome.measure, disclosurePolicy: policy, visibilityRaw: audienceTerm('INSTITUTION'), visibilityPublished: audienceTerm(outcome.visibility),
    comparisonGroups: outcome.comparisonGroups?.map(({ id, label }) => ({ id, label })), arms: outcome.arms?.map(({ id, label }) => ({ id, label })), rows,
    parity: outcome.parity ? parityFor({ rows }, outcome.parity, policy) : undefined,
    contrasts: outcome.contrasts?.flatMap((asked) => contrastFor({ rows }, asked, policy) ?? []),
  };
}
