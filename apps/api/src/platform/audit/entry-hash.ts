/** What the hash of an entry is made of, and how entries are read with exactly what was hashed. */
import { createHash } from 'node:crypto';

/** The chain of what belongs to no institution. */
export const COMMONS_CHAIN = '00000000-0000-0000-0000-000000000000';
/** The serialisation of new entries. A change of it gets the next number, and this one stays readable. */
export const ENTRY_FORMAT = 1;

/** A place in a chain and the hash that stands there. */
export interface Link { readonly sequence: number; readonly hash: Buffer }
/** Before the first entry. */
export const BEGINNING: Link = { sequence: 0, hash: Buffer.alloc(32) };

/** Every column of an entry but its own hash, as text wherever PostgreSQL writes it in one way only. */
export interface HashedEntry {
  readonly format: number; readonly id: string; readonly chain: string; readonly sequence: string;
  /** To the microsecond, in UTC. */
  readonly happenedAt: string;
  readonly actorId: string | null; readonly action: string; readonly subjectType: string | null; readonly subjectId: string | null;
  readonly outcome: string; readonly reference: string | null;
  /** As PostgreSQL writes jsonb: keys in its order, no choice of spelling left. */
  readonly details: string;
  readonly previousHash: Buffer;
}
export interface StoredEntry extends HashedEntry { readonly hash: Buffer }

export const instantSql = (expression: string): string => `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The select list that reads a `StoredEntry`. */
export const STORED_ENTRY = `format, id, chain, sequence, ${instantSql('happened_at')} as "happenedAt", actor_id as "actorId", action, subject_type as "subjectType", subject_id as "subjectId",
  outcome, reference, details::text as details, previous_hash as "previousHash", hash`;

/** SHA-256 over a JSON array of all columns in a fixed order, the hash of the entry before it last. */
export function hashOf(entry: HashedEntry): Buffer {
  const { format, id, chain, sequence, happenedAt, actorId, action, subjectType, subjectId, outcome, reference, details, previousHash } = entry;
  const written = JSON.stringify(['passalong audit entry', format, id, chain, sequence, happenedAt, actorId, action, subjectType, subjectId, outcome, reference, details, previousHash.toString('hex')]);
  return createHash('sha256').update(written).digest();
}
