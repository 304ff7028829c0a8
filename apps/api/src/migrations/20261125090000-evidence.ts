/** Numbers as rows, raw and published; runs and their summary; the outbox. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Evidence20261125090000 implements MigrationInterface {
  readonly name = 'Evidence20261125090000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['outbox', 'run_summary', 'run', ...CHILDREN, 'version_numbers', 'number_set']) await runner.query(`drop table "${table}"`);
    await runner.query('drop sequence outbox_position');
  }
}

const CHILDREN = ['people_count', 'published_people_count', 'people_outcome', 'observation', 'published_observation', 'measurement'];

const TABLES: readonly string[] = [
  `CREATE TABLE "number_set" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "visibility" text NOT NULL, "measurements_stated" boolean NOT NULL, "people_stated" boolean NOT NULL, "recorded_by" uuid, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "frozen_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "number_set_pkey" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "number_set_one_open_key" ON "number_set" ("resource_id") WHERE frozen_at IS NULL`,
  `CREATE INDEX "number_set_institution_idx" ON "number_set" ("institution_id")`,
  `CREATE TABLE "version_numbers" ("version_id" uuid NOT NULL, "number_set_id" uuid NOT NULL, CONSTRAINT "version_numbers_pkey" PRIMARY KEY ("version_id"))`,
  `CREATE INDEX "version_numbers_set_idx" ON "version_numbers" ("number_set_id")`,
  `CREATE TABLE "measurement" ("id" uuid NOT NULL, "number_set_id" uuid NOT NULL, "position" integer NOT NULL, "row_id" text NOT NULL, "period" text NOT NULL, "arm" text, "channel" text NOT NULL, "format" text, "definition_version" text NOT NULL, "definition_note" text, "scope" text NOT NULL, "traffic" text NOT NULL, "source" text NOT NULL, "extracted_on" date NOT NULL, "video_length_mean_seconds" double precision, "is_small_audience" boolean NOT NULL, CONSTRAINT "measurement_row_key" UNIQUE ("number_set_id", "row_id"), CONSTRAINT "measurement_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "observation" ("measurement_id" uuid NOT NULL, "position" integer NOT NULL, "institution_id" uuid NOT NULL, "metric" text NOT NULL, "value" double precision, "reason" text, "is_computed" boolean NOT NULL, "numerator" double precision, "denominator" double precision, "missing" text array, CONSTRAINT "observation_pkey" PRIMARY KEY ("measurement_id", "position"))`,
  `CREATE TABLE "published_observation" ("measurement_id" uuid NOT NULL, "position" integer NOT NULL, "metric" text NOT NULL, "value" double precision, "reason" text, "is_computed" boolean NOT NULL, "numerator" double precision, "denominator" double precision, "missing" text array, "policy" text NOT NULL, CONSTRAINT "published_observation_pkey" PRIMARY KEY ("measurement_id", "position"))`,
  `CREATE TABLE "people_outcome" ("id" uuid NOT NULL, "number_set_id" uuid NOT NULL, "position" integer NOT NULL, "outcome" text NOT NULL, "measure" text NOT NULL, "policy" text NOT NULL, "visibility" text NOT NULL, "raw_visibility" text NOT NULL, "comparison_groups" jsonb, "arms" jsonb, "parity" jsonb, "contrasts" jsonb, CONSTRAINT "people_outcome_position_key" UNIQUE ("number_set_id", "position"), CONSTRAINT "people_outcome_pkey" PRIMARY KEY ("id"))`,
  `CREATE TABLE "people_count" ("people_outcome_id" uuid NOT NULL, "position" integer NOT NULL, "institution_id" uuid NOT NULL, "count" integer NOT NULL, "base" integer NOT NULL, CONSTRAINT "people_count_share_check" CHECK ("count" between 0 and "base"), CONSTRAINT "people_count_pkey" PRIMARY KEY ("people_outcome_id", "position"))`,
  `CREATE TABLE "published_people_count" ("people_outcome_id" uuid NOT NULL, "position" integer NOT NULL, "group_id" text NOT NULL, "period" text NOT NULL, "arm" text, "count" integer, "base" integer NOT NULL, "percent" double precision, "reason" text, "policy" text NOT NULL, CONSTRAINT "published_people_count_pkey" PRIMARY KEY ("people_outcome_id", "position"))`,
  `CREATE TABLE "run" ("id" uuid NOT NULL, "resource_id" uuid NOT NULL, "version_id" uuid NOT NULL, "institution_id" uuid NOT NULL, "started_by" uuid NOT NULL, "status" text NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "finished_at" TIMESTAMP WITH TIME ZONE, "verdict" text, "would_repeat" boolean, "note" text, CONSTRAINT "run_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "run_resource_idx" ON "run" ("resource_id", "institution_id")`,
  `CREATE INDEX "run_institution_idx" ON "run" ("institution_id", "started_at")`,
  `CREATE TABLE "run_summary" ("resource_id" uuid NOT NULL, "tried" integer NOT NULL DEFAULT '0', "worked" integer NOT NULL DEFAULT '0', "mixed" integer NOT NULL DEFAULT '0', "no_effect" integer NOT NULL DEFAULT '0', "running" integer NOT NULL DEFAULT '0', CONSTRAINT "run_summary_pkey" PRIMARY KEY ("resource_id"))`,
  `CREATE TABLE "outbox" ("id" uuid NOT NULL, "type" text NOT NULL, "payload_version" integer NOT NULL, "aggregate_id" uuid NOT NULL, "previous_audience" text, "new_audience" text, "payload" jsonb NOT NULL, "happened_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "position" bigint, "delivered_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "outbox_position_key" UNIQUE ("position"), CONSTRAINT "outbox_pkey" PRIMARY KEY ("id"))`,
  `CREATE INDEX "outbox_undelivered_idx" ON "outbox" ("id") WHERE delivered_at IS NULL`,
  `CREATE INDEX "outbox_unplaced_idx" ON "outbox" ("id") WHERE "position" IS NULL`,
  `create sequence outbox_position as bigint`,
];

const KEYS: readonly string[] = [
  `alter table number_set add constraint number_set_resource_fkey foreign key (resource_id, institution_id) references resource (id, institution_id)`,
  `alter table version_numbers add constraint version_numbers_version_fkey foreign key (version_id) references resource_version (id)`,
  `alter table version_numbers add constraint version_numbers_set_fkey foreign key (number_set_id) references number_set (id)`,
  `alter table measurement add constraint measurement_set_fkey foreign key (number_set_id) references number_set (id) on delete cascade`,
  ...['channel', 'format', 'definition_version', 'scope', 'traffic', 'source'].map((column) => `alter table measurement add constraint measurement_${column}_fkey foreign key (${column}) references term (id)`),
  ...['observation', 'published_observation'].flatMap((table) => [
    `alter table ${table} add constraint ${table}_measurement_fkey foreign key (measurement_id) references measurement (id) on delete cascade`,
    `alter table ${table} add constraint ${table}_metric_fkey foreign key (metric) references term (id)`,
    `alter table ${table} add constraint ${table}_reason_fkey foreign key (reason) references term (id)`,
  ]),
  `alter table people_outcome add constraint people_outcome_set_fkey foreign key (number_set_id) references number_set (id) on delete cascade`,
  `alter table people_outcome add constraint people_outcome_outcome_fkey foreign key (outcome) references term (id)`,
  `alter table people_outcome add constraint people_outcome_measure_fkey foreign key (measure) references term (id)`,
  `alter table people_count add constraint people_count_outcome_fkey foreign key (people_outcome_id) references people_outcome (id) on delete cascade`,
  `alter table published_people_count add constraint published_people_count_outcome_fkey foreign key (people_outcome_id) references people_outcome (id) on delete cascade`,
  `alter table published_people_count add constraint published_people_count_reason_fkey foreign key (reason) references term (id)`,
  `alter table run add constraint run_resource_fkey foreign key (resource_id) references resource (id)`,
  `alter table run add constraint run_version_fkey foreign key (version_id) references resource_version (id)`,
  `alter table run add constraint run_institution_fkey foreign key (institution_id) references institution (id)`,
  `alter table run_summary add constraint run_summary_resource_fkey foreign key (resource_id) references resource (id)`,
];

/** What is not granted cannot happen: what stands below a set is never changed, and goes only with a set that was never published. */
const GRANTS: readonly string[] = [
  `grant select, insert, delete, update (frozen_at) on number_set to passalong_app`,
  `grant select, insert on version_numbers, ${CHILDREN.join(', ')} to passalong_app`,
  `grant select, insert, update on run, run_summary to passalong_app`,
  `grant select, insert, update (position, delivered_at) on outbox to passalong_app`,
  `grant usage on sequence outbox_position to passalong_app`,
  `grant select on number_set, version_numbers, measurement, published_observation, people_outcome, published_people_count, run_summary to passalong_reader`,
];

