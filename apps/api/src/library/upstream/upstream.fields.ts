/** The SQL behind the fields of an adaptation and its original. The source is a row of `upstreamSource`. */
import { defineField, type FieldContext } from '../../platform/selection/index.js';
import { mayDoSql, versionSource, versionVisibleHere } from '../resources/resource.source.js';
import { upstreamSource, worksOf } from './upstream.source.js';

defineField('Resource', 'upstream', ({ source, viewer, statement, guard, object }) => {
  if (viewer.kind !== 'PERSON') return 'null';
  guard();
  const row = statement.alias('upstream');
  return `(select ${object(row)} from (${upstreamSource(`${source}.id`, viewer, statement)}) ${row} where ${mayDoSql(viewer, 'EDIT', `${source}.id`, statement)})`;
});

defineField('Upstream', 'state', ({ source }) => `${source}.state`);
for (const [field, column] of [['cameFrom', 'came_id'], ['levelWith', 'level_id'], ['latest', 'latest_id']] as const) defineField('Upstream', field, (context) => versionSql(context, column));
for (const field of ['changes', 'waiting']) defineField('Upstream', field, (context) => sidesSql(context));
defineField('Upstream', 'licenceProblem', ({ source }) => `json_build_object('mine', ${source}.mine ->> 'licence', 'theirs', ${source}.theirs ->> 'licence')`);

function versionSql({ source, viewer, statement, object }: FieldContext, column: string): string {
  const version = versionSource(statement.alias('named'));
  return `(select ${object(`${version.alias}_c`)} from ${version.from} where ${version.alias}_c.id = ${source}.${column} and ${versionVisibleHere(viewer, version, statement)})`;
}

/** What the changes are worked out from; null where there is nothing to take over. */
function sidesSql({ source, viewer, statement }: FieldContext): string {
  return `case when ${source}.state = 'OFFERED' then json_build_object('kind', ${source}.kind, 'base', ${source}.base, 'mine', ${source}.mine, 'theirs', ${source}.theirs, 'works', ${worksOf(source, viewer, statement)}) end`;
}
