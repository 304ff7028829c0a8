/** The SQL behind published and raw numbers. A set stands on `number_set`, a measurement and an outcome on their own rows. */
import { partAdmitsSql, mayDoSql } from '../../library/index.js';
import { defineField, type FieldContext } from '../../platform/selection/index.js';

/** The answer for a term, from an expression that yields its id. */
const term = (id: (source: string) => string) => ({ source, statement, object }: FieldContext): string => {
  const alias = statement.alias('term');
  return `(select ${object(alias)} from term ${alias} where ${alias}.id = ${id(source)})`;
};
const column = (name: string) => ({ source }: FieldContext): string => `${source}.${name}`;
const fact = (name: string) => ({ source }: FieldContext): string => `(select measured.facts ->> '${name}' from term measured where measured.id = ${source}.metric)`;
const symbol = ({ source }: FieldContext): string => `(select withheld.facts ->> 'symbol' from term withheld where withheld.id = ${source}.reason)`;
const isRounded = ({ source }: FieldContext): string => `(${source}.policy = 'hesa-standard')`;

/** Rows of `table` that belong to the enclosing object, in order. */
const rowsOf = (table: string, key: string) => ({ source, statement, object }: FieldContext): string => {
  const row = statement.alias('row');
  return `(select coalesce(json_agg(${object(row)} order by ${row}.position), '[]'::json) from ${table} ${row} where ${row}.${key} = ${source}.id)`;
};

function define(types: readonly string[], fields: Readonly<Record<string, (context: FieldContext) => string>>): void {
  for (const type of types) for (const [name, sql] of Object.entries(fields)) defineField(type, name, sql);
}

define(['Measurement', 'RawMeasurement'], {
  rowId: column('row_id'), period: column('period'), arm: column('arm'), channel: term((m) => `${m}.channel`), format: term((m) => `${m}.format`), basis: term((m) => `${m}.scope`),
  traffic: term((m) => `${m}.traffic`), source: term((m) => `${m}.source`), definitionVersion: term((m) => `${m}.definition_version`), definitionNote: column('definition_note'),
  extractedOn: column('extracted_on'), videoLengthMeanSeconds: column('video_length_mean_seconds'), isSmallAudience: column('is_small_audience'),
});
define(['Measurement'], { observations: rowsOf('published_observation', 'measurement_id') });
define(['RawMeasurement'], { observations: rowsOf('observation', 'measurement_id') });

const missing = ({ source, statement, object }: FieldContext): string => {
  const [part, of] = [statement.alias('part'), statement.alias('term')];
  return `(select coalesce(json_agg(${object(of)} order by ${part}.position), '[]'::json) from unnest(${source}.missing) with ordinality ${part}(metric, position) join term ${of} on ${of}.id = 'metric:' || ${part}.metric)`;
};
define(['Observation', 'RawObservation'], { metric: term((o) => `${o}.metric`), value: column('value'), reason: term((o) => `${o}.reason`), isComputed: column('is_computed'), missing });
define(['Observation'], { unit: fact('unit'), formula: fact('formula'), symbol, numerator: column('numerator'), denominator: column('denominator'), policy: column('policy'), isRounded });

const items = (name: string) => ({ source, statement, object }: FieldContext): string => {
  const item = statement.alias('item');
  return `(select coalesce(json_agg(${object(`${item}.value`)} order by ${item}.position), '[]'::json) from jsonb_array_elements(coalesce(${source}.${name}, '[]')) with ordinality ${item}(value, position))`;
};
define(['PeopleOutcome', 'RawPeopleOutcome'], {
  outcome: term((p) => `${p}.outcome`), measure: term((p) => `${p}.measure`), policy: column('policy'), visibility: column('visibility'), comparisonGroups: items('comparison_groups'), arms: items('arms'),
  parity: ({ source, object }) => `case when ${source}.parity is not null then ${object(`${source}.parity`)} end`, contrasts: items('contrasts'),
});
define(['PeopleOutcome'], { rows: rowsOf('published_people_count', 'people_outcome_id') });
define(['RawPeopleOutcome'], { rows: rowsOf('published_people_count', 'people_outcome_id') });
for (const [type, names] of Object.entries({ NamedGroup: ['id', 'label'], Parity: ['group', 'comparison', 'baseline', 'intervention'], Contrast: ['group', 'first', 'second', 'differencePp', 'ci95', 'interval'] })) {
  define([type], Object.fromEntries(names.map((name) => [name, ({ source }: FieldContext) => `${source} -> '${name}'`])));
}

