/** SAML providers beside OpenID Connect: how each is read, its certificates, our keys, and which assertions were used. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Saml20261125140000 implements MigrationInterface {
  readonly name = 'Saml20261125140000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table "identity_provider"
        alter "client_id" set default '', alter "client_secret" set default '',
        add "label" text,
        add "subject_from" text array not null default '{sub}',
        add "scopes" text array not null default '{}',
        add "trusts_plain_affiliation" boolean not null default false,
        add "attribute_mapping" jsonb not null default '{}',
        add "tenant" text,
        add constraint "identity_provider_protocol_check" check (protocol in ('OIDC', 'SAML')),
        add constraint "identity_provider_scopes_check" check (lower(scopes::text) = scopes::text)`);
    await runner.query(`update identity_provider set trusts_plain_affiliation = true`);
    await runner.query(`
      create table "saml_provider" (
        "provider_id" uuid not null constraint "saml_provider_pkey" primary key constraint "saml_provider_provider_fkey" references "identity_provider" ("id") on delete cascade,
        "sign_on_url" text not null, "certificates" text array not null, "wants_encryption" boolean not null default false, "scopes" text array not null default '{}',
        "metadata_url" text, "metadata_signers" text array not null default '{}', "metadata_fetched_at" timestamptz, "metadata_valid_until" timestamptz, "metadata_failure" text,
        constraint "saml_provider_certificates_check" check (cardinality(certificates) > 0))`);
    await runner.query(`
      create table "service_key" (
        "id" uuid not null constraint "service_key_pkey" primary key, "provider_id" uuid not null constraint "service_key_provider_fkey" references "identity_provider" ("id") on delete cascade,
        "private_key" text not null, "certificate" text not null, "created_at" timestamptz not null default now(), "retired_at" timestamptz)`);
    await runner.query(`create index "service_key_provider_idx" on "service_key" ("provider_id")`);
    await runner.query(`
      create table "used_assertion" (
        "provider_id" uuid not null constraint "used_assertion_provider_fkey" references "identity_provider" ("id") on delete cascade, "id_hash" bytea not null, "valid_until" timestamptz not null,
        constraint "used_assertion_pkey" primary key ("provider_id", "id_hash"))`);
    await runner.query(`create index "used_assertion_valid_until_idx" on "used_assertion" ("valid_until")`);
    await runner.query(`
      alter table "login_transaction" alter "nonce" drop not null, alter "code_verifier" drop not null,
        add "ticket_hash" bytea constraint "login_transaction_ticket_key" unique, add "verified" jsonb`);
    await runner.query(`grant select, insert, update, delete on "saml_provider", "service_key", "used_assertion" to passalong_app`);
    await runner.query(`grant update on "login_transaction" to passalong_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from login_transaction`);
    await runner.query(`alter table "login_transaction" drop column "verified", drop column "ticket_hash", alter "nonce" set not null, alter "code_verifier" set not null`);
    await runner.query(`drop table "used_assertion", "service_key", "saml_provider"`);
    await runner.query(`
      alter table "identity_provider" drop constraint "identity_provider_scopes_check", drop constraint "identity_provider_protocol_check", drop column "tenant", drop column "attribute_mapping",
        drop column "trusts_plain_affiliation", drop column "scopes", drop column "subject_from", drop column "label", alter "client_id" drop default, alter "client_secret" drop default`);
  }
}
