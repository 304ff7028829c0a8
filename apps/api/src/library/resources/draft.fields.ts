/** The SQL behind the fields of a draft. The source is its guarded row. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, instantSql } from '../../platform/selection/index.js';
import { contentSql } from './version.fields.js';

defineField('ResourceDraft', 'id', ({ source }) => apiIdSql('draft', `${source}.id`));
for (const name of ['revision', 'status', 'stage', 'visibility']) defineField('ResourceDraft', name, ({ source }) => `${source}.${name}`);
defineField('ResourceDraft', 'title', ({ source }) => `${source}.content ->> 'title'`);
defineField('ResourceDraft', 'content', (context) => shownContentSql(context));
defineField('ResourceDraft', 'changeNote', ({ source }) => `${source}.change_note`);
defineField('ResourceDraft', 'isAnonymised', ({ source }) => `${source}.is_anonymised`);
defineField('ResourceDraft', 'savedBy', (context) => {
  const person = context.statement.alias('saver');
  return `(select ${context.object(person)} from person ${person} where ${person}.id = ${context.source}.saved_by and ${namesTheirs(context)})`;
});
defineField('ResourceDraft', 'groups', ({ source, statement, object }) => {
  const group = statement.alias('meant');
  return `(select coalesce(json_agg(${object(group)} order by lower(${group}.name), ${group}.id), '[]'::json) from sharing_group ${group} where ${group}.id = any (${source}.group_ids))`;
});
defineField('ResourceDraft', 'updatedAt', ({ source }) => instantSql(`${source}.updated_at`));
defineField('ResourceDraft', 'missing', ({ source }) =>
  `(select json_build_object('kind', judged.kind, 'content', ${source}.content, 'release', json_build_object('audience', ${source}.visibility, 'isRevision', judged.published_version_id is not null, 'changeNote', ${source}.change_note)) from resource judged where judged.id = ${source}.resource_id)`);

/** Whoever acts for the owner reads every name; others read none where it will be released without. */
function namesTheirs({ source, viewer, statement }: FieldContext): string {
  return viewer.kind === 'PERSON' ? `(not ${source}.is_anonymised or ${source}.institution_id = ${statement.param(viewer.institutionId, 'uuid')})` : `not ${source}.is_anonymised`;
}

/** The content of the draft as the viewer may read it. */
export function shownToViewer(context: FieldContext): string {
  return `case when ${namesTheirs(context)} then ${context.source}.content else ${context.source}.content - 'authors' end`;
}

function shownContentSql(context: FieldContext): string {
  const shown = context.statement.alias('shown');
  return `(select ${contentSql({ ...context, source: shown })} from (select ${context.source}.resource_id, ${shownToViewer(context)} as content) ${shown})`;
}
