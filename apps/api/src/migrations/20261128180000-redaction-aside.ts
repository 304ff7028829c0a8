/** Redaction reaches what stands beside versions: bases of adaptations, credits of offers, and words about published files. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RedactionAside20261128180000 implements MigrationInterface {
  readonly name = 'RedactionAside20261128180000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function ${SIGNATURES.join(', ')}`);
  }
}

const SIGNATURES = ['redact_pull(uuid, uuid, jsonb)', 'redact_offered_by(uuid, uuid, text[])', 'redact_file_words(uuid, uuid, uuid, text, text, text)'];
const serving = (head: string, change: string): string => `create function ${head} returns void language plpgsql security definer set search_path = public, pg_temp as $$ begin perform redaction_of_now(decided); ${change}; end $$`;

const UP: readonly string[] = [
  serving('redact_pull(decided uuid, pull uuid, new_base jsonb)', 'update upstream_pull set base = new_base where id = pull'),
  serving('redact_offered_by(decided uuid, version uuid, new_names text[])', 'update resource_version set offered_by = new_names where id = version'),
  serving('redact_file_words(decided uuid, version uuid, file uuid, new_name text, new_alt text, new_reference text)', 'update version_file set name = new_name, alt_text = new_alt, consent_reference = new_reference where version_id = version and id = file'),
  `revoke execute on function ${SIGNATURES.join(', ')} from public`,
  `grant execute on function ${SIGNATURES.join(', ')} to passalong_app`,
];
