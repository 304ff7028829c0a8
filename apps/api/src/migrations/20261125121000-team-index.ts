/** Whose work it is, from the person's side: lists of everything a member may see ask it for each row. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TeamIndex20261125121000 implements MigrationInterface {
  readonly name = 'TeamIndex20261125121000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index "resource_contributor_person_idx" on "resource_contributor" ("person_id", "resource_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index "resource_contributor_person_idx"`);
  }
}
