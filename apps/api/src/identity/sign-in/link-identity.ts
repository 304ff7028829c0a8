/** The one place where a sign-in at a provider becomes a person: by provider and subject, and never by email. */
import type { Transaction } from '../../platform/database/database.js';
import type { ExternalIdentity } from '../attributes/read-identity.js';
import { ACTIVE, addTo, comeAgain, type Entering, invitationHere, type KnownPerson, type Linked, type NotWelcome, welcome } from './entrance.js';

/** What a sign-in brings besides the identity: the token of an invitation, or the person who is signed in already and adds it. */
export interface Arriving { readonly identity: ExternalIdentity; readonly institutionId: string; readonly invitation?: string | null; readonly linkTo?: string | null }

interface KnownRow extends KnownPerson { ended_for: 'IDLE' | 'LEFT' | null }

const FIND = `
  select p.id as person_id, p.disabled_at is not null as is_disabled, coalesce(m.valid_until is null or m.valid_until > now(), false) and m.id is not null as is_member, m.ended_for
    from external_identity e join person p on p.id = e.person_id left join membership m on m.person_id = p.id and m.institution_id = $3
   where e.provider_id = $1 and e.subject = $2`;
const KEEP = 'insert into external_identity (provider_id, subject, person_id, institution_id, last_used_at) values ($1, $2, $3, $4, now())';
const USED = `
  with used as (update external_identity set last_used_at = now() where provider_id = $3 and subject = $4 and (last_used_at is null or last_used_at < now() - interval '1 hour'))
  ${ACTIVE}`;

export async function linkIdentity(transaction: Transaction, arriving: Arriving): Promise<Linked> {
  const { identity, institutionId } = arriving;
  // Two first sign-ins of one person at the same moment must not make two people.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`external_identity ${identity.providerId} ${identity.subject}`]);
  const linked = await find(transaction, arriving);
  if (linked.ok) await transaction.query(USED, [linked.personId, institutionId, identity.providerId, identity.subject]);
  return linked;
}

async function find(transaction: Transaction, { identity, institutionId, invitation = null, linkTo = null }: Arriving): Promise<Linked> {
  const [known] = await transaction.query<KnownRow>(FIND, [identity.providerId, identity.subject, institutionId]);
  const invited = await invitationHere(transaction, invitation, institutionId);
  const newcomer = linkTo ?? invited?.personId ?? null;
  const reason = whyNotWelcome(identity);
  if (known !== undefined) return comeAgain(transaction, known, { institutionId, invited, expected: newcomer, mayReturn: known.ended_for === 'IDLE' && reason === null });
  const entering = entranceOf(identity, { institutionId, invited });
  if (newcomer !== null) return addTo(transaction, newcomer, entering, reason);
  return invited === null && reason !== null ? { ok: false, reason } : welcome(transaction, identity.displayName, entering);
}

function entranceOf({ providerId, subject }: ExternalIdentity, at: Pick<Entering, 'institutionId' | 'invited'>): Entering {
  return { ...at, wayIn: { subject: { type: 'IDENTITY_PROVIDER', id: providerId }, keep: async (transaction, personId) => { await transaction.query(KEEP, [providerId, subject, personId, at.institutionId]); } } };
}

/** eduPerson's words for people who are employed. */
const STAFF = ['staff', 'employee', 'faculty'];

/** On a first visit only members of staff are let in; a person who is staff and student is staff. */
export function whyNotWelcome({ affiliations }: ExternalIdentity): NotWelcome | null {
  if (affiliations.some((affiliation) => STAFF.includes(affiliation))) return null;
  if (affiliations.length === 0) return 'NO_AFFILIATION';
  return affiliations.includes('student') ? 'STUDENT' : 'NOT_STAFF';
}
