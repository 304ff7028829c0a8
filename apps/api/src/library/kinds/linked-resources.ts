/** Links from content to other resources: only those that the viewer may see are answered. */
import { CONTENT_FIELDS, type ResourceKind, type Viewer } from '@passalong/domain';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { type FieldContext, literal, Statement } from '../../platform/selection/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { visibleSql } from '../resources/visibility.sql.js';

const KEY = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
/** The written text as a key, or null where it is none: in this form the join finds the resource by its primary key. */
const keySql = (written: string): string => `(case when ${written} ~ '${KEY}' then ${written}::uuid end)`;

/** The fields of each kind that lead to other resources. */
export const LINK_FIELDS: Readonly<Record<ResourceKind, readonly string[]>> = { PLAYBOOK: linkFields('PLAYBOOK'), CONTENT_TEMPLATE: linkFields('CONTENT_TEMPLATE'), CASE_STUDY: linkFields('CASE_STUDY') };

function linkFields(kind: ResourceKind): readonly string[] {
  return Object.entries(CONTENT_FIELDS[kind]).flatMap(([name, field]) => (field.type === 'link' || (field.type === 'list' && field.of.type === 'link') ? [name] : []));
}

/** Titles, by key, of the published resources that these contents link to and the viewer may see. Each of `contents` yields jsonb. */
export function linkTitles(contents: readonly string[], viewer: Viewer, statement: Statement): string {
  const [linked, shown, link] = [statement.alias('linked'), statement.alias('shown'), statement.alias('link')];
  const values = contents.flatMap((content) => [...new Set(Object.values(LINK_FIELDS).flat())].map((name) => `(${content} -> ${literal(name)})`));
  const keys = `select ${keySql(`(${link} #>> '{}')`)} from (values ${values.join(', ')}) written(value), jsonb_path_query(written.value, '$[*]') ${link}`;
  return `(select coalesce(json_object_agg(${linked}.id, ${shown}.content ->> 'title'), '{}'::json) from resource ${linked} join resource_version ${shown} on ${shown}.id = ${linked}.published_version_id
    where ${linked}.id in (${keys}) and ${visibleSql(viewer, linked, statement)})`;
}

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
