// How a resource moves from draft to published and beyond; everything here reads the one table.

import { TRANSITIONS, type AudienceCondition, type DraftStage, type LifecycleAction, type LifecycleState, type Transition } from './transitions.js';
import { isShared, isWidening, type Visibility } from './visibility.js';

export type ResourceState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'ARCHIVED' | 'HIDDEN';

export type AdvanceContext = {
  /** The audience asked for. */
  readonly audience: Visibility;
  /** The audience the published version already has. Left out, any audience but PRIVATE counts as a widening. */
  readonly publishedAudience?: Visibility;
  /** The work would be offered to a further sharing group, which is a widening too. */
  readonly addsGroup?: boolean;
};

export type LifecycleRefusal =
  | 'NO_DRAFT'
  | 'DRAFT_OPEN'
  | 'AWAITING_SIGN_OFF'
  | 'AWAITING_MODERATION'
  | 'NOT_PUBLISHED'
  | 'ALREADY_PUBLISHED'
  | 'NOT_ARCHIVED'
  | 'ARCHIVED'
  | 'NOT_HIDDEN'
  | 'HIDDEN'
  | 'AUDIENCE_NEEDS_NO_MODERATION';

export type Advance =
  | { readonly ok: true; readonly state: LifecycleState }
  | { readonly ok: false; readonly reason: LifecycleRefusal };

/** What there is before CREATE. */
export const NOT_YET_CREATED: LifecycleState = { draft: 'NONE', isPublished: false, isArchived: false, isHidden: false };

/**
 * The state after the action, or the reason why it may not happen. It never changes its argument, and throws only
 * TypeError, for an action the table does not know.
 * It says nothing about who is asking: see `resourceActions`. Surprises: SIGN_OFF publishes work kept within the institution and
 * sends the rest to a moderator. SET_VISIBILITY on published work opens a draft for a widening, and with a draft open leaves it to
 * that draft, so in both cases the wider audience takes effect at publication. A hidden resource may be revised and published, and
 * stays hidden until UNHIDE. IMPORT is the operator's and passes nobody.
 */
export function advance(state: LifecycleState, action: LifecycleAction, context: AdvanceContext): Advance {
  const attempts = TRANSITIONS.filter((row) => row.action === action).map((row) => ({ row, refusals: refusals(row, state, context) }));
  const [nearest] = attempts.sort((one, other) => one.refusals.length - other.refusals.length);
  if (nearest === undefined) throw new TypeError(`No transition is written for ${action}`);
  const [reason] = nearest.refusals;
  return reason === undefined ? { ok: true, state: { ...state, ...nearest.row.to } } : { ok: false, reason };
}

/** The one word shown for a state. A published resource stays PUBLISHED while its revision is in review. */
export function derivedState(state: LifecycleState): ResourceState {
  if (state.isHidden) return 'HIDDEN';
  if (state.isArchived) return 'ARCHIVED';
  if (state.isPublished) return 'PUBLISHED';
  return state.draft === 'SIGN_OFF' || state.draft === 'MODERATION' ? 'IN_REVIEW' : 'DRAFT';
}

export type Place = DraftStage | Exclude<ResourceState, 'DRAFT' | 'IN_REVIEW'>;

/** Where a step began and where it ended, a word each: of the resource where it moved, otherwise of its draft. */
export function placesOf(before: LifecycleState, after: LifecycleState): { readonly from: Place; readonly to: Place } {
  const isMoved = before.isArchived !== after.isArchived || before.isHidden !== after.isHidden;
  return isMoved ? { from: placeOf({ ...before, draft: 'NONE' }), to: placeOf({ ...after, draft: 'NONE' }) } : { from: draftPlaceOf(before), to: draftPlaceOf(after) };
}

/** The table drawn as text, one transition a line: action, conditions, what changes. */
export function diagram(): string {
  return TRANSITIONS.map((row) => `${row.action.padEnd(15)}${conditions(row).padEnd(60)}-> ${changes(row.to)}`).join('\n');
}

function draftPlaceOf(state: LifecycleState): Place {
  return state.draft === 'NONE' ? placeOf(state) : state.draft;
}

function placeOf({ isPublished, isArchived, isHidden }: LifecycleState): Place {
  if (!isPublished) return 'NONE';
  return isHidden ? 'HIDDEN' : isArchived ? 'ARCHIVED' : 'PUBLISHED';
}

const STAGE_REFUSALS = {
  NONE: 'NO_DRAFT',
  DRAFT: 'DRAFT_OPEN',
  SIGN_OFF: 'AWAITING_SIGN_OFF',
  MODERATION: 'AWAITING_MODERATION',
} as const;

function refusals(row: Transition, state: LifecycleState, context: AdvanceContext): readonly LifecycleRefusal[] {
  const found: LifecycleRefusal[] = [];
  if (row.isHidden !== undefined && row.isHidden !== state.isHidden) found.push(state.isHidden ? 'HIDDEN' : 'NOT_HIDDEN');
  if (row.isArchived !== undefined && row.isArchived !== state.isArchived) found.push(state.isArchived ? 'ARCHIVED' : 'NOT_ARCHIVED');
  if (!row.draft.includes(state.draft)) found.push(STAGE_REFUSALS[state.draft]);
  if (row.isPublished !== undefined && row.isPublished !== state.isPublished) {
    found.push(state.isPublished ? 'ALREADY_PUBLISHED' : 'NOT_PUBLISHED');
  }
  // The rows of one action cover both sides of an audience condition, save PUBLISH, which wants a shared audience.
  if (row.audience !== undefined && !suits(row.audience, context)) found.push('AUDIENCE_NEEDS_NO_MODERATION');
  return found;
}

function suits(condition: AudienceCondition, { audience, publishedAudience = 'PRIVATE', addsGroup = false }: AdvanceContext): boolean {
  if (condition === 'INTERNAL') return !isShared(audience);
  if (condition === 'SHARED') return isShared(audience);
  return (addsGroup || isWidening(publishedAudience, audience)) === (condition === 'WIDER');
}

function conditions(row: Transition): string {
  return [
    row.draft.join('|'),
    row.isPublished === undefined ? '' : row.isPublished ? 'published' : 'unpublished',
    row.isArchived === undefined ? '' : row.isArchived ? 'archived' : 'unarchived',
    row.isHidden === undefined ? '' : row.isHidden ? 'hidden' : 'unhidden',
    row.audience === undefined ? '' : `audience ${row.audience}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function changes(to: Partial<LifecycleState>): string {
  const words = [
    to.draft ?? '',
    to.isPublished === true ? 'published' : '',
    to.isArchived === undefined ? '' : to.isArchived ? 'archived' : 'unarchived',
    to.isHidden === undefined ? '' : to.isHidden ? 'hidden' : 'unhidden',
  ].filter((part) => part !== '');
  return words.length === 0 ? 'as it was' : words.join(', ');
}
