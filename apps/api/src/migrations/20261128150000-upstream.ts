/** What an adaptation took over from later versions of its original. Decisions are only ever added. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SEEN = `${CONTEXT('is_system')} = 'on' or institution_id = ${CONTEXT('institution_id')}::uuid`;

export class Upstream20261128150000 implements MigrationInterface {
  readonly name = 'Upstream20261128150000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table upstream_decision, upstream_pull');
    await runner.query('alter table resource_version drop column draft_id');
  }
}

const walled = (table: string): readonly string[] => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_walled on ${table} using (${IS_SEEN}) with check (${IS_SEEN})`,
];

const UP: readonly string[] = [
  // Which draft became a version: what was decided within that draft counts for good then, and not where the draft went away.
  `alter table resource_version add column draft_id uuid`,
  `create unique index resource_version_draft_key on resource_version (draft_id)`,
  `create table upstream_pull (
     id uuid, resource_id uuid not null, institution_id uuid not null, version_id uuid not null, draft_id uuid, base jsonb not null, is_level boolean not null,
     pulled_by uuid not null, pulled_at timestamptz not null default now(),
     constraint upstream_pull_pkey primary key (id),
     constraint upstream_pull_institution_key unique (id, institution_id),
     constraint upstream_pull_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id),
     constraint upstream_pull_version_fkey foreign key (version_id) references resource_version (id),
     constraint upstream_pull_pulled_by_fkey foreign key (pulled_by, institution_id) references membership (person_id, institution_id))`,
  `create index upstream_pull_resource_idx on upstream_pull (resource_id, id)`,
  `create table upstream_decision (
     pull_id uuid, change_key text, institution_id uuid not null, decision text not null,
     constraint upstream_decision_pkey primary key (pull_id, change_key),
     constraint upstream_decision_pull_fkey foreign key (pull_id, institution_id) references upstream_pull (id, institution_id),
     constraint upstream_decision_check check (decision in ('TAKE', 'KEEP_MINE', 'MERGE', 'MADE')))`,
  `grant select, insert on upstream_pull, upstream_decision to passalong_app`,
  ...walled('upstream_pull'), ...walled('upstream_decision'),
];
