/** Tells every process when what it may have kept of a viewer no longer holds: memberships, standings, groups, and the session itself. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ViewerNotices20261125092500 implements MigrationInterface {
  readonly name = 'ViewerNotices20261125092500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function notify_viewers_changed() cascade');
    await runner.query('drop function notify_session_changed() cascade');
  }
}

const STATEMENTS: readonly string[] = [
  // Without a payload: whoever keeps viewers keeps none of them any longer.
  `create function notify_viewers_changed() returns trigger language plpgsql as $$ begin perform pg_notify('viewer_changed', ''); return null; end $$`,
  `create function notify_session_changed() returns trigger language plpgsql as $$ begin perform pg_notify('viewer_changed', old.id::text); return null; end $$`,
  `create trigger membership_viewers after insert or update or delete on membership for each statement execute function notify_viewers_changed()`,
  `create trigger group_membership_viewers after insert or update or delete on group_membership for each statement execute function notify_viewers_changed()`,
  `create trigger person_viewers after update on person for each statement execute function notify_viewers_changed()`,
  `create trigger institution_viewers after update of standing on institution for each statement execute function notify_viewers_changed()`,
  `create trigger session_viewers after update of acting_institution_id, expires_at on session for each row execute function notify_session_changed()`,
  `create trigger session_ended_viewers after delete on session for each row execute function notify_session_changed()`,
];
