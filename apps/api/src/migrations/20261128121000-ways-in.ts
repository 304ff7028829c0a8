/** Ways in are shown to whoever has them: since when, and used when last. A passkey can be ended; its row stays, as what the record points to. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WaysIn20261128121000 implements MigrationInterface {
  readonly name = 'WaysIn20261128121000';

  async up(runner: QueryRunner): Promise<void> {
    // Nobody knows since when those are there that were before.
    await runner.query('alter table external_identity add created_at timestamptz, add last_used_at timestamptz');
    await runner.query('alter table external_identity alter created_at set default now()');
    await runner.query('alter table member_passkey add ended_at timestamptz');
    await runner.query('revoke delete on member_passkey from passalong_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on member_passkey to passalong_app');
    await runner.query(`select set_config('passalong.is_system', 'on', true)`);
    await runner.query('delete from member_passkey where ended_at is not null'); // rather gone than good again
    await runner.query('alter table member_passkey drop column ended_at');
    await runner.query('alter table external_identity drop column created_at, drop column last_used_at');
  }
}
