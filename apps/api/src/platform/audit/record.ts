/** The one way into the audit record. */
import type { AuditAction, AuditOutcome, AuditSubject } from '@passalong/domain';
import type { Transaction } from '../database/database.js';
import { newKey } from '../ids/ids.js';
import { BEGINNING, ENTRY_FORMAT, hashOf, instantSql } from './entry-hash.js';

export interface AuditFacts {
  /** The institution whose affair it is, or `COMMONS_CHAIN`. */
  readonly chain: string;
  readonly action: AuditAction;
  /** The person who did it; absent where nobody was known, or where the operator did it. */
  readonly actorId?: string | null;
  readonly outcome?: AuditOutcome;
  readonly subject?: { readonly type: AuditSubject; readonly id: string } | null;
  readonly reference?: string | null;
  /** Words of ours, ids and counts. Never a name, an address, or anything that somebody typed. */
  readonly details?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

interface Place { sequence: string; previousHash: Buffer; happenedAt: string; details: string }

const LOCK = `select pg_advisory_xact_lock(hashtextextended('audit chain ' || $1, 0))`;
/** Where every entry up to a checkpoint was deleted, the chain goes on from there. */
const PLACE = `
  select coalesce(e.sequence, c.sequence, 0) + 1 as sequence, coalesce(e.hash, c.hash, $3) as "previousHash", ${instantSql('clock_timestamp()')} as "happenedAt", $2::jsonb::text as details
    from (select) as nothing
    left join lateral (select sequence, hash from audit_entry where chain = $1 order by sequence desc limit 1) e on true
    left join lateral (select sequence, hash from audit_checkpoint where chain = $1 order by sequence desc limit 1) c on true`;
const INSERT = `
  insert into audit_entry (id, chain, sequence, happened_at, actor_id, action, subject_type, subject_id, outcome, reference, details, format, previous_hash, hash)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

/**
 * Writes an entry in the transaction of the command, so that what happened and its entry stand or fall together. The chain is locked
 * until the commit: call it last. A transaction that writes to several chains takes the institution's before that of the commons.
 *
 * Row security lets a person's transaction write to the chain of the acting institution alone; anything else needs `SYSTEM`.
 */
export async function record(transaction: Transaction, { chain, action, actorId = null, outcome = 'DONE', subject = null, reference = null, details: given = {} }: AuditFacts): Promise<void> {
  await lockChain(transaction, chain);
  // A statement of its own: only now does it see what the holder of the lock before us committed.
  const [place] = await transaction.query<Place>(PLACE, [chain, JSON.stringify(given), BEGINNING.hash]);
  if (place === undefined) throw new Error('The audit record has no place for an entry.');
  const { sequence, previousHash, happenedAt, details } = place;
  const entry = { format: ENTRY_FORMAT, id: newKey(), chain, sequence, happenedAt, actorId, action, subjectType: subject?.type ?? null, subjectId: subject?.id ?? null, outcome, reference, details, previousHash };
  await transaction.query(INSERT, [entry.id, chain, sequence, happenedAt, actorId, action, entry.subjectType, entry.subjectId, outcome, reference, details, ENTRY_FORMAT, previousHash, hashOf(entry)]);
}

/** Nobody else adds to the chain until the end of this transaction. */
export async function lockChain(transaction: Transaction, chain: string): Promise<void> {
  await transaction.query(LOCK, [chain]);
}
