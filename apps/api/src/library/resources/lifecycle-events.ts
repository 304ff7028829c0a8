/** Writes the append-only record of what happened to a resource. */
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';

export interface LifecycleEvent { resourceId: string; personId: string | null; action: string; from: string; to: string; reason: string | null }

export async function recordEvent(transaction: Transaction, { resourceId, personId, action, from, to, reason }: LifecycleEvent): Promise<void> {
  await transaction.query('insert into lifecycle_event (id, resource_id, person_id, action, from_state, to_state, reason) values ($1, $2, $3, $4, $5, $6, $7)', [newKey(), resourceId, personId, action, from, to, reason]);
}
