import { describe, expect, it } from '@jest/globals';
import type { Visibility } from '../lifecycle/visibility.js';
import * as who from './policy.fixture.js';
import { combinations, DRAFT, facts, MODERATION, SIGN_OFF } from './policy.fixture.js';
import { resourceActionRules } from './resource-actions.js';
import type { ResourceFacts } from './resource-facts.js';
import { draftReaders, listedResources, moderatesDraft, visibleResources } from './resource-policy.js';
import { holds, toSql, type Rule } from './rule.js';
import { ANONYMOUS, hasRole, type Viewer } from './viewer.js';

const EVERYONE: readonly (readonly [string, Viewer])[] = [
  ['author', who.author],
  ['approver', who.approver],
  ['colleague', who.colleague],
  ['grouped', who.grouped],
  ['outsider', who.outsider],
  ['moderator', who.moderator],
  ['tiedModerator', who.tiedModerator],
  ['administrator', who.administrator],
  ['listed', who.listed],
  ['apiClient', who.apiClient],
  ['anonymous', ANONYMOUS],
];

const everyoneWhoSees = (given: ResourceFacts) =>
  EVERYONE.filter(([, viewer]) => holds(visibleResources(viewer), given)).map(([name]) => name);

const MEMBERS = ['author', 'approver', 'colleague', 'grouped', 'outsider', 'moderator', 'tiedModerator', 'administrator'];

describe('a published resource', () => {
  it.each<[Visibility, readonly string[]]>([
    ['PRIVATE', ['author', 'approver']],
    ['INSTITUTION', ['author', 'approver', 'colleague']],
    ['GROUP', ['author', 'approver', 'colleague', 'grouped']],
    ['MEMBERS', MEMBERS],
    ['PUBLIC', [...MEMBERS, 'listed', 'apiClient', 'anonymous']],
  ])('at %s is seen by %j, archived or not', (visibility, expected) => {
    expect(everyoneWhoSees(facts({ visibility }))).toEqual(expected);
    expect(everyoneWhoSees(facts({ visibility, isArchived: true }))).toEqual(expected);
  });

  it('is lost to an author who acts for another institution', () => {
    const elsewhere = who.person({ personId: 'per-author', institutionId: who.OTHER, memberOf: [who.OTHER, who.OWNER] });
    expect(holds(visibleResources(elsewhere), facts({ visibility: 'PRIVATE' }))).toBe(false);
    expect(holds(visibleResources(elsewhere), facts({ visibility: 'INSTITUTION' }))).toBe(false);
  });

  it('stays with the people of an owner that is no longer a member', () => {
    const lapsed = who.person({ institutionStanding: 'LISTED' });
    expect(holds(visibleResources(lapsed), facts({ visibility: 'MEMBERS' }))).toBe(true);
    expect(holds(visibleResources(lapsed), facts({ visibility: 'MEMBERS', ownerInstitutionId: who.OTHER }))).toBe(false);
  });
});

describe('a resource that was never published', () => {
  it.each<[string, Partial<ResourceFacts>, readonly string[]]>([
    ['private draft', { ...DRAFT, visibility: 'PRIVATE' }, ['author']],
    ['draft for the institution', { ...DRAFT, visibility: 'INSTITUTION' }, ['author', 'approver']],
    ['draft for everyone', { ...DRAFT, visibility: 'PUBLIC' }, ['author']],
    ['private one at sign-off', { ...SIGN_OFF, visibility: 'PRIVATE' }, ['author', 'approver']],
    ['public one at sign-off', { ...SIGN_OFF, visibility: 'PUBLIC' }, ['author', 'approver']],
    ['public one at moderation', { ...MODERATION, visibility: 'PUBLIC' }, ['author', 'approver', 'moderator']],
    ['group one at moderation', { ...MODERATION, visibility: 'GROUP' }, ['author', 'approver', 'moderator']],
    ['institution one wrongly at moderation', { ...MODERATION, visibility: 'INSTITUTION' }, ['author', 'approver']],
    ['one the moderator helped to write', { ...MODERATION, contributorIds: ['per-moderator'] }, ['approver']],
  ])('a %s', (_name, given, expected) => {
    expect(everyoneWhoSees(facts(given))).toEqual(expected);
  });
});

describe('a hidden resource', () => {
  it('is seen by its authors, its approvers and moderators', () => {
    expect(everyoneWhoSees(facts({ isHidden: true }))).toEqual(['author', 'approver', 'moderator', 'tiedModerator']);
  });

  it('stays out of reach of moderators when it never left the institution', () => {
    expect(everyoneWhoSees(facts({ isHidden: true, visibility: 'INSTITUTION' }))).toEqual(['author', 'approver']);
  });
});