define(['PeopleFigure', 'RawPeopleCount'], { group: column('group_id'), period: column('period'), arm: column('arm'), reason: term((c) => `${c}.reason`) });
define(['PeopleFigure'], {
  groupLabel: ({ source }) => `coalesce((select named.label from term named where named.id = ${source}.group_id),
    (select named ->> 'label' from people_outcome owner, jsonb_array_elements(coalesce(owner.comparison_groups, '[]')) named where owner.id = ${source}.people_outcome_id and named ->> 'id' = ${source}.group_id limit 1), ${source}.group_id)`,
  count: column('count'), base: column('base'), percent: column('percent'), symbol, policy: column('policy'), isRounded,
});
const exact = (name: string) => ({ source }: FieldContext): string => `(select exact.${name} from people_count exact where exact.people_outcome_id = ${source}.people_outcome_id and exact.position = ${source}.position)`;
define(['RawPeopleCount'], { count: exact('count'), base: exact('base') });

/** The outcome `source` of the set `set` is for the viewer. */
const isForViewer = (outcome: string, set: string, { viewer, statement }: FieldContext): string => partAdmitsSql(viewer, { visibility: `${outcome}.visibility`, institutionId: `${set}.institution_id`, resourceId: `${set}.resource_id` }, statement);
const withheldSql = (visibility: string): string => `case ${visibility} when 'MEMBERS' then 'FOR_MEMBERS' when 'GROUP' then 'FOR_A_GROUP' else 'FOR_THE_INSTITUTION' end`;

define(['CaseStudyNumbers', 'RawNumbers'], { visibility: column('visibility'), measurements: rowsOf('measurement', 'number_set_id') });
define(['RawNumbers'], { peopleOutcomes: rowsOf('people_outcome', 'number_set_id') });
define(['CaseStudyNumbers'], {
  peopleOutcomes: (context) => {
    const { source, statement, object } = context;
    const row = statement.alias('row');
    return `(select coalesce(json_agg(${object(row)} order by ${row}.position), '[]'::json) from people_outcome ${row} where ${row}.number_set_id = ${source}.id and ${isForViewer(row, source, context)})`;
  },
  peopleOutcomesWithheld: (context) => {
    const { source, statement } = context;
    const row = statement.alias('row');
    return `(select ${withheldSql(`${row}.visibility`)} from people_outcome ${row} where ${row}.number_set_id = ${source}.id and (${isForViewer(row, source, context)}) is not true order by ${row}.position limit 1)`;
  },
});

const openSet = (resourceId: string): string => `(select open.id from number_set open where open.resource_id = ${resourceId} and open.frozen_at is null)`;
const carriedBy = (versionId: string): string => `(select carried.number_set_id from version_numbers carried where carried.version_id = ${versionId})`;
/** The set that the shown version carries; the draft's where none was ever published. Found by its key, or lists would read every set for each row. */
const setOfStudy = (source: string, set: string): string => `number_set ${set} where ${set}.id = case when ${source}_c.id is null then ${openSet(`${source}.id`)} else ${carriedBy(`${source}_c.id`)} end`;
/** The set that the draft will carry when it is published. */
const setOfDraft = (source: string, set: string): string =>
  `number_set ${set} where ${set}.id = coalesce(${openSet(`${source}.resource_id`)}, ${carriedBy(`(select published.published_version_id from resource published where published.id = ${source}.resource_id)`)})`;

const admittedSet = (set: string, { viewer, statement }: FieldContext): string => partAdmitsSql(viewer, { visibility: `${set}.visibility`, institutionId: `${set}.institution_id`, resourceId: `${set}.resource_id` }, statement);
/** Raw numbers of a set; without a person, or without the right, null. */
const rawOf = (from: (source: string, set: string) => string) => ({ source, statement, viewer, guard, object }: FieldContext): string => {
  if (viewer.kind !== 'PERSON') return 'null';
  guard();
  const set = statement.alias('numbers');
  return `(select ${object(set)} from ${from(source, set)} and ${mayDoSql(viewer, 'SEE_RAW_NUMBERS', `${set}.resource_id`, statement)})`;
};

define(['CaseStudy'], {
  numbers: (context) => {
    const set = context.statement.alias('numbers');
    return `(select ${context.object(set)} from ${setOfStudy(context.source, set)} and ${admittedSet(set, context)})`;
  },
  numbersWithheld: (context) => {
    const set = context.statement.alias('numbers');
    return `nullif(coalesce((select case when ${admittedSet(set, context)} then '' else ${withheldSql(`${set}.visibility`)} end from ${setOfStudy(context.source, set)}), 'NOT_RECORDED'), '')`;
  },
  rawNumbers: rawOf(setOfStudy),
});
define(['ResourceDraft'], {
  // A moderator judges what will be for others; numbers that stay inside are not for them either
  numbers: (context) => {
    const set = context.statement.alias('numbers');
    return `(select ${context.object(set)} from ${setOfDraft(context.source, set)} and ${admittedSet(set, context)})`;
  },
  rawNumbers: rawOf(setOfDraft),
});
