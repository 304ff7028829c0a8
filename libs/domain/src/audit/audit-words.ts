// The closed lists of the audit record: what was done, to what, and whether it was let happen. A word is never renamed or taken out, because old entries keep it.

/** Everything that leaves an entry, with what it says. */
export const AUDIT_ACTIONS = {
  SIGN_IN: 'Somebody signed in through their university, or was not let in.',
  SIGN_OUT: 'Somebody signed out.',
  ACT_FOR: 'Somebody with several memberships began to act for this institution.',
  GRANT_ROLES: 'A person was given roles at the institution.',
  REVOKE_ROLES: 'Roles at the institution were taken from a person.',
  APPOINT_MODERATOR: 'A person began to moderate for the commons.',
  DISMISS_MODERATOR: 'A person ceased to moderate.',
  DISABLE_PERSON: 'A person was shut out of the commons, and their sessions ended.',
  ENABLE_PERSON: 'A person was let into the commons again.',
  END_SESSIONS: 'An administrator signed a person out everywhere.',
  ADD_PROVIDER: 'A sign-in service was added, switched off.',
  SWITCH_PROVIDER: 'A sign-in service was switched on or off.',
  CREATE_GROUP: 'A sharing group was made.',
  JOIN_GROUP: 'The institution came into a sharing group.',
  LEAVE_GROUP: 'The institution left a sharing group.',
  IMPORT_INSTITUTIONS: 'A public list of institutions was brought in.',
  CREATE_BREAK_GLASS: 'A break-glass administrator was made, with a link to enrol by.',
  ENROL_BREAK_GLASS: 'A break-glass administrator enrolled with a passkey and codes, or was not let.',
  USE_BREAK_GLASS: 'A break-glass administrator signed in without any identity provider, or was not let in.',
  END_BREAK_GLASS: 'A break-glass administrator was ended, and their sessions with them.',
  PRUNE_AUDIT: 'Entries that had been kept long enough were deleted, up to a signed checkpoint.',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_OUTCOMES = { DONE: 'It happened.', REFUSED: 'It was refused, and nothing was changed.' } as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;

/** What it can be done to. */
export const AUDIT_SUBJECTS = {
  PERSON: 'A person.',
  INSTITUTION: 'An institution.',
  IDENTITY_PROVIDER: "An institution's sign-in service.",
  SHARING_GROUP: 'A sharing group.',
  INSTITUTION_LIST: 'A public list of institutions, by its name.',
  AUDIT_CHAIN: 'The audit record itself.',
} as const;
export type AuditSubject = keyof typeof AUDIT_SUBJECTS;
