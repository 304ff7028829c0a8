/** Who came into an author team and who left it is on the record; and the reason of a creation is words, not a key. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AuthorTeamsOnRecord20261125130000 implements MigrationInterface {
  readonly name = 'AuthorTeamsOnRecord20261125130000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "lifecycle_event" add "joined_ids" uuid array not null default '{}', add "left_ids" uuid array not null default '{}'`);
    for (const statement of REASONS_IN_WORDS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table "lifecycle_event" drop column "joined_ids", drop column "left_ids"`);
  }
}

/** Says in words what reasons named by key. */
export const REASONS_IN_WORDS: readonly string[] = [
  `update lifecycle_event e set reason = format('Adapted from version %s of “%s”.', v.number, v.content ->> 'title') from resource_version v where e.action = 'CREATE' and e.reason = 'adapted from version ' || v.id`,
  `update lifecycle_event set reason = regexp_replace(reason, '^imported from (record|file):(.*)$', 'Imported from the \\1 \\2.') where action in ('CREATE', 'REVISE') and reason ~ '^imported from (record|file):'`,
];
