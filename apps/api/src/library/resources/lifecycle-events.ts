/** Writes the append-only record of what happened to a resource. */
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';

export interface LifecycleEvent { resourceId: string; personId: string | null; action: string; from: string; to: string; reason: string | null; joinedIds?: readonly string[]; leftIds?: readonly string[] }

export async function recordEvent(transaction: Transaction, { resourceId, personId, action, from, to, reason, joinedIds = [], leftIds = [] }: LifecycleEvent): Promise<void> {
  await transaction.query('insert into lifecycle_event (id, resource_id, person_id, action, from_state, to_state, reason, joined_ids, left_ids) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [newKey(), resourceId, personId, action, from, to, reason, joinedIds, leftIds]);
}
