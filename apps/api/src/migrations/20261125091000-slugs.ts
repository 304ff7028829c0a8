/** Older addresses of a resource keep working; a version remembers its audience; adaptations are found from their original. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Slugs20261125091000 implements MigrationInterface {
  readonly name = 'Slugs20261125091000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table "resource_slug"`);
    await runner.query(`drop index "resource_adapted_from_idx"`);
    await runner.query(`alter table "resource_version" drop column "visibility"`);
  }
}

const STATEMENTS: readonly string[] = [
  `CREATE TABLE "resource_slug" ("slug" text NOT NULL, "resource_id" uuid NOT NULL, "retired_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "resource_slug_pkey" PRIMARY KEY ("slug"))`,
  `CREATE INDEX "resource_slug_resource_idx" ON "resource_slug" ("resource_id")`,
  `alter table resource_slug add constraint resource_slug_resource_fkey foreign key (resource_id) references resource (id)`,
  `grant select, insert, delete on resource_slug to passalong_app`,
  `grant select on resource_slug to passalong_reader`,
  `alter table "resource_version" add "visibility" text`,
  `CREATE INDEX "resource_adapted_from_idx" ON "resource" ("adapted_from_version_id") WHERE adapted_from_version_id IS NOT NULL`,
];
