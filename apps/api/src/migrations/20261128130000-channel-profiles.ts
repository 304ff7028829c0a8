/** What is known of each format, in versions. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChannelProfiles20261128130000 implements MigrationInterface {
  readonly name = 'ChannelProfiles20261128130000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table channel_profile');
  }
}

const UP: readonly string[] = [
  `create table channel_profile (
     format_id text, number int, facts jsonb not null, checked_on date not null, source text not null, confidence text not null, note text, corrected_by uuid, created_at timestamptz not null default now(),
     constraint channel_profile_pkey primary key (format_id, number),
     constraint channel_profile_format_fkey foreign key (format_id) references term (id),
     constraint channel_profile_corrected_by_fkey foreign key (corrected_by) references person (id),
     constraint channel_profile_confidence_check check (confidence in ('A', 'B', 'C')))`,
  // Versions are only ever added.
  `grant select, insert on channel_profile to passalong_app`,
  `grant select on channel_profile to passalong_reader`,
];
