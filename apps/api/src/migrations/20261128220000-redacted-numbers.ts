/** Redaction reaches the words beside published numbers: notes on how something was counted, and names of groups and arms. The numbers stay. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RedactedNumbers20261128220000 implements MigrationInterface {
  readonly name = 'RedactedNumbers20261128220000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${SIGNATURES.join(', ')}`);
    for (const table of TABLES) await runner.query(`drop policy ${table}_redacted on ${table}`);
  }
}

const TABLES = ['measurement', 'people_outcome'];
const IS_SYSTEM = `(select nullif(current_setting('passalong.is_system', true), '')) = 'on'`;
const SIGNATURES = ['redact_definition_note(uuid, uuid, text)', 'redact_group_names(uuid, uuid, jsonb, jsonb)'];
const serving = (head: string, change: string): string => `create function ${head} returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin perform redaction_of_now(decided); ${change}; end $$`;

const UP: readonly string[] = [
  // The application has no right to update either table; the functions below act for their owner, whom row security binds too.
  ...TABLES.map((table) => `create policy ${table}_redacted on ${table} for update using (${IS_SYSTEM}) with check (${IS_SYSTEM})`),
  serving('redact_definition_note(decided uuid, measured uuid, new_note text)', 'update measurement set definition_note = new_note where id = measured'),
  serving('redact_group_names(decided uuid, people uuid, new_groups jsonb, new_arms jsonb)', 'update people_outcome set comparison_groups = new_groups, arms = new_arms where id = people'),
  `revoke execute on function ${SIGNATURES.join(', ')} from public`,
  `grant execute on function ${SIGNATURES.join(', ')} to passalong_app`,
];
