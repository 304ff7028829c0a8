/** Files of drafts and versions, and uploads under way. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Files20261128170000 implements MigrationInterface {
  readonly name = 'Files20261128170000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function redact_file(uuid, uuid, uuid)');
    await runner.query('drop table file_upload, version_file, draft_file');
  }
}

const IS_SYSTEM = `(select nullif(current_setting('passalong.is_system', true), '')) = 'on'`;
const IS_OWN = `(select nullif(current_setting('passalong.institution_id', true), ''))::uuid`;
const FACTS = `id uuid, position int not null, name text not null, media_type text not null, size int not null, width int, height int, store_key text not null,
     alt_text text, shows_person boolean, consent_reference text, consent_scopes text[] not null default '{}', consent_expires_on date, created_at timestamptz not null default now()`;

const UP: readonly string[] = [
  `create table draft_file (
     draft_id uuid, ${FACTS},
     constraint draft_file_pkey primary key (draft_id, id),
     constraint draft_file_draft_fkey foreign key (draft_id) references resource_draft (id) on delete cascade)`,
  'create index draft_file_id_idx on draft_file (id)',
  'create index draft_file_store_key_idx on draft_file (store_key)',
  `create table version_file (
     version_id uuid, ${FACTS}, redaction_id uuid,
     constraint version_file_redaction_fkey foreign key (redaction_id) references redaction (id),
     constraint version_file_pkey primary key (version_id, id),
     constraint version_file_version_fkey foreign key (version_id) references resource_version (id))`,
  'create index version_file_id_idx on version_file (id)',
  'create index version_file_store_key_idx on version_file (store_key)',
  `create table file_upload (
     id uuid, resource_id uuid not null, institution_id uuid not null, person_id uuid not null, size int not null, began_at timestamptz not null default now(), finished_at timestamptz,
     constraint file_upload_pkey primary key (id),
     constraint file_upload_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id),
     constraint file_upload_person_fkey foreign key (person_id) references person (id))`,
  'create index file_upload_institution_idx on file_upload (institution_id)',
  'grant select, insert, update, delete on draft_file, file_upload to passalong_app',
  // What was published stays as it was.
  'grant select, insert on version_file to passalong_app',
  'grant select on version_file to passalong_reader',
  // Save by a redaction that this very transaction has recorded: the picture goes, with every word about it.
  `create function redact_file(decided uuid, version uuid, file uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
   begin
     perform redaction_of_now(decided);
     update version_file set redaction_id = decided, name = 'removed', alt_text = null, consent_reference = null where version_id = version and id = file;
   end $$`,
  'revoke execute on function redact_file(uuid, uuid, uuid) from public',
  'grant execute on function redact_file(uuid, uuid, uuid) to passalong_app',
  ...['draft_file', 'file_upload'].flatMap((table) => [`alter table ${table} enable row level security`, `alter table ${table} force row level security`]),
  // Read with the draft, whose own row security knows the moderator; written by its institution alone.
  'create policy draft_file_read on draft_file for select using (exists (select from resource_draft d where d.id = draft_id))',
  `create policy draft_file_written on draft_file using (${IS_SYSTEM} or exists (select from resource_draft d where d.id = draft_id and d.institution_id = ${IS_OWN}))`,
  `create policy file_upload_walled on file_upload using (${IS_SYSTEM} or institution_id = ${IS_OWN})`,
];
