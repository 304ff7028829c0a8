/** Closes chains: a signature over the head, so that older entries can be deleted and the rest still be checked. */
import type { Database, Transaction } from '../database/database.js';
import { type Broken, walk, type Witness } from './chain-walk.js';
import { headsOf } from './chains.js';
import { BEGINNING, instantSql, type Link } from './entry-hash.js';
import { lockChain } from './record.js';
import type { Signed, SigningKeys } from './signing-keys.js';

export interface Checkpoint extends Link, Signed { readonly chain: string; readonly closedAt: string }

/** What came of one chain: `broken` says why it was not signed. */
export interface Closing { readonly chain: string; readonly sequence: number; readonly broken: Broken | null }

const OF_CHAIN = `select chain, sequence::float8 as sequence, hash, ${instantSql('closed_at')} as "closedAt", key_id as "keyId", signature from audit_checkpoint where chain = $1`;
const DAY_MS = 24 * 60 * 60 * 1000;

const signedText = ({ chain, sequence, hash, closedAt }: Omit<Checkpoint, keyof Signed>): string => JSON.stringify(['passalong audit checkpoint', chain, sequence, hash.toString('hex'), closedAt]);
export const isGenuine = (checkpoint: Checkpoint, keys: SigningKeys): boolean => keys.verifies(signedText(checkpoint), checkpoint);

export function checkpointsOf(transaction: Transaction, chain: string): Promise<Checkpoint[]> {
  return transaction.query<Checkpoint>(`${OF_CHAIN} order by sequence`, [chain]);
}
export const witnessOf = ({ sequence, hash, closedAt }: Checkpoint): Witness => ({ sequence, hash, name: `the checkpoint of ${closedAt}` });

/**
 * Closes every chain at its head: all that have grown, or those not closed for a day. What was added since the last checkpoint is checked
 * first, because a signature under a forged entry would vouch for it.
 */
export async function closeChains(database: Database, keys: SigningKeys, { onlyDue = false, now = Date.now() }: { onlyDue?: boolean; now?: number } = {}): Promise<readonly Closing[]> {
  const heads = await database.transaction('SYSTEM', headsOf);
  const closings: Closing[] = [];
  for (const { chain } of heads) {
    const closing = await database.transaction('SYSTEM', (transaction) => close(transaction, keys, chain, { now, unlessClosedAfter: onlyDue ? now - DAY_MS : Infinity }));
    if (closing !== null) closings.push(closing);
  }
  return closings;
}

/** Null where nothing is to be closed. */
async function close(transaction: Transaction, keys: SigningKeys, chain: string, { now, unlessClosedAfter }: { now: number; unlessClosedAfter: number }): Promise<Closing | null> {
  await lockChain(transaction, chain);
  const [last] = await transaction.query<Checkpoint>(`${OF_CHAIN} order by sequence desc limit 1`, [chain]);
  if (last !== undefined && Date.parse(last.closedAt) > unlessClosedAfter) return null;
  if (last !== undefined && !isGenuine(last, keys)) return { chain, sequence: last.sequence, broken: { damage: 'changed', sequence: last.sequence, says: 'the checkpoint there is not signed with a key that is known here' } };
  const { head, broken } = await walk(transaction, chain, last ?? BEGINNING, []);
  if (broken !== null) return { chain, sequence: head.sequence, broken };
  if (head.sequence === (last?.sequence ?? 0)) return null;
  const closedAt = `${new Date(now).toISOString().slice(0, -1)}000Z`; // as PostgreSQL will write it
  const { keyId, signature } = keys.sign(signedText({ chain, ...head, closedAt }));
  await transaction.query('insert into audit_checkpoint (chain, sequence, hash, closed_at, key_id, signature) values ($1, $2, $3, $4, $5, $6)', [chain, head.sequence, head.hash, closedAt, keyId, signature]);
  return { chain, sequence: head.sequence, broken: null };
}
