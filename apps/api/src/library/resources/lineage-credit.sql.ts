/** The credit line as it is read: with the address, and with what the work was adapted from, generation by generation, as each may be named now. */
import type { FieldContext } from '../../platform/selection/index.js';
import { addressSql } from './resource-address.sql.js';

/** Where a stored credit line says what it was adapted from. Names are not stored in it: a work may be released without one later. */
export const LINEAGE = '{lineage}';
/** Longer lines end here; the works themselves say how they go on. */
const MOST_GENERATIONS = 12;

interface Stored {
  readonly credit: string;
  readonly resourceId: string;
  readonly address: string;
}

export function creditSql({ statement }: Pick<FieldContext, 'statement'>, { credit, resourceId, address }: Stored): string {
  const addressed = `replace(${credit}, '{url}', ${address})`;
  return `(case when ${credit} like '%${LINEAGE}%' then replace(${addressed}, '${LINEAGE}', coalesce(${lineageSql(resourceId, statement)}, 'adapted')) else ${addressed} end)`;
}

/**
 * `adapted from “B” by Y, version 2, CC BY 4.0 (address), itself adapted from …`. What was released without a name, then or since, is named by its country alone,
 * and what a moderator has hidden by nothing.
 */
function lineageSql(resourceId: string, statement: FieldContext['statement']): string {
  const [line, made, work] = [statement.alias('line'), statement.alias('made'), statement.alias('work')];
  const next = (id: string, depth: string): string => `select ${depth} as depth, v.id, v.resource_id from resource ${made} join resource_version v on v.id = ${made}.adapted_from_version_id where ${made}.id = ${id}`;
  const unnamed = `from resource_version present where present.id = ${work}.published_version_id and present.is_anonymised`;
  const isNamed = `(not v.is_anonymised and not exists (select ${unnamed}))`;
  const title = `coalesce((select present.content ->> 'title' ${unnamed}), v.content ->> 'title')`;
  const name = `case when ${isNamed} then i.name else 'a university' || coalesce(' in ' || i.country, '') end`;
  const address = `${addressSql({ source: work, statement })} || case when ${isNamed} and v.id <> ${work}.published_version_id then '/v/' || v.number else '' end`;
  const told = `case when ${work}.hidden_at is not null then 'adapted from work that is no longer shown'
    else 'adapted from “' || ${title} || '” by ' || ${name} || ', version ' || v.number || coalesce(', ' || t.label, '') || ' (' || ${address} || ')' end`;
  return `(with recursive ${line} as (${next(resourceId, '1')} union all select further.* from ${line} cross join lateral (${next(`${line}.resource_id`, `${line}.depth + 1`)}) further where ${line}.depth < ${MOST_GENERATIONS})
    select string_agg(${told}, ', itself ' order by ${line}.depth) from ${line} join resource_version v on v.id = ${line}.id join resource ${work} on ${work}.id = v.resource_id
      join institution i on i.id = ${work}.institution_id left join term t on t.id = v.content ->> 'licence')`;
}
