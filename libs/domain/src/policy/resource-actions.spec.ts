import { describe, expect, it } from '@jest/globals';
import { advance } from '../lifecycle/lifecycle.js';
import type { DraftStage, LifecycleAction, LifecycleState } from '../lifecycle/transitions.js';
import * as who from './policy.fixture.js';
import { combinations, DRAFT, facts, MODERATION, SIGN_OFF } from './policy.fixture.js';
import { RESOURCE_ACTIONS, resourceActions, type ResourceAction } from './resource-actions.js';
import type { ResourceFacts } from './resource-facts.js';
import { visibleResources } from './resource-policy.js';
import { holds } from './rule.js';
import { ANONYMOUS, type Viewer } from './viewer.js';

const allowed = (viewer: Viewer, given: Partial<ResourceFacts> = {}) => {
  const can = resourceActions(viewer, facts(given));
  return RESOURCE_ACTIONS.filter((action) => can[action]);
};

describe('what people may do', () => {
  it.each<[string, Viewer, Partial<ResourceFacts>, readonly ResourceAction[]]>([
    ['an author, to a draft', who.author, DRAFT, ['EDIT', 'SUBMIT', 'SET_VISIBILITY', 'SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an author, to work at sign-off', who.author, SIGN_OFF, ['WITHDRAW', 'SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an author, to work at moderation', who.author, MODERATION, ['WITHDRAW', 'SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an author, to a published resource', who.author, {}, ['EDIT', 'ARCHIVE', 'SET_VISIBILITY', 'ADAPT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'RUN', 'SET_TEAM']],
    ['an author, to an archived one', who.author, { isArchived: true }, ['RESTORE', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an author, to a hidden one', who.author, { isHidden: true }, ['EDIT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an approver, to a draft', who.approver, DRAFT, []],
    ['an approver, to a draft whose authors have left', who.approver, { ...DRAFT, hasTeam: false }, ['SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an approver, to an institution draft', who.approver, { ...DRAFT, visibility: 'INSTITUTION' }, ['SET_VISIBILITY', 'SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an approver, to work at sign-off', who.approver, SIGN_OFF, ['SIGN_OFF', 'SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an approver, to work at moderation', who.approver, MODERATION, ['SEE_DRAFT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'SET_TEAM']],
    ['an approver, to a published resource', who.approver, {}, ['ARCHIVE', 'SET_VISIBILITY', 'ADAPT', 'SEE_RAW_NUMBERS', 'SEE_HISTORY', 'RUN', 'SET_TEAM', 'REDACT']],
    ['a colleague, to work at sign-off', who.colleague, SIGN_OFF, []],
    ['a colleague, to a published resource', who.colleague, {}, ['ADAPT', 'RUN']],
    ['an outsider, to a published resource', who.outsider, {}, ['ADAPT', 'RUN']],
    ['an outsider, to a hidden one', who.outsider, { isHidden: true }, []],
    ['an outsider, to one of an institution', who.outsider, { visibility: 'INSTITUTION' }, []],
    ['an outsider, to one not to be adapted', who.outsider, { licenceAllowsAdaptation: false }, ['RUN']],
    ['a person of a listed institution, to a public one', who.listed, {}, []],
    ['a moderator, to work at sign-off', who.moderator, SIGN_OFF, []],
    ['a moderator, to work at moderation', who.moderator, MODERATION, ['MODERATE', 'SEE_DRAFT', 'SEE_HISTORY']],
    ['a moderator, to internal work', who.moderator, { ...MODERATION, visibility: 'INSTITUTION' }, []],
    ['a moderator, to work they helped with', who.moderator, { ...MODERATION, contributorIds: ['per-moderator'] }, []],
    ['a moderator with a membership of the owner', who.tiedModerator, MODERATION, []],
    ['a moderator, to a published resource', who.moderator, {}, ['ADAPT', 'RUN', 'REDACT']],
    ['a moderator, to a published one of an institution', who.moderator, { visibility: 'INSTITUTION' }, []],
    ['a platform administrator, to work at moderation', who.administrator, MODERATION, []],
    ['an API client, to a public one', who.apiClient, {}, []],
    ['the anonymous viewer, to a public one', ANONYMOUS, {}, []],
  ])('%s', (_name, viewer, given, expected) => {
    expect(allowed(viewer, given)).toEqual(expected);
  });
});

describe('releasing one’s own work', () => {
  it.each([
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [true, true, true],
  ])('with a recorded choice %p and one person %p is %p', (ownerReleasesOwnWork, ownerIsOnePerson, expected) => {
    const given = facts({ ...SIGN_OFF, ownerReleasesOwnWork, ownerIsOnePerson });
    expect(resourceActions(who.approvingAuthor, given).SIGN_OFF).toBe(expected);
  });

  it('never makes an author without the role an approver', () => {
    const given = facts({ ...SIGN_OFF, ownerReleasesOwnWork: true, ownerIsOnePerson: true });
    expect(resourceActions(who.author, given).SIGN_OFF).toBe(false);
  });
});

const VIEWERS = [who.author, who.approver, who.approvingAuthor, who.colleague, who.grouped, who.moderator, who.tiedModerator, who.listed];
const STAGES: Record<DraftStage, Pick<ResourceFacts, 'draftStatus' | 'reviewStage'>> = {
  NONE: { draftStatus: 'NONE', reviewStage: 'NONE' },
  DRAFT: { draftStatus: 'DRAFT', reviewStage: 'NONE' },
  SIGN_OFF: { draftStatus: 'IN_REVIEW', reviewStage: 'SIGN_OFF' },
  MODERATION: { draftStatus: 'IN_REVIEW', reviewStage: 'MODERATION' },
};
const STEPS: Partial<Record<ResourceAction, readonly LifecycleAction[]>> = {
  EDIT: ['SAVE', 'REVISE'],
  SUBMIT: ['SUBMIT'],
  WITHDRAW: ['WITHDRAW'],
  SIGN_OFF: ['SIGN_OFF'],
  MODERATE: ['PUBLISH'],
  ARCHIVE: ['ARCHIVE'],
  RESTORE: ['RESTORE'],
  SET_VISIBILITY: ['SET_VISIBILITY'],
};

/** States the lifecycle can reach: something exists, and what is archived is not in review. */
const reachable = (state: LifecycleState) =>
  (state.isPublished || (state.draft !== 'NONE' && !state.isArchived && !state.isHidden)) &&
  !(state.isArchived && (state.draft === 'SIGN_OFF' || state.draft === 'MODERATION'));

const SITUATIONS = (Object.keys(STAGES) as DraftStage[]).flatMap((draft) =>
  combinations('visibility', 'ownerInstitutionId', 'isPublished', 'isArchived', 'isHidden', 'groupIds', 'contributorIds').map((given) => ({
    state: { draft, isPublished: given.isPublished, isArchived: given.isArchived, isHidden: given.isHidden },
    given: { ...given, ...STAGES[draft], draftVisibility: given.visibility },
  })),
);

describe('the policy and the lifecycle', () => {
  it('agree: nobody is offered a step the lifecycle refuses', () => {
    const refused = SITUATIONS.filter(({ state }) => reachable(state)).flatMap(({ state, given }) =>
      VIEWERS.flatMap((viewer) => {
        const can = resourceActions(viewer, given);
        return RESOURCE_ACTIONS.filter((action) => {
          const steps = STEPS[action];
          return can[action] && steps !== undefined && !steps.some((step) => advance(state, step, { audience: given.visibility }).ok);
        });
      }),
    );
    expect(refused).toEqual([]);
  });

  // A moderator judges a revision by its draft, which they may read even where the published version is not for them.
  it('let nobody act on what they can see neither published nor as a draft', () => {
    const blind = SITUATIONS.filter(({ state }) => reachable(state)).filter(({ given }) =>
      VIEWERS.some((viewer) => {
        const can = resourceActions(viewer, given);
        return Object.values(can).some(Boolean) && !can.SEE_DRAFT && !holds(visibleResources(viewer), given);
      }),
    );
    expect(blind).toEqual([]);
  });

  it('let a moderator read every draft they judge', () => {
    const unread = SITUATIONS.filter(({ given }) => {
      const can = resourceActions(who.moderator, given);
      return can.MODERATE && !can.SEE_DRAFT;
    });
    expect(unread).toEqual([]);
  });
});
