/** Who has a draft open. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DraftEditors20261128142000 implements MigrationInterface {
  readonly name = 'DraftEditors20261128142000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table draft_editor');
  }
}

const IS_OWN = `institution_id = nullif(current_setting('passalong.institution_id', true), '')::uuid or nullif(current_setting('passalong.is_system', true), '') = 'on'`;

const UP: readonly string[] = [
  `create table draft_editor (
     resource_id uuid, person_id uuid, institution_id uuid not null, seen_at timestamptz not null default now(),
     constraint draft_editor_pkey primary key (resource_id, person_id),
     constraint draft_editor_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id),
     constraint draft_editor_membership_fkey foreign key (person_id, institution_id) references membership (person_id, institution_id))`,
  'grant select, insert, update, delete on draft_editor to passalong_app',
  'alter table draft_editor enable row level security',
  'alter table draft_editor force row level security',
  `create policy draft_editor_walled on draft_editor using (${IS_OWN}) with check (${IS_OWN})`,
];
