/** Puts a run on the record on behalf of the operator. One that is there already is left alone. */
import type { Transaction } from '../../platform/database/database.js';
import type { RunRow } from './run.entity.js';
import { changeRuns } from './run-summary.js';

export interface PastRun {
  readonly id: string;
  readonly resourceId: string;
  readonly institutionId: string;
  readonly startedBy: string;
  readonly startedOn: string;
  /** Null while it is being tried. */
  readonly ended: { readonly on: string; readonly verdict: NonNullable<RunRow['verdict']>; readonly wouldRepeat: boolean; readonly note: string } | null;
}

/** Whether it was not there before. The version is the one that is published now. */
export async function recordRun(transaction: Transaction, { id, resourceId, institutionId, startedBy, startedOn, ended }: PastRun): Promise<boolean> {
  const made = await changeRuns(transaction, resourceId, institutionId, () => transaction.query(
    `insert into run (id, resource_id, version_id, institution_id, started_by, status, started_at, finished_at, verdict, would_repeat, note)
     select $1, r.id, r.published_version_id, $3, $4, $5, $6, $7, $8, $9, $10 from resource r where r.id = $2 and r.published_version_id is not null on conflict do nothing returning id`,
    [id, resourceId, institutionId, startedBy, ended === null ? 'RUNNING' : 'FINISHED', startedOn, ended?.on ?? null, ended?.verdict ?? null, ended?.wouldRepeat ?? null, ended?.note ?? null]));
  return made.length > 0;
}
