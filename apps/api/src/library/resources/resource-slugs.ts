/** Addresses of resources: the present one, and older ones that lead to it. */
import type { Statement } from '../../platform/selection/index.js';

/** The resource `alias` has, or had, this slug. */
export function slugMatches(alias: string, slug: string, statement: Statement): string {
  const asked = statement.param(slug);
  return `${alias}.id = (select coalesce((select named.id from resource named where named.slug = ${asked}), (select older.resource_id from resource_slug older where older.slug = ${asked})))`;
}
