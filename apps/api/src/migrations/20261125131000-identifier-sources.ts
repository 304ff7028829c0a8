/** Where each identifier of an institution comes from: the list, its row, and the day on which the list last gave it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentifierSources20261125131000 implements MigrationInterface {
  readonly name = 'IdentifierSources20261125131000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "institution_identifier" add "source" text, add "source_key" text, add "verified_on" date`);
    await runner.query(`alter table "institution_identifier" add constraint "institution_identifier_source_check" check ((source is null) = (source_key is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "institution_identifier" drop column "source", drop column "source_key", drop column "verified_on"`);
  }
}
