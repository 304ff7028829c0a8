/** How people and universities come in beside a first sign-in: requests, invitations, proven domains; and who is still there. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SYSTEM = `${CONTEXT('is_system')} = 'on'`;
const OWN = `institution_id = ${CONTEXT('institution_id')}::uuid`;
const FOR_THE_COMMONS = `${CONTEXT('is_platform_administrator')} = 'on'`;

export class Joining20261128100000 implements MigrationInterface {
  readonly name = 'Joining20261128100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const walled = (table: string, seen: string): readonly string[] => [
  `grant select, insert, update, delete on ${table} to passalong_app`,
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_walled on ${table} using (${IS_SYSTEM} or ${seen}) with check (${IS_SYSTEM} or ${seen})`,
];

const UP: readonly string[] = [
  `select set_config('passalong.is_system', 'on', true)`,
  `create table join_request (
     id uuid, institution_name text not null, work_email text, person_name text, person_role text, head_name text, head_email text, message text,
     status text not null default 'OPEN', created_at timestamptz not null default now(), institution_id uuid, decided_by uuid, decided_at timestamptz, reason text,
     constraint join_request_pkey primary key (id), constraint join_request_status_check check (status in ('OPEN', 'ACCEPTED', 'DECLINED') and (status = 'OPEN') = (decided_at is null)),
     constraint join_request_institution_fkey foreign key (institution_id) references institution (id), constraint join_request_decided_by_fkey foreign key (decided_by) references person (id))`,
  `create index join_request_status_idx on join_request (status, created_at)`,
  `create table invitation (
     id uuid, institution_id uuid not null, token_hash bytea not null, email text not null, roles text[] not null, person_id uuid, made_by uuid, created_at timestamptz not null default now(),
     expires_at timestamptz not null, used_at timestamptz, used_by uuid, ended_at timestamptz,
     constraint invitation_pkey primary key (id), constraint invitation_token_hash_key unique (token_hash),
     constraint invitation_institution_fkey foreign key (institution_id) references institution (id),
     constraint invitation_made_by_fkey foreign key (made_by) references person (id),
     constraint invitation_person_fkey foreign key (person_id, institution_id) references membership (person_id, institution_id),
     constraint invitation_used_by_fkey foreign key (used_by, institution_id) references membership (person_id, institution_id),
     constraint invitation_used_check check ((used_at is null) = (used_by is null)))`,
  `create index invitation_institution_idx on invitation (institution_id)`,
  `create table proven_domain (
     institution_id uuid not null, domain text not null, challenge text not null, asked_at timestamptz not null default now(), proven_at timestamptz, checked_at timestamptz, failure text,
     constraint proven_domain_pkey primary key (institution_id, domain), constraint proven_domain_institution_fkey foreign key (institution_id) references institution (id),
     constraint proven_domain_domain_check check (lower(domain) = domain))`,
  `create index proven_domain_domain_idx on proven_domain (domain) where proven_at is not null`,
  ...walled('join_request', FOR_THE_COMMONS), ...walled('invitation', OWN), ...walled('proven_domain', OWN),
  `alter table membership add last_active_at timestamptz not null default now(), add ended_for text, add constraint membership_ended_for_check check (ended_for in ('IDLE', 'LEFT'))`,
  `alter table institution add people_checked_at timestamptz`,
  `alter table login_transaction add linking_session bytea, drop constraint login_transaction_purpose_check, add constraint login_transaction_purpose_check check (purpose in ('SIGN_IN', 'TEST', 'LINK') and (purpose = 'LINK') = (linking_session is not null))`,
];

const DOWN: readonly string[] = [
  `alter table login_transaction drop constraint login_transaction_purpose_check, drop column linking_session, add constraint login_transaction_purpose_check check (purpose in ('SIGN_IN', 'TEST'))`,
  `alter table institution drop column people_checked_at`,
  `alter table membership drop column last_active_at, drop column ended_for`,
  `drop table proven_domain`,
  `drop table invitation`,
  `drop table join_request`,
];
