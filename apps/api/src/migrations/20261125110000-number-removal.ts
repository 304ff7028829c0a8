/** Lets the owner of the tables, acting as the system, take a fictional institution's numbers and runs away with it. The application may no more than before. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NumberRemoval20261125110000 implements MigrationInterface {
  readonly name = 'NumberRemoval20261125110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter policy number_set_owner on number_set to public');
    await runner.query('alter policy run_owner on run to public');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter policy number_set_owner on number_set to passalong_app');
    await runner.query('alter policy run_owner on run to passalong_app');
  }
}
