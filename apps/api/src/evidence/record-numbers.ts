/** The numbers of a record file as rows, and back without loss. */
import { CHANNEL_COUNTS } from '@passalong/domain';
import type { MetricRow, PeopleOutcome, StudyNumbers } from '../library/index.js';
import type { Transaction } from '../platform/database/database.js';
import { invalidInput } from '../platform/errors/domain-error.js';
import { numberProblems } from './numbers/number-problems.js';
import { audienceTerm } from './numbers/number-rows.js';
import { METRIC_PREFIX, readNumberTerms } from './numbers/number-terms.js';
import type { MeasurementRow } from './numbers/measurement.entity.js';
import type { PeopleOutcomeRow } from './numbers/people-outcome.entity.js';
import { freezeNumbers, storeNumbers } from './numbers/store-numbers.js';

export interface RecordNumbersPlace {
  readonly resourceId: string;
  readonly institutionId: string;
  /** The published version they belong to; null where they are the draft's. */
  readonly versionId: string | null;
}

/** Stores them for whoever reads the narrative; each outcome keeps its own audience. A file that states no numbers leaves none. @throws INVALID_INPUT with every problem. */
export async function saveRecordNumbers(transaction: Transaction, { resourceId, institutionId, versionId }: RecordNumbersPlace, numbers: StudyNumbers): Promise<void> {
  if (numbers.metrics === undefined && numbers.peopleOutcomes === undefined) return;
  const terms = await readNumberTerms(transaction);
  const problems = numberProblems(numbers, terms);
  if (problems.length > 0) throw invalidInput(problems.map(({ path, message }) => `${path}: ${message}`).join(' '), { problems });
  await storeNumbers(transaction, { resourceId, institutionId, visibility: 'PUBLIC', recordedBy: null }, numbers, terms);
  if (versionId !== null) await freezeNumbers(transaction, resourceId, versionId);
}

interface StoredValue { metric: string; value: number | null; reason: string | null; is_computed: boolean; missing: string[] | null; policy?: string }
interface StoredRow { group_id: string; period: string; arm: string | null; count: number | null; base: number; percent: number | null; reason: string | null; raw: { count: number; base: number } | null }
type Snake<Row, Keys extends keyof Row> = { [Key in Keys]: Row[Key] };
interface StoredMeasurement extends Snake<MeasurementRow, 'period' | 'arm' | 'channel' | 'format' | 'scope' | 'traffic' | 'source'> {
  row_id: string; definition_version: string; definition_note: string | null; extracted_on: string; video_length_mean_seconds: number | null; observations: StoredValue[];
}
interface StoredOutcome extends Snake<PeopleOutcomeRow, 'outcome' | 'measure' | 'policy' | 'visibility' | 'arms' | 'parity' | 'contrasts'> {
  raw_visibility: string; comparison_groups: PeopleOutcomeRow['comparisonGroups']; rows: StoredRow[];
}
interface StoredSet { measurements_stated: boolean; people_stated: boolean; measurements: StoredMeasurement[]; outcomes: StoredOutcome[] }

const observationsFrom = (table: string): string => `(select jsonb_agg(to_jsonb(o) order by o.position) from ${table} o where o.measurement_id = m.id)`;
/** Raw numbers are for their own institution, and in the files of invented ones, because nobody in them exists. Not for the system that exports for others. */
const HAS_RAW = `(s.institution_id = nullif(current_setting('passalong.institution_id', true), '')::uuid or (select i.is_fictional from institution i where i.id = s.institution_id))`;
const NUMBERS = `
  select s.measurements_stated, s.people_stated,
    (select coalesce(jsonb_agg(to_jsonb(m) || jsonb_build_object('observations', coalesce(case when ${HAS_RAW} then ${observationsFrom('observation')} end, ${observationsFrom('published_observation')}, '[]')) order by m.position), '[]')
       from measurement m where m.number_set_id = s.id) as measurements,
    (select coalesce(jsonb_agg(to_jsonb(p) || jsonb_build_object('rows', (
         select coalesce(jsonb_agg(to_jsonb(shown) || jsonb_build_object('raw', case when raw.count is not null and ${HAS_RAW} then jsonb_build_object('count', raw.count, 'base', raw.base) end) order by shown.position), '[]')
           from published_people_count shown left join people_count raw using (people_outcome_id, position) where shown.people_outcome_id = p.id)) order by p.position), '[]')
       from people_outcome p where p.number_set_id = s.id) as outcomes
    from resource r join number_set s on s.id = case when r.published_version_id is null
      then (select open.id from number_set open where open.resource_id = r.id and open.frozen_at is null)
      else (select n.number_set_id from version_numbers n where n.version_id = r.published_version_id) end
   where r.id = $1`;

