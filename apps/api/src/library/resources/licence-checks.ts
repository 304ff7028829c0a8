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
  const original = await originalOf(transaction, draft.resource_id);
  const inherited = original === null ? null : adaptedLicenceProblem(original.licence, licence);
  return [
    ...(audience === null ? [] : [new InvalidValueError(audience, 'visibility')]),
    ...(inherited === null ? [] : [new InvalidValueError(inherited, licencePath)]),
    ...(original !== null && leavesItsGroups(original, draft) ? [new InvalidValueError('The original is for its sharing groups alone, so an adaptation stays among them.', 'groupIds')] : []),
  ];
}

async function originalOf(transaction: Transaction, resourceId: string): Promise<Original | null> {
  const [row] = await transaction.query<Original>(
    `select v.content ->> 'licence' as licence, (select coalesce(array_agg(g.group_id), '{}') from resource_group g where g.resource_id = v.resource_id) as group_ids
       from resource r join resource_version v on v.id = r.adapted_from_version_id where r.id = $1`, [resourceId]);
  return row ?? null;
}

function leavesItsGroups(original: Original, draft: DraftRow): boolean {
  return original.licence === 'licence:group-only' && draft.visibility === 'GROUP' && !draft.group_ids.every((id) => original.group_ids.includes(id));
}
