/** Requests of universities that are not here yet: kept, read and answered. */
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { JoinForm } from './join-form.js';

/** More than these wait for nobody: something is wrong then, and the operator hears of it. */
const MOST_OPEN = 1_000;
const KEEP = `
  insert into join_request (id, institution_name, work_email, person_name, person_role, head_name, head_email, message) select $1, $2, $3, $4, $5, $6, $7, $8
   where not exists (select from join_request r where r.status = 'OPEN' and r.work_email = $3) and (select count(*) from join_request r where r.status = 'OPEN') < ${MOST_OPEN} returning id`;
const WAITS = `select 1 from join_request r where r.status = 'OPEN' and r.work_email = $1`;
/** Whom a request names is deleted 90 days after the answer; that there was one stays. */
export const BLANK_REQUESTS = `update join_request set work_email = null, person_name = null, person_role = null, head_name = null, head_email = null, message = null where decided_at < now() - interval '90 days' and work_email is not null`;

/** The id of the new request; or why there is none: one of this address WAITS already, or the list is FULL. */
export type Kept = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly reason: 'WAITS' | 'FULL' };

export async function keepRequest(transaction: Transaction, { values }: JoinForm): Promise<Kept> {
  const id = newKey();
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('join requests', 0))`);
  await transaction.query(BLANK_REQUESTS);
  const kept = await transaction.query(KEEP, [id, values.institution, values.email, values.name, values.role, values.headName, values.headEmail, values.message === '' ? null : values.message]);
  if (kept.length === 0) return { ok: false, reason: (await transaction.query(WAITS, [values.email])).length > 0 ? 'WAITS' : 'FULL' };
  await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'REQUEST_TO_JOIN', subject: { type: 'JOIN_REQUEST', id } });
  return { ok: true, id };
}

export interface Decision { readonly id: string; readonly decidedBy: string; readonly institutionId: string | null; readonly reason: string | null }

/** The address that asked, once it is decided; null where it waits no more. */
export async function decideRequest(transaction: Transaction, { id, decidedBy, institutionId, reason }: Decision): Promise<{ email: string } | null> {
  const [decided] = await transaction.query<{ email: string }>(
    `update join_request set status = case when $2::uuid is null then 'DECLINED' else 'ACCEPTED' end, institution_id = $2, decided_by = $3, decided_at = now(), reason = $4 where id = $1 and status = 'OPEN' returning coalesce(work_email, '') as email`,
    [id, institutionId, decidedBy, reason]);
  if (decided === undefined) return null;
  await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'DECIDE_REQUEST', actorId: decidedBy, outcome: institutionId === null ? 'REFUSED' : 'DONE', subject: { type: 'JOIN_REQUEST', id } });
  return decided;
}
