/** The SQL behind reminders. The source is the guarded row; everybody reads their own, where they act now. */
import { MOST_REMINDERS } from '@passalong/domain';
import { seenResourceSql } from '../../library/index.js';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField, type FieldContext } from '../../platform/selection/index.js';
import { dueSql, ownSql } from './reminder.sql.js';

defineField('Reminder', 'id', ({ source }) => apiIdSql('reminder', `${source}.id`));
defineField('Reminder', 'dueOn', ({ source }) => `to_char(${source}.due_on, 'YYYY-MM-DD')`);
defineField('Reminder', 'isDue', ({ source }) => dueSql(source));
defineField('Reminder', 'versionNumber', ({ source }) => `(select used.number from resource_version used where used.id = ${source}.version_id)`);
defineField('Reminder', 'resource', (context) => seenResourceSql(context, `${context.source}.resource_id`));

defineField('Resource', 'reminder', (context) => waiting(context, ({ alias, answer, isOwn }) => `(select ${answer} from use_reminder ${alias} where ${isOwn} and ${alias}.resource_id = ${context.source}.id)`) ?? 'null');
defineField('Viewer', 'reminders', (context) => waiting(context, ({ alias, answer, isOwn }) =>
  `(select coalesce(json_agg(${answer} order by ${alias}.due_on, ${alias}.id), '[]'::json) from (select * from use_reminder ${alias} where ${isOwn} order by ${alias}.due_on, ${alias}.id limit ${MOST_REMINDERS}) ${alias})`) ?? `'[]'::json`);

interface Own { readonly alias: string; readonly answer: string; readonly isOwn: string }

/** Null for whoever is no person. */
function waiting({ viewer, statement, guard, object }: FieldContext, sql: (own: Own) => string): string | null {
  if (viewer.kind !== 'PERSON') return null;
  guard();
  const alias = statement.alias('reminder');
  return sql({ alias, answer: object(alias), isOwn: `${ownSql(viewer, alias, statement)} and ${alias}.settled_as is null` });
}
