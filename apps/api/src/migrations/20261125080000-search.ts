/** Words of published resources: all of them to find by, title and summary alone to rank by. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search20261125080000 implements MigrationInterface {
  readonly name = 'Search20261125080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "resource" add "search_words" tsvector, add "search_head" tsvector`);
    await runner.query(`create index "resource_search_idx" on "resource" using gin ("search_words")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "resource" drop column "search_words", drop column "search_head"`);
  }
}
