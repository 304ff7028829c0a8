/** What the operator does on the command line: makes, lists and ends break-glass administrators. */
import { randomBytes } from 'node:crypto';
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { apiId, newKey } from '../../platform/ids/ids.js';
import { hashToken } from '../viewer.reader.js';
import { challenges } from './challenges.js';

export type BreakGlassState = 'INVITED' | 'LINK_EXPIRED' | 'READY' | 'LOCKED' | 'ENDED';
export interface BreakGlassListing { readonly id: string; readonly name: string; readonly institution: string; readonly state: BreakGlassState; readonly usedAt: string | null }

export const LINK_MINUTES = 60;
const LONGEST_NAME = 120;

/** A new person who administers the platform. Answers the token of the enrolment link, which is not stored. */
export async function createBreakGlass(transaction: Transaction, { name, institutionId }: { readonly name: string; readonly institutionId: string }): Promise<{ readonly personId: string; readonly token: string }> {
  const displayName = name.trim();
  if (displayName === '' || displayName.length > LONGEST_NAME) throw new Error(`Give a name of 1 to ${LONGEST_NAME} characters.`);
  const [personId, token] = [newKey(), randomBytes(32).toString('base64url')];
  await transaction.query('insert into person (id, display_name, is_platform_administrator) values ($1, $2, true)', [personId, displayName]);
  // Without a role: they act for it, and are nobody of its staff.
  await transaction.query(`insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, '{}')`, [newKey(), personId, institutionId]);
  await transaction.query(
    'insert into break_glass_account (person_id, institution_id, enrolment_hash, enrolment_expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))', [personId, institutionId, hashToken(token), LINK_MINUTES]);
  await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'CREATE_BREAK_GLASS', subject: { type: 'PERSON', id: personId } });
  return { personId, token };
}

/** Ends the administrator and their sessions at once. False where it was ended before. @throws where the person never was one */
export async function endBreakGlass(transaction: Transaction, personId: string): Promise<boolean> {
  const [account] = await transaction.query<{ ended: boolean }>('select ended_at is not null as ended from break_glass_account where person_id = $1 for update', [personId]);
  if (account === undefined) throw new Error(`${apiId('person', personId)} is no break-glass administrator.`);
  if (account.ended) return false;
  await challenges.forget(transaction, personId);
  await transaction.query('update break_glass_account set ended_at = now(), enrolment_hash = null, enrolment_expires_at = null, code_secret = null, last_code_step = null where person_id = $1', [personId]);
  await transaction.query('delete from session where person_id = $1', [personId]);
  await transaction.query('update membership set valid_until = now() where person_id = $1 and (valid_until is null or valid_until > now())', [personId]);
  await transaction.query('update person set is_platform_administrator = false, disabled_at = coalesce(disabled_at, now()) where id = $1', [personId]);
  await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'END_BREAK_GLASS', subject: { type: 'PERSON', id: personId } });
  return true;
}

/** Those there are and were, the newest first. */
export async function listBreakGlass(transaction: Transaction): Promise<readonly BreakGlassListing[]> {
  const rows = await transaction.query<BreakGlassListing>(
    `select a.person_id as id, coalesce(p.display_name, '—') as name, i.slug as institution,
            case when a.ended_at is not null or p.disabled_at is not null then 'ENDED' when a.locked_until > now() then 'LOCKED' when a.enrolled_at is not null then 'READY' when a.enrolment_expires_at > now() then 'INVITED' else 'LINK_EXPIRED' end as state,
            to_char(a.last_used_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "usedAt"
       from break_glass_account a join person p on p.id = a.person_id join institution i on i.id = a.institution_id order by a.created_at desc, a.person_id`);
  return rows.map((row) => ({ ...row, id: apiId('person', row.id) }));
}
