/** One step of a resource through the lifecycle: the table in the domain decides, and the rows and the record follow it. */
import { advance, type AdvanceContext, answersFor, type LifecycleAction, type LifecycleRefusal, type LifecycleState, placesOf, type ResourceAction, type Viewer } from '@passalong/domain';
import type { Transaction } from '../../platform/database/database.js';
import { forbidden, notFound } from '../../platform/errors/domain-error.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { newKey } from '../../platform/ids/ids.js';
import { recordEvent } from './lifecycle-events.js';
import { actionsFor, known, type LoadedFacts } from './resource.facts.js';

/** A step that may be taken: what it is, where it starts and where it leads. */
export interface Step { readonly action: LifecycleAction; readonly before: LifecycleState; readonly after: LifecycleState }
export type Asked = { readonly ok: true; readonly step: Step } | { readonly ok: false; readonly error: NotPossibleError };

const REFUSALS: Readonly<Record<LifecycleRefusal, string>> = {
  NO_DRAFT: 'There is no draft of this.',
  DRAFT_OPEN: 'This is not being reviewed.',
  AWAITING_SIGN_OFF: 'This draft is being reviewed. Withdraw it from review first; your text is kept on your screen.',
  AWAITING_MODERATION: 'This draft is being reviewed. Withdraw it from review first; your text is kept on your screen.',
  NOT_PUBLISHED: 'This was never published.',
  ALREADY_PUBLISHED: 'This is published already.',
  NOT_ARCHIVED: 'This is not archived.',
  ARCHIVED: 'This is archived. Restore it first.',
  NOT_HIDDEN: 'This is not hidden.',
  HIDDEN: 'A moderator has hidden this.',
  AUDIENCE_NEEDS_NO_MODERATION: 'Work for the institution itself needs no moderator.',
};

/** The state of a resource, as its facts tell it. */
export function stateOf({ draftStatus, reviewStage, isPublished, isArchived, isHidden }: LoadedFacts['facts']): LifecycleState {
  return { draft: draftStatus === 'IN_REVIEW' ? reviewStage : draftStatus, isPublished, isArchived, isHidden };
}

/** The step, or why it is not the time for it. Says nothing of who asks. */
export function stepFrom(before: LifecycleState, action: LifecycleAction, context: AdvanceContext): Asked {
  const next = advance(before, action, context);
  return next.ok ? { ok: true, step: { action, before, after: next.state } } : { ok: false, error: new NotPossibleError(REFUSALS[next.reason]) };
}

/**
 * The step, or why it is not the time for it.
 * @throws NOT_FOUND where the viewer may not see the resource, FORBIDDEN where the step is never theirs to take.
 */
export function askFor(viewer: Viewer, { facts }: LoadedFacts, permission: ResourceAction, action: LifecycleAction, context: AdvanceContext): Asked {
  if (!facts.isSeen) throw notFound();
  const asked = stepFrom(stateOf(facts), action, context);
  const mayNow = actionsFor(viewer, facts)[permission];
  if (mayNow || (!asked.ok && answersFor(viewer, permission, known(facts)))) return asked;
  throw forbidden('Only those who answer for this work, acting for the institution that owns it, may do this.');
}

export interface Taken {
  readonly resourceId: string;
  readonly personId: string;
  readonly reason?: string | null;
  /** Who put it up for review; the person, when left out. */
  readonly submittedBy?: string;
  /** Who came into the author team with it, and who went. */
  readonly joinedIds?: readonly string[];
  readonly leftIds?: readonly string[];
}

/** Takes a step that nobody has to be asked about, such as the first one. Its refusal would be a fault here. */
export async function takeFrom(transaction: Transaction, before: LifecycleState, action: LifecycleAction, context: AdvanceContext, taken: Taken): Promise<void> {
  const asked = stepFrom(before, action, context);
  if (!asked.ok) throw new Error(`${action}: ${asked.error.message}`);
  await take(transaction, asked.step, taken);
}

/** Writes where the step leads, asks whoever has to answer next, and records it. Opening and publishing a draft is the caller's. */
export async function take(transaction: Transaction, { action, before, after }: Step, { resourceId, personId, reason = null, submittedBy = personId, joinedIds, leftIds }: Taken): Promise<void> {
  if (before.isArchived !== after.isArchived) await transaction.query('update resource set archived_at = case when $2 then now() end where id = $1', [resourceId, after.isArchived]);
  if (before.draft !== after.draft && before.draft !== 'NONE' && after.draft !== 'NONE') {
    const stage = after.draft === 'DRAFT' ? null : after.draft;
    if (stage !== null) {
      await transaction.query(`insert into review_item (id, resource_id, institution_id, stage, revision, submitted_by) select $2, d.resource_id, d.institution_id, $3, d.revision, $4 from resource_draft d where d.resource_id = $1`,
        [resourceId, newKey(), stage, submittedBy]);
    }
    await transaction.query('update resource_draft set status = $2, stage = $3 where resource_id = $1', [resourceId, stage === null ? 'DRAFT' : 'IN_REVIEW', stage]);
  }
  await recordEvent(transaction, { resourceId, personId, action, ...placesOf(before, after), reason, joinedIds, leftIds });
}
