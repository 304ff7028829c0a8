/** Which tables stand behind row security and which do not, each with its reason. A table that is in neither list fails the build. */

interface Walled {
  /** SQL that is true for the rows of institution $1; null where rows are nobody's but the system's. */
  readonly of: string | null;
  /** A column whose change does nothing, to try a change with. */
  readonly touch: string;
  /** Rows that everybody's statements find: what was frozen with a publication. The policy says who is told. */
  readonly sharedIf?: string;
  /** Rows of others that a moderator has before them. */
  readonly moderatorIf?: string;
  /** A column of those rows that the statement keeps from a moderator: row security knows no columns. */
  readonly withheld?: string;
  /** Anybody's act may leave a row there, which only the system reads. */
  readonly isOpenToNews?: true;
}

const own: Walled = { of: 'institution_id = $1', touch: 'institution_id' };
const ofSet = `number_set_id in (select s.id from number_set s where s.institution_id = $1)`;
const JUDGED = `resource_id in (select d.resource_id from resource_draft d where d.stage = 'MODERATION')`;
const judgedSet = `number_set_id in (select s.id from number_set s where s.${JUDGED})`;
const frozen = 'number_set_id in (select s.id from number_set s where s.frozen_at is not null)';
const below = (parent: string, key: string, condition: string): string => `${key} in (select p.id from ${parent} p where p.${condition})`;

/** Rows that are never shared, or, with `sharedIf`, not yet. */
export const ROW_SECURED: Readonly<Record<string, Walled>> = {
  resource_draft: { ...own, moderatorIf: `stage = 'MODERATION'` },
  draft_editor: own,
  draft_file: { of: below('resource_draft', 'draft_id', 'institution_id = $1'), touch: 'position', moderatorIf: below('resource_draft', 'draft_id', `stage = 'MODERATION'`) },
  file_upload: own,
  review_item: { ...own, moderatorIf: `stage = 'MODERATION'` },
  lifecycle_event: { of: 'resource_id in (select r.id from resource r where r.institution_id = $1)', touch: 'resource_id', moderatorIf: JUDGED, withheld: 'reason' },
  import_source: own,
  upstream_pull: own,
  upstream_decision: own,
  upstream_offer: { of: '(institution_id = $1 or original_institution_id = $1)', touch: 'message' },
  number_set: { ...own, sharedIf: 'frozen_at is not null', moderatorIf: JUDGED },
  measurement: { of: ofSet, touch: 'position', sharedIf: frozen, moderatorIf: judgedSet },
  people_outcome: { of: ofSet, touch: 'position', sharedIf: frozen, moderatorIf: judgedSet },
  published_observation: { of: below('measurement', 'measurement_id', ofSet), touch: 'position', sharedIf: below('measurement', 'measurement_id', frozen), moderatorIf: below('measurement', 'measurement_id', judgedSet) },
  published_people_count: { of: below('people_outcome', 'people_outcome_id', ofSet), touch: 'position', sharedIf: below('people_outcome', 'people_outcome_id', frozen), moderatorIf: below('people_outcome', 'people_outcome_id', judgedSet) },
  observation: own,
  people_count: own,
  run: own,
  use_reminder: { ...own, touch: 'due_on' },
  membership: own,
  session: { of: 'acting_institution_id = $1', touch: 'acting_institution_id' },
  identity_provider: own,
  saml_provider: own,
  service_key: own,
  external_identity: own,
  provider_test: own,
  set_up_link: own,
  invitation: own,
  proven_domain: own,
  join_request: { of: null, touch: 'institution_name' },
  group_membership: own,
  sharing_group: { of: 'id in (select g.group_id from group_membership g where g.institution_id = $1)', touch: 'name', moderatorIf: 'true' },
  login_transaction: { of: null, touch: 'return_to' },
  used_assertion: { of: null, touch: 'valid_until' },
  member_passkey: own,
  api_client: own,
  api_token: own,
  passkey_challenge: { of: null, touch: 'purpose' },
  break_glass_account: { of: null, touch: 'institution_id' },
  break_glass_passkey: { of: null, touch: 'counter' },
  break_glass_challenge: { of: null, touch: 'purpose' },
  outbox: { of: null, touch: 'position', isOpenToNews: true },
  collection: { of: 'institution_id = $1', touch: 'title', sharedIf: `visibility <> 'INSTITUTION'` },
  collection_item: { of: below('collection', 'collection_id', 'institution_id = $1'), touch: 'position', sharedIf: below('collection', 'collection_id', `visibility <> 'INSTITUTION'`) },
  audit_entry: { of: 'chain = $1', touch: 'outcome' },
  audit_checkpoint: { of: 'chain = $1', touch: 'key_id' },
};

/** Rows that somebody else than their institution reads, or that are nobody's. Where the policy guards them, it is compiled into the statement. */
export const WITHOUT_ROW_SECURITY: Readonly<Record<string, string>> = {
  resource: 'offered to its audience; the policy is compiled into every statement, and row security would keep the words from being searched by their index',
  resource_version: 'published, read by the audience of its resource',
  resource_contributor: 'who is credited and who may write: read with the resource, and asked by the policy for every resource on a page',
  resource_term: 'published tags, by which resources are found',
  resource_group: 'which groups a published resource is offered to; the policy asks it in the reading pool',
  resource_slug: 'addresses that lead somewhere for ever, and say nothing of what is there',
  run_summary: 'counts of institutions, for whoever reads the resource',
  version_numbers: 'which published numbers belong to a published version',
  version_origin: 'what the record file of a published version said',
  person: 'a name and flags; which names are told is the policy’s',
  institution: 'public',
  institution_identifier: 'public',
  institution_name: 'public, from public lists',
  institution_domain: 'public, from public lists',
  institution_source: 'rows of public lists',
  term: 'the vocabularies, public',
  channel_profile: 'what is known of each format, public',
  broken_limit: 'which published templates break which limit: follows from the version and the profile, and is read with the resource',
  version_file: 'which files a published version carries: read with it',
  kept_bytes: 'keys of the store under which something stands, and since when; read by no statement of a viewer',
  redaction: 'decisions that everybody may read: what kind of thing went, when and why; never what it was',
  redacted_version: 'which published versions such a decision changed',
  rate_bucket: 'what is left of each rate limit, under keyed hashes: no institution’s, and read by no statement of a viewer',
  setting: 'the mode of the installation, no institution’s',
  migration: 'which migrations ran; the application has no right to it',
};
