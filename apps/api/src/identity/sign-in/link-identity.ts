/** The one place where a sign-in becomes a person: by provider and subject, and never by email. */
import type { InstitutionRole } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { ExternalIdentity } from '../attributes/read-identity.js';
import { grantRoles } from '../authority.commands.js';
import { findInvitation, type Invited, useInvitation } from '../joining/invitations.js';

export type NotWelcome = 'NO_AFFILIATION' | 'STUDENT' | 'NOT_STAFF';
export type LinkRefusal = NotWelcome | 'DISABLED' | 'LEFT_INSTITUTION' | 'SOMEBODY_ELSE';
export type Linked = { readonly ok: true; readonly personId: string } | { readonly ok: false; readonly reason: LinkRefusal; readonly personId?: string };
/** What a sign-in brings besides the identity: the token of an invitation, or the person who is signed in already and adds it. */
export interface Arriving { readonly identity: ExternalIdentity; readonly institutionId: string; readonly invitation?: string | null; readonly linkTo?: string | null }

interface KnownRow { person_id: string; is_disabled: boolean; is_member: boolean; ended_for: 'IDLE' | 'LEFT' | null }

const FIND = `
  select p.id as person_id, p.disabled_at is not null as is_disabled, coalesce(m.valid_until is null or m.valid_until > now(), false) and m.id is not null as is_member, m.ended_for
    from external_identity e join person p on p.id = e.person_id left join membership m on m.person_id = p.id and m.institution_id = $3
   where e.provider_id = $1 and e.subject = $2`;
const ACTIVE = 'update membership set last_active_on = current_date where person_id = $1 and institution_id = $2 and last_active_on < current_date';
const LEAST: readonly InstitutionRole[] = ['PRACTITIONER'];

export async function linkIdentity(transaction: Transaction, arriving: Arriving): Promise<Linked> {
  const { identity, institutionId } = arriving;
  // Two first sign-ins of one person at the same moment must not make two people.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`external_identity ${identity.providerId} ${identity.subject}`]);
  const linked = await find(transaction, arriving);
  if (linked.ok) await transaction.query(ACTIVE, [linked.personId, institutionId]);
  return linked;
}

async function find(transaction: Transaction, { identity, institutionId, invitation = null, linkTo = null }: Arriving): Promise<Linked> {
  const [known] = await transaction.query<KnownRow>(FIND, [identity.providerId, identity.subject, institutionId]);
  const invited = await invitationHere(transaction, invitation, institutionId);
  const newcomer = linkTo ?? invited?.personId ?? null;
  if (known === undefined) return newcomer === null ? welcome(transaction, { identity, institutionId, invited }) : addTo(transaction, newcomer, { identity, institutionId, invited });
  if (newcomer !== null && newcomer !== known.person_id) return { ok: false, reason: 'SOMEBODY_ELSE', personId: known.person_id };
  if (known.is_disabled) return { ok: false, reason: 'DISABLED', personId: known.person_id };
  if (known.is_member) return { ok: true, personId: known.person_id };
  const mayReturn = invited !== null || (known.ended_for === 'IDLE' && whyNotWelcome(identity) === null);
  if (!mayReturn) return { ok: false, reason: 'LEFT_INSTITUTION', personId: known.person_id };
  await enter(transaction, known.person_id, { institutionId, invited });
  return { ok: true, personId: known.person_id };
}

async function invitationHere(transaction: Transaction, token: string | null, institutionId: string): Promise<Invited | null> {
  const invited = await findInvitation(transaction, token);
  return invited?.institutionId === institutionId ? invited : null;
}

interface Entering { readonly identity: ExternalIdentity; readonly institutionId: string; readonly invited: Invited | null }

/** A new person at the institution whose provider vouched for them: with the least role, or with what they were invited to. */
async function welcome(transaction: Transaction, entering: Entering): Promise<Linked> {
  const reason = entering.invited === null ? whyNotWelcome(entering.identity) : null;
  if (reason !== null) return { ok: false, reason };
  const personId = newKey();
  await transaction.query('insert into person (id, display_name) values ($1, $2)', [personId, entering.identity.displayName]);
  await enter(transaction, personId, entering);
  await keepIdentity(transaction, personId, entering);
  return { ok: true, personId };
}

/** Another way to sign in for somebody who is here. Where they do not belong yet, the rule of a first visit holds. */
async function addTo(transaction: Transaction, personId: string, entering: Entering): Promise<Linked> {
  const [person] = await transaction.query<{ is_disabled: boolean; is_member: boolean }>(
    `select p.disabled_at is not null as is_disabled, exists (select from membership m where m.person_id = p.id and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now())) as is_member from person p where p.id = $1`, [personId, entering.institutionId]);
  if (person === undefined || person.is_disabled) return { ok: false, reason: 'DISABLED', personId };
  const reason = person.is_member || entering.invited !== null ? null : whyNotWelcome(entering.identity);
  if (reason !== null) return { ok: false, reason, personId };
  if (!person.is_member || entering.invited !== null) await enter(transaction, personId, entering);
  await keepIdentity(transaction, personId, entering);
  await recordAudit(transaction, { chain: entering.institutionId, action: 'LINK_IDENTITY', actorId: personId, subject: { type: 'IDENTITY_PROVIDER', id: entering.identity.providerId } });
  return { ok: true, personId };
}

async function keepIdentity(transaction: Transaction, personId: string, { identity, institutionId }: Entering): Promise<void> {
  await transaction.query('insert into external_identity (provider_id, subject, person_id, institution_id) values ($1, $2, $3, $4)', [identity.providerId, identity.subject, personId, institutionId]);
}

/** Into the institution, or back into it, with the least role unless somebody who answers for it said otherwise. */
async function enter(transaction: Transaction, personId: string, { institutionId, invited }: Pick<Entering, 'institutionId' | 'invited'>): Promise<void> {
  const roles = invited === null ? LEAST : invited.roles;
  if (roles.length > 0) await grantRoles(transaction, { personId, institutionId, membershipId: newKey() }, roles);
  if (invited !== null) await useInvitation(transaction, invited, personId);
}

/** eduPerson's words for people who are employed. */
const STAFF = ['staff', 'employee', 'faculty'];

/** On a first visit only members of staff are let in; a person who is staff and student is staff. */
export function whyNotWelcome({ affiliations }: ExternalIdentity): NotWelcome | null {
  if (affiliations.some((affiliation) => STAFF.includes(affiliation))) return null;
  if (affiliations.length === 0) return 'NO_AFFILIATION';
  return affiliations.includes('student') ? 'STUDENT' : 'NOT_STAFF';
}
