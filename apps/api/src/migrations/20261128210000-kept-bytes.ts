/** Under which keys bytes were put into the store, so that those which nothing refers to are found again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptBytes20261128210000 implements MigrationInterface {
  readonly name = 'KeptBytes20261128210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table kept_bytes');
  }
}

const UP: readonly string[] = [
  `create table kept_bytes (
     store_key text, put_at timestamptz not null default now(),
     constraint kept_bytes_pkey primary key (store_key))`,
  'create index kept_bytes_put_at_idx on kept_bytes (put_at)',
  'insert into kept_bytes (store_key, put_at) select store_key, min(created_at) from (select store_key, created_at from draft_file union all select store_key, created_at from version_file) f group by store_key',
  'grant select, insert, delete on kept_bytes to passalong_app',
];
