// The people and the facts that the policy specs share.

import { VISIBILITIES } from '../lifecycle/visibility.js';
import type { ResourceFacts } from './resource-facts.js';
import type { ApiClientViewer, PersonViewer } from './viewer.js';

export const OWNER = 'ins-owner';
export const OTHER = 'ins-other';
export const GROUP = 'grp-north';

export function person(given: Partial<PersonViewer> = {}): PersonViewer {
  const institutionId = given.institutionId ?? OWNER;
  return {
    kind: 'PERSON',
    personId: 'per-someone',
    sessionId: 'ses-1',
    institutionId,
    institutionStanding: 'MEMBER',
    roles: ['PRACTITIONER'],
    memberOf: [institutionId],
    groupIds: [],
    isModerator: false,
    reviewsEvidence: false,
    isPlatformAdministrator: false,
    ...given,
  };
}

export const author = person({ personId: 'per-author' });
export const colleague = person();
export const approver = person({ personId: 'per-approver', roles: ['APPROVER'] });
export const approvingAuthor = person({ personId: 'per-author', roles: ['PRACTITIONER', 'APPROVER'] });
export const outsider = person({ institutionId: OTHER });
export const grouped = person({ institutionId: OTHER, groupIds: [GROUP] });
export const listed = person({ institutionId: OTHER, institutionStanding: 'LISTED', groupIds: [GROUP] });
export const moderator = person({ personId: 'per-moderator', institutionId: OTHER, isModerator: true });
export const tiedModerator = person({ ...moderator, memberOf: [OTHER, OWNER] });
export const administrator = person({ institutionId: OTHER, roles: ['ADMINISTRATOR'], isPlatformAdministrator: true });
export const apiClient: ApiClientViewer = { kind: 'API_CLIENT', clientId: 'cli-1', institutionId: OWNER, scopes: ['resources:read'] };

/** A published resource for everyone, by the author, with no draft; the draft asks for the same audience unless told otherwise. */
export function facts(given: Partial<ResourceFacts> = {}): ResourceFacts {
  const visibility = given.visibility ?? 'PUBLIC';
  return {
    visibility,
    draftVisibility: visibility,
    ownerInstitutionId: OWNER,
    isPublished: true,
    isArchived: false,
    isHidden: false,
    groupIds: [GROUP],
    contributorIds: ['per-author'],
    hasTeam: true,
    draftStatus: 'NONE',
    reviewStage: 'NONE',
    licenceAllowsAdaptation: given.isPublished ?? true,
    ownerReleasesOwnWork: false,
    ownerIsOnePerson: false,
    ...given,
  };
}

export const DRAFT = { isPublished: false, draftStatus: 'DRAFT', reviewStage: 'NONE' } as const;
export const SIGN_OFF = { isPublished: false, draftStatus: 'IN_REVIEW', reviewStage: 'SIGN_OFF' } as const;
export const MODERATION = { isPublished: false, draftStatus: 'IN_REVIEW', reviewStage: 'MODERATION' } as const;

const CHOICES: { readonly [K in keyof ResourceFacts]: readonly ResourceFacts[K][] } = {
  visibility: VISIBILITIES,
  draftVisibility: VISIBILITIES,
  ownerInstitutionId: [OWNER, OTHER],
  isPublished: [true, false],
  isArchived: [true, false],
  isHidden: [true, false],
  groupIds: [[], [GROUP]],
  contributorIds: [[], ['per-author'], ['per-someone', 'per-moderator']],
  hasTeam: [true, false],
  draftStatus: ['NONE', 'DRAFT', 'IN_REVIEW'],
  reviewStage: ['NONE', 'SIGN_OFF', 'MODERATION'],
  licenceAllowsAdaptation: [true, false],
  ownerReleasesOwnWork: [true, false],
  ownerIsOnePerson: [true, false],
};

/** Every combination of the facts named, over the usual resource. */
export function combinations(...names: readonly (keyof ResourceFacts)[]): ResourceFacts[] {
  const made = names.reduce<ResourceFacts[]>(
    (soFar, name) => soFar.flatMap((given) => CHOICES[name].map((value) => ({ ...given, [name]: value }))),
    [facts()],
  );
  return made.map((given) => ({ ...given, licenceAllowsAdaptation: given.isPublished && given.licenceAllowsAdaptation }));
}
