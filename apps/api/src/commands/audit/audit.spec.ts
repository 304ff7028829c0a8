/** Tampering with the audit record, done as somebody who may do anything in the database, and what the operator is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from '../../../test/world.js';
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import { hashOf, STORED_ENTRY, type StoredEntry } from '../../platform/audit/entry-hash.js';
import { newKey } from '../../platform/ids/ids.js';
import { type Answer, runCommand } from '../run.js';
import { auditCommands } from './audit.js';

jest.setTimeout(60_000);

let world: World;
let folder = '';
let env: Record<string, string>;
let chain = '';
let slug = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchors-'));
  world = await World.create({}, async (config) => { env = { DATABASE_URL: config.databaseUrl, PASSALONG_MODE: 'sandbox', PUBLIC_URL: 'http://localhost:4000', AUDIT_ANCHOR_FOLDER: folder }; });
  env = { ...env, DATABASE_OWNER_URL: world.ownerUrl };
}, 60_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const audit = (...args: string[]): Promise<Answer> => runCommand(auditCommands, ['audit', ...args], env);
const verify = (): Promise<Answer> => audit('verify', '--institution', slug);
const tamper = (text: string, values: unknown[] = [chain]): Promise<object[]> => world.rows(text, values);
const anchors = 'audit-anchors.jsonl';

async function write(count: number, into = chain): Promise<void> {
  for (let index = 0; index < count; index += 1) await world.database.transaction('SYSTEM', (transaction) => recordAudit(transaction, { chain: into, action: 'GRANT_ROLES', subject: { type: 'PERSON', id: newKey() }, reference: `ref${index}`, details: { index } }));
}

/** An institution with six entries of its own. */
beforeEach(async () => {
  chain = await world.institution(`Tampered ${newKey()}`);
  slug = (await world.rows<{ slug: string }>('select slug from institution where id = $1', [chain]))[0]?.slug ?? '';
  await write(6);
});

/** What somebody does who knows how the hashes are made: writes the rest of the chain anew, so that it fits again. */
async function fitHashesFrom(sequence: number): Promise<void> {
  const rows = await world.rows<StoredEntry>(`select ${STORED_ENTRY} from audit_entry where chain = $1 order by sequence`, [chain]);
  let previous = rows.find((row) => Number(row.sequence) === sequence - 1)?.hash ?? Buffer.alloc(32);
  for (const row of rows.filter((candidate) => Number(candidate.sequence) >= sequence)) {
    const hash = hashOf({ ...row, previousHash: previous });
    await world.rows('update audit_entry set previous_hash = $2, hash = $3 where id = $1', [row.id, previous, hash]);
    previous = hash;
  }
}

