/** Sharing groups: which institutions are in them and which published resources they read; and a draft has a stage exactly while it is in review. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Groups20261125092000 implements MigrationInterface {
  readonly name = 'Groups20261125092000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "resource_draft" drop constraint "resource_draft_stage_check", drop column "group_ids"`);
    await runner.query(`drop table "resource_group", "group_membership", "sharing_group"`);
  }
}

const STATEMENTS: readonly string[] = [
  `CREATE TABLE "sharing_group" ("id" uuid NOT NULL, "slug" text NOT NULL, "name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "sharing_group_slug_key" UNIQUE ("slug"), CONSTRAINT "sharing_group_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "group_membership" ("id" uuid NOT NULL, "group_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "valid_from" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "valid_until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "group_membership_pkey" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "group_membership_open_key" ON "group_membership" ("group_id", "institution_id") WHERE valid_until IS NULL`,
  `CREATE INDEX "group_membership_institution_idx" ON "group_membership" ("institution_id")`,
  `CREATE TABLE "resource_group" ("resource_id" uuid NOT NULL, "group_id" uuid NOT NULL, CONSTRAINT "resource_group_pkey" PRIMARY KEY ("resource_id", "group_id"))`,
  `alter table group_membership add constraint group_membership_group_fkey foreign key (group_id) references sharing_group (id)`,
  `alter table group_membership add constraint group_membership_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table resource_group add constraint resource_group_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table resource_group add constraint resource_group_group_fkey foreign key (group_id) references sharing_group (id)`,
  `alter table resource_draft add "group_ids" uuid array NOT NULL DEFAULT '{}'`,
  `alter table resource_draft add constraint "resource_draft_stage_check" check ((status = 'IN_REVIEW') = (stage is not null))`,
  `grant select, insert, update on sharing_group, group_membership to passalong_app`,
  `grant select, insert, delete on resource_group to passalong_app`,
  // The policy is read against it in every statement; which institutions are in a group is for transactions alone.
  `grant select on resource_group to passalong_reader`,
];
