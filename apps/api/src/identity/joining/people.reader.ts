/** Reads who belongs to an institution, who is invited, and which domains it shows to be its own. */
import { Inject, Injectable } from '@nestjs/common';
import type { InstitutionRole } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { approvedDomains } from './approved-domains.js';
import { recordOf } from './domain-proof.js';
import type { Administrator } from '../set-up/index.js';
import { OPEN_INVITATION } from './invitations.js';
import type { InstitutionPeople, InvitationType, ProvenDomainType } from './joining.type.js';
import { PeopleCheck } from './people-check.js';

interface InvitationRow { id: string; email: string; roles: InstitutionRole[]; for_person: string | null; created_at: Date; expires_at: Date }
interface DomainRow { domain: string; challenge: string; proven_at: Date | null; checked_at: Date | null; failure: string | null }

@Injectable()
export class PeopleReader {
  constructor(@Inject(Database) private readonly database: Database, @Inject(PeopleCheck) private readonly check: PeopleCheck) {}

  async read(by: Administrator): Promise<InstitutionPeople> {
    const { isDue, checkedAt, people } = await this.check.read(by);
    return this.database.transaction(by, async (transaction) => {
      const invitations = await transaction.query<InvitationRow>(
        `select v.id, v.email, v.roles, p.display_name as for_person, v.created_at, v.expires_at from invitation v left join person p on p.id = v.person_id where v.institution_id = $1 and ${OPEN_INVITATION} order by v.created_at desc, v.id`, [by.institutionId]);
      const domains = await transaction.query<DomainRow>('select domain, challenge, proven_at, checked_at, failure from proven_domain where institution_id = $1 order by domain', [by.institutionId]);
      return {
        institutionId: apiId('institution', by.institutionId), isCheckDue: isDue, checkedAt, people: people.map((person) => ({ ...person, roles: [...person.roles] })),
        invitations: invitations.map((row): InvitationType => ({ id: apiId('invitation', row.id), email: row.email, roles: row.roles, forPerson: row.for_person, createdAt: row.created_at, expiresAt: row.expires_at })),
        approvedDomains: [...(await approvedDomains(transaction, by.institutionId))], domains: domains.map(domainOf),
      };
    });
  }
}

function domainOf({ domain, challenge, proven_at: provenAt, checked_at: checkedAt, failure }: DomainRow): ProvenDomainType {
  const { name, value } = recordOf(domain, challenge);
  return { domain, recordName: name, recordValue: value, provenAt, checkedAt, failure };
}
