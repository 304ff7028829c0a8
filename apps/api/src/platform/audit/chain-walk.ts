/** Goes along a chain and finds the first entry that is not what it was. */
import type { Transaction } from '../database/database.js';
import { hashOf, type Link, STORED_ENTRY, type StoredEntry } from './entry-hash.js';

/**
 * - `changed`: an entry, or everything up to it, says something else than when it was written.
 * - `deleted`: entries are gone from the beginning or the middle.
 * - `reordered`: an entry stands in another one's place.
 * - `truncated`: entries are gone from the end.
 */
export type Damage = 'changed' | 'deleted' | 'reordered' | 'truncated';
export interface Broken { readonly damage: Damage; readonly sequence: number; readonly says: string }

/** What was kept of a place in a chain under a signature: a checkpoint, or an anchor outside the database. */
export interface Witness extends Link { readonly name: string }

export interface Walk {
  readonly broken: Broken | null;
  readonly entries: number;
  /** The last entry that holds. */
  readonly head: Link;
  /** Up to where deletion is on record, as far as was walked. */
  readonly prunedTo: number;
}

const BATCH = 1_000;
/** After so many deletions that were covered up by new numbers, the first one is called a change. */
const MOST_MOVED_UP = 1_000;
const NEXT = `select ${STORED_ENTRY} from audit_entry where chain = $1 and sequence > $2 order by sequence limit ${BATCH}`;

/** Checks every entry after `start` against the one before it, its own hash and the witnesses, in one pass of steady memory. */
export async function walk(transaction: Transaction, chain: string, start: Link, witnesses: readonly Witness[]): Promise<Walk> {
  const bySequence = new Map<number, Witness[]>();
  for (const witness of witnesses) bySequence.set(witness.sequence, [...(bySequence.get(witness.sequence) ?? []), witness]);
  let [head, entries, prunedTo] = [start, 0, 0];
  for (;;) {
    const rows = await transaction.query<StoredEntry>(NEXT, [chain, head.sequence]);
    for (const row of rows) {
      const broken = await breakAt(transaction, row, head) ?? contradiction(row, bySequence.get(head.sequence + 1) ?? []);
      if (broken !== null) return { broken, entries, head, prunedTo };
      head = { sequence: Number(row.sequence), hash: row.hash };
      entries += 1;
      prunedTo = Math.max(prunedTo, prunedBy(row));
    }
    if (rows.length < BATCH) return { broken: null, entries, head, prunedTo };
  }
}

async function breakAt(transaction: Transaction, row: StoredEntry, before: Link): Promise<Broken | null> {
  const due = before.sequence + 1;
  if (Number(row.sequence) !== due) return { damage: 'deleted', sequence: due, says: `entries ${due} to ${Number(row.sequence) - 1} are gone` };
  const fits = hashOf(row).equals(row.hash);
  if (fits && row.previousHash.equals(before.hash)) return null;
  // It is whole in itself and names another one before it, so that one was written anew.
  if (fits) return { damage: 'changed', sequence: Math.max(before.sequence, 1), says: `it is not the entry after which ${due} was written` };
  const moved = await whereItStood(transaction, row);
  if (moved === null) return { damage: 'changed', sequence: due, says: 'its hash does not fit what it says' };
  return moved.isPreviousThere
    ? { damage: 'reordered', sequence: due, says: `what stands there was written as entry ${moved.sequence}` }
    : { damage: 'deleted', sequence: due, says: `entry ${moved.sequence} was moved up into its place` };
}

/** Another place in which the entry would be whole; for one broken entry alone, since it looks at the whole chain. */
async function whereItStood(transaction: Transaction, row: StoredEntry): Promise<{ sequence: string; isPreviousThere: boolean } | null> {
  const places = await transaction.query<{ sequence: string; previousHash: Buffer; hash: Buffer }>('select sequence, previous_hash as "previousHash", hash from audit_entry where chain = $1 order by sequence', [row.chain]);
  const hashes = new Set(places.map(({ hash }) => hash.toString('hex')));
  const last = Number(places.at(-1)?.sequence ?? 0);
  const found = (sequence: string, previousHash: Buffer): boolean => hashes.has(hashOf({ ...row, sequence, previousHash }).toString('hex'));
  const pastTheEnd = Array.from({ length: MOST_MOVED_UP }, (_, index) => String(last + 1 + index));
  for (const sequence of [...places.map((place) => place.sequence), ...pastTheEnd]) {
    if (sequence === row.sequence) continue;
    if (found(sequence, row.previousHash)) return { sequence, isPreviousThere: hashes.has(row.previousHash.toString('hex')) };
  }
  for (const { sequence, previousHash } of places) if (sequence !== row.sequence && found(sequence, previousHash)) return { sequence, isPreviousThere: true };
  return null;
}

function contradiction(row: StoredEntry, witnesses: readonly Witness[]): Broken | null {
  const other = witnesses.find(({ hash }) => !hash.equals(row.hash));
  return other === undefined ? null : { damage: 'changed', sequence: Number(row.sequence), says: `entries up to it were written anew: ${other.name} has another hash` };
}

/** How far the entry says that the chain was pruned. */
function prunedBy({ action, outcome, details }: StoredEntry): number {
  if (action !== 'PRUNE_AUDIT' || outcome !== 'DONE') return 0;
  const { upTo } = JSON.parse(details) as { upTo?: unknown };
  return typeof upTo === 'number' ? upTo : 0;
}
