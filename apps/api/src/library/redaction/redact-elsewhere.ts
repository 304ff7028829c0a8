/** What other rooms keep beside a work, and a redaction reaches with it. They say so when they are loaded; this room never names them. */
import type { Replacing } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';

/** In how many places it was found beside the resource; with `redactionId` null nothing is changed. */
export type RedactsBeside = (transaction: Transaction, resourceId: string, replacing: Replacing, redactionId: string | null) => Promise<number>;

const rooms: RedactsBeside[] = [];

export function alsoRedacts(redacts: RedactsBeside): void {
  rooms.push(redacts);
}

export const redactElsewhere: RedactsBeside = async (transaction, resourceId, replacing, redactionId) => {
  let places = 0;
  for (const redacts of rooms) places += await redacts(transaction, resourceId, replacing, redactionId);
  return places;
};
