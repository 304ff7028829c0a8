/** The API id of a key, written by PostgreSQL itself so that answers need no second pass. */
import { ID_PREFIXES, type IdType } from './ids.js';

/** An SQL expression for the API id of the uuid expression `key`, through the function `crockford(uuid)` of the first migration. */
export function apiIdSql(type: IdType, key: string): string {
  return `'${ID_PREFIXES[type]}_' || crockford(${key})`;
}
