import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonViewer } from '@passalong/domain';
import pg from 'pg';
import { World } from '../../../test/world.js';
import type { Config } from '../config/config.js';
import { Database, type Transaction } from '../database/database.js';
import { newKey } from '../ids/ids.js';
import { readAnchors } from './anchors.js';
import { AuditKeeper, closeChains, recordAudit, SigningKeys, verifyChains } from './index.js';

jest.setTimeout(60_000);

let world: World;
let folder = '';
let databaseUrl = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchors-'));
  world = await World.create({}, async (config) => { databaseUrl = config.databaseUrl; });
}, 60_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const write = (chain: string): Promise<void> => world.database.transaction('SYSTEM', (transaction) => recordAudit(transaction, { chain, action: 'SIGN_IN' }));
const asSystem = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> => world.database.transaction('SYSTEM', (transaction) => transaction.query<Row>(text, values));
const viewerOf = (institutionId: string, isPlatformAdministrator = false): PersonViewer =>
  ({ kind: 'PERSON', sessionId: newKey(), personId: newKey(), institutionId, institutionStanding: 'MEMBER', roles: ['ADMINISTRATOR'], memberOf: [institutionId], groupIds: [], isModerator: true, reviewsEvidence: true, isPlatformAdministrator });
const settings = (changes: Partial<Config['audit']> = {}, mode: Config['mode'] = 'sandbox'): Pick<Config, 'audit' | 'mode'> => ({ mode, audit: { signingKey: null, formerKeys: [], anchorFolder: folder, ...changes } });
const verified = async (chain: string, keys: SigningKeys): Promise<object> => (await verifyChains(world.database, { keys, anchors: null }, chain))[0] ?? {};

describe('The audit record', () => {
  it('has neither gap nor fork after fifty writers at once, of whom some fail', async () => {
    const chain = newKey();
    const busy = new Database(databaseUrl, 30);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, index) => busy.transaction('SYSTEM', async (transaction: Transaction) => {
      await recordAudit(transaction, { chain, action: 'SIGN_IN', details: { index } });
      if (index % 7 === 3) throw new Error('cut off');
    })));
    await busy.close();
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(done).toBe(43);
    const rows = await asSystem<{ sequence: string }>('select sequence from audit_entry where chain = $1 order by sequence', [chain]);
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(Array.from({ length: done }, (_, index) => index + 1));
    expect(await verified(chain, await SigningKeys.of(settings(), world.database))).toMatchObject({ broken: null, entries: done });
  });

  it('is only added to: the application may not change, delete or empty it, nor the owner by a slip', async () => {
    await write(newKey());
    for (const attempt of [`update audit_entry set outcome = 'DONE'`, 'delete from audit_entry', 'truncate audit_entry', 'update audit_checkpoint set sequence = 1', 'delete from audit_checkpoint', 'truncate audit_checkpoint']) {
      await expect(asSystem(attempt)).rejects.toThrow('permission denied');
    }
    const owner = new pg.Client({ connectionString: world.ownerUrl });
    await owner.connect();
    for (const attempt of [`update audit_entry set outcome = 'DONE'`, 'truncate audit_entry', 'delete from audit_checkpoint']) await expect(owner.query(attempt)).rejects.toThrow('permission denied');
    await owner.end();
  });

  it('gives the owner nothing to delete above the last checkpoint', async () => {
    const chain = newKey();
    for (let count = 0; count < 3; count += 1) await write(chain);
    await closeChains(world.database, await SigningKeys.of(settings(), world.database));
    for (let count = 0; count < 2; count += 1) await write(chain);
    const owner = new Database(world.ownerUrl, 1);
    const left = await owner.transaction('SYSTEM', async (transaction) => {
      const gone = await transaction.query<{ sequence: string }>('delete from audit_entry where chain = $1 returning sequence', [chain]);
      expect(gone.map(({ sequence }) => sequence)).toEqual(['1', '2', '3']);
      return transaction.query<{ sequence: string }>('select sequence from audit_entry where chain = $1 order by sequence', [chain]);
    });
    await owner.close();
    expect(left.map(({ sequence }) => sequence)).toEqual(['4', '5']);
  });

  it('shows an institution its own chain and no other, even where the application forgets to ask', async () => {
    const [own, other] = [newKey(), newKey()];
    for (const chain of [own, own, other]) await write(chain);
    await closeChains(world.database, await SigningKeys.of(settings(), world.database));
    for (const table of ['audit_entry', 'audit_checkpoint']) {
      const chains = (viewer: PersonViewer | { kind: 'ANONYMOUS' }): Promise<{ chain: string }[]> => world.database.transaction(viewer, (transaction) => transaction.query<{ chain: string }>(`select distinct chain from ${table}`));
      expect(await chains(viewerOf(own))).toEqual([{ chain: own }]);
      expect(await chains({ kind: 'ANONYMOUS' })).toEqual([]);
      expect((await chains(viewerOf(own, true))).map(({ chain }) => chain)).toEqual(expect.arrayContaining([own, other]));
    }
  });

  it('lets a person write to the chain of the acting institution alone', async () => {
    const [own, other] = [newKey(), newKey()];
    const writeAs = (viewer: PersonViewer, chain: string): Promise<void> => world.database.transaction(viewer, (transaction) => recordAudit(transaction, { chain, action: 'ACT_FOR', actorId: viewer.personId }));
    await writeAs(viewerOf(own), own);
    await expect(writeAs(viewerOf(own), other)).rejects.toThrow('row-level security');
    await expect(writeAs(viewerOf(own, true), other)).rejects.toThrow('row-level security');
    await write(own);
    expect(await verified(own, await SigningKeys.of(settings(), world.database))).toMatchObject({ broken: null, entries: 2 });
  });

  it('stays whole when the name of a person is blanked, and then names nobody', async () => {
    const amina = await world.person({ at: 'Calderfold' });
    await world.rows(`update person set display_name = 'Amina Rahman' where id = $1`, [amina.id]);
    await world.database.transaction('SYSTEM', (transaction) => recordAudit(transaction, { chain: amina.institutionId, action: 'SIGN_IN', actorId: amina.id }));
    await world.rows('update person set display_name = null where id = $1', [amina.id]);
    expect(await verified(amina.institutionId, await SigningKeys.of(settings(), world.database))).toMatchObject({ broken: null, entries: 1 });
    expect(JSON.stringify(await asSystem('select * from audit_entry'))).not.toContain('Amina');
  });
});

