/** Loads what the policy needs to know about one resource, and asks it what the viewer may do. */
import { allowsAdaptation, type Content, holds, type ResourceAction, resourceActions, type ResourceFacts, type ResourceKind, type Viewer, type Visibility, visibleResources } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { factsSql } from './visibility.sql.js';

/** The facts as the statement gives them. */
export interface AskedFacts extends Omit<ResourceFacts, 'licenceAllowsAdaptation'> { readonly licence: string | null }

export interface LoadedFacts {
  readonly id: string;
  readonly facts: AskedFacts & { readonly isSeen: boolean };
  readonly kind: ResourceKind;
  /** The published content, where there is one. */
  readonly content: Content | null;
  readonly visibility: Visibility;
}

export function actionsFor(viewer: Viewer, facts: AskedFacts): Readonly<Record<ResourceAction, boolean>> {
  return resourceActions(viewer, known(facts));
}

/** The facts as the policy reads them. */
export function known({ licence, ...facts }: AskedFacts): ResourceFacts {
  return { ...facts, licenceAllowsAdaptation: allowsAdaptation(licence) };
}

/** @throws NOT_FOUND where it is absent; whether the viewer may see it is `facts.isSeen`. Locks the resource against a second writer. */
export async function factsOf(transaction: Transaction, resourceId: string, viewer: Viewer): Promise<LoadedFacts> {
  // A statement that waits for the lock would go on with the draft as it was before the wait; the next one sees it as it is.
  await transaction.query('select from resource where id = $1 for update', [resourceId]);
  const [row] = await transaction.query<{ facts: AskedFacts; kind: ResourceKind; content: Content | null; visibility: Visibility }>(
    `select ${factsSql('r')} as facts, r.kind, r.visibility, (select v.content from resource_version v where v.id = r.published_version_id) as content from resource r where r.id = $1`, [resourceId]);
  if (row === undefined) throw notFound();
  const isSeen = holds(visibleResources(viewer), known(row.facts));
  return { ...row, id: resourceId, facts: { ...row.facts, isSeen } };
}
