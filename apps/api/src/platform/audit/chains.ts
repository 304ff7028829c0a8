/** Which chains there are, and where each one ends. */
import type { Transaction } from '../database/database.js';
import type { Link } from './entry-hash.js';

export interface Head extends Link { readonly chain: string }

/** From chain to chain through the index, whatever their length. */
const CHAINS = `
  with recursive with_entries as (
    (select chain from audit_entry order by chain limit 1)
    union all
    select (select e.chain from audit_entry e where e.chain > w.chain order by e.chain limit 1) from with_entries w where w.chain is not null)
  select chain from with_entries where chain is not null union select chain from audit_checkpoint`;
const HEADS = `
  select c.chain, h.sequence, h.hash from (${CHAINS}) c, lateral (
    (select sequence, hash from audit_entry where chain = c.chain order by sequence desc limit 1) union all
    (select sequence, hash from audit_checkpoint where chain = c.chain order by sequence desc limit 1) order by sequence desc limit 1) h
  order by c.chain`;

/** The last entry of every chain; where all were deleted, the checkpoint that closed them. */
export async function headsOf(transaction: Transaction): Promise<readonly Head[]> {
  const rows = await transaction.query<{ chain: string; sequence: string; hash: Buffer }>(HEADS);
  return rows.map(({ chain, sequence, hash }) => ({ chain, sequence: Number(sequence), hash }));
}
