// The one table of what may happen to a resource, and when.

export type DraftStage = 'NONE' | 'DRAFT' | 'SIGN_OFF' | 'MODERATION';

export type LifecycleState = {
  readonly draft: DraftStage;
  readonly isPublished: boolean;
  readonly isArchived: boolean;
  readonly isHidden: boolean;
};

export const LIFECYCLE_ACTIONS = [
  'CREATE',
  'SAVE',
  'REVISE',
  'SUBMIT',
  'WITHDRAW',
  'RETURN',
  'SIGN_OFF',
  'PUBLISH',
  'SET_VISIBILITY',
  'SET_TEAM',
  'ARCHIVE',
  'RESTORE',
  'HIDE',
  'UNHIDE',
  'IMPORT',
  'REDACT',
] as const;
export type LifecycleAction = (typeof LIFECYCLE_ACTIONS)[number];

/** INTERNAL and SHARED name the audience asked for; WIDER and NOT_WIDER compare it with the audience already admitted. */
export type AudienceCondition = 'INTERNAL' | 'SHARED' | 'WIDER' | 'NOT_WIDER';

export type Transition = {
  readonly action: LifecycleAction;
  readonly draft: readonly DraftStage[];
  readonly isPublished?: boolean;
  readonly isArchived?: boolean;
  readonly isHidden?: boolean;
  readonly audience?: AudienceCondition;
  /** What changes; an empty change leaves the state as it was. */
  readonly to: Partial<LifecycleState>;
};

const ANY_STAGE = ['NONE', 'DRAFT', 'SIGN_OFF', 'MODERATION'] as const;
const AT_REST = ['NONE', 'DRAFT'] as const;
const IN_REVIEW = ['SIGN_OFF', 'MODERATION'] as const;
const RELEASED = { draft: 'NONE', isPublished: true } as const;

export const TRANSITIONS: readonly Transition[] = [
  { action: 'CREATE', draft: ['NONE'], isPublished: false, to: { draft: 'DRAFT' } },
  { action: 'SAVE', draft: ['DRAFT'], isArchived: false, to: {} },
  { action: 'REVISE', draft: ['NONE'], isPublished: true, isArchived: false, to: { draft: 'DRAFT' } },
  { action: 'SUBMIT', draft: ['DRAFT'], isArchived: false, to: { draft: 'SIGN_OFF' } },
  { action: 'WITHDRAW', draft: IN_REVIEW, to: { draft: 'DRAFT' } },
  { action: 'RETURN', draft: IN_REVIEW, to: { draft: 'DRAFT' } },
  { action: 'SIGN_OFF', draft: ['SIGN_OFF'], audience: 'INTERNAL', to: RELEASED },
  { action: 'SIGN_OFF', draft: ['SIGN_OFF'], audience: 'SHARED', to: { draft: 'MODERATION' } },
  { action: 'PUBLISH', draft: ['MODERATION'], audience: 'SHARED', to: RELEASED },
  { action: 'SET_VISIBILITY', draft: ['DRAFT'], isArchived: false, isHidden: false, to: {} },
  { action: 'SET_VISIBILITY', draft: ['NONE'], isPublished: true, isArchived: false, isHidden: false, audience: 'NOT_WIDER', to: {} },
  {
    action: 'SET_VISIBILITY',
    draft: ['NONE'],
    isPublished: true,
    isArchived: false,
    isHidden: false,
    audience: 'WIDER',
    to: { draft: 'DRAFT' },
  },
  { action: 'SET_TEAM', draft: ['DRAFT', 'SIGN_OFF', 'MODERATION'], to: {} },
  { action: 'SET_TEAM', draft: ['NONE'], isPublished: true, to: {} },
  { action: 'ARCHIVE', draft: AT_REST, isPublished: true, isArchived: false, isHidden: false, to: { isArchived: true } },
  { action: 'RESTORE', draft: AT_REST, isPublished: true, isArchived: true, isHidden: false, to: { isArchived: false } },
  { action: 'HIDE', draft: ANY_STAGE, isPublished: true, isHidden: false, to: { isHidden: true } },
  { action: 'UNHIDE', draft: ANY_STAGE, isPublished: true, isHidden: true, to: { isHidden: false } },
  // The one change of what is published: a person's name, words or picture go.
  { action: 'REDACT', draft: ANY_STAGE, isPublished: true, to: {} },
  // The operator's alone: records that were released elsewhere come in as they are.
  { action: 'IMPORT', draft: ['DRAFT'], isArchived: false, to: RELEASED },
];
