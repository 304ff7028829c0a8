// Who may see a resource, and who may see the draft behind it.

import { SHARED_VISIBILITIES } from '../lifecycle/visibility.js';
import { oncePer } from './once-per.js';
import type { ResourceFacts } from './resource-facts.js';
import { all, always, any, never, not, rulesAbout, type Rule } from './rule.js';
import { hasRole, type PersonViewer, type Viewer } from './viewer.js';

const { is, oneOf, overlaps } = rulesAbout<ResourceFacts>();

const published = is('isPublished', true);
const hidden = is('isHidden', true);
const notHidden = is('isHidden', false);
/** A draft is for its approvers once it is meant for the institution or is in review, and where its authors have left. */
const meantForApprovers = any(is('draftVisibility', 'INSTITUTION'), is('draftStatus', 'IN_REVIEW'), is('hasTeam', false));

/**
 * Which resources the viewer may see, by any address. Invisible and absent must answer alike.
 * Surprises: archived resources stay visible to those who could read them; a hidden one is seen by its author team, its owner's
 * approvers and moderators; a platform administrator sees no more than anyone else; an API client reads what the public reads.
 */
export const visibleResources = oncePer((viewer: Viewer): Rule<ResourceFacts> => any(
  inAuthorTeam(viewer),
  approverReads(viewer),
  all(published, notHidden, audienceIncludes(viewer)),
  all(published, hidden, moderatesHidden(viewer)),
  all(is('isPublished', false), moderatesDraft(viewer)),
));

/**
 * Which resources belong in the viewer's lists, searches and feeds: the visible ones that are published and neither archived
 * nor hidden. Never wider than `visibleResources`.
 */
export const listedResources = oncePer((viewer: Viewer): Rule<ResourceFacts> => all(published, is('isArchived', false), notHidden, admits(viewer)));

/**
 * Whose eyes an unpublished draft is for: its author team, the owner's approvers once it is meant for the institution or is in
 * review or its authors have left, and moderators with no tie to it at the moderation stage. Asks nothing about whether a version was ever published.
 */
export function draftReaders(viewer: Viewer): Rule<ResourceFacts> {
  if (viewer.kind !== 'PERSON') return never;
  return any(
    inAuthorTeam(viewer),
    all(approvesForOwner(viewer), meantForApprovers),
    moderatesDraft(viewer),
  );
}

/** The viewer is in the author team and acts for the owner. An author who acts for another institution has no authority. */
export function inAuthorTeam(viewer: Viewer): Rule<ResourceFacts> {
  return viewer.kind === 'PERSON' ? all(actsForOwner(viewer), isContributor(viewer)) : never;
}

/** The viewer acts for the owner and is one of its approvers. */
export function approvesForOwner(viewer: Viewer): Rule<ResourceFacts> {
  return viewer.kind === 'PERSON' && hasRole(viewer, 'APPROVER') ? actsForOwner(viewer) : never;
}

/** The viewer is in the author team or approves for the owner: they look after it once it is published. */
export function looksAfter(viewer: Viewer): Rule<ResourceFacts> {
  return any(inAuthorTeam(viewer), approvesForOwner(viewer));
}

/** The viewer approves for the owner, and the resource is published or its draft is for them to read. */
export function approverReads(viewer: Viewer): Rule<ResourceFacts> {
  return all(approvesForOwner(viewer), any(published, meantForApprovers));
}

/** The viewer is named in the author team, whichever institution they act for. */
export function isContributor(viewer: PersonViewer): Rule<ResourceFacts> {
  return overlaps('contributorIds', [viewer.personId]);
}

/**
 * The draft waits for a moderator, and the viewer is one with no tie to it: no membership of the owner, judged over all their
 * memberships, and no place in its author team. Work kept within an institution never qualifies.
 */
export function moderatesDraft(viewer: Viewer): Rule<ResourceFacts> {
  if (viewer.kind !== 'PERSON' || !viewer.isModerator) return never;
  return all(
    is('reviewStage', 'MODERATION'),
    oneOf('draftVisibility', SHARED_VISIBILITIES),
    not(oneOf('ownerInstitutionId', [viewer.institutionId, ...viewer.memberOf])),
    not(isContributor(viewer)),
  );
}

/** The resource is for the viewer to read, as if it were published and not hidden: by its audience, or because they answer for it. */
export function admits(viewer: Viewer): Rule<ResourceFacts> {
  // Whoever may read private work may read its wider versions, so no level is named for them.
  return any(audienceIncludes(viewer), inAuthorTeam(viewer), approvesForOwner(viewer));
}

/** The audience includes the viewer. Says nothing of the owner's approvers, who read whatever is published. */
function audienceIncludes(viewer: Viewer): Rule<ResourceFacts> {
  const open = is('visibility', 'PUBLIC');
  if (viewer.kind !== 'PERSON') return open;
  const isMember = viewer.institutionStanding === 'MEMBER' ? always : never;
  return any(
    open,
    all(isMember, is('visibility', 'MEMBERS')),
    all(isMember, is('visibility', 'GROUP'), overlaps('groupIds', viewer.groupIds)),
    hasRole(viewer, 'APPROVER') ? never : all(actsForOwner(viewer), oneOf('visibility', ['INSTITUTION', 'GROUP', 'MEMBERS'])),
  );
}

function actsForOwner(viewer: PersonViewer): Rule<ResourceFacts> {
  return is('ownerInstitutionId', viewer.institutionId);
}

export function moderatesHidden(viewer: Viewer): Rule<ResourceFacts> {
  return viewer.kind === 'PERSON' && viewer.isModerator ? oneOf('visibility', SHARED_VISIBILITIES) : never;
}
