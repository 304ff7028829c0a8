/** Partner systems and their access tokens. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SEEN = `${CONTEXT('is_system')} = 'on' or institution_id = ${CONTEXT('institution_id')}::uuid`;

export class ApiClients20261128120000 implements MigrationInterface {
  readonly name = 'ApiClients20261128120000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table api_token, api_client');
    await runner.query('drop function notify_api_token_ended()');
  }
}

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_walled on ${table} using (${IS_SEEN}) with check (${IS_SEEN})`,
];

const UP: readonly string[] = [
  `create table api_client (
     id uuid, institution_id uuid not null, name text not null, secret_hash bytea not null, secret_made_at timestamptz not null default now(), answered_by uuid not null,
     created_at timestamptz not null default now(), last_used_at timestamptz, revoked_at timestamptz,
     constraint api_client_pkey primary key (id),
     constraint api_client_institution_key unique (id, institution_id),
     constraint api_client_institution_fkey foreign key (institution_id) references institution (id),
     constraint api_client_answered_by_fkey foreign key (answered_by, institution_id) references membership (person_id, institution_id))`,
  `create index api_client_institution_idx on api_client (institution_id)`,
  `create table api_token (
     token_hash bytea, client_id uuid not null, institution_id uuid not null, expires_at timestamptz not null,
     constraint api_token_pkey primary key (token_hash),
     constraint api_token_client_fkey foreign key (client_id, institution_id) references api_client (id, institution_id))`,
  `create index api_token_client_idx on api_token (client_id)`,
  `grant select, insert, update on api_client to passalong_app`,
  `grant select, insert, delete on api_token to passalong_app`,
  ...walled('api_client'), ...walled('api_token'),
  // Every process hears that a client lost its tokens. Whoever answers for it is a membership, whose changes are told already.
  `create function notify_api_token_ended() returns trigger language plpgsql as $$ begin perform pg_notify('viewer_changed', old.client_id::text); return null; end $$`,
  `create trigger api_token_ended_viewers after delete on api_token for each row execute function notify_api_token_ended()`,
];
