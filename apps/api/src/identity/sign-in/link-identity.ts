/** The one place where a sign-in becomes a person: by provider and subject, and never by email. */
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { ExternalIdentity } from '../attributes/read-identity.js';

export type NotWelcome = 'NO_AFFILIATION' | 'STUDENT' | 'NOT_STAFF';
export type LinkRefusal = NotWelcome | 'DISABLED' | 'LEFT_INSTITUTION';
export type Linked = { readonly ok: true; readonly personId: string } | { readonly ok: false; readonly reason: LinkRefusal; readonly personId?: string };

interface KnownRow { person_id: string; is_disabled: boolean; is_member: boolean }

const FIND = `
  select p.id as person_id, p.disabled_at is not null as is_disabled,
         exists (select from membership m where m.person_id = p.id and m.institution_id = $3 and (m.valid_until is null or m.valid_until > now())) as is_member
    from external_identity e join person p on p.id = e.person_id
   where e.provider_id = $1 and e.subject = $2`;

export async function linkIdentity(transaction: Transaction, identity: ExternalIdentity, institutionId: string): Promise<Linked> {
  // Two first sign-ins of one person at the same moment must not make two people.
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`external_identity ${identity.providerId} ${identity.subject}`]);
  const [known] = await transaction.query<KnownRow>(FIND, [identity.providerId, identity.subject, institutionId]);
  if (known === undefined) {
    const reason = whyNotWelcome(identity);
    return reason === null ? { ok: true, personId: await welcome(transaction, identity, institutionId) } : { ok: false, reason };
  }
  if (known.is_disabled) return { ok: false, reason: 'DISABLED', personId: known.person_id };
  return known.is_member ? { ok: true, personId: known.person_id } : { ok: false, reason: 'LEFT_INSTITUTION', personId: known.person_id };
}

/** A new person with the least role, at the institution whose provider vouched for them. */
async function welcome(transaction: Transaction, identity: ExternalIdentity, institutionId: string): Promise<string> {
  const personId = newKey();
  await transaction.query('insert into person (id, display_name) values ($1, $2)', [personId, identity.displayName]);
  await transaction.query('insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, $4)', [newKey(), personId, institutionId, ['PRACTITIONER']]);
  await transaction.query('insert into external_identity (provider_id, subject, person_id, institution_id) values ($1, $2, $3, $4)', [identity.providerId, identity.subject, personId, institutionId]);
  return personId;
}

/** eduPerson's words for people who are employed. */
const STAFF = ['staff', 'employee', 'faculty'];

/** On a first visit only members of staff are let in; a person who is staff and student is staff. */
export function whyNotWelcome({ affiliations }: ExternalIdentity): NotWelcome | null {
  if (affiliations.some((affiliation) => STAFF.includes(affiliation))) return null;
  if (affiliations.length === 0) return 'NO_AFFILIATION';
  return affiliations.includes('student') ? 'STUDENT' : 'NOT_STAFF';
}
