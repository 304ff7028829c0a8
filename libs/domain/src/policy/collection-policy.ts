// Who may see a collection, and who may do what to it. What is in it is judged work by work, by the rules of resources.

import { oncePer } from './once-per.js';
import { all, always, any, holds, never, rulesAbout, type Rule } from './rule.js';
import { hasRole, type PersonViewer, type Viewer } from './viewer.js';

/** The audiences of a collection, from the smallest to the largest. */
export const COLLECTION_VISIBILITIES = ['INSTITUTION', 'MEMBERS', 'PUBLIC'] as const;
export type CollectionVisibility = (typeof COLLECTION_VISIBILITIES)[number];

export type CollectionFacts = {
  readonly institutionId: string;
  readonly visibility: CollectionVisibility;
};

export const COLLECTION_ACTIONS = ['EDIT', 'OPEN', 'TAKE_BACK'] as const;
export type CollectionAction = (typeof COLLECTION_ACTIONS)[number];

const { is, oneOf } = rulesAbout<CollectionFacts>();
const internal = is('visibility', 'INSTITUTION');
const shared = oneOf('visibility', ['MEMBERS', 'PUBLIC']);

/** Which collections the viewer may see. Invisible and absent must answer alike. */
export const visibleCollections = oncePer((viewer: Viewer): Rule<CollectionFacts> => any(
  is('visibility', 'PUBLIC'),
  isOfMember(viewer) ? any(is('visibility', 'MEMBERS'), ours(viewer)) : never,
));

/** What the viewer may do to the collection with these facts. It has no errors. */
export function collectionActions(viewer: Viewer, facts: CollectionFacts): Record<CollectionAction, boolean> {
  const rules = collectionActionRules(viewer);
  return { EDIT: holds(rules.EDIT, facts), OPEN: holds(rules.OPEN, facts), TAKE_BACK: holds(rules.TAKE_BACK, facts) };
}

/**
 * EDIT covers words, works, order and deletion. The words of one that others see are published, so that only those who may OPEN it to
 * others edit it then: approvers and administrators of its institution. Moderators TAKE_BACK what others see, also where they have a tie
 * to its institution: nothing is released by it.
 */
export const collectionActionRules = oncePer((viewer: Viewer): Readonly<Record<CollectionAction, Rule<CollectionFacts>>> => {
  if (!isOfMember(viewer)) return { EDIT: never, OPEN: never, TAKE_BACK: never };
  const answers = hasRole(viewer, 'APPROVER') || hasRole(viewer, 'ADMINISTRATOR');
  return {
    EDIT: all(ours(viewer), viewer.roles.length === 0 ? never : always, answers ? always : internal),
    OPEN: answers ? ours(viewer) : never,
    TAKE_BACK: viewer.isModerator ? shared : never,
  };
});

function isOfMember(viewer: Viewer): viewer is PersonViewer {
  return viewer.kind === 'PERSON' && viewer.institutionStanding === 'MEMBER';
}

function ours(viewer: PersonViewer): Rule<CollectionFacts> {
  return is('institutionId', viewer.institutionId);
}
