/** Changes that an adaptation offers back to its original, and whom a version credits for them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SYSTEM = `${CONTEXT('is_system')} = 'on'`;
const OURS = `${CONTEXT('institution_id')}::uuid`;

export class UpstreamOffers20261128151000 implements MigrationInterface {
  readonly name = 'UpstreamOffers20261128151000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upstream_offer');
    await runner.query('alter table resource_version drop column offered_by');
    await runner.query('alter table resource_draft drop column offered_by');
  }
}

const UP: readonly string[] = [
  `alter table resource_draft add column offered_by text[] not null default '{}'`,
  `alter table resource_version add column offered_by text[] not null default '{}'`,
  `create table upstream_offer (
     id uuid, resource_id uuid not null, institution_id uuid not null, version_id uuid not null, original_id uuid not null, original_institution_id uuid not null,
     base jsonb not null, change_keys text[] not null, message text not null, credit text not null, status text not null default 'OPEN', taken_keys text[] not null default '{}', answer text,
     offered_by uuid not null, offered_at timestamptz not null default now(), decided_by uuid, decided_at timestamptz,
     constraint upstream_offer_pkey primary key (id),
     constraint upstream_offer_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id),
     constraint upstream_offer_version_fkey foreign key (version_id, resource_id) references resource_version (id, resource_id),
     constraint upstream_offer_original_fkey foreign key (original_id, original_institution_id) references resource (id, institution_id),
     constraint upstream_offer_offered_by_fkey foreign key (offered_by, institution_id) references membership (person_id, institution_id),
     constraint upstream_offer_status_check check (status in ('OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN')))`,
  `create unique index upstream_offer_one_open_key on upstream_offer (resource_id) where status = 'OPEN'`,
  `create index upstream_offer_original_idx on upstream_offer (original_id, id)`,
  `grant select, insert, update on upstream_offer to passalong_app`,
  `alter table upstream_offer enable row level security`,
  `alter table upstream_offer force row level security`,
  // Both sides read it and say what comes of it; only who offers makes one.
  `create policy upstream_offer_seen on upstream_offer for select using (${IS_SYSTEM} or institution_id = ${OURS} or original_institution_id = ${OURS})`,
  `create policy upstream_offer_made on upstream_offer for insert with check (${IS_SYSTEM} or institution_id = ${OURS})`,
  `create policy upstream_offer_answered on upstream_offer for update using (${IS_SYSTEM} or institution_id = ${OURS} or original_institution_id = ${OURS})`,
];
