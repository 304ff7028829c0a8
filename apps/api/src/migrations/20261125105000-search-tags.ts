/** Tags of published resources as numbers beside their words: counting the tags of 10,000 results needs no join. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchTags20261125105000 implements MigrationInterface {
  readonly name = 'SearchTags20261125105000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "term" add "number" serial not null, add constraint "term_number_key" unique ("number")`);
    await runner.query(`grant usage on sequence "term_number_seq" to passalong_app`);
    await runner.query(`alter table "resource" add "search_tags" integer array`);
    await runner.query(`update resource r set search_tags = array(select t.number from resource_term tag join term t on t.id = tag.term_id where tag.resource_id = r.id) where r.published_version_id is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "resource" drop column "search_tags"`);
    await runner.query(`alter table "term" drop column "number"`);
  }
}
