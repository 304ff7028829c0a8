/** Redaction: the one way in which a published version changes, and its record. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Redaction20261128141000 implements MigrationInterface {
  readonly name = 'Redaction20261128141000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function redact_version(uuid, uuid, jsonb, text, text, int), redact_reason(uuid, uuid, text), redact_origin(uuid, uuid, text[])');
    await runner.query('drop function redaction_of_now(uuid)');
    await runner.query('drop table redacted_version, redaction');
  }
}

/** The application may not touch what is published. These may, for the owner of the tables, and only for a redaction that this very transaction has recorded. */
const FUNCTIONS: readonly string[] = [
  `create function redaction_of_now(decided uuid) returns void language plpgsql stable set search_path = public, pg_temp as $$
   begin
     if not exists (select from redaction r where r.id = decided and r.decided_at = now()) then
       raise exception 'published work changes only by a redaction that is decided now' using errcode = 'insufficient_privilege';
     end if;
   end $$`,
  `create function redact_version(decided uuid, version uuid, new_content jsonb, new_credit text, new_note text, in_places int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
   begin
     perform redaction_of_now(decided);
     update resource_version set content = new_content, credit = new_credit, change_note = new_note where id = version;
     insert into redacted_version (redaction_id, version_id, places) values (decided, version, in_places);
   end $$`,
  `create function redact_reason(decided uuid, event uuid, new_reason text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
   begin
     perform redaction_of_now(decided);
     update lifecycle_event set reason = new_reason where id = event;
   end $$`,
  `create function redact_origin(decided uuid, version uuid, new_changes text[]) returns void language plpgsql security definer set search_path = public, pg_temp as $$
   begin
     perform redaction_of_now(decided);
     update version_origin set changes = new_changes where version_id = version;
   end $$`,
];

const SIGNATURES = ['redact_version(uuid, uuid, jsonb, text, text, int)', 'redact_reason(uuid, uuid, text)', 'redact_origin(uuid, uuid, text[])'];

const UP: readonly string[] = [
  `create table redaction (
     id uuid, resource_id uuid not null, what text not null, marker text not null, reason text not null, decided_by uuid not null, decided_at timestamptz not null default now(),
     constraint redaction_pkey primary key (id),
     constraint redaction_resource_fkey foreign key (resource_id) references resource (id),
     constraint redaction_decided_by_fkey foreign key (decided_by) references person (id),
     constraint redaction_what_check check (what in ('NAME', 'QUOTE', 'ASSET')))`,
  'create index redaction_resource_idx on redaction (resource_id)',
  `create table redacted_version (
     redaction_id uuid, version_id uuid, places int not null,
     constraint redacted_version_pkey primary key (redaction_id, version_id),
     constraint redacted_version_redaction_fkey foreign key (redaction_id) references redaction (id),
     constraint redacted_version_version_fkey foreign key (version_id) references resource_version (id))`,
  'create index redacted_version_version_idx on redacted_version (version_id)',
  'grant select, insert on redaction to passalong_app',
  'grant select on redacted_version to passalong_app',
  'grant select on redaction, redacted_version to passalong_reader',
  ...FUNCTIONS,
  `revoke execute on function redaction_of_now(uuid), ${SIGNATURES.join(', ')} from public`,
  `grant execute on function ${SIGNATURES.join(', ')} to passalong_app`,
];
