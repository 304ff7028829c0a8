/** Who may do what: the roles that people hold at institutions, and moderation. For the operator, who stands outside the commons. */
import { INSTITUTION_ROLES, type InstitutionRole } from '@passalong/domain';
import { COMMONS_CHAIN, recordAudit } from '../platform/audit/index.js';
import type { Transaction } from '../platform/database/database.js';

export interface Holding { readonly personId: string; readonly institutionId: string }

/** The roles that the person holds there now, in the order of authority. */
export async function rolesHeld(transaction: Transaction, { personId, institutionId }: Holding): Promise<readonly InstitutionRole[]> {
  const [membership] = await transaction.query<{ roles: InstitutionRole[] }>(
    `select roles from membership where person_id = $1 and institution_id = $2 and (valid_until is null or valid_until > now()) for update`, [personId, institutionId]);
  return inOrder(membership?.roles ?? []);
}

/**
 * Whoever gains a role signs in anew: a session that began under lesser rights, perhaps in somebody else's hands by now, carries no greater
 * ones. Sessions that act for other institutions stay; one that comes over takes a new token (`actFor`).
 */
export async function grantRoles(transaction: Transaction, holding: Holding & { readonly membershipId: string }, roles: readonly InstitutionRole[]): Promise<readonly InstitutionRole[]> {
  const before = await rolesHeld(transaction, holding);
  const held = inOrder([...before, ...roles]);
  await transaction.query(
    `insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, $4)
     on conflict (person_id, institution_id) do update set roles = excluded.roles, valid_from = case when membership.valid_until <= now() then now() else membership.valid_from end, valid_until = null, ended_for = null`,
    [holding.membershipId, holding.personId, holding.institutionId, held]);
  const granted = held.filter((role) => !before.includes(role));
  if (granted.length === 0) return held;
  const sessionsEnded = await endSessions(transaction, holding.personId, holding.institutionId);
  await recordAudit(transaction, { chain: holding.institutionId, action: 'GRANT_ROLES', subject: { type: 'PERSON', id: holding.personId }, details: { roles: granted, held, sessionsEnded } });
  return held;
}

/** Who holds no role any more is no member any more, and their sessions there end. */
export async function revokeRoles(transaction: Transaction, holding: Holding, roles: readonly InstitutionRole[]): Promise<readonly InstitutionRole[]> {
  const before = await rolesHeld(transaction, holding);
  const left = before.filter((role) => !roles.includes(role));
  const values = [holding.personId, holding.institutionId];
  if (left.length > 0) {
    await transaction.query('update membership set roles = $3 where person_id = $1 and institution_id = $2', [...values, left]);
  } else {
    await transaction.query(`update membership set valid_until = now() where person_id = $1 and institution_id = $2 and (valid_until is null or valid_until > now())`, values);
    await endSessions(transaction, holding.personId, holding.institutionId);
  }
  const revoked = before.filter((role) => !left.includes(role));
  if (revoked.length > 0) await recordAudit(transaction, { chain: holding.institutionId, action: 'REVOKE_ROLES', subject: { type: 'PERSON', id: holding.personId }, details: { roles: revoked, held: left } });
  return left;
}

/** Whether anything changed. A new moderator signs in anew, wherever they act: they moderate in every session. */
export async function setModerator(transaction: Transaction, personId: string, isModerator: boolean): Promise<boolean> {
  const changed = await transaction.query('update person set is_moderator = $2 where id = $1 and is_moderator <> $2 returning id', [personId, isModerator]);
  if (changed.length === 0) return false;
  const about = { chain: COMMONS_CHAIN, subject: { type: 'PERSON', id: personId } } as const;
  if (isModerator) await recordAudit(transaction, { ...about, action: 'APPOINT_MODERATOR', details: { sessionsEnded: await endSessions(transaction, personId) } });
  else await recordAudit(transaction, { ...about, action: 'DISMISS_MODERATOR' });
  return true;
}

/** Shuts a person out, or lets them in again. Their sessions end at once; what they wrote stays. Whether anything changed. */
export async function setDisabled(transaction: Transaction, personId: string, isDisabled: boolean): Promise<boolean> {
  const changed = await transaction.query('update person set disabled_at = case when $2 then now() end where id = $1 and (disabled_at is not null) <> $2 returning id', [personId, isDisabled]);
  if (changed.length === 0) return false;
  if (isDisabled) await endSessions(transaction, personId);
  await recordAudit(transaction, { chain: COMMONS_CHAIN, action: isDisabled ? 'DISABLE_PERSON' : 'ENABLE_PERSON', subject: { type: 'PERSON', id: personId } });
  return true;
}

/** Everywhere, or where they act for one institution. How many ended. */
async function endSessions(transaction: Transaction, personId: string, institutionId: string | null = null): Promise<number> {
  return (await transaction.query('delete from session where person_id = $1 and ($2::uuid is null or acting_institution_id = $2) returning id', [personId, institutionId])).length;
}

function inOrder(roles: readonly InstitutionRole[]): readonly InstitutionRole[] {
  return INSTITUTION_ROLES.filter((role) => roles.includes(role));
}
