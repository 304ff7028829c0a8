// Who may do what to a resource.

import { oncePer } from './once-per.js';
import type { ResourceFacts } from './resource-facts.js';
import { admits, approverReads, approvesForOwner, draftReaders, inAuthorTeam, isContributor, looksAfter, moderatesDraft, moderatesHidden } from './resource-policy.js';
import { all, any, holds, never, not, rulesAbout, type Rule } from './rule.js';
import type { Viewer } from './viewer.js';

export const RESOURCE_ACTIONS = [
  'EDIT',
  'SUBMIT',
  'WITHDRAW',
  'SIGN_OFF',
  'MODERATE',
  'ARCHIVE',
  'RESTORE',
  'SET_VISIBILITY',
  'ADAPT',
  'SEE_DRAFT',
  'SEE_RAW_NUMBERS',
  'SEE_HISTORY',
  'RUN',
  'SET_TEAM',
  'REDACT',
] as const;
export type ResourceAction = (typeof RESOURCE_ACTIONS)[number];

const { is, oneOf } = rulesAbout<ResourceFacts>();

const published = is('isPublished', true);
const notArchived = is('isArchived', false);
const notHidden = is('isHidden', false);
const notInReview = oneOf('draftStatus', ['NONE', 'DRAFT']);
const inReview = is('draftStatus', 'IN_REVIEW');

/**
 * What the viewer may do to the resource with these facts. Everything is false for the anonymous viewer and for API clients.
 * Surprises: work in review is withdrawn before it is edited; SIGN_OFF and MODERATE cover returning the work as well as passing it;
 * SET_VISIBILITY says who may ask, and a widening still takes the release path; a moderator may MODERATE a revision whose published
 * version is not for them, so ask for the action, not for `visibleResources`, when a draft is decided; raw numbers are for the author
 * team and the owner's approvers, and never for a moderator, who reads the history of what they judge. It has no errors.
 */
export function resourceActions(viewer: Viewer, facts: ResourceFacts): Record<ResourceAction, boolean> {
  const rules = resourceActionRules(viewer);
  return {
    EDIT: holds(rules.EDIT, facts),
    SUBMIT: holds(rules.SUBMIT, facts),
    WITHDRAW: holds(rules.WITHDRAW, facts),
    SIGN_OFF: holds(rules.SIGN_OFF, facts),
    MODERATE: holds(rules.MODERATE, facts),
    ARCHIVE: holds(rules.ARCHIVE, facts),
    RESTORE: holds(rules.RESTORE, facts),
    SET_VISIBILITY: holds(rules.SET_VISIBILITY, facts),
    ADAPT: holds(rules.ADAPT, facts),
    SEE_DRAFT: holds(rules.SEE_DRAFT, facts),
    SEE_RAW_NUMBERS: holds(rules.SEE_RAW_NUMBERS, facts),
    SEE_HISTORY: holds(rules.SEE_HISTORY, facts),
    RUN: holds(rules.RUN, facts),
    SET_TEAM: holds(rules.SET_TEAM, facts),
    REDACT: holds(rules.REDACT, facts),
  };
}

type ResourceActionRules = Readonly<Record<ResourceAction, Rule<ResourceFacts>>>;

/**
 * Whether the viewer is of those who take such a step at some time: the author team where the draft moves, the owner's approvers
 * too where the resource does. Tells "not now" from "not you".
 */
export function answersFor(viewer: Viewer, action: ResourceAction, facts: ResourceFacts): boolean {
  const isStewards = action === 'ARCHIVE' || action === 'RESTORE' || action === 'SET_VISIBILITY';
  return holds(isStewards ? looksAfter(viewer) : inAuthorTeam(viewer), facts);
}

/** The rules behind `resourceActions`, for a statement that decides by itself. */
export const resourceActionRules = oncePer(rulesFor);

function rulesFor(viewer: Viewer): ResourceActionRules {
  const author = inAuthorTeam(viewer);
  const steward = looksAfter(viewer);
  return {
    EDIT: all(author, notArchived, notInReview),
    SUBMIT: all(author, notArchived, is('draftStatus', 'DRAFT')),
    WITHDRAW: all(author, inReview),
    SIGN_OFF: all(is('reviewStage', 'SIGN_OFF'), signsOff(viewer)),
    MODERATE: moderatesDraft(viewer),
    ARCHIVE: all(steward, published, notArchived, notHidden, notInReview),
    RESTORE: all(steward, published, is('isArchived', true), notHidden),
    SET_VISIBILITY: all(any(author, all(approvesForOwner(viewer), any(published, is('draftVisibility', 'INSTITUTION')))), notArchived, notHidden, notInReview),
    ADAPT: all(notArchived, notHidden, is('licenceAllowsAdaptation', true), memberReaders(viewer)),
    SEE_DRAFT: all(oneOf('draftStatus', ['DRAFT', 'IN_REVIEW']), draftReaders(viewer)),
    SEE_RAW_NUMBERS: any(author, approverReads(viewer)),
    SEE_HISTORY: any(author, approverReads(viewer), moderatesDraft(viewer)),
    SET_TEAM: any(author, approverReads(viewer)),
    REDACT: all(published, moderates(viewer) ? any(all(notHidden, admits(viewer)), all(is('isHidden', true), moderatesHidden(viewer))) : approvesForOwner(viewer)),
    RUN: all(published, notArchived, notHidden, memberReaders(viewer)),
  };
}

/** An approver of the owner, and not for their own work, unless a one-person service releases its own on the record. */
function signsOff(viewer: Viewer): Rule<ResourceFacts> {
  if (viewer.kind !== 'PERSON') return never;
  const releasesOwnWork = all(is('ownerReleasesOwnWork', true), is('ownerIsOnePerson', true));
  return all(approvesForOwner(viewer), any(not(isContributor(viewer)), releasesOwnWork));
}

/** Moderators redact in whatever is for them to read, hidden or not, also where they have a tie to the owner: nothing is released by it. */
function moderates(viewer: Viewer): boolean {
  return viewer.kind === 'PERSON' && viewer.isModerator;
}

/** People of a member institution whom the resource is for. */
function memberReaders(viewer: Viewer): Rule<ResourceFacts> {
  return viewer.kind === 'PERSON' && viewer.institutionStanding === 'MEMBER' ? admits(viewer) : never;
}
