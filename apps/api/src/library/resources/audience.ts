/** The sharing groups of an audience: which ones somebody may name, and which ones a published resource is offered to. */
import type { PersonViewer, Visibility } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { InvalidValueError } from '../../platform/graphql/user-error.type.js';
import { readApiId } from '../../platform/ids/ids.js';

export type AskedGroups = { readonly ok: true; readonly groupIds: readonly string[] } | { readonly ok: false; readonly error: InvalidValueError };

const refused = (message: string, path = 'groupIds'): AskedGroups => ({ ok: false, error: new InvalidValueError(message, path) });

/**
 * The keys of the groups that were named; `kept` where none were. Only groups of the institution acted for can be named, and a group
 * of others is answered like one that does not exist.
 */
export function askedGroups(person: PersonViewer, visibility: Visibility, named: readonly string[] | null | undefined, kept: readonly string[]): AskedGroups {
  if (visibility !== 'GROUP') return (named ?? []).length === 0 ? { ok: true, groupIds: [] } : refused('Sharing groups are named for the audience GROUP alone.');
  const groupIds = named?.map((id) => readApiId(id)).map((read) => (read?.type === 'group' ? read.key : '')) ?? kept;
  if (groupIds.length === 0) return refused('Name at least one sharing group of your institution.');
  const unknown = groupIds.findIndex((id) => !person.groupIds.includes(id));
  return named && unknown >= 0 ? refused('Your institution is in no such sharing group.', `groupIds.${unknown}`) : { ok: true, groupIds: [...new Set(groupIds)] };
}

/** The problem of a draft whose institution has left a group since it was saved; null where there is none. */
export function leftGroupProblem(person: PersonViewer, { visibility, group_ids: groupIds }: { visibility: Visibility; group_ids: readonly string[] }): InvalidValueError | null {
  if (visibility !== 'GROUP' || (groupIds.length > 0 && groupIds.every((id) => person.groupIds.includes(id)))) return null;
  return new InvalidValueError('This is meant for a sharing group that your institution is not in. Choose its groups again.', 'groupIds');
}

/** From now on these groups, and no others, read the published version. */
export async function offerToGroups(transaction: Transaction, resourceId: string, groupIds: readonly string[]): Promise<void> {
  await transaction.query('delete from resource_group where resource_id = $1 and group_id <> all ($2::uuid[])', [resourceId, groupIds]);
  await transaction.query('insert into resource_group (resource_id, group_id) select $1, unnest($2::uuid[]) on conflict do nothing', [resourceId, groupIds]);
}
