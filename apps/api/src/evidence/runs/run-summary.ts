/** Keeps the summary of runs in the transaction that changes a run. It counts institutions, each with its latest verdict. */
import type { Transaction } from '../../platform/database/database.js';

export interface Tally { tried: number; worked: number; mixed: number; no_effect: number; running: number }
const COUNTS = ['tried', 'worked', 'mixed', 'no_effect', 'running'] as const;

/** What one institution adds to the summary: at most one of everything. */
const SHARE = `
  select (latest.verdict is not null)::int as tried, coalesce(latest.verdict = 'WORKED', false)::int as worked, coalesce(latest.verdict = 'MIXED', false)::int as mixed,
         coalesce(latest.verdict = 'NO_EFFECT', false)::int as no_effect,
         (exists (select from run r where r.resource_id = $1 and r.institution_id = $2 and r.status = 'RUNNING'))::int as running
    from (select (select r.verdict from run r where r.resource_id = $1 and r.institution_id = $2 and r.status = 'FINISHED' order by r.finished_at desc, r.id desc limit 1) as verdict) latest`;

/**
 * Runs `change` on the runs of one institution and moves the summary by the difference it makes. Nobody but the institution sees its
 * runs, so the summary is never counted anew: it is locked, and only this institution's share in it changes.
 */
export async function changeRuns<Result>(transaction: Transaction, resourceId: string, institutionId: string, change: () => Promise<Result>): Promise<Result> {
  await transaction.query('insert into run_summary (resource_id) values ($1) on conflict do nothing', [resourceId]);
  await transaction.query('select from run_summary where resource_id = $1 for update', [resourceId]);
  const before = await shareOf(transaction, resourceId, institutionId);
  const result = await change();
  const after = await shareOf(transaction, resourceId, institutionId);
  await transaction.query(`update run_summary set ${COUNTS.map((name, at) => `${name} = ${name} + $${at + 2}`).join(', ')} where resource_id = $1`,
    [resourceId, ...COUNTS.map((name) => after[name] - before[name])]);
  return result;
}

async function shareOf(transaction: Transaction, resourceId: string, institutionId: string): Promise<Tally> {
  const [share] = await transaction.query<Tally>(SHARE, [resourceId, institutionId]);
  return share ?? { tried: 0, worked: 0, mixed: 0, no_effect: 0, running: 0 };
}