describe('passalong audit verify', () => {
  it('finds nothing where nothing was done', async () => {
    expect(await verify()).toMatchObject({ code: 0, out: `${slug}: whole; entries 1 to 6, 0 checkpoints, not anchored.` });
  });

  it.each([
    ['id', 'gen_random_uuid()'], ['happened_at', `happened_at + interval '1 microsecond'`], ['actor_id', 'gen_random_uuid()'], ['action', `'REVOKE_ROLES'`], ['subject_type', `'INSTITUTION'`], ['subject_id', 'gen_random_uuid()::text'],
    ['outcome', `'REFUSED'`], ['reference', 'null'], ['details', `'{"index": 2.0}'`], ['format', '2'], ['previous_hash', 'hash'], ['hash', 'previous_hash'],
  ])('names the entry of which the column %s was changed', async (column, value) => {
    await tamper(`update audit_entry set ${column} = ${value} where chain = $1 and sequence = 3`);
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining(`${slug}: BROKEN at entry 3, changed: `) });
  });

  it('finds an entry that went to another chain', async () => {
    const other = await world.institution(`Receiving ${newKey()}`);
    await tamper('update audit_entry set chain = $2 where chain = $1 and sequence = 3', [chain, other]);
    const { error } = await audit('verify');
    expect(error).toContain(`${slug}: BROKEN at entry 3, deleted`);
    expect(error).toMatch(/receiving[^:]*: BROKEN at entry 1, deleted: entries 1 to 2 are gone/);
    await tamper('delete from audit_entry where chain = any($1)', [[chain, other]]);
  });

  it('names the first of the entries that were deleted, from the middle or the beginning', async () => {
    await tamper('delete from audit_entry where chain = $1 and sequence in (3, 4)');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 3, deleted: entries 3 to 4 are gone.') });
    await tamper('delete from audit_entry where chain = $1 and sequence < 3');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 1, deleted: entries 1 to 4 are gone') });
  });

  it('finds a deletion that was covered up by moving the others up', async () => {
    await tamper('delete from audit_entry where chain = $1 and sequence = 3');
    for (const sequence of [4, 5, 6]) await tamper('update audit_entry set sequence = sequence - 1 where chain = $1 and sequence = $2', [chain, sequence]);
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 3, deleted: entry 4 was moved up') });
  });

  it.each([
    ['their places alone', 'sequence'],
    ['their places and links', 'sequence, previous_hash'],
    ['everything but what they say', 'sequence, previous_hash, hash'],
  ])('names the first of two entries that changed %s', async (_, columns) => {
    const [third, fourth] = await world.rows<{ id: string; sequence: string; previous_hash: Buffer; hash: Buffer }>('select id, sequence, previous_hash, hash from audit_entry where chain = $1 and sequence in (3, 4) order by sequence', [chain]);
    await tamper('update audit_entry set sequence = -1 where id = $1', [third?.id]);
    for (const [id, like] of [[fourth?.id, third], [third?.id, fourth]] as const) {
      for (const column of columns.split(', ') as ('sequence' | 'previous_hash' | 'hash')[]) await tamper(`update audit_entry set ${column} = $2 where id = $1`, [id, like?.[column]]);
    }
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 3, reordered: what stands there was written as entry 4.') });
  });

  it('finds what was rewritten with fitting hashes, by a checkpoint', async () => {
    await audit('checkpoint');
    await write(2);
    await tamper(`update audit_entry set reference = 'other' where chain = $1 and sequence = 2`);
    await fitHashesFrom(2);
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 6, changed: entries up to it were written anew: the checkpoint of') });
  });

  it('finds what was rewritten or cut off, by the anchor outside the database', async () => {
    expect((await audit('anchor')).out).toContain(anchors);
    await write(2);
    await tamper('delete from audit_entry where chain = $1 and sequence > 4');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 5, truncated: a signature vouches for entries up to 6.') });
    await write(3);
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 6, changed: entries up to it were written anew: the anchor of') });
    await tamper('delete from audit_entry where chain = $1');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 1, truncated') });
  });

  it('takes no checkpoint that somebody made up', async () => {
    await audit('checkpoint');
    await tamper('update audit_entry set details = $2 where chain = $1 and sequence = 2', [chain, '{}']);
    await fitHashesFrom(2);
    await tamper('update audit_checkpoint set hash = (select hash from audit_entry where chain = $1 and sequence = 6) where chain = $1');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 6, changed: the checkpoint there is not signed') });
  });

  it('finds what was done to the file of anchors', async () => {
    const file = join(folder, anchors);
    for (let count = 0; count < 3; count += 1) {
      await write(1);
      await audit('anchor');
    }
    const written = await readFile(file, 'utf8');
    const lines = written.trim().split('\n');
    const [last, ...others] = [lines.at(-1) ?? '', lines.at(-2) ?? '', lines.at(-3) ?? ''];
    const before = lines.slice(0, -3);
    const hears = async (...changed: string[]): Promise<string> => {
      await writeFile(file, [...before, ...changed, ''].join('\n'));
      return (await audit('verify')).error;
    };
    const [second = '', first = ''] = others;
    expect(await hears(first, second.replace('"sequence":8', '"sequence":7'), last)).toContain(`anchors: BROKEN at line ${before.length + 2}, changed`);
    expect(await hears(first, last)).toContain(`anchors: BROKEN at line ${before.length + 2}, deleted`);
    expect(await hears(second, first, last)).toContain(`anchors: BROKEN at line ${before.length + 1}, reordered`);
    expect(await hears(first, second, last)).not.toContain('anchors: BROKEN');
  });
});

