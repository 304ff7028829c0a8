/** Sign-in that is set up on a screen: what was tried, what was confirmed, and links for colleagues of the IT service who have no account. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SYSTEM = `${CONTEXT('is_system')} = 'on'`;
const OWN = `institution_id = ${CONTEXT('institution_id')}::uuid`;

/** As it was on this day. Were it written otherwise one day, what is on would stay on, and be looked at again once it is changed. */
const SETTINGS = `sha256(convert_to(jsonb_build_array(p.protocol, p.issuer, p.client_id, p.client_secret, p.subject_from, p.scopes, p.trusts_plain_affiliation, p.attribute_mapping, p.tenant,
  s.wants_encryption, s.metadata_url, s.metadata_signers, case when s.metadata_url is null then s.sign_on_url::text end, case when s.metadata_url is null then s.certificates::text end, case when s.metadata_url is null then s.scopes::text end)::text, 'UTF8'))`;

export class SignInSetUp20261128090000 implements MigrationInterface {
  readonly name = 'SignInSetUp20261128090000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const TABLES = ['provider_test', 'set_up_link'];

const UP: readonly string[] = [
  `select set_config('passalong.is_system', 'on', true)`,
  `alter table identity_provider add created_at timestamptz not null default now(), add confirmed_settings bytea, add confirmed_at timestamptz, add confirmed_by uuid, add asked_on_at timestamptz,
     add constraint identity_provider_confirmed_by_fkey foreign key (confirmed_by) references person (id)`,
  // What is on today was switched on by the operator.
  `update identity_provider p set confirmed_at = now(), confirmed_settings = ${SETTINGS} from identity_provider o left join saml_provider s on s.provider_id = o.id where o.id = p.id and p.is_active`,
  `alter table login_transaction add purpose text not null default 'SIGN_IN', add constraint login_transaction_purpose_check check (purpose in ('SIGN_IN', 'TEST'))`,
  `alter table login_transaction drop constraint login_transaction_provider_fkey, add constraint login_transaction_provider_fkey foreign key (provider_id) references identity_provider (id) on delete cascade`,
  `create table provider_test (
     id uuid, provider_id uuid not null, institution_id uuid not null, settings bytea not null, happened_at timestamptz not null default now(),
     fault text, detail text, received jsonb not null default '{}', unknown_names text[] not null default '{}',
     constraint provider_test_pkey primary key (id),
     constraint provider_test_provider_fkey foreign key (provider_id, institution_id) references identity_provider (id, institution_id) on delete cascade)`,
  `create index provider_test_provider_idx on provider_test (provider_id, happened_at)`,
  `create table set_up_link (
     id uuid, institution_id uuid not null, token_hash bytea not null, made_by uuid, created_at timestamptz not null default now(), expires_at timestamptz not null, last_used_at timestamptz, ended_at timestamptz,
     constraint set_up_link_pkey primary key (id), constraint set_up_link_token_hash_key unique (token_hash),
     constraint set_up_link_institution_fkey foreign key (institution_id) references institution (id), constraint set_up_link_made_by_fkey foreign key (made_by) references person (id))`,
  `create index set_up_link_institution_idx on set_up_link (institution_id)`,
  `grant delete on identity_provider to passalong_app`,
  ...TABLES.flatMap((table) => [
    `grant select, insert, update, delete on ${table} to passalong_app`,
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    ...['select using', 'insert with check', 'update using', 'delete using'].map((what) => `create policy ${table}_${what.split(' ')[0] ?? ''} on ${table} for ${what} (${IS_SYSTEM} or ${OWN})`),
  ]),
];

const DOWN: readonly string[] = [
  `revoke delete on identity_provider from passalong_app`,
  `drop table set_up_link`,
  `drop table provider_test`,
  `alter table login_transaction drop column purpose, drop constraint login_transaction_provider_fkey, add constraint login_transaction_provider_fkey foreign key (provider_id) references identity_provider (id)`,
  `alter table identity_provider drop column created_at, drop column confirmed_settings, drop column confirmed_at, drop column confirmed_by, drop column asked_on_at`,
];
