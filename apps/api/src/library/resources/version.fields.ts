/** The SQL behind the fields of a published version. The source is its row. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext } from '../../platform/selection/index.js';
import { instantSql, kindNameSql } from './resource.fields.js';

defineField('ResourceVersion', 'id', ({ source }) => apiIdSql('version', `${source}.id`));
defineField('ResourceVersion', 'number', ({ source }) => `${source}.number`);
defineField('ResourceVersion', 'label', ({ source }) => `${source}.content ->> 'label'`);
defineField('ResourceVersion', 'title', ({ source }) => `${source}.content ->> 'title'`);
defineField('ResourceVersion', 'changeNote', ({ source }) => `${source}.change_note`);
defineField('ResourceVersion', 'publishedAt', ({ source }) => instantSql(`${source}.published_at`));

defineField('ResourceVersion', 'resourceSlug', ({ source }) => `(select versioned.slug from resource versioned where versioned.id = ${source}.resource_id)`);

/** The content of the draft or version `source`, in the form of the kind of its resource. */
export function contentSql({ source, statement, object }: FieldContext): string {
  const work = statement.alias('work');
  return `(select ${object(`${source}.content`, `(${kindNameSql(work)} || 'Content')`)} from resource ${work} where ${work}.id = ${source}.resource_id)`;
}