/** The institution itself, or the system. A moderator is neither. */
const own = (institution: string): string => `(${institution} = nullif(current_setting('passalong.institution_id', true), '')::uuid or nullif(current_setting('passalong.is_system', true), '') = 'on')`;
const GUARDED = ['number_set', ...CHILDREN, 'run'];
const setOf = (extra: string): string => `exists (select from number_set s where s.id = number_set_id ${extra})`;
const openSet = `and s.frozen_at is null and ${own('s.institution_id')}`;
const below = (parent: string, key: string, extra: string): string => `exists (select from ${parent} p join number_set s on s.id = p.number_set_id where p.id = ${key} ${extra})`;
/** What stands below a row is seen by whoever sees that row. */
const seenWith = (parent: string, key: string): string => `exists (select from ${parent} p where p.id = ${key})`;
const readable = (table: string, seen: string, written: string): readonly string[] => [
  `create policy ${table}_seen on ${table} for select using (${seen})`,
  `create policy ${table}_written on ${table} for insert to passalong_app with check (${written})`,
];

const POLICIES: readonly string[] = [
  ...GUARDED.flatMap((table) => [`alter table ${table} enable row level security`, `alter table ${table} force row level security`]),
  // Whoever migrates also takes the demo commons out again, and says that it is the system
  ...GUARDED.map((table) => `create policy ${table}_operator on ${table} to current_user using (nullif(current_setting('passalong.is_system', true), '') = 'on')`),
  `create policy number_set_owner on number_set to passalong_app using (${own('institution_id')})`,
  `create policy number_set_published on number_set for select using (frozen_at is not null)`,
  // Whoever may read the draft, a moderator too, sees its numbers in the form in which they will be published, and freezes them by publishing
  `create policy number_set_draft_read on number_set for select to passalong_app using (exists (select from resource_draft d where d.resource_id = number_set.resource_id))`,
  `create policy number_set_draft_published on number_set for update to passalong_app using (exists (select from resource_draft d where d.resource_id = number_set.resource_id))`,
  `create policy number_set_frozen_stays on number_set as restrictive for update to passalong_app using (frozen_at is null) with check (true)`,
  `create policy number_set_frozen_is_kept on number_set as restrictive for delete to passalong_app using (frozen_at is null)`,
  ...readable('measurement', setOf(''), setOf(openSet)),
  ...readable('people_outcome', setOf(''), setOf(openSet)),
  ...readable('published_observation', seenWith('measurement', 'measurement_id'), below('measurement', 'measurement_id', openSet)),
  ...readable('published_people_count', seenWith('people_outcome', 'people_outcome_id'), below('people_outcome', 'people_outcome_id', openSet)),
  // Raw numbers: the institution alone
  ...readable('observation', own('institution_id'), below('measurement', 'measurement_id', `${openSet} and s.institution_id = observation.institution_id`)),
  ...readable('people_count', own('institution_id'), below('people_outcome', 'people_outcome_id', `${openSet} and s.institution_id = people_count.institution_id`)),
  `create policy run_owner on run to passalong_app using (${own('institution_id')})`,
];

const STATEMENTS: readonly string[] = [...TABLES, ...KEYS, ...GRANTS, ...POLICIES];
