import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonViewer } from '@passalong/domain';
import { apiId } from '../platform/ids/ids.js';
import { readsOnly } from '../platform/graphql/reads-only.js';
import { type TestPerson, World } from '../../test/world.js';
import { LastSeen } from './last-seen.js';
import { ViewerCache } from './viewer-cache.js';

const viewer = (changes: Partial<PersonViewer> = {}): PersonViewer => ({
  kind: 'PERSON', personId: 'p', sessionId: 's', institutionId: 'i', institutionStanding: 'MEMBER', roles: ['PRACTITIONER'], memberOf: ['i'], groupIds: [],
  isModerator: false, reviewsEvidence: false, isPlatformAdministrator: false, ...changes,
});

/** A clock that stands still until it is told. */
class FakeClock {
  now = 1_000_000;
  readonly read = (): number => this.now;
}

describe('A viewer that was read', () => {
  it('is kept for ten seconds, and no longer than its session lasts', () => {
    const clock = new FakeClock();
    const cache = new ViewerCache(clock.read);
    cache.keep('long', viewer(), clock.now + 60_000);
    cache.keep('short', viewer(), clock.now + 3_000);
    clock.now += 2_999;
    expect([cache.find('long'), cache.find('short')]).toEqual([viewer(), viewer()]);
    clock.now += 1;
    expect([cache.find('long'), cache.find('short')]).toEqual([viewer(), null]);
    clock.now += 7_000;
    expect(cache.find('long')).toBeNull();
  });

  it('is the same object as long as nothing about it changed', () => {
    const cache = new ViewerCache(() => 0);
    const first = cache.keep('a', viewer(), 9_000);
    expect(cache.keep('a', viewer(), 9_000)).toBe(first);
    expect(cache.keep('a', viewer({ institutionId: 'j' }), 9_000)).not.toBe(first);
  });

  it('is never kept of an administrator', () => {
    const cache = new ViewerCache(() => 0);
    cache.keep('a', viewer({ roles: ['ADMINISTRATOR'] }), 9_000);
    cache.keep('b', viewer({ isPlatformAdministrator: true }), 9_000);
    expect([cache.find('a'), cache.find('b')]).toEqual([null, null]);
  });

  it('is forgotten by its session, or with all others', () => {
    const cache = new ViewerCache(() => 0);
    cache.keep('a', viewer(), 9_000);
    cache.keep('b', viewer({ sessionId: 'other' }), 9_000);
    cache.forget('s');
    expect([cache.find('a'), cache.find('b')]).toEqual([null, viewer({ sessionId: 'other' })]);
    cache.clear();
    expect(cache.find('b')).toBeNull();
  });
});

