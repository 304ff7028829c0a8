/** Opaque cursors: where a page ended, in which order and under which filter. */
import { createHash } from 'node:crypto';
import { invalidInput } from '../errors/domain-error.js';

interface Position { readonly sort: string; readonly key: string; readonly id: string }

const hashOf = (filter: unknown): string => createHash('sha256').update(JSON.stringify(filter)).digest('base64url').slice(0, 8);

export const Cursor = {
  write({ sort, key, id }: Position, filter: unknown): string {
    return Buffer.from(JSON.stringify([sort, hashOf(filter), key, id])).toString('base64url');
  },

  /** @throws INVALID_INPUT for one that is garbled, or that another query gave. */
  read(cursor: string, sort: string, filter: unknown): Position {
    const parts = parse(cursor);
    if (parts === null || parts[0] !== sort || parts[1] !== hashOf(filter)) throw invalidInput('This cursor belongs to another query. Start again without `after`.', { path: ['after'] });
    return { sort, key: parts[2], id: parts[3] };
  },
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function parse(cursor: string): [string, string, string, string] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(value) || value.length !== 4 || value.some((part) => typeof part !== 'string')) return null;
    const [sort, hash, key, id] = value as [string, string, string, string];
    return UUID.test(id) && (sort !== 'published' || !Number.isNaN(Date.parse(key))) ? [sort, hash, key, id] : null;
  } catch {
    return null;
  }
}

/** @throws INVALID_INPUT unless `first` is from 1 to 100. */
export function pageSize(first: number): number {
  if (first < 1 || first > 100) throw invalidInput('`first` is from 1 to 100.', { path: ['first'] });
  return first;
}
