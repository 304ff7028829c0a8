/** The SQL behind the fields of an offer. The source is its guarded row. */
import { inAuthorTeam, type Viewer, visibleResources } from '@passalong/domain';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, instantSql, type Statement } from '../../platform/selection/index.js';
import { mayBeDraftedFrom, versionSource, versionVisibleHere, workspaceSource } from '../resources/resource.source.js';
import { ruleSql } from '../resources/visibility.sql.js';
import { upstreamSource, worksOf } from './upstream.source.js';

defineField('UpstreamOffer', 'id', ({ source }) => apiIdSql('offer', `${source}.id`));
for (const [field, column] of Object.entries({ status: 'status', from: 'credit', message: 'message', answer: 'answer' })) defineField('UpstreamOffer', field, ({ source }) => `${source}.${column}`);
defineField('UpstreamOffer', 'taken', ({ source }) => `to_json(${source}.taken_keys)`);
defineField('UpstreamOffer', 'offeredAt', ({ source }) => instantSql(`${source}.offered_at`));
defineField('UpstreamOffer', 'decidedAt', ({ source }) => instantSql(`${source}.decided_at`));
for (const [field, column] of [['original', 'original_id'], ['adaptation', 'resource_id']] as const) defineField('UpstreamOffer', field, (context) => resourceSql(context, column));
defineField('UpstreamOffer', 'changes', (context) => offeredSidesSql(context.source, context.viewer, context.statement));
defineField('UpstreamOffer', 'isForMe', ({ source, viewer, statement }) => `(${source}.status = 'OPEN' and ${writesSql(`${source}.original_id`, viewer, statement)})`);

defineField('Upstream', 'toOffer', ({ source, viewer, statement }) => {
  const row = statement.alias('published');
  return `(select case when ${row}.state = 'OFFERED' and ${row}.mine is not null then json_build_object('kind', ${row}.kind, 'base', ${row}.base, 'mine', ${row}.theirs, 'theirs', ${row}.mine, 'works', ${worksOf(row, viewer, statement)}) end
    from (${upstreamSource(`${source}.resource_id`, viewer, statement, true)}) ${row})`;
});
defineField('Upstream', 'offerProblem', ({ source }) => `json_build_object('mine', ${source}.theirs ->> 'licence', 'theirs', (select v.content ->> 'licence' from resource r join resource_version v on v.id = r.published_version_id where r.id = ${source}.resource_id))`);
defineField('Upstream', 'offers', ({ source, statement, object }) => {
  const offer = statement.alias('offer');
  return `(select coalesce(json_agg(${object(offer)} order by ${offer}.id desc), '[]'::json) from (select o.* from upstream_offer o where o.resource_id = ${source}.resource_id order by o.id desc limit 20) ${offer})`;
});
defineField('ResourceVersion', 'changesOfferedBy', ({ source }) => `to_json(${source}.offered_by)`);

/** The viewer is of the author team of the resource with this key. */
export function writesSql(resourceId: string, viewer: Viewer, statement: Statement): string {
  const work = statement.alias('work');
  return `exists (select from ${mayBeDraftedFrom(work)} where ${work}.id = ${resourceId} and ${ruleSql(inAuthorTeam(viewer), work, statement, true)})`;
}

/** What an offer is worked out from. Only the authors of the original compare with its draft; whoever may not read the original any more, with what the offer began with. */
export function offeredSidesSql(offer: string, viewer: Viewer, statement: Statement): string {
  const sides = statement.alias('sides');
  const draft = `(select d.content from resource_draft d where d.resource_id = ${offer}.original_id and ${writesSql(`${offer}.original_id`, viewer, statement)})`;
  const original = versionSource(statement.alias('original'));
  const published = `(select ${original.alias}_c.content from ${original.from} where ${original.alias}.id = ${offer}.original_id and ${original.alias}_c.id = ${original.alias}.published_version_id and ${versionVisibleHere(viewer, original, statement)})`;
  return `(select json_build_object('kind', ${sides}.kind, 'base', ${sides}.base, 'mine', ${sides}.mine, 'theirs', ${sides}.theirs, 'works', ${worksOf(sides, viewer, statement)}, 'keys', ${offer}.change_keys) from (
    select r.kind, ${offer}.base, coalesce(${draft}, ${published}, ${offer}.base) as mine, v.content as theirs from resource r, resource_version v
     where r.id = ${offer}.original_id and v.id = ${offer}.version_id) ${sides})`;
}

function resourceSql({ source, viewer, statement, object }: FieldContext, column: string): string {
  const shown = workspaceSource(statement.alias('shown'));
  return `(select ${object(shown.alias)} from ${shown.from} where ${shown.alias}.id = ${source}.${column} and ${ruleSql(visibleResources(viewer), shown.alias, statement, true)})`;
}
