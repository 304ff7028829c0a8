/** Pages within an object: their rows come in the statement of the object itself. */
import { Cursor, pageSize, type Sort } from '../../platform/graphql/cursor.js';
import type { FieldContext } from '../../platform/selection/index.js';

/** How many are asked for, and after which one. @throws INVALID_INPUT for a cursor of another list */
export function askedPage({ args }: FieldContext, { sort, filter }: { sort: Sort; filter: string }): { first: number; from: ReturnType<typeof Cursor.read> | null } {
  const after = args['after'];
  return { first: pageSize(Number(args['first'])), from: typeof after === 'string' ? Cursor.read(after, sort, filter) : null };
}

/** The rows of a sorted page as one JSON array. */
export function rowsSql(page: string): string {
  return `(select coalesce(json_agg(row_to_json(row)), '[]'::json) from (${page}) row)`;
}