describe('The keeper of the record', () => {
  const keeper = (changes: Partial<Config['audit']> = {}, mode: Config['mode'] = 'sandbox'): AuditKeeper => new AuditKeeper(world.database, settings(changes, mode), () => undefined);
  const at = (hours: number): Date => new Date(Date.UTC(2027, 0, 1) + hours * 3_600_000);

  it('closes each chain once a day and anchors all once an hour, however many processes do', async () => {
    const chain = newKey();
    await write(chain);
    const keys = await SigningKeys.of(settings(), world.database);
    const lines = async (): Promise<number> => (await readAnchors(folder, keys)).lines;
    const closed = async (): Promise<number> => (await asSystem('select from audit_checkpoint where chain = $1', [chain])).length;
    await Promise.all([keeper().keep(at(0)), keeper().keep(at(0))]);
    expect([await lines(), await closed()]).toEqual([1, 1]);
    await write(chain);
    await keeper().keep(at(0.5));
    expect([await lines(), await closed()]).toEqual([1, 1]);
    await keeper().keep(at(1));
    expect([await lines(), await closed()]).toEqual([2, 1]);
    await keeper().keep(at(24.5));
    expect([await lines(), await closed()]).toEqual([3, 2]);
    const [first, second] = (await readFile(join(folder, 'audit-anchors.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line) as { heads: { chain: string; sequence: number }[] });
    expect(first?.heads).toContainEqual(expect.objectContaining({ chain, sequence: 1 }));
    expect(second?.heads).toEqual([expect.objectContaining({ chain, sequence: 2 })]);
  });

  it('does not close a chain that is broken, and says so', async () => {
    const chain = newKey();
    for (let count = 0; count < 2; count += 1) await write(chain);
    await world.rows(`update audit_entry set action = 'SIGN_OUT' where chain = $1 and sequence = 2`, [chain]);
    await expect(keeper().keep(at(100))).rejects.toThrow(`chain ${chain} at entry 2, changed`);
    expect(await asSystem('select from audit_checkpoint where chain = $1', [chain])).toEqual([]);
    await world.rows('delete from audit_entry where chain = $1', [chain]);
  });

  it('refuses a folder that is not there, because a missing mount must not go unnoticed', async () => {
    await expect(keeper({ anchorFolder: join(folder, 'unmounted') }).keep(at(200))).rejects.toThrow('no such folder');
  });

  it('works by itself until it is stopped, and tells readiness what went wrong', async () => {
    const own = await mkdtemp(join(tmpdir(), 'anchors-'));
    const run = async (anchorFolder: string): Promise<{ failures: unknown[]; warnings: readonly string[] }> => {
      const failures: unknown[] = [];
      const working = new AuditKeeper(world.database, settings({ anchorFolder }), (error) => failures.push(error));
      working.start(0);
      await new Promise((resolve) => setTimeout(resolve, 50)); // it has begun
      await working.stop();
      return { failures, warnings: working.warnings() };
    };
    expect(await run(own)).toEqual({ failures: [], warnings: [] });
    expect((await readAnchors(own, await SigningKeys.of(settings(), world.database))).lines).toBe(1);
    expect(await run(join(own, 'unmounted'))).toEqual({ failures: [expect.any(Error)], warnings: [expect.stringContaining('could not be closed and anchored')] });
    await rm(own, { recursive: true });
  });

  it('makes no key of its own in production, and readiness warns of what is not set', async () => {
    const { canSign } = await SigningKeys.of(settings({}, 'production'), world.database);
    expect(canSign).toBe(false);
    expect(keeper({ anchorFolder: null }, 'production').warnings()).toEqual([expect.stringContaining('AUDIT_SIGNING_KEY'), expect.stringContaining('AUDIT_ANCHOR_FOLDER')]);
    expect(keeper().warnings()).toEqual([]);
  });

  it('still knows checkpoints of a key that was replaced, as long as its public half is named', async () => {
    const [old, next] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const pem = ({ privateKey }: typeof old): string => String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const publicPem = String(old.publicKey.export({ type: 'spki', format: 'pem' })).replaceAll('\n', '\\n');
    const chain = newKey();
    await write(chain);
    await closeChains(world.database, await SigningKeys.of(settings({ signingKey: pem(old) }), world.database));
    expect(await verified(chain, await SigningKeys.of(settings({ signingKey: pem(next), formerKeys: [publicPem] }), world.database))).toMatchObject({ broken: null, checkpoints: 1 });
    expect(await verified(chain, await SigningKeys.of(settings({ signingKey: pem(next) }), world.database))).toMatchObject({ broken: { damage: 'changed', sequence: 1 } });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await expect(SigningKeys.of(settings({ signingKey: String(rsa) }), world.database)).rejects.toThrow('AUDIT_SIGNING_KEY is no private key in PEM of the kind Ed25519.');
  });
});
