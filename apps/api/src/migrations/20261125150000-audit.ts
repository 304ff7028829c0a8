/** The audit record: chained entries that are only ever added, and the signed checkpoints below which the owner may delete. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Audit20261125150000 implements MigrationInterface {
  readonly name = 'Audit20261125150000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table "audit_entry", "audit_checkpoint"');
  }
}

const MAY_SEE = `chain = nullif(current_setting('passalong.institution_id', true), '')::uuid
     or nullif(current_setting('passalong.is_system', true), '') = 'on'
     or nullif(current_setting('passalong.is_platform_administrator', true), '') = 'on'`;

const STATEMENTS: readonly string[] = [
  `create table "audit_entry" ("id" uuid not null, "chain" uuid not null, "sequence" bigint not null, "happened_at" timestamp with time zone not null, "actor_id" uuid, "action" text not null, "subject_type" text, "subject_id" text,
     "outcome" text not null, "reference" text, "details" jsonb not null, "format" integer not null, "previous_hash" bytea not null, "hash" bytea not null,
     constraint "audit_entry_chain_key" unique ("chain", "sequence"), constraint "audit_entry_pkey" primary key ("id"),
     constraint "audit_entry_subject_check" check ((subject_type is null) = (subject_id is null)), constraint "audit_entry_hash_check" check (octet_length(previous_hash) = 32 and octet_length(hash) = 32))`,
  `create table "audit_checkpoint" ("chain" uuid not null, "sequence" bigint not null, "hash" bytea not null, "closed_at" timestamp with time zone not null, "key_id" text not null, "signature" bytea not null,
     constraint "audit_checkpoint_pkey" primary key ("chain", "sequence"))`,
  `grant select, insert on audit_entry, audit_checkpoint to passalong_app`,
  // The owner could take these rights back; nothing of ours does, and a slip of the hand is refused.
  `revoke update, truncate on audit_entry, audit_checkpoint from current_user`,
  `revoke delete on audit_checkpoint from current_user`,
  ...['audit_entry', 'audit_checkpoint'].flatMap((table) => [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_seen on ${table} for select using (${MAY_SEE})`,
  ]),
  // Reading every chain is the platform administrator's; writing goes by the acting institution, or is the system's.
  `create policy audit_entry_added on audit_entry for insert with check (chain = nullif(current_setting('passalong.institution_id', true), '')::uuid or nullif(current_setting('passalong.is_system', true), '') = 'on')`,
  `create policy audit_checkpoint_added on audit_checkpoint for insert with check (nullif(current_setting('passalong.is_system', true), '') = 'on')`,
  `create policy audit_entry_pruned on audit_entry for delete to current_user using (exists (select from audit_checkpoint c where c.chain = audit_entry.chain and c.sequence >= audit_entry.sequence))`,
];
