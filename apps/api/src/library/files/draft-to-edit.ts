/** The draft whose files the viewer may change now. */
import type { Viewer } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { askFor } from '../resources/lifecycle-steps.js';
import { factsOf } from '../resources/resource.facts.js';

export type DraftToEdit = { readonly ok: true; readonly draftId: string; readonly institutionId: string } | { readonly ok: false; readonly error: NotPossibleError };

/**
 * Locks the resource.
 * @throws NOT_FOUND where the viewer may not see the resource, FORBIDDEN where it is never theirs to write.
 */
export async function draftToEdit(transaction: Transaction, viewer: Viewer, resourceId: string): Promise<DraftToEdit> {
  const loaded = await factsOf(transaction, resourceId, viewer);
  const { draftStatus, ownerInstitutionId, draftVisibility } = loaded.facts;
  const asked = askFor(viewer, loaded, 'EDIT', draftStatus === 'NONE' ? 'REVISE' : 'SAVE', { audience: draftVisibility });
  if (!asked.ok) return asked;
  const [draft] = await transaction.query<{ id: string }>('select id from resource_draft where resource_id = $1', [resourceId]);
  if (draft === undefined) return { ok: false, error: new NotPossibleError('There is no draft yet. Change something in the text first; then files can be added.') };
  return { ok: true, draftId: draft.id, institutionId: ownerInstitutionId };
}
