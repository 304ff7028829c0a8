/** Deletes what was kept long enough: below a signed checkpoint, by the owner, and on the record. */
import type { Database, Transaction } from '../database/database.js';
import { headsOf } from './chains.js';
import { checkpointsOf, isGenuine } from './checkpoints.js';
import { lockChain, record } from './record.js';
import { type Evidence, holdForPruning, verifyChain } from './verify.js';

/** What came of one chain; `kept` says why nothing was deleted. */
export interface Pruning { readonly chain: string; readonly deleted: number; readonly upTo: number; readonly kept: string | null }

/**
 * @param owner the database as its owner: the application may not delete
 * @param before entries of this instant and later stay, and so do older ones above the last checkpoint below it
 */
export async function prune(owner: Database, evidence: Evidence, before: Date): Promise<readonly Pruning[]> {
  const heads = await owner.transaction('SYSTEM', headsOf);
  const prunings: Pruning[] = [];
  for (const { chain } of heads) prunings.push(await owner.transaction('SYSTEM', (transaction) => pruneChain(transaction, evidence, chain, before)));
  return prunings;
}

async function pruneChain(transaction: Transaction, evidence: Evidence, chain: string, before: Date): Promise<Pruning> {
  await transaction.query(`set local statement_timeout = '10min'`);
  await holdForPruning(transaction);
  await lockChain(transaction, chain);
  const { broken, first, last } = await verifyChain(transaction, chain, evidence);
  const kept = (why: string): Pruning => ({ chain, deleted: 0, upTo: first - 1, kept: why });
  if (broken !== null) return kept(`entry ${broken.sequence} is ${broken.damage}; what shows that is not deleted`);
  const [young] = await transaction.query<{ sequence: string }>('select sequence from audit_entry where chain = $1 and happened_at >= $2 order by sequence limit 1', [chain, before]);
  const oldTo = young === undefined ? last : Number(young.sequence) - 1;
  if (oldTo < first) return kept('nothing is that old');
  const checkpoint = (await checkpointsOf(transaction, chain)).findLast((candidate) => candidate.sequence <= oldTo && candidate.sequence >= first && isGenuine(candidate, evidence.keys));
  if (checkpoint === undefined) return kept('no checkpoint closes what is that old');
  const gone = await transaction.query<{ count: number }>('with gone as (delete from audit_entry where chain = $1 and sequence <= $2 returning 1) select count(*)::int as count from gone', [chain, checkpoint.sequence]);
  const deleted = gone[0]?.count ?? 0;
  if (deleted !== checkpoint.sequence - first + 1) throw new Error(`Only ${deleted} entries could be deleted; DATABASE_OWNER_URL must be the owner of the tables.`);
  await record(transaction, { chain, action: 'PRUNE_AUDIT', subject: { type: 'AUDIT_CHAIN', id: chain }, details: { from: first, upTo: checkpoint.sequence, before: before.toISOString() } });
  return { chain, deleted, upTo: checkpoint.sequence, kept: null };
}
