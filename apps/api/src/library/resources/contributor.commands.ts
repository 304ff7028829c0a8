/** Changes of an author team: authors invite colleagues and hand over, and an approver of the owner sees to it that work outlives whoever began it. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError } from '../../platform/graphql/user-error.type.js';
import { keyOf, readApiId } from '../../platform/ids/ids.js';
import type { SetContributorsInput } from './contributor.type.js';
import { stateOf, takeFrom } from './lifecycle-steps.js';
import type { Outcome } from './resource.commands.js';
import { actionsFor, factsOf } from './resource.facts.js';

/** No team is larger. */
const MOST_PEOPLE = 50;

@Injectable()
export class ContributorCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The team is these people from now on, all of them current members of the owner. Who came and who went is on the record. */
  async set(viewer: Viewer, { id, personIds }: SetContributorsInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const { facts } = await factsOf(transaction, resourceId, viewer);
      if (!facts.isSeen) throw notFound();
      if (!actionsFor(viewer, facts).SET_TEAM) throw forbidden('Its authors and the approvers of its institution decide who is in the author team.');
      if (personIds.length === 0 || personIds.length > MOST_PEOPLE) return { id: '', errors: [new InvalidValueError(`Name 1 to ${MOST_PEOPLE} people.`, 'personIds')] };
      const keys = personIds.map((personId) => readApiId(personId)).map((read) => (read?.type === 'person' ? read.key : ''));
      const members = await currentMembers(transaction, facts.ownerInstitutionId);
      const stranger = keys.findIndex((key) => !members.has(key));
      if (stranger >= 0) return { id: '', errors: [new InvalidValueError('Only people who belong to the institution now can be in the author team.', `personIds.${stranger}`)] };
      const present = facts.contributorIds;
      const [joinedIds, leftIds] = [[...new Set(keys)].filter((key) => !present.includes(key)), present.filter((key) => !keys.includes(key))];
      if (joinedIds.length + leftIds.length === 0) return { id: resourceId, errors: [] };
      await transaction.query('delete from resource_contributor where resource_id = $1 and person_id <> all ($2::uuid[])', [resourceId, keys]);
      await transaction.query(`insert into resource_contributor (resource_id, person_id, institution_id, role) select $1, person_id, $3, 'role:author' from unnest($2::uuid[]) as t(person_id) on conflict do nothing`, [resourceId, keys, facts.ownerInstitutionId]);
      await takeFrom(transaction, stateOf(facts), 'SET_TEAM', { audience: facts.visibility }, { resourceId, personId: viewer.personId, joinedIds, leftIds });
      return { id: resourceId, errors: [] };
    });
  }
}

async function currentMembers(transaction: Transaction, institutionId: string): Promise<ReadonlySet<string>> {
  const rows = await transaction.query<{ person_id: string }>(`select person_id from membership m where m.institution_id = $1 and m.roles <> '{}' and (m.valid_until is null or m.valid_until > now())`, [institutionId]);
  return new Set(rows.map((row) => row.person_id));
}
