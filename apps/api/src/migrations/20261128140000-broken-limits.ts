/** Which published templates break a limit as it is known now. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BrokenLimits20261128140000 implements MigrationInterface {
  readonly name = 'BrokenLimits20261128140000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table broken_limit');
  }
}

const UP: readonly string[] = [
  `create table broken_limit (
     version_id uuid, format_id text, problems jsonb not null,
     constraint broken_limit_pkey primary key (version_id, format_id),
     constraint broken_limit_version_fkey foreign key (version_id) references resource_version (id) on delete cascade,
     constraint broken_limit_format_fkey foreign key (format_id) references term (id))`,
  `grant select, insert, delete on broken_limit to passalong_app`,
  `grant select on broken_limit to passalong_reader`,
];
