// What the rules need to know about one resource; every fact has a column or an expression in SQL.

import type { Visibility } from '../lifecycle/visibility.js';

export type ResourceFacts = {
  /** The audience of the published version, or the intended one where none was published. */
  readonly visibility: Visibility;
  /** The audience the open draft asks for: the same as `visibility`, save while a widening waits for review. */
  readonly draftVisibility: Visibility;
  readonly ownerInstitutionId: string;
  /** A version was published at some time. */
  readonly isPublished: boolean;
  readonly isArchived: boolean;
  readonly isHidden: boolean;
  /** The sharing groups that the published version is offered to; the draft keeps its own list until publication. */
  readonly groupIds: readonly string[];
  /** The current author team. Authority also needs a membership of the owner. */
  readonly contributorIds: readonly string[];
  /** Somebody of the author team is a current member of the owner. Where nobody is, its approvers see to the draft. */
  readonly hasTeam: boolean;
  readonly draftStatus: 'NONE' | 'DRAFT' | 'IN_REVIEW';
  readonly reviewStage: 'NONE' | 'SIGN_OFF' | 'MODERATION';
  /** The licence of the published version allows adaptation; false where none was published. */
  readonly licenceAllowsAdaptation: boolean;
  /** The owner has said, on the record, that its service releases its own work. */
  readonly ownerReleasesOwnWork: boolean;
  /** The owner has one current member. */
  readonly ownerIsOnePerson: boolean;
};