describe('a widening under review', () => {
  const widening = facts({ ...MODERATION, isPublished: true, visibility: 'INSTITUTION', draftVisibility: 'MEMBERS' });

  it('shows its draft to a moderator and keeps the published version where it was', () => {
    expect(holds(draftReaders(who.moderator), widening)).toBe(true);
    expect(holds(visibleResources(who.moderator), widening)).toBe(false);
  });
});

const SIGHT = ['visibility', 'draftVisibility', 'ownerInstitutionId', 'isPublished', 'isArchived', 'isHidden'] as const;
const EVERY_SIGHT = combinations(...SIGHT, 'groupIds', 'contributorIds', 'draftStatus', 'reviewStage');

describe('over every combination of facts', () => {
  it.each(EVERYONE)('%s finds in lists only what is visible, published, unarchived and unhidden', (_name, viewer) => {
    const [list, sight] = [listedResources(viewer), visibleResources(viewer)];
    const wrong = EVERY_SIGHT.filter((given) => {
      return holds(list, given) !== (holds(sight, given) && given.isPublished && !given.isArchived && !given.isHidden);
    });
    expect(wrong).toEqual([]);
  });

  // An approver of the owner sees all it published, so for approvers the narrower admissions decide nothing.
  it.each(EVERYONE.filter(([, viewer]) => !hasRole(viewer, 'APPROVER')))('every condition on the lists of %s decides something', (_name, viewer) => {
    expect(idleConditions(listedResources(viewer), EVERY_SIGHT)).toEqual([]);
  });

  it('every condition on moderating and on signing off decides something', () => {
    expect(idleConditions(moderatesDraft(who.moderator), EVERY_SIGHT)).toEqual([]);
    const given = combinations('ownerInstitutionId', 'contributorIds', 'draftStatus', 'reviewStage', 'ownerReleasesOwnWork', 'ownerIsOnePerson');
    expect(idleConditions(resourceActionRules(who.approvingAuthor).SIGN_OFF, given)).toEqual([]);
  });
});

describe('the rule in SQL', () => {
  const columns = {
    ...{ visibility: 'r.visibility', draftVisibility: 'd.visibility', ownerInstitutionId: 'r.owner_id' },
    ...{ isPublished: 'r.published_version_id IS NOT NULL', isArchived: 'r.archived_at IS NOT NULL', isHidden: 'r.hidden_at IS NOT NULL' },
    ...{ groupIds: (list: string) => `EXISTS (… ANY(${list}))`, contributorIds: 'r.authors', draftStatus: 'd.status', reviewStage: 'd.stage' },
    ...{ licenceAllowsAdaptation: 'l.adaptations', ownerReleasesOwnWork: 'o.releases', ownerIsOnePerson: 'o.alone' },
  };

  it('is short for the anonymous viewer', () => {
    expect(toSql(listedResources(ANONYMOUS), columns, (value) => `'${String(value)}'`)).toBe(
      "((r.published_version_id IS NOT NULL) AND NOT (r.archived_at IS NOT NULL) AND NOT (r.hidden_at IS NOT NULL) AND r.visibility = 'PUBLIC')",
    );
  });

  it('looks groups up only for a viewer who has some', () => {
    const text = (viewer: Viewer) => toSql(visibleResources(viewer), columns, () => '?');
    expect(text(who.grouped)).toContain('EXISTS (… ANY(?))');
    expect(text(who.outsider)).not.toContain('EXISTS');
  });
});

function idleConditions(rule: Rule<ResourceFacts>, over: readonly ResourceFacts[]): Rule<ResourceFacts>[] {
  return withOneConditionLess(rule)
    .filter(({ rest }) => over.every((given) => holds(rest, given) === holds(rule, given)))
    .map(({ removed }) => removed);
}

type Lessened = { readonly rest: Rule<ResourceFacts>; readonly removed: Rule<ResourceFacts> };

function withOneConditionLess(rule: Rule<ResourceFacts>): Lessened[] {
  if (rule.op === 'not') return withOneConditionLess(rule.rule).map((inner) => ({ ...inner, rest: { op: 'not', rule: inner.rest } }));
  if (rule.op !== 'all' && rule.op !== 'any') return [];
  const { op, rules } = rule;
  return rules.flatMap((removed, at) => [
    { removed, rest: { op, rules: rules.toSpliced(at, 1) } },
    ...withOneConditionLess(removed).map((inner) => ({ ...inner, rest: { op, rules: rules.with(at, inner.rest) } })),
  ]);
}