describe('When a session was last seen', () => {
  it('is written once a minute at most, and not while somebody waits for it', async () => {
    const clock = new FakeClock();
    const written: string[][] = [];
    const lastSeen = new LastSeen(async (ids) => { written.push([...ids]); }, clock.read);
    for (let second = 0; second < 130; second += 1) {
      lastSeen.saw('a');
      if (second < 3) lastSeen.saw('b');
      if (second === 3) expect(written).toEqual([]);
      if (second % 10 === 5) await lastSeen.flush();
      clock.now += 1_000;
    }
    expect(written).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  it('is lost where it cannot be written, and hurts nobody', async () => {
    const lastSeen = new LastSeen(() => Promise.reject(new Error('gone')), () => 0);
    lastSeen.saw('a');
    await expect(lastSeen.flush()).resolves.toBeUndefined();
  });
});

describe('A request', () => {
  it.each([
    [{ method: 'GET', body: undefined }, true],
    [{ method: 'POST', body: { query: '{ viewer { kind } }' } }, true],
    [{ method: 'POST', body: { query: 'mutation { actFor { errors { code } } }' } }, false],
    [{ method: 'POST', body: { query: 'query Q { a } mutation M { b }', operationName: 'Q' } }, false],
    [{ method: 'POST', body: { extensions: { persistedQuery: { sha256Hash: 'x' } } } }, false],
    [{ method: 'POST', body: [{ query: '{ a }' }] }, false],
    [{ method: 'POST', body: undefined }, false],
  ])('%j can only read: %p', (request, expected) => {
    expect(readsOnly(request)).toBe(expected);
  });
});

describe('The viewer of a running api', () => {
  const ME = '{ viewer { kind actingInstitutionId canApprove } }';
  const CREATE = 'mutation { createResource(input: { kind: PLAYBOOK, title: "Only to see who asks", summary: "" }) { errors { code } } }';
  const LISTENING = `select pid from pg_stat_activity where application_name = 'passalong-notices' and datname = current_database() and query ilike 'listen%'`;
  interface Me { viewer: { kind: string; actingInstitutionId: string | null; canApprove: boolean } }
  let world: World;
  let amina: TestPerson;

  beforeAll(async () => {
    world = await World.create();
    amina = await world.person({ at: 'Calderfold' });
  }, 60_000);
  afterAll(() => world.close());

  const me = async (by: TestPerson): Promise<Me['viewer']> => (await world.run<Me>(by, ME)).data.viewer;
  const sessionReads = async (work: () => Promise<unknown>): Promise<number> => {
    let seen = 0;
    world.database.listener = (text) => { seen += text.includes('from session s') ? 1 : 0; };
    await work();
    world.database.listener = null;
    return seen;
  };

  it('is read once for many reads, and anew for every mutation and every administrator', async () => {
    const eve = await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] });
    expect(await sessionReads(async () => { for (let time = 0; time < 3; time += 1) await me(amina); })).toBe(1);
    expect(await sessionReads(async () => { for (let time = 0; time < 2; time += 1) await world.run(amina, CREATE); })).toBe(2);
    expect(await sessionReads(async () => { for (let time = 0; time < 2; time += 1) await me(eve); })).toBe(2);
  });

  it('is told at once of a role, a membership and a session that ended', async () => {
    expect((await me(amina)).canApprove).toBe(false);
    await world.rows(`update membership set roles = '{APPROVER}' where person_id = $1`, [amina.id]);
    expect((await me(amina)).canApprove).toBe(true);
    await world.rows('update membership set valid_until = now() where person_id = $1', [amina.id]);
    expect((await me(amina)).kind).toBe('ANONYMOUS');
    await world.rows('update membership set valid_until = null where person_id = $1', [amina.id]);
    const other = await world.person({ at: 'Northmoor' });
    await me(other);
    await world.rows('delete from session where person_id = $1', [other.id]);
    expect([(await me(amina)).kind, (await me(other)).kind]).toEqual(['PERSON', 'ANONYMOUS']);
  });

  it('acts for another institution from the next read on', async () => {
    const northmoor = await world.institution('Northmoor');
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values (gen_random_uuid(), $1, $2, '{APPROVER}')`, [amina.id, northmoor]);
    await me(amina);
    const before = { ...amina };
    const actingInstitutionId = apiId('institution', northmoor);
    await world.run(amina, 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { errors { message } } }', { id: actingInstitutionId });
    expect(await me(amina)).toMatchObject({ actingInstitutionId });
    expect((await me(before)).kind).toBe('ANONYMOUS'); // the token turned with the rights
  });

  it('is still told after the connection that tells was cut', async () => {
    const [before] = await world.rows<{ pid: number }>(LISTENING);
    await world.rows('select pg_terminate_backend($1)', [before?.pid]);
    const isBack = async (): Promise<boolean> => (await world.rows<{ pid: number }>(LISTENING)).some(({ pid }) => pid !== before?.pid);
    while (!(await isBack())) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await me(amina)).canApprove).toBe(true);
    await world.rows(`update membership set roles = '{PRACTITIONER}' where person_id = $1`, [amina.id]);
    expect((await me(amina)).canApprove).toBe(false);
  });
});
