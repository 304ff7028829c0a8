/** Writes a set of numbers, and freezes it with a version. */
import type { Visibility } from '@passalong/domain';
import type { StudyNumbers } from '../../library/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { numberRows, type NumberRows } from './number-rows.js';
import type { NumberTerms } from './number-terms.js';

export interface NumberOwner {
  readonly resourceId: string;
  readonly institutionId: string;
  readonly visibility: Visibility;
  readonly recordedBy: string | null;
}

/** Replaces the open set of the resource. The numbers must be free of problems. */
export async function storeNumbers(transaction: Transaction, { resourceId, institutionId, visibility, recordedBy }: NumberOwner, numbers: StudyNumbers, terms: NumberTerms): Promise<void> {
  await transaction.query('delete from number_set where resource_id = $1 and frozen_at is null', [resourceId]);
  const numberSetId = newKey();
  await transaction.query('insert into number_set (id, resource_id, institution_id, visibility, measurements_stated, people_stated, recorded_by) values ($1, $2, $3, $4, $5, $6, $7)',
    [numberSetId, resourceId, institutionId, visibility, numbers.metrics !== undefined, numbers.peopleOutcomes !== undefined, recordedBy]);
  for (const [table, rows] of Object.entries(numberRows(numbers, { numberSetId, institutionId }, terms)) as [keyof NumberRows, object[]][]) {
    if (rows.length > 0) await transaction.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
  }
}

/** The version carries the open set, or the set of the version before it where none was recorded since. */
export async function freezeNumbers(transaction: Transaction, resourceId: string, versionId: string): Promise<void> {
  const [open] = await transaction.query<{ id: string }>('update number_set set frozen_at = now() where resource_id = $1 and frozen_at is null returning id', [resourceId]);
  await transaction.query(
    `insert into version_numbers (version_id, resource_id, number_set_id)
     select $2::uuid, $1::uuid, coalesce($3::uuid, latest.number_set_id) from (select) one left join lateral (
       select n.number_set_id from version_numbers n join resource_version v on v.id = n.version_id where v.resource_id = $1::uuid order by v.number desc limit 1) latest on true
     where coalesce($3::uuid, latest.number_set_id) is not null`, [resourceId, versionId, open?.id ?? null]);
}