/**
 * The numbers of the published version; of the draft where none was ever published. Raw ones only in a transaction of their own
 * institution, or where that is invented: everybody else gets the published figures.
 */
export async function recordNumbersOf(transaction: Transaction, resourceId: string): Promise<StudyNumbers> {
  const [set] = await transaction.query<StoredSet>(NUMBERS, [resourceId]);
  if (set === undefined) return {};
  return {
    ...(set.measurements_stated ? { metrics: set.measurements.map(metricRow) } : {}),
    ...(set.people_stated ? { peopleOutcomes: set.outcomes.map(peopleOutcome) } : {}),
  };
}

function metricRow({ observations, ...row }: StoredMeasurement): MetricRow {
  const named = observations.map((observation) => ({ ...observation, name: observation.metric.slice(METRIC_PREFIX.length) }));
  const values = named.filter(({ is_computed: isComputed }) => !isComputed);
  // A rate of people is computed from what is not shown, so it cannot be computed again from what is
  const rates = named.filter(({ is_computed: isComputed, value, policy = CHANNEL_COUNTS }) => isComputed && value !== null && policy === CHANNEL_COUNTS);
  const reasons = values.flatMap(({ name, reason }) => (reason === null ? [] : [[name, reason] as const]));
  const missing = rates.flatMap(({ name, missing: parts }) => (parts === null ? [] : [[name, parts] as const]));
  return {
    rowId: row.row_id, period: row.period, ...stated('arm', row.arm), channel: row.channel, format: row.format, definitionVersion: row.definition_version, ...stated('definitionNote', row.definition_note),
    scope: row.scope, traffic: row.traffic, source: row.source, extractedOn: row.extracted_on, ...stated('videoLengthMeanSeconds', row.video_length_mean_seconds),
    values: Object.fromEntries(values.map(({ name, value }) => [name, value])),
    ...(reasons.length > 0 ? { nullReasons: Object.fromEntries(reasons) } : {}),
    derived: Object.fromEntries(rates.map(({ name, value }) => [name, value ?? 0])),
    ...(missing.length > 0 ? { missingComponents: Object.fromEntries(missing) } : {}),
  };
}

function peopleOutcome({ rows, ...outcome }: StoredOutcome): PeopleOutcome {
  return {
    outcome: outcome.outcome, measure: outcome.measure, disclosurePolicy: outcome.policy, visibilityRaw: audienceTerm(outcome.raw_visibility), visibilityPublished: audienceTerm(outcome.visibility),
    ...stated('comparisonGroups', outcome.comparison_groups), ...stated('arms', outcome.arms),
    rows: rows.map(({ group_id: group, period, arm, raw, count, base, percent, reason }) => ({
      group, period, ...stated('arm', arm), ...stated('raw', raw), published: { count, base, percent, ...stated('reason', reason) },
    })),
    ...stated('parity', outcome.parity), ...stated('contrasts', outcome.contrasts),
  };
}

/** The key, unless nothing was said under it. */
function stated<Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } {
  return value === null ? {} : { [key]: value } as { [K in Key]?: Value };
}
