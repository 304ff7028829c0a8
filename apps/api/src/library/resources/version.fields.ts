/** The SQL behind the fields of a published version. The source is its row. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext, instantSql } from '../../platform/selection/index.js';
import { creditSql } from './lineage-credit.sql.js';
import { addressSql } from './resource-address.sql.js';
import { kindNameSql } from './resource.fields.js';
import { AFTER, BEFORE, publishedSource, versionSource } from './resource.source.js';

defineField('ResourceVersion', 'id', ({ source }) => apiIdSql('version', `${source}.id`));
defineField('ResourceVersion', 'number', ({ source }) => `${source}.number`);
defineField('ResourceVersion', 'label', ({ source }) => `${source}.content ->> 'label'`);
defineField('ResourceVersion', 'title', ({ source }) => `${source}.content ->> 'title'`);
defineField('ResourceVersion', 'changeNote', ({ source }) => `${source}.change_note`);
defineField('ResourceVersion', 'publishedAt', ({ source }) => instantSql(`${source}.published_at`));
defineField('ResourceVersion', 'resourceSlug', (context) => ofResource(context, (alias) => `${alias}.slug`));

defineField('ResourceVersion', 'url', (context) => ofResource(context, (alias) => versionAddressSql(context, alias)));
defineField('ResourceVersion', 'isCurrent', (context) => ofResource(context, (alias) => `coalesce(${alias}.published_version_id = ${context.source}.id, false)`));
defineField('ResourceVersion', 'isAnonymised', ({ source }) => `${source}.is_anonymised`);
defineField('ResourceVersion', 'attribution', (context) => ofResource(context, (alias) => creditSql(context, { credit: `${context.source}.credit`, resourceId: `${alias}.id`, address: versionAddressSql(context, alias) })));
defineField('ResourceVersion', 'content', (context) => contentSql(context));
defineField('ResourceVersion', 'attributedTo', ({ source, statement, object }) => {
  const { alias, from } = versionSource(statement.alias('of'));
  return `(select ${object(alias)} from ${from} where ${alias}_c.id = ${source}.id)`;
});
defineField('ResourceVersion', 'resource', ({ source, statement, object }) => {
  const { alias, from } = publishedSource(statement.alias('of'));
  return `(select ${object(alias)} from ${from} where ${alias}.id = ${source}.resource_id)`;
});

defineField('VersionComparison', 'before', ({ object }) => object(`${BEFORE}_c`));
defineField('VersionComparison', 'after', ({ object }) => object(`${AFTER}_c`));
defineField('VersionComparison', 'changes', () => 'null'); // made in the process, of both contents

function versionAddressSql(context: FieldContext, alias: string): string {
  return `${addressSql({ ...context, source: alias })} || '/v/' || ${context.source}.number`;
}

/** An expression on the resource of the version. */
function ofResource({ source, statement }: FieldContext, expression: (alias: string) => string): string {
  const work = statement.alias('of');
  return `(select ${expression(work)} from resource ${work} where ${work}.id = ${source}.resource_id)`;
}

/** The content of the draft or version `source`, in the form of the kind of its resource. */
export function contentSql({ source, statement, object }: FieldContext): string {
  const work = statement.alias('work');
  return `(select ${object(`${source}.content`, `(${kindNameSql(work)} || 'Content')`)} from resource ${work} where ${work}.id = ${source}.resource_id)`;
}
