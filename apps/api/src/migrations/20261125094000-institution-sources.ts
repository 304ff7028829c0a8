/** Institutions of public lists: which row of which list each one is, its other names and its domains; and an index to find them by the words of a name. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InstitutionSources20261125094000 implements MigrationInterface {
  readonly name = 'InstitutionSources20261125094000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index "institution_listing_idx", "institution_words_idx"');
    await runner.query('drop table "institution_source", "institution_name", "institution_domain"');
    await runner.query('drop function plain_name(text)');
  }
}

const STATEMENTS: readonly string[] = [
  `create table "institution_source" ("source" text not null, "source_key" text not null, "institution_id" uuid not null, "imported_at" timestamp with time zone not null default now(), constraint "institution_source_pkey" primary key ("source", "source_key"))`,
  `create index "institution_source_institution_idx" on "institution_source" ("institution_id")`,
  `alter table institution_source add constraint institution_source_institution_fkey foreign key (institution_id) references institution (id)`,
  `create table "institution_name" ("institution_id" uuid not null, "name" text not null, constraint "institution_name_pkey" primary key ("institution_id", "name"))`,
  `alter table institution_name add constraint institution_name_institution_fkey foreign key (institution_id) references institution (id)`,
  `create table "institution_domain" ("institution_id" uuid not null, "domain" text not null, "position" integer not null, constraint "institution_domain_pkey" primary key ("institution_id", "domain"))`,
  `create index "institution_domain_domain_idx" on "institution_domain" ("domain")`,
  `alter table institution_domain add constraint institution_domain_institution_fkey foreign key (institution_id) references institution (id)`,
  // Small letters without accents and apostrophes, and spaces for what divides words
  `create function plain_name(name text) returns text language sql immutable strict parallel safe as $$
    select translate(regexp_replace(normalize(replace(replace(replace(lower(name), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), NFKD), '[\u0300-\u036f''’‘\`]', '', 'g'), 'øłđðı-./,;:()[]&+_–—"“”|\\', 'olddi                    ')
  $$`,
  `create index "institution_words_idx" on "institution" using gin (to_tsvector('simple', plain_name(name)))`,
  `create index "institution_name_words_idx" on "institution_name" using gin (to_tsvector('simple', plain_name(name)))`,
  `create index "institution_listing_idx" on "institution" ((case standing when 'MEMBER' then '0' else '1' end || lower(name)), id)`,
  `grant select, insert, update on institution_source, institution_name, institution_domain to passalong_app`,
  `grant select on institution_name, institution_domain to passalong_reader`,
];
