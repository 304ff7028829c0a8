/** Links from content to other resources: only those that the viewer may see are answered. */
import type { Viewer } from '@passalong/domain';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { type FieldContext, Statement } from '../../platform/selection/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { visibleSql } from '../resources/visibility.sql.js';

const KEY = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
/** The written text as a key, or null where it is none: in this form the join finds the resource by its primary key. */
const keySql = (written: string): string => `(case when ${written} ~ '${KEY}' then ${written}::uuid end)`;

/** Ids of the linked resources that the viewer may see, in the order written. `value` yields a jsonb array of keys. */
export function linkedResources(value: string, { statement, viewer }: FieldContext): string {
  const item = statement.alias('link');
  const resource = statement.alias('linked');
  return `(select coalesce(json_agg(${apiIdSql('resource', `${resource}.id`)} order by ${item}.position), '[]'::json)
    from jsonb_array_elements_text(case when jsonb_typeof(${value}) = 'array' then ${value} else '[]' end) with ordinality ${item}(id, position)
    join resource ${resource} on ${resource}.id = ${keySql(`${item}.id`)} and ${visibleSql(viewer, resource, statement)})`;
}

/** The id of the one linked resource, or null where the viewer may not see it. `value` yields the key as jsonb. */
export function linkedResource(value: string, { statement, viewer }: FieldContext): string {
  const resource = statement.alias('linked');
  return `(select ${apiIdSql('resource', `${resource}.id`)} from resource ${resource} where ${resource}.id = ${keySql(`(${value} #>> '{}')`)} and ${visibleSql(viewer, resource, statement)})`;
}

/** Which of these links are answered to the viewer. What is no key of a resource never is. */
export async function answeredLinks(transaction: Transaction, viewer: Viewer, links: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = links.filter((link) => new RegExp(KEY).test(link));
  if (keys.length === 0) return new Set();
  const statement = new Statement();
  const rows = await transaction.query<{ id: string }>(`select r.id from resource r where r.id = any(${statement.param(keys, 'uuid[]')}) and ${visibleSql(viewer, 'r', statement)}`, statement.values);
  return new Set(rows.map(({ id }) => id));
}
