/** Buckets of the rate limits: what is left of each, for all nodes together. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RateLimits20261128093000 implements MigrationInterface {
  readonly name = 'RateLimits20261128093000';

  async up(runner: QueryRunner): Promise<void> {
    // Unlogged: it is written for every lease, and worth nothing after a crash.
    await runner.query(`CREATE UNLOGGED TABLE "rate_bucket" ("key_hash" bytea NOT NULL, "tokens" double precision NOT NULL, "leased" double precision NOT NULL, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL, "full_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "rate_bucket_pkey" PRIMARY KEY ("key_hash"))`);
    await runner.query(`grant select, insert, update, delete on rate_bucket to passalong_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rate_bucket`);
  }
}
