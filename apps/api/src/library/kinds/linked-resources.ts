/** Links from content to other resources: only those that the viewer may see are answered. */
import type { FieldContext } from '../../platform/selection/index.js';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { visibleSql } from '../resources/visibility.sql.js';

/** Ids of the linked resources that the viewer may see, in the order written. `value` yields a jsonb array of keys. */
export function linkedResources(value: string, context: FieldContext): string {
  const item = context.statement.alias('link');
  const resource = context.statement.alias('linked');
  return `(select coalesce(json_agg(${apiIdSql('resource', `${resource}.id`)} order by ${item}.position), '[]'::json)
    from jsonb_array_elements_text(case when jsonb_typeof(${value}) = 'array' then ${value} else '[]' end) with ordinality ${item}(id, position)
    join resource ${resource} on ${resource}.id::text = ${item}.id join institution ${resource}_i on ${resource}_i.id = ${resource}.institution_id and ${visibleSql(context.viewer, resource, context.statement)})`;
}
