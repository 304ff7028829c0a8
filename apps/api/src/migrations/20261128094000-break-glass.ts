/** Break-glass administrators, their passkeys and what is asked of their browsers; out of everybody's sight but the system's. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BreakGlass20261128094000 implements MigrationInterface {
  readonly name = 'BreakGlass20261128094000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TABLES, ...WALLS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table "break_glass_challenge", "break_glass_passkey", "break_glass_account"`);
  }
}

const TABLES: readonly string[] = [
  `create table "break_glass_account" (
     "person_id" uuid not null constraint "break_glass_account_pkey" primary key, "institution_id" uuid not null,
     "enrolment_hash" bytea constraint "break_glass_account_enrolment_key" unique, "enrolment_expires_at" timestamptz, "code_secret" bytea, "last_code_step" bigint,
     "wrong_codes_at" timestamptz array not null default '{}', "locked_until" timestamptz, "created_at" timestamptz not null default now(), "enrolled_at" timestamptz, "last_used_at" timestamptz, "ended_at" timestamptz,
     constraint "break_glass_account_membership_fkey" foreign key ("person_id", "institution_id") references "membership" ("person_id", "institution_id"),
     constraint "break_glass_account_enrolment_check" check ((enrolment_hash is null) = (enrolment_expires_at is null)),
     constraint "break_glass_account_code_check" check ((code_secret is null) = (last_code_step is null)))`,
  `create table "break_glass_passkey" (
     "credential_id" text not null constraint "break_glass_passkey_pkey" primary key, "person_id" uuid not null constraint "break_glass_passkey_account_fkey" references "break_glass_account" ("person_id"),
     "public_key" bytea not null, "counter" bigint not null, "created_at" timestamptz not null default now())`,
  `create index "break_glass_passkey_person_idx" on "break_glass_passkey" ("person_id")`,
  `create table "break_glass_challenge" (
     "challenge_hash" bytea not null constraint "break_glass_challenge_pkey" primary key, "browser_hash" bytea not null, "purpose" text not null,
     "person_id" uuid constraint "break_glass_challenge_account_fkey" references "break_glass_account" ("person_id"), "code_secret" bytea, "expires_at" timestamptz not null,
     constraint "break_glass_challenge_purpose_check" check (purpose in ('ENROL', 'PASSKEY', 'CODE')),
     constraint "break_glass_challenge_person_check" check ((purpose = 'PASSKEY') = (person_id is null)),
     constraint "break_glass_challenge_secret_check" check ((purpose = 'ENROL') = (code_secret is not null)))`,
  `create index "break_glass_challenge_person_idx" on "break_glass_challenge" ("person_id")`,
  `grant select, insert, update on "break_glass_account", "break_glass_passkey" to passalong_app`,
  `grant select, insert, delete on "break_glass_challenge" to passalong_app`,
];

const IS_SYSTEM = `(select nullif(current_setting('passalong.is_system', true), '')) = 'on'`;
const WALLS: readonly string[] = ['break_glass_account', 'break_glass_passkey', 'break_glass_challenge'].flatMap((table) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_system on ${table} using (${IS_SYSTEM}) with check (${IS_SYSTEM})`,
]);
