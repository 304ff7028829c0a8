import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROW_SECURED, WITHOUT_ROW_SECURITY } from '../../../test/walls.js';
import { World } from '../../../test/world.js';

/** What the catalog of PostgreSQL says of the second wall. */
let world: World;
beforeAll(async () => { world = await World.create(); }, 60_000);
afterAll(() => world.close());

const ROLES = ['passalong_app', 'passalong_reader'];
const IN_PUBLIC = `c.relnamespace = 'public'::regnamespace`;
const names = async (text: string, values: readonly unknown[] = []): Promise<string[]> => (await world.rows<{ name: string }>(text, values)).map(({ name }) => name);

describe('The roles of the server', () => {
  it.each(ROLES)('%s owns nothing, in this database or beside it', async (role) => {
    expect(await names(`select classid::regclass || ' ' || objid as name from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole and deptype = 'o'
      and dbid in (0, (select oid from pg_database where datname = current_database()))`, [role])).toEqual([]);
  });

  it.each(ROLES)('%s is no superuser, bypasses no row security, and makes no roles or databases', async (role) => {
    const [found] = await world.rows(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1`, [role]);
    expect(found).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false });
  });

  it('take on no other role than the reading one', async () => {
    const taken = await world.rows<{ role: string; other: string }>(
      `select r.rolname as role, o.rolname as other from pg_roles r, pg_roles o where r.rolname = any($1) and o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'MEMBER')`, [ROLES]);
    expect(taken).toEqual([{ role: 'passalong_app', other: 'passalong_reader' }]);
  });

  it('may empty no table, hang nothing on one, and create nothing in the schema', async () => {
    expect(await names(`select r || ' ' || p || ' ' || c.relname as name from pg_class c, unnest($1::text[]) r, unnest('{TRUNCATE,REFERENCES,TRIGGER}'::text[]) p
      where ${IN_PUBLIC} and c.relkind = 'r' and has_table_privilege(r, c.oid, p)`, [ROLES])).toEqual([]);
    expect(await names(`select r as name from unnest($1::text[]) r where has_schema_privilege(r, 'public', 'CREATE')`, [ROLES])).toEqual([]);
  });

  it('find no way round: no view, and no function that runs as its owner, but for those of redaction, which serve a decision of their own transaction', async () => {
    expect(await names(`select c.relname as name from pg_class c where ${IN_PUBLIC} and c.relkind in ('v', 'm', 'f')`)).toEqual([]);
    expect(await names(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef order by p.oid::regprocedure::text collate "C"`)).toEqual([
      'redact_definition_note(uuid,uuid,text)', 'redact_file(uuid,uuid,uuid)', 'redact_file_words(uuid,uuid,uuid,text,text,text)', 'redact_group_names(uuid,uuid,jsonb,jsonb)', 'redact_offered_by(uuid,uuid,text[])', 'redact_origin(uuid,uuid,text[])', 'redact_pull(uuid,uuid,jsonb)', 'redact_reason(uuid,uuid,text)', 'redact_version(uuid,uuid,jsonb,text,text,integer)',
    ]);
  });
});

describe('Every table', () => {
  it('is said to be behind row security or to need none, and not both', async () => {
    const tables = await names(`select c.relname as name from pg_class c where ${IN_PUBLIC} and c.relkind in ('r', 'p') order by c.relname`);
    expect([...Object.keys(ROW_SECURED), ...Object.keys(WITHOUT_ROW_SECURITY)].sort()).toEqual(tables.sort());
  });

  it('that is said to be behind row security has it, for its owner too, with a policy that says who reads', async () => {
    const rows = await world.rows<{ name: string; enabled: boolean; forced: boolean; reads: boolean }>(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('r', '*')) as reads
         from pg_class c where ${IN_PUBLIC} and c.relname = any($1) order by c.relname`, [Object.keys(ROW_SECURED)]);
    expect(rows).toEqual(Object.keys(ROW_SECURED).sort().map((name) => ({ name, enabled: true, forced: true, reads: true })));
  });

  it('that is said to need none has none', async () => {
    expect(await names(`select c.relname as name from pg_class c where ${IN_PUBLIC} and c.relrowsecurity and c.relname = any($1)`, [Object.keys(WITHOUT_ROW_SECURITY)])).toEqual([]);
  });

  it('that is never shared is out of the reading pool’s reach, column by column', async () => {
    const reached = await names(
      `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where ${IN_PUBLIC} and c.relname = any($1) and has_column_privilege('passalong_reader', c.oid, a.attnum, 'SELECT') order by 1`,
      [Object.entries(ROW_SECURED).flatMap(([table, { sharedIf }]) => (sharedIf === undefined ? [table] : []))]);
    // Whether a question is open is part of the state of a resource; row security leaves the pool no such row.
    expect(reached).toEqual(['review_item.resource_id', 'review_item.status']);
    expect(await world.database.read('select resource_id from review_item')).toEqual([]);
  });

  it('that belongs to an institution points at nothing of another: its keys carry the institution', async () => {
    const plain = await names(
      `select k.conrelid::regclass || ' to ' || k.confrelid::regclass as name from pg_constraint k
        where k.contype = 'f' and k.connamespace = 'public'::regnamespace and cardinality(k.conkey) = 1
          and exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'institution_id' and not a.attisdropped)
          and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'institution_id' and not a.attisdropped) order by 1`);
    // What one institution tries, and is reminded of, is most often another's.
    expect(plain).toEqual(['run to resource', 'use_reminder to resource']);
  });
});
