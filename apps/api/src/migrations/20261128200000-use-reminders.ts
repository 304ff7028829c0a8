/** Who asked to be reminded to say how it went. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UseReminders20261128200000 implements MigrationInterface {
  readonly name = 'UseReminders20261128200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function forget_use_reminders() cascade');
    await runner.query('drop table use_reminder');
  }
}

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
/** One's own, where one acts now; nobody else's, of whatever role. */
const IS_OWN = `(${CONTEXT('is_system')} = 'on' or (person_id = ${CONTEXT('person_id')}::uuid and institution_id = ${CONTEXT('institution_id')}::uuid))`;

const UP: readonly string[] = [
  `create table use_reminder (
     id uuid, person_id uuid not null, institution_id uuid not null, resource_id uuid not null, version_id uuid not null, due_on date not null, asked_at timestamptz not null default now(),
     settled_as text, settled_at timestamptz,
     constraint use_reminder_pkey primary key (id),
     constraint use_reminder_once_key unique (person_id, institution_id, resource_id),
     constraint use_reminder_membership_fkey foreign key (person_id, institution_id) references membership (person_id, institution_id),
     constraint use_reminder_resource_fkey foreign key (resource_id) references resource (id),
     constraint use_reminder_version_fkey foreign key (version_id, resource_id) references resource_version (id, resource_id),
     constraint use_reminder_settled_as_check check (settled_as in ('REPORTED', 'CANCELLED')),
     constraint use_reminder_settled_check check ((settled_as is null) = (settled_at is null)))`,
  'grant select, insert, update, delete on use_reminder to passalong_app',
  'alter table use_reminder enable row level security',
  'alter table use_reminder force row level security',
  `create policy use_reminder_walled on use_reminder using ${IS_OWN} with check ${IS_OWN}`,
  // Whoever ends a membership sees none of these, and they go all the same: with the rights of whoever does it, and for this one statement as the system.
  `create function forget_use_reminders() returns trigger language plpgsql as $$
   declare
     before text := coalesce(current_setting('passalong.is_system', true), '');
   begin
     perform set_config('passalong.is_system', 'on', true);
     delete from use_reminder where person_id = new.person_id and institution_id = new.institution_id;
     perform set_config('passalong.is_system', before, true);
     return null;
   end $$`,
  `create trigger membership_use_reminders after update of valid_until on membership for each row when (new.valid_until <= now()) execute function forget_use_reminders()`,
];
