/** Invitations: made by somebody who answers for an institution, handed on by them, used once within two weeks. */
import type { InstitutionRole } from '@passalong/domain';
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { hashToken } from '../viewer.reader.js';

export const INVITATION_DAYS = 14;
/** Open at one time; a large service has some dozens of people. */
const MOST_OPEN = 100;

export interface NewInvitation {
  readonly institutionId: string;
  readonly madeBy: string | null;
  /** Whom it is meant for. It is shown to whoever made it, and identifies nobody. */
  readonly email: string;
  readonly roles: readonly InstitutionRole[];
  /** Somebody of the institution who needs another way to sign in. */
  readonly personId: string | null;
}

/** What an invitation lets in. */
export interface Invited { readonly id: string; readonly institutionId: string; readonly institutionName: string; readonly roles: readonly InstitutionRole[]; readonly personId: string | null }
interface InvitedRow { id: string; institution_id: string; institution_name: string; roles: InstitutionRole[]; person_id: string | null }

export const OPEN_INVITATION = 'used_at is null and ended_at is null and expires_at > now()';
const FIND = `
  select v.id, v.institution_id, i.name as institution_name, v.roles, v.person_id from invitation v join institution i on i.id = v.institution_id
   where v.token_hash = $1 and i.standing = 'MEMBER' and v.used_at is null and v.ended_at is null and v.expires_at > now() for update of v`;
const USE = `update invitation set used_at = now(), used_by = $2 where id = $1 and ${OPEN_INVITATION} returning id`;

/** The token, which is told once; null where too many are open. */
export async function makeInvitation(transaction: Transaction, { institutionId, madeBy, email, roles, personId }: NewInvitation): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const id = newKey();
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('invitations ' || $1, 0))`, [institutionId]);
  const made = await transaction.query(
    `insert into invitation (id, institution_id, token_hash, email, roles, person_id, made_by, expires_at) select $1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => ${INVITATION_DAYS})
      where (select count(*) from invitation v where v.institution_id = $2 and ${OPEN_INVITATION}) < ${MOST_OPEN} returning id`, [id, institutionId, hashToken(token), email, roles, personId, madeBy]);
  if (made.length === 0) return null;
  await recordAudit(transaction, { chain: institutionId, action: 'INVITE', actorId: madeBy, subject: { type: 'INVITATION', id }, details: { roles: [...roles], isForAnotherSignIn: personId !== null } });
  return token;
}

export async function endInvitation(transaction: Transaction, { id, institutionId, personId }: { readonly id: string; readonly institutionId: string; readonly personId: string }): Promise<boolean> {
  const ended = await transaction.query(`update invitation set ended_at = now() where id = $1 and institution_id = $2 and used_at is null and ended_at is null returning id`, [id, institutionId]);
  if (ended.length === 0) return false;
  await recordAudit(transaction, { chain: institutionId, action: 'END_INVITATION', actorId: personId, subject: { type: 'INVITATION', id } });
  return true;
}

/** What the invitation with this token offers; null where it was used, ended, is too old, or never was. Nobody else uses it before the end of this transaction. */
export async function findInvitation(transaction: Transaction, token: string | null): Promise<Invited | null> {
  if (token === null) return null;
  const [row] = await transaction.query<InvitedRow>(FIND, [hashToken(token)]);
  return row === undefined ? null : { id: row.id, institutionId: row.institution_id, institutionName: row.institution_name, roles: row.roles, personId: row.person_id };
}

/** Used up by this person, who belongs to the institution by now. */
export async function useInvitation(transaction: Transaction, invited: Invited, personId: string): Promise<void> {
  const used = await transaction.query(USE, [invited.id, personId]);
  if (used.length === 0) throw new Error('The invitation was used by somebody else.');
  await recordAudit(transaction, { chain: invited.institutionId, action: 'JOIN', actorId: personId, subject: { type: 'INVITATION', id: invited.id }, details: { roles: [...invited.roles] } });
}
