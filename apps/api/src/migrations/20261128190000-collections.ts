/** Collections: works chosen and ordered by an institution. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_OWN = `(${CONTEXT('is_system')} = 'on' or institution_id = ${CONTEXT('institution_id')}::uuid)`;
const IS_OF_MEMBER = `exists (select from institution i where i.id = ${CONTEXT('institution_id')}::uuid and i.standing = 'MEMBER')`;
const IS_THEIRS_TO_WRITE = `exists (select from collection c where c.id = collection_id and (${CONTEXT('is_system')} = 'on' or c.institution_id = ${CONTEXT('institution_id')}::uuid))`;

export class Collections20261128190000 implements MigrationInterface {
  readonly name = 'Collections20261128190000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table collection_item, collection');
  }
}

const UP: readonly string[] = [
  `create table collection (
     id uuid, institution_id uuid not null, slug text not null, title text not null, introduction text not null, visibility text not null, taken_back_reason text, revision int not null default 1,
     created_by uuid not null, created_at timestamptz not null default now(), updated_at timestamptz not null default now(),
     constraint collection_pkey primary key (id),
     constraint collection_slug_key unique (slug),
     constraint collection_created_by_fkey foreign key (created_by, institution_id) references membership (person_id, institution_id),
     constraint collection_visibility_check check (visibility in ('INSTITUTION', 'MEMBERS', 'PUBLIC')))`,
  'create index collection_institution_idx on collection (institution_id, updated_at, id)',
  `create index collection_shared_idx on collection (updated_at, id) where visibility <> 'INSTITUTION'`,
  `create table collection_item (
     collection_id uuid, resource_id uuid, position int not null, note text,
     constraint collection_item_pkey primary key (collection_id, resource_id),
     constraint collection_item_collection_fkey foreign key (collection_id) references collection (id) on delete cascade,
     constraint collection_item_resource_fkey foreign key (resource_id) references resource (id))`,
  'create index collection_item_resource_idx on collection_item (resource_id)',
  'grant select, insert, update, delete on collection, collection_item to passalong_app',
  'grant select on collection, collection_item to passalong_reader',
  ...['collection', 'collection_item'].flatMap((table) => [`alter table ${table} enable row level security`, `alter table ${table} force row level security`]),
  // The wall says the same of a collection as the policy; of the works in it the policy alone says whose they are to read.
  `create policy collection_seen on collection for select using (visibility = 'PUBLIC' or ${IS_OWN} or (visibility = 'MEMBERS' and ${IS_OF_MEMBER}))`,
  `create policy collection_made on collection for insert with check ${IS_OWN}`,
  `create policy collection_changed on collection for update using ${IS_OWN}`,
  `create policy collection_removed on collection for delete using ${IS_OWN}`,
  'create policy collection_item_seen on collection_item for select using (exists (select from collection c where c.id = collection_id))',
  `create policy collection_item_made on collection_item for insert with check (${IS_THEIRS_TO_WRITE})`,
  `create policy collection_item_changed on collection_item for update using (${IS_THEIRS_TO_WRITE})`,
  `create policy collection_item_removed on collection_item for delete using (${IS_THEIRS_TO_WRITE})`,
];
