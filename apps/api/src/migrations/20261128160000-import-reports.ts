/** A draft that was started from a document keeps the report of what was kept and lost. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ImportReports20261128160000 implements MigrationInterface {
  readonly name = 'ImportReports20261128160000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table resource_draft add column import_report jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table resource_draft drop column import_report');
  }
}
