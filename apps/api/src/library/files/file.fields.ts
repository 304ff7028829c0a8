/** The SQL behind files. Their source is a row of a draft or version, with the content around it and whether the consent may be told. */
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext } from '../../platform/selection/index.js';

/** Where a file is served. */
const addressSql = (alias: string): string => `(${placeSql(alias)} || ${alias}.name)`;
/** Its address without the name, which tells nothing of which file it is. */
const placeSql = (alias: string): string => `('/files/' || ${apiIdSql('file', `${alias}.id`)} || '/')`;
/** What was published is there no longer once the agreement has ended; who writes the next version goes on seeing what to replace. */
export const consentEndedSql = (alias: string): string => `(coalesce(${alias}.shows_person, false) and coalesce(${alias}.consent_expires_on < current_date, false))`;

const withheldSql = (alias: string): string => `case when ${alias}.redaction_id is not null then 'REDACTED' when ${alias}.is_published and ${consentEndedSql(alias)} then 'CONSENT_ENDED' end`;

const FIELDS: Readonly<Record<string, (context: FieldContext) => string>> = {
  id: ({ source }) => apiIdSql('file', `${source}.id`),
  name: ({ source }) => `${source}.name`,
  mediaType: ({ source }) => `${source}.media_type`,
  size: ({ source }) => `${source}.size`,
  width: ({ source }) => `${source}.width`,
  height: ({ source }) => `${source}.height`,
  altText: ({ source }) => `${source}.alt_text`,
  showsPerson: ({ source }) => `${source}.shows_person`,
  consent: ({ source, object }) => `case when ${source}.shows_person and ${source}.tells_consent then ${object(source)} end`,
  withheld: ({ source }) => withheldSql(source),
  address: ({ source }) => `case when ${withheldSql(source)} is null then ${addressSql(source)} end`,
  standsInText: ({ source }) => `${source}.stands_in_text`,
};
for (const [name, sql] of Object.entries(FIELDS)) defineField('ResourceFile', name, sql);

defineField('FileConsent', 'reference', ({ source }) => `${source}.consent_reference`);
defineField('FileConsent', 'expiresOn', ({ source }) => `${source}.consent_expires_on::text`);
defineField('FileConsent', 'scopes', ({ source, statement, object }) => {
  const term = statement.alias('scope');
  return `(select coalesce(json_agg(${object(term)} order by ${term}.id), '[]'::json) from term ${term} where ${term}.id = any (${source}.consent_scopes))`;
});

defineField('Resource', 'files', (context) => versionFilesSql(context, `${context.source}_c`));
defineField('ResourceVersion', 'files', (context) => versionFilesSql(context, context.source));
defineField('ResourceDraft', 'files', (context) => filesSql(context, `select f.*, null::uuid as redaction_id, false as is_published, true as tells_consent, position(${placeSql('f')} in ${context.source}.content::text) > 0 as stands_in_text
  from draft_file f where f.draft_id = ${context.source}.id`));

/** None where `shown` is a draft. */
function versionFilesSql(context: FieldContext, shown: string): string {
  const { viewer, statement } = context;
  const isOwn = viewer.kind === 'PERSON' ? `exists (select from resource o where o.id = ${shown}.resource_id and o.institution_id = ${statement.param(viewer.institutionId, 'uuid')})` : 'false';
  return filesSql(context, `select f.*, true as is_published, ${isOwn} as tells_consent, position(${placeSql('f')} in ${shown}.content::text) > 0 as stands_in_text from version_file f where f.version_id = ${shown}.id`);
}

function filesSql({ statement, object }: FieldContext, rows: string): string {
  const file = statement.alias('file');
  return `(select coalesce(json_agg(${object(file)} order by ${file}.position, ${file}.id), '[]'::json) from (${rows}) ${file})`;
}
