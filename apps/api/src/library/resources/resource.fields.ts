/** The SQL behind every field of a resource. Sources: see resource.source.ts. */
import { resourceActionRules } from '@passalong/domain';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineDiscriminator, defineField, type FieldContext, literal, instantSql } from '../../platform/selection/index.js';
import { KIND_NAMES } from '../kinds/content-types.js';
import { addressSql } from './resource-address.sql.js';
import { creditSql } from './lineage-credit.sql.js';
import { draftedFrom, versionSource, versionVisibleHere } from './resource.source.js';
import { factsSql, ruleSql } from './visibility.sql.js';


/** An instant as a place in an order: to the microsecond, or rows of one millisecond would be left out between two pages. */
export const positionSql = (expression: string): string => `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const names = Object.entries(KIND_NAMES).map(([kind, name]) => `when ${literal(kind)} then ${literal(name)}`).join(' ');
/** The GraphQL name of the kind of the resource `alias`. */
export const kindNameSql = (alias: string): string => `(case ${alias}.kind ${names} end)`;
defineDiscriminator('Resource', kindNameSql);

const content = (source: string, key: string): string => `(${source}_c.content ->> ${literal(key)})`;
const isNamed = (source: string): string => `not ${source}_c.is_anonymised`;

/** Where a resource stands, derived from its rows. */
export function stateSql(alias: string): string {
  return `(case when ${alias}.hidden_at is not null then 'HIDDEN' when ${alias}.archived_at is not null then 'ARCHIVED' when ${alias}.published_version_id is not null then 'PUBLISHED'
    when exists (select from review_item open where open.resource_id = ${alias}.id and open.status = 'OPEN') then 'IN_REVIEW' else 'DRAFT' end)`;
}

const FIELDS: Readonly<Record<string, (context: FieldContext) => string>> = {
  id: ({ source }) => apiIdSql('resource', `${source}.id`),
  slug: ({ source }) => `${source}.slug`,
  url: addressSql,
  kind: ({ source }) => `${source}.kind`,
  visibility: ({ source }) => `${source}.visibility`,
  state: ({ source }) => stateSql(source),
  title: ({ source }) => content(source, 'title'),
  summary: ({ source }) => `coalesce(${content(source, 'summary')}, '')`,
  language: ({ source }) => `coalesce(${content(source, 'language')}, 'en-GB')`,
  attributedTo: ({ source, object }) => object(source),
  institution: ({ source, object }) => `case when ${isNamed(source)} then ${object(`${source}_i`)} end`,
  contributors: (context) => contributorsSql(context),
  terms: (context) => termsSql(context),
  licence: ({ source, statement, object }) => {
    const term = statement.alias('licence');
    return `(select ${object(term)} from term ${term} where ${term}.id = ${content(source, 'licence')})`;
  },
  attribution: (context) => creditSql(context, { credit: `${context.source}_c.credit`, resourceId: `${context.source}.id`, address: addressSql(context) }),
  version: ({ source, object }) => `case when ${source}_c.id is not null then ${object(`${source}_c`)} end`,
  draft: (context) => draftSql(context),
  adaptedFrom: (context) => adaptedFromSql(context),
  reviewBy: ({ source }) => content(source, 'reviewBy'),
  createdAt: ({ source }) => instantSql(`${source}.created_at`),
  updatedAt: ({ source }) => instantSql(`coalesce(${source}.published_at, ${source}.created_at)`),
  publishedAt: ({ source }) => instantSql(`${source}.published_at`),
  viewerCan: ({ source, viewer, guard }) => {
    if (viewer.kind !== 'PERSON') return 'null';
    guard();
    return factsSql(source);
  },
};
for (const [name, sql] of Object.entries(FIELDS)) defineField('Resource', name, sql);
for (const name of Object.values(KIND_NAMES)) defineField(name, 'content', ({ source, object }) => object(`${source}_c.content`));
/** What a plan of days is made from, and what a calendar file says of the work. */
const planned = (key: string) => (context: FieldContext): string => `json_build_object('${key}', ${context.source}_c.content -> '${key}', 'id', ${apiIdSql('resource', `${context.source}.id`)}, 'title', ${content(context.source, 'title')}, 'url', ${addressSql(context)}, 'updatedAt', ${instantSql(`coalesce(${context.source}.published_at, ${context.source}.created_at)`)})`;
defineField('Playbook', 'timeline', planned('steps'));
defineField('ContentTemplate', 'seriesPlan', planned('series'));
// What it takes to fill it; the values are kept nowhere.
defineField('ContentTemplate', 'render', ({ source }) => `json_build_object('language', ${source}_c.content -> 'language', 'variables', ${source}_c.content -> 'variables', 'variants', ${source}_c.content -> 'variants')`, { isDiscreet: true });

defineField('Attribution', 'name', ({ source }) => `case when ${isNamed(source)} then ${source}_i.name else 'A university' || coalesce(' in ' || ${source}_i.country, '') end`);
defineField('Attribution', 'isAnonymised', ({ source }) => `${source}_c.is_anonymised`);
defineField('Attribution', 'country', ({ source }) => `${source}_i.country`);
defineField('Attribution', 'sizeBand', ({ source }) => `${source}_i.size_band`);
defineField('Attribution', 'type', ({ source }) => `${source}_i.type`);

defineField('Contributor', 'name', ({ source }) => `${source} ->> 'name'`);
defineField('Contributor', 'role', ({ source, statement, object }) => {
  const term = statement.alias('role');
  return `(select ${object(term)} from term ${term} where ${term}.id = ${source} ->> 'role')`;
});

/** Only where the viewer may read that version of the original as it stands now. */
function adaptedFromSql({ source, statement, viewer, object }: FieldContext): string {
  const original = versionSource(statement.alias('original'));
  return `(select ${object(`${original.alias}_c`)} from ${original.from} where ${original.alias}_c.id = ${source}.adapted_from_version_id and ${versionVisibleHere(viewer, original, statement)})`;
}

function contributorsSql({ source, statement, object }: FieldContext): string {
  const author = statement.alias('author');
  return `case when ${isNamed(source)} then (select coalesce(json_agg(${object(`${author}.value`)} order by ${author}.position), '[]'::json)
    from jsonb_array_elements(coalesce(${source}_c.content -> 'authors', '[]')) with ordinality ${author}(value, position)) else '[]'::json end`;
}

function termsSql({ source, statement, object }: FieldContext): string {
  const tag = statement.alias('tag');
  const term = statement.alias('term');
  return `(select coalesce(json_agg(${object(term)} order by ${tag}.position), '[]'::json)
    from resource_term ${tag} join term ${term} on ${term}.id = ${tag}.term_id where ${tag}.resource_id = ${source}.id)`;
}

function draftSql({ source, statement, viewer, guard, object }: FieldContext): string {
  if (viewer.kind !== 'PERSON') return 'null';
  guard();
  const work = statement.alias('work');
  return `(select ${object(`${work}_d`)} from ${draftedFrom(work)} where ${work}.id = ${source}.id and ${ruleSql(resourceActionRules(viewer).SEE_DRAFT, work, statement, true)})`;
}
