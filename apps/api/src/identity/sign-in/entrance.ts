/** How somebody comes into an institution, by whatever way it was shown who they are. */
import type { AuditSubject, InstitutionRole } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { grantRoles } from '../authority.commands.js';
import { findInvitation, type Invited, useInvitation } from '../joining/invitations.js';

export type NotWelcome = 'NO_AFFILIATION' | 'STUDENT' | 'NOT_STAFF';
export type LinkRefusal = NotWelcome | 'DISABLED' | 'LEFT_INSTITUTION' | 'SOMEBODY_ELSE';
export type Linked = { readonly ok: true; readonly personId: string } | { readonly ok: false; readonly reason: LinkRefusal; readonly personId?: string };

/** What shows who somebody is: a provider and its subject, or a passkey. */
export interface WayIn {
  readonly subject: { readonly type: AuditSubject; readonly id: string };
  /** Remembers that it is theirs. */
  readonly keep: (transaction: Transaction, personId: string) => Promise<void>;
}
export interface Entering { readonly institutionId: string; readonly invited: Invited | null; readonly wayIn: WayIn }

/** Whom a way in is known to belong to, and how things stand with them. */
export interface KnownPerson { readonly person_id: string; readonly is_disabled: boolean; readonly is_member: boolean }

/** Person $1 signed in at institution $2 today. */
export const ACTIVE = `update membership set last_active_at = now() where person_id = $1 and institution_id = $2 and last_active_at < now() - interval '1 hour'`;
const LEAST: readonly InstitutionRole[] = ['PRACTITIONER'];

/** The invitation with this token, where it is one to this institution. */
export async function invitationHere(transaction: Transaction, token: string | null, institutionId: string): Promise<Invited | null> {
  const invited = await findInvitation(transaction, token);
  return invited?.institutionId === institutionId ? invited : null;
}

/** A new person at the institution: with the least role, or with what they were invited to. */
export async function welcome(transaction: Transaction, displayName: string | null, entering: Entering): Promise<Linked> {
  const personId = newKey();
  await transaction.query('insert into person (id, display_name) values ($1, $2)', [personId, displayName]);
  await enter(transaction, personId, entering);
  await entering.wayIn.keep(transaction, personId);
  return { ok: true, personId };
}

/** Another way to sign in for somebody who is here. `reason` is why they may not come in where they do not belong yet; an invitation overrides it. */
export async function addTo(transaction: Transaction, personId: string, entering: Entering, reason: NotWelcome | null): Promise<Linked> {
  const [person] = await transaction.query<{ is_disabled: boolean; is_member: boolean }>(
    `select p.disabled_at is not null as is_disabled, exists (select from membership m where m.person_id = p.id and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now())) as is_member from person p where p.id = $1`, [personId, entering.institutionId]);
  if (person === undefined || person.is_disabled) return { ok: false, reason: 'DISABLED', personId };
  if (!person.is_member && entering.invited === null && reason !== null) return { ok: false, reason, personId };
  if (!person.is_member && entering.invited !== null && !leadsIn(entering.invited)) return { ok: false, reason: 'LEFT_INSTITUTION', personId };
  if (!person.is_member || entering.invited !== null) await enter(transaction, personId, entering);
  await entering.wayIn.keep(transaction, personId);
  await recordAudit(transaction, { chain: entering.institutionId, action: 'LINK_IDENTITY', actorId: personId, subject: entering.wayIn.subject });
  return { ok: true, personId };
}

/** Whose way in it should be, where that is known; and whether they may come back by themselves. */
export interface Return { readonly institutionId: string; readonly invited: Invited | null; readonly expected: string | null; readonly mayReturn: boolean }

/** Somebody comes again by a way that is known. Who does not belong any more comes back by an invitation that gives them something to do, or where they may return. */
export async function comeAgain(transaction: Transaction, known: KnownPerson, { institutionId, invited, expected, mayReturn }: Return): Promise<Linked> {
  const personId = known.person_id;
  if (expected !== null && expected !== personId) return { ok: false, reason: 'SOMEBODY_ELSE', personId };
  if (known.is_disabled) return { ok: false, reason: 'DISABLED', personId };
  if (known.is_member) return { ok: true, personId };
  if (!(invited === null ? mayReturn : leadsIn(invited))) return { ok: false, reason: 'LEFT_INSTITUTION', personId };
  await enter(transaction, personId, { institutionId, invited });
  return { ok: true, personId };
}

/** Today they signed in there. */
export async function noteVisit(transaction: Transaction, personId: string, institutionId: string): Promise<void> {
  await transaction.query(ACTIVE, [personId, institutionId]);
}

/** One to another way in has no roles: it leads nobody back who has left since it was made. */
const leadsIn = ({ roles }: Invited): boolean => roles.length > 0;

/** Into the institution, or back into it, with the least role unless somebody who answers for it said otherwise. */
async function enter(transaction: Transaction, personId: string, { institutionId, invited }: Pick<Entering, 'institutionId' | 'invited'>): Promise<void> {
  const roles = invited === null ? LEAST : invited.roles;
  if (roles.length > 0) await grantRoles(transaction, { personId, institutionId, membershipId: newKey() }, roles);
  if (invited !== null) await useInvitation(transaction, invited, personId);
}
