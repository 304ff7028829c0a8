/** A collection that somebody wants to change: locked, and theirs to change. */
import { type CollectionAction, collectionActions, type CollectionVisibility, holds, type Viewer, visibleCollections } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/errors/domain-error.js';

export interface LockedCollection { readonly id: string; readonly institutionId: string; readonly visibility: CollectionVisibility; readonly title: string; readonly introduction: string; readonly revision: number }

const REFUSALS: Readonly<Record<CollectionAction, string>> = {
  EDIT: 'People of its institution change a collection; once others read it, its approvers and administrators do.',
  OPEN: 'Approvers and administrators of its institution open a collection to others.',
  TAKE_BACK: 'Moderators take a collection back to its institution, while others read it.',
};

/** @throws NOT_FOUND where the viewer may not see it, FORBIDDEN where they may not do this to it. */
export async function lockedCollection(transaction: Transaction, viewer: Viewer, id: string, action: CollectionAction): Promise<LockedCollection> {
  await permitted(transaction, viewer, id, action, '');
  // Asked again under the lock: somebody may have opened or deleted it while this waited.
  return permitted(transaction, viewer, id, action, 'for update');
}

export function permit(viewer: Viewer, collection: LockedCollection, action: CollectionAction): void {
  if (!collectionActions(viewer, collection)[action]) throw forbidden(REFUSALS[action]);
}

async function permitted(transaction: Transaction, viewer: Viewer, id: string, action: CollectionAction, lock: string): Promise<LockedCollection> {
  const [collection] = await transaction.query<LockedCollection>(`select id, institution_id as "institutionId", visibility, title, introduction, revision from collection where id = $1 ${lock}`, [id]);
  if (collection === undefined || !holds(visibleCollections(viewer), collection)) throw notFound();
  permit(viewer, collection, action);
  return collection;
}
