/** The family of a resource: what it was adapted from, back to the first, and everything adapted from any of them. */
import type { Transaction } from '../../platform/database/database.js';

const FAMILY = `
  with recursive above as (
         select r.id, r.adapted_from_version_id from resource r where r.id = $1
         union select r.id, r.adapted_from_version_id from above a join resource_version v on v.id = a.adapted_from_version_id join resource r on r.id = v.resource_id),
       below as (
         select a.id from above a
         union select r.id from below b join resource_version v on v.resource_id = b.id join resource r on r.adapted_from_version_id = v.id)
  select r.id from below b join resource r on r.id = b.id order by r.id`;

/** Keys of the family, itself included, each locked against a writer until the end of the transaction. */
export async function lockedFamily(transaction: Transaction, resourceId: string): Promise<readonly string[]> {
  for (let locked = 0; ;) {
    const ids = (await transaction.query<{ id: string }>(FAMILY, [resourceId])).map(({ id }) => id);
    // Somebody may have adapted one of them while this waited.
    if (ids.length === locked) return ids;
    await transaction.query('select from resource where id = any ($1) order by id for update', [ids]);
    locked = ids.length;
  }
}
