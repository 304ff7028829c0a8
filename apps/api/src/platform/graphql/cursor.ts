/** Opaque cursors: where a page ended, in which order and under which filter. */
import { createHash } from 'node:crypto';
import { invalidInput } from '../errors/domain-error.js';

/** What a list is sorted by; each has keys of one shape. */
export type Sort = 'published' | 'changed' | 'newest' | 'waiting' | 'relevance' | 'number' | 'name';
interface Position { readonly sort: Sort; readonly key: string; readonly id: string }

const hashOf = (filter: unknown): string => createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 8);

export const Cursor = {
  write({ sort, key, id }: Position, filter: unknown): string {
    return Buffer.from(JSON.stringify([sort, hashOf(filter), key, id])).toString('base64url');
  },

  /** @throws INVALID_INPUT for one that is garbled, or that another query gave. */
  read(cursor: string, sort: Sort, filter: unknown): Position {
    const parts = parse(cursor);
    if (parts === null || parts[0] !== sort || parts[1] !== hashOf(filter)) throw invalidInput('This cursor belongs to another query. Start again without `after`.', { path: ['after'] });
    return { sort, key: parts[2], id: parts[3] };
  },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// A cursor that somebody wrote by hand must not reach PostgreSQL as a value it refuses.
const isInstant = (key: string): boolean => /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(key) && !Number.isNaN(Date.parse(key)) && new Date(Date.parse(key)).toISOString().startsWith(key.slice(0, 19));
const isRank = (key: string): boolean => /^\d[\d.e-]{0,30}$/.test(key) && (Number(key) === 0 || (Number(key) > 1e-37 && Number(key) < 1e37));
const KEYS: Readonly<Record<Sort, (key: string) => boolean>> = {
  published: isInstant, changed: isInstant, newest: isInstant, waiting: isInstant, relevance: isRank, number: (key) => /^\d{1,9}$/.test(key), name: () => true,
};

function parse(cursor: string): [Sort, string, string, string] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 4 || value.some((part) => typeof part !== 'string')) return null;
    const [sort, hash, key, id] = value as [Sort, string, string, string];
    return UUID.test(id) && Object.hasOwn(KEYS, sort) && KEYS[sort](key) ? [sort, hash, key, id] : null;
  } catch {
    return null;
  }
}

/** @throws INVALID_INPUT unless `first` is from 1 to 100. */
export function pageSize(first: number): number {
  if (first < 1 || first > 100) throw invalidInput('`first` is from 1 to 100.', { path: ['first'] });
  return first;
}
