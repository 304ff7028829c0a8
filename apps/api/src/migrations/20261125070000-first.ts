/** The first tables, what must never break about them, and who may touch them. Never edited once landed. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class First20261125070000 implements MigrationInterface {
  readonly name = 'First20261125070000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone; drop the database instead.');
  }
}

const STATEMENTS: readonly string[] = [
  `CREATE TABLE "institution" ("id" uuid NOT NULL, "slug" text NOT NULL, "name" text NOT NULL, "standing" text NOT NULL DEFAULT 'LISTED', "country" text, "region" text, "size_band" text, "type" text, "zone" text, "is_fictional" boolean NOT NULL DEFAULT false, "releases_own_work" boolean NOT NULL DEFAULT false, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "institution_slug_key" UNIQUE ("slug"), CONSTRAINT "institution_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "institution_identifier" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "scheme" text NOT NULL, "value" text NOT NULL, "valid_from" date, "valid_to" date, CONSTRAINT "institution_identifier_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "institution_identifier_institution_idx" ON "institution_identifier"  ("institution_id")`,
  `CREATE UNIQUE INDEX "institution_identifier_current_key" ON "institution_identifier"  ("scheme", "value") WHERE valid_to IS NULL`,
  `CREATE TABLE "person" ("id" uuid NOT NULL, "display_name" text, "is_moderator" boolean NOT NULL DEFAULT false, "reviews_evidence" boolean NOT NULL DEFAULT false, "is_platform_administrator" boolean NOT NULL DEFAULT false, "disabled_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "person_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "membership" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "roles" text array NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "valid_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "membership_person_institution_key" UNIQUE ("person_id", "institution_id"), CONSTRAINT "membership_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "membership_institution_idx" ON "membership"  ("institution_id")`,
  `CREATE TABLE "identity_provider" ("id" uuid NOT NULL, "institution_id" uuid NOT NULL, "protocol" text NOT NULL, "issuer" text NOT NULL, "client_id" text NOT NULL, "client_secret" text NOT NULL, "is_active" boolean NOT NULL DEFAULT false, CONSTRAINT "identity_provider_issuer_key" UNIQUE ("issuer", "client_id"), CONSTRAINT "identity_provider_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "identity_provider_institution_idx" ON "identity_provider"  ("institution_id")`,
  `CREATE TABLE "external_identity" ("provider_id" uuid NOT NULL, "subject" text NOT NULL, "person_id" uuid NOT NULL, CONSTRAINT "external_identity_pkey" PRIMARY KEY ("provider_id", "subject"))`,
  `CREATE INDEX "external_identity_person_idx" ON "external_identity"  ("person_id")`,
  `CREATE TABLE "session" ("id" uuid NOT NULL, "token_hash" bytea NOT NULL, "person_id" uuid NOT NULL, "acting_institution_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "session_token_hash_key" UNIQUE ("token_hash"), CONSTRAINT "session_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "session_person_idx" ON "session"  ("person_id")`,
  `CREATE TABLE "login_transaction" ("state_hash" bytea NOT NULL, "provider_id" uuid NOT NULL, "browser_hash" bytea NOT NULL, "nonce" text NOT NULL, "code_verifier" text NOT NULL, "return_to" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "login_transaction_pkey" PRIMARY KEY ("state_hash"))`,
  `CREATE TABLE "resource" ("id" uuid NOT NULL, "kind" text NOT NULL, "institution_id" uuid NOT NULL, "visibility" text NOT NULL, "slug" text NOT NULL, "published_version_id" uuid, "published_at" TIMESTAMP WITH TIME ZONE, "adapted_from_version_id" uuid, "archived_at" TIMESTAMP WITH TIME ZONE, "hidden_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "resource_id_institution_key" UNIQUE ("id", "institution_id"), CONSTRAINT "resource_slug_key" UNIQUE ("slug"), CONSTRAINT "resource_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "resource_institution_idx" ON "resource"  ("institution_id")`,
  `CREATE INDEX "resource_published_idx" ON "resource"  ("published_at", "id") WHERE published_version_id IS NOT NULL AND archived_at IS NULL AND hidden_at IS NULL`,
  `CREATE TABLE "resource_draft" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "status" text NOT NULL DEFAULT 'DRAFT', "stage" text, "visibility" text NOT NULL, "content" jsonb NOT NULL, "content_format" integer NOT NULL DEFAULT '1', "is_anonymised" boolean NOT NULL DEFAULT false, "revision" integer NOT NULL DEFAULT '1', "change_note" text, "saved_by" uuid NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "resource_draft_resource_key" UNIQUE ("resource_id"), CONSTRAINT "resource_draft_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "resource_draft_institution_idx" ON "resource_draft"  ("institution_id")`,
  `CREATE TABLE "resource_version" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "number" integer NOT NULL, "content" jsonb NOT NULL, "content_format" integer NOT NULL DEFAULT '1', "credit" text NOT NULL, "is_anonymised" boolean NOT NULL DEFAULT false, "author_id" uuid NOT NULL, "change_note" text, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "resource_version_number_key" UNIQUE ("resource_id", "number"), CONSTRAINT "resource_version_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "resource_contributor" ("resource_id" uuid NOT NULL, "person_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "role" text NOT NULL, CONSTRAINT "resource_contributor_pkey" PRIMARY KEY ("resource_id", "person_id"))`,
  `CREATE TABLE "resource_term" ("resource_id" uuid NOT NULL, "term_id" text NOT NULL, "position" integer NOT NULL, CONSTRAINT "resource_term_pkey" PRIMARY KEY ("resource_id", "term_id"))`,
  `CREATE INDEX "resource_term_term_idx" ON "resource_term"  ("term_id", "resource_id")`,
  `CREATE TABLE "lifecycle_event" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "person_id" uuid, "action" text NOT NULL, "from_state" text NOT NULL, "to_state" text NOT NULL, "reason" text, "happened_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "lifecycle_event_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "lifecycle_event_resource_idx" ON "lifecycle_event"  ("resource_id", "id")`,
  `CREATE TABLE "review_item" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "stage" text NOT NULL, "status" text NOT NULL DEFAULT 'OPEN', "revision" integer NOT NULL, "submitted_by" uuid NOT NULL, "decided_by" uuid, "reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "decided_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "review_item_pkey" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "review_item_one_open_key" ON "review_item"  ("resource_id") WHERE status = 'OPEN'`,
  `CREATE INDEX "review_item_open_idx" ON "review_item"  ("stage", "created_at", "id") WHERE status = 'OPEN'`,
  `CREATE TABLE "term" ("id" text NOT NULL, "scheme" text NOT NULL, "label" text NOT NULL, "description" text, "position" integer NOT NULL, "retired_at" TIMESTAMP WITH TIME ZONE, "facts" jsonb NOT NULL DEFAULT '{}', CONSTRAINT "term_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "term_scheme_idx" ON "term"  ("scheme", "position")`,
  `CREATE TABLE "setting" ("name" text NOT NULL, "value" text NOT NULL, CONSTRAINT "setting_pkey" PRIMARY KEY ("name"))`,
  `create function crockford(key uuid) returns text language sql immutable strict parallel safe as $$
    select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + substr(bits, 1 + 5 * place, 5)::bit(5)::int, 1), '' order by place)
    from (select '00' || ('x' || replace(key::text, '-', ''))::bit(128)::text as bits) as padded, generate_series(0, 25) as place
  $$`,
  `alter table institution_identifier add constraint institution_identifier_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table membership add constraint membership_person_fkey foreign key (person_id) references person (id)`,
  `alter table membership add constraint membership_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table identity_provider add constraint identity_provider_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table external_identity add constraint external_identity_provider_fkey foreign key (provider_id) references identity_provider (id)`,
  `alter table external_identity add constraint external_identity_person_fkey foreign key (person_id) references person (id)`,
  `alter table session add constraint session_membership_fkey foreign key (person_id, acting_institution_id) references membership (person_id, institution_id) on delete cascade`,
  `alter table login_transaction add constraint login_transaction_provider_fkey foreign key (provider_id) references identity_provider (id)`,
  `alter table resource add constraint resource_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table resource add constraint resource_published_version_fkey foreign key (published_version_id) references resource_version (id)`,
  `alter table resource add constraint resource_adapted_from_fkey foreign key (adapted_from_version_id) references resource_version (id)`,
  `alter table resource_draft add constraint resource_draft_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id)`,
  `alter table resource_version add constraint resource_version_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table resource_contributor add constraint resource_contributor_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table resource_contributor add constraint resource_contributor_person_fkey foreign key (person_id) references person (id)`,
  `alter table resource_term add constraint resource_term_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table resource_term add constraint resource_term_term_fkey foreign key (term_id) references term (id)`,
  `alter table lifecycle_event add constraint lifecycle_event_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table review_item add constraint review_item_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id)`,
  `grant usage on schema public to passalong_app, passalong_reader`,
  `grant select, insert, update on all tables in schema public to passalong_app`,
  `grant delete on resource_draft, resource_term, resource_contributor, session, login_transaction to passalong_app`,
  `revoke update on lifecycle_event, resource_version, setting from passalong_app`,
  `grant select on term, institution, institution_identifier, person, resource, resource_version, resource_contributor, resource_term, review_item to passalong_reader`,
  `alter table resource_draft enable row level security`,
  `alter table resource_draft force row level security`,
  `create policy resource_draft_owner on resource_draft using (
     institution_id = nullif(current_setting('passalong.institution_id', true), '')::uuid
     or nullif(current_setting('passalong.is_system', true), '') = 'on')`,
  // A moderator reads, returns and publishes what waits for moderation, and never writes a draft of their own into it
  `create function is_before_moderator(draft resource_draft) returns boolean language sql stable as $$
     select nullif(current_setting('passalong.is_moderator', true), '') = 'on'
       and (draft.stage = 'MODERATION' or draft.id = nullif(current_setting('passalong.deciding_draft_id', true), '')::uuid)
   $$`,
  `create policy resource_draft_moderator_reads on resource_draft for select using (coalesce(is_before_moderator(resource_draft), false))`,
  `create policy resource_draft_moderator_returns on resource_draft for update using (coalesce(is_before_moderator(resource_draft), false))`,
  `create policy resource_draft_moderator_publishes on resource_draft for delete using (coalesce(is_before_moderator(resource_draft), false))`,
  `revoke all on migration from passalong_app`,
];
