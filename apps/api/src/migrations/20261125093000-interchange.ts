/** Where imported work came from, so that a second import finds it again, and what its file said of its release. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Interchange20261125093000 implements MigrationInterface {
  readonly name = 'Interchange20261125093000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "version_origin", "import_source"');
  }
}

const STATEMENTS: readonly string[] = [
  `create table "import_source" ("institution_id" uuid not null, "source_key" text not null, "content_hash" text not null, "resource_id" uuid not null, "draft_revision" integer, "version_id" uuid, "imported_at" timestamp with time zone not null default now(), constraint "import_source_pkey" primary key ("institution_id", "source_key"))`,
  `create index "import_source_key_idx" on "import_source" ("source_key")`,
  `create index "import_source_resource_idx" on "import_source" ("resource_id")`,
  `create index "import_source_content_idx" on "import_source" ("institution_id", "content_hash")`,
  `alter table import_source add constraint import_source_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id)`,
  `alter table import_source add constraint import_source_version_fkey foreign key (version_id) references resource_version (id)`,
  `create table "version_origin" ("version_id" uuid not null, "signed_off_by" text, "signed_off_on" date, "embargo_until" date, "changes" text array, constraint "version_origin_pkey" primary key ("version_id"))`,
  `alter table version_origin add constraint version_origin_version_fkey foreign key (version_id) references resource_version (id)`,
  `grant select, insert, update on import_source to passalong_app`,
  `grant select, insert on version_origin to passalong_app`,
];
