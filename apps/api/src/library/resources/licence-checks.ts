/** What the licence of a draft has to agree with before review: its audience, and the licence of what it was adapted from. */
import { adaptedLicenceProblem, audienceProblem } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { InvalidValueError, type UserError } from '../../platform/graphql/user-error.type.js';
import type { DraftRow } from './resource.reader.js';

interface Original { licence: string | null; group_ids: string[] }

/** The problems of the draft; `licencePath` is where its licence stands in the input. */
export async function licenceProblems(transaction: Transaction, draft: DraftRow, licencePath: string): Promise<readonly UserError[]> {
  const licence = (draft.content['licence'] ?? null) as string | null;
  const audience = audienceProblem(licence, draft.visibility);
  const originals = await originalsOf(transaction, draft.resource_id);
  const inherited = originals.map((original) => adaptedLicenceProblem(original.licence, licence)).find((problem) => problem !== null) ?? null;
  return [
    ...(audience === null ? [] : [new InvalidValueError(audience, 'visibility')]),
    ...(inherited === null ? [] : [new InvalidValueError(inherited, licencePath)]),
    ...(originals.some((original) => leavesItsGroups(original, draft)) ? [new InvalidValueError('The original is for its sharing groups alone, so an adaptation stays among them.', 'groupIds')] : []),
  ];
}

/** The version it was adapted from, those from which changes were taken over since, and those whose offers were taken. */
async function originalsOf(transaction: Transaction, resourceId: string): Promise<readonly Original[]> {
  return transaction.query<Original>(
    `select v.content ->> 'licence' as licence, (select coalesce(array_agg(g.group_id), '{}') from resource_group g where g.resource_id = v.resource_id) as group_ids
       from resource_version v where v.id = (select r.adapted_from_version_id from resource r where r.id = $1)
         or v.id in (select p.version_id from upstream_pull p where p.resource_id = $1 and exists (select from upstream_decision d where d.pull_id = p.id and d.decision in ('TAKE', 'MERGE')))
         or v.id in (select o.version_id from upstream_offer o where o.original_id = $1 and o.status = 'TAKEN') order by v.number`, [resourceId]);
}

function leavesItsGroups(original: Original, draft: DraftRow): boolean {
  return original.licence === 'licence:group-only' && draft.visibility === 'GROUP' && !draft.group_ids.every((id) => original.group_ids.includes(id));
}
