/** Passkeys of people whose university has no single sign-on (yet), and what is asked of their browsers. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SYSTEM = `${CONTEXT('is_system')} = 'on'`;
const IS_SEEN = `${IS_SYSTEM} or institution_id = ${CONTEXT('institution_id')}::uuid`;

export class MemberPasskeys20261128110000 implements MigrationInterface {
  readonly name = 'MemberPasskeys20261128110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table passkey_challenge, member_passkey');
  }
}

const walled = (table: string, condition: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_walled on ${table} using (${condition}) with check (${condition})`,
];

const UP: readonly string[] = [
  `create table member_passkey (
     credential_id text, person_id uuid not null, institution_id uuid not null, public_key bytea not null, counter bigint not null, created_at timestamptz not null default now(), last_used_at timestamptz,
     constraint member_passkey_pkey primary key (credential_id),
     constraint member_passkey_membership_fkey foreign key (person_id, institution_id) references membership (person_id, institution_id))`,
  `create index member_passkey_person_idx on member_passkey (person_id)`,
  `create table passkey_challenge (
     challenge_hash bytea, browser_hash bytea not null, purpose text not null, person_id uuid, expires_at timestamptz not null,
     constraint passkey_challenge_pkey primary key (challenge_hash),
     constraint passkey_challenge_person_fkey foreign key (person_id) references person (id),
     constraint passkey_challenge_purpose_check check (purpose in ('JOIN', 'SIGN_IN', 'ADD') and (purpose = 'ADD') = (person_id is not null)))`,
  `create index passkey_challenge_person_idx on passkey_challenge (person_id)`,
  `grant select, insert, update, delete on member_passkey, passkey_challenge to passalong_app`,
  ...walled('member_passkey', IS_SEEN), ...walled('passkey_challenge', IS_SYSTEM),
];
