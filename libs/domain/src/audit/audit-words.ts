// The closed lists of the audit record: what was done, to what, and whether it was let happen. A word is never renamed or taken out, because old entries keep it.

/** Everything that leaves an entry, with what it says. */
export const AUDIT_ACTIONS = {
  SIGN_IN: 'Somebody signed in through their university or with a passkey, or was not let in.',
  SIGN_OUT: 'Somebody signed out.',
  ACT_FOR: 'Somebody with several memberships began to act for this institution.',
  GRANT_ROLES: 'A person was given roles at the institution.',
  REVOKE_ROLES: 'Roles at the institution were taken from a person.',
  APPOINT_MODERATOR: 'A person began to moderate for the commons.',
  DISMISS_MODERATOR: 'A person ceased to moderate.',
  DISABLE_PERSON: 'A person was shut out of the commons, and their sessions ended.',
  ENABLE_PERSON: 'A person was let into the commons again.',
  END_SESSIONS: 'An administrator signed a person out everywhere.',
  LINK_IDENTITY: 'A person was given another way to sign in.',
  END_PASSKEY: 'A person ended a passkey of their own.',
  REQUEST_TO_JOIN: 'Somebody of a university that takes no part asked to join.',
  DECIDE_REQUEST: 'A request to join was answered.',
  INVITE: 'Somebody was invited to the institution, or to sign in another way.',
  END_INVITATION: 'An invitation was taken back.',
  JOIN: 'Somebody came in by an invitation.',
  CLAIM_DOMAIN: 'The institution began to show that a domain is its own.',
  PROVE_DOMAIN: 'The record that proves a domain was found.',
  LOSE_DOMAIN: 'The record that proved a domain was no longer there.',
  DROP_DOMAIN: 'The institution gave a domain up.',
  CONFIRM_PEOPLE: 'An administrator said who still works there.',
  END_MEMBERSHIP: 'Somebody ceased to belong to the institution.',
  ADD_PROVIDER: 'A sign-in service was added, switched off.',
  CHANGE_PROVIDER: 'The settings of a sign-in service were changed while it was off.',
  TEST_PROVIDER: 'Somebody tried a sign-in service out; nobody was signed in by it.',
  CONFIRM_PROVIDER: 'A platform administrator confirmed the settings of a sign-in service.',
  SWITCH_PROVIDER: 'A sign-in service was switched on or off.',
  REMOVE_PROVIDER: 'A sign-in service by which nobody had signed in was taken out.',
  CREATE_SET_UP_LINK: 'A link was made by which somebody may set sign-in up, and nothing else.',
  END_SET_UP_LINK: 'A set-up link was ended.',
  CREATE_API_CLIENT: 'A partner system was let in to ask for the institution.',
  ROTATE_API_CLIENT_SECRET: 'A partner system was given a new secret, and its tokens ended.',
  REVOKE_API_CLIENT: 'A partner system was ended, and its tokens with it.',
  ISSUE_API_TOKEN: 'A partner system fetched an access token, or was not let.',
  CREATE_GROUP: 'A sharing group was made.',
  JOIN_GROUP: 'The institution came into a sharing group.',
  LEAVE_GROUP: 'The institution left a sharing group.',
  IMPORT_INSTITUTIONS: 'A public list of institutions was brought in.',
  CREATE_BREAK_GLASS: 'A break-glass administrator was made, with a link to enrol by.',
  ENROL_BREAK_GLASS: 'A break-glass administrator enrolled with a passkey and codes, or was not let.',
  USE_BREAK_GLASS: 'A break-glass administrator signed in without any identity provider, or was not let in.',
  END_BREAK_GLASS: 'A break-glass administrator was ended, and their sessions with them.',
  REDACT: 'The name, words or picture of a person were taken out of work of the institution.',
  PRUNE_AUDIT: 'Entries that had been kept long enough were deleted, up to a signed checkpoint.',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_OUTCOMES = { DONE: 'It happened.', REFUSED: 'It was refused, and nothing was changed.' } as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;

/** What it can be done to. */
export const AUDIT_SUBJECTS = {
  PERSON: 'A person.',
  INSTITUTION: 'An institution.',
  INVITATION: 'An invitation.',
  JOIN_REQUEST: 'A request to join.',
  DOMAIN: 'A domain, by its name.',
  IDENTITY_PROVIDER: "An institution's sign-in service.",
  PASSKEY: 'The passkey of a person, by the SHA-256 of its id.',
  SET_UP_LINK: 'A link by which sign-in is set up.',
  API_CLIENT: 'A partner system.',
  SHARING_GROUP: 'A sharing group.',
  INSTITUTION_LIST: 'A public list of institutions, by its name.',
  RESOURCE: 'A resource.',
  AUDIT_CHAIN: 'The audit record itself.',
} as const;
export type AuditSubject = keyof typeof AUDIT_SUBJECTS;