describe('passalong audit prune', () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

  it('deletes what a checkpoint closes, on the record, and what is left verifies from there', async () => {
    await audit('checkpoint');
    await write(2);
    expect((await audit('prune', '--before', tomorrow)).out).toContain(`${slug}: 6 deleted, up to entry 6.`);
    expect(await verify()).toMatchObject({ code: 0, out: `${slug}: whole; entries 7 to 9, 1 checkpoint, not anchored.` });
    expect(await world.rows(`select action, details ->> 'upTo' as "upTo" from audit_entry where chain = $1 and sequence = 9`, [chain])).toEqual([{ action: 'PRUNE_AUDIT', upTo: '6' }]);
    await write(1);
    await tamper('delete from audit_entry where chain = $1 and sequence = 7');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 7, deleted') });
  });

  it('deletes nothing above a checkpoint, nothing that is young, and nothing of a chain that is broken', async () => {
    expect((await audit('prune', '--before', tomorrow)).out).toContain(`${slug}: nothing deleted, no checkpoint closes what is that old.`);
    await audit('checkpoint');
    expect((await audit('prune', '--before', '2020-01-01')).out).toContain(`${slug}: nothing deleted, nothing is that old.`);
    await tamper(`update audit_entry set outcome = 'REFUSED' where chain = $1 and sequence = 4`);
    expect((await audit('prune', '--before', tomorrow)).out).toContain(`${slug}: nothing deleted, entry 4 is changed; what shows that is not deleted.`);
    expect(await world.rows('select from audit_entry where chain = $1', [chain])).toHaveLength(6);
  });

  it('cannot pass for lawful where somebody deletes below a checkpoint by hand', async () => {
    await audit('checkpoint');
    await write(1);
    await tamper('delete from audit_entry where chain = $1 and sequence <= 6');
    expect(await verify()).toMatchObject({ code: 1, error: expect.stringContaining('BROKEN at entry 1, deleted: entries up to 6 were deleted, which is not on record.') });
  });
});

describe('The other words', () => {
  it('names the chain of the commons, and says what is not set', async () => {
    await write(1, COMMONS_CHAIN);
    const { AUDIT_ANCHOR_FOLDER: _, ...without } = env;
    const { error, out } = await runCommand(auditCommands, ['audit', 'verify'], without);
    expect(error + out).toMatch(/the commons: whole; entries 1 to \d+/);
    expect(error + out).toContain('anchors: none, because AUDIT_ANCHOR_FOLDER is not set');
    expect(await runCommand(auditCommands, ['audit', 'anchor'], without)).toMatchObject({ code: 1, error: expect.stringContaining('AUDIT_ANCHOR_FOLDER is not set') });
    expect(await runCommand(auditCommands, ['audit', 'checkpoint'], { ...without, PASSALONG_MODE: 'production' })).toMatchObject({ code: 1, error: expect.stringContaining('AUDIT_SIGNING_KEY is not set') });
  });

  it.each([
    [['prune'], 2, /before which day/], [['prune', '--before', '2026-02-31'], 2, /before which day/], [['verify', 'all'], 2, /"all" is not expected/],
    [['verify', '--institution', 'nowhere'], 1, /no institution with the slug "nowhere"/], [['erase'], 2, /There are: audit verify, audit checkpoint, audit anchor, audit prune/],
  ])('hears what is wrong with %j', async (args, code, error) => { expect(await audit(...args)).toMatchObject({ code, error: expect.stringMatching(error) }); });
});
