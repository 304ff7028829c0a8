import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../../test/world.js';
import type { RateLimits } from '../config/rate-limits.js';
import { BucketTable } from './bucket-table.js';
import { RateLimiter } from './rate-limiter.js';

/** One unit every five seconds and sixty at once, so that a test is over before much flows in; sessions are filled fast. */
const LIMITS: RateLimits = { SIGN_IN: 12, PROVIDER: 0, ANONYMOUS: 12, VIEWER: 1200 };
const HELD = 60;

let world: World;
let failures: unknown[] = [];
beforeAll(async () => { world = await World.create(); }, 60_000);
afterAll(() => world.close());

/** As on a node of its own. */
const node = (): RateLimiter => new RateLimiter(new BucketTable(world.database), LIMITS, (error) => failures.push(error));
const allowed = async (spent: readonly Promise<number>[]): Promise<number> => (await Promise.all(spent)).filter((seconds) => seconds === 0).length;
const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });
async function statementsIn(work: () => Promise<unknown>): Promise<number> {
  let seen = 0;
  world.database.listener = (text) => { seen += text.includes('rate_bucket') ? 1 : 0; };
  await work();
  world.database.listener = null;
  return seen;
}

describe('A rate limit', () => {
  it('lets through what its bucket holds, at whichever nodes and at the same moment, and no more', async () => {
    const nodes = [node(), node(), node()];
    const began = Date.now();
    const through = await allowed(nodes.flatMap((each) => Array.from({ length: 50 }, () => each.spend('ANONYMOUS', '192.0.2.1'))));
    expect(through).toBeGreaterThanOrEqual(HELD);
    expect(through).toBeLessThanOrEqual(HELD + (Date.now() - began) / 5000);
  });

  it('is of one client alone, and of one kind', async () => {
    const limiter = node();
    await limiter.spend('ANONYMOUS', '192.0.2.2', HELD);
    expect(await limiter.spend('ANONYMOUS', '192.0.2.2')).toBeGreaterThan(0);
    expect([await limiter.spend('ANONYMOUS', '192.0.2.3'), await limiter.spend('SIGN_IN', '192.0.2.2')]).toEqual([0, 0]);
  });

  it('says when enough will have flowed in, and keeps the promise', async () => {
    const limiter = node();
    expect(await limiter.spend('VIEWER', 'a session', 6000)).toBe(0);
    expect(await limiter.spend('VIEWER', 'a session', 100)).toBe(5);
    expect(await limiter.spend('VIEWER', 'a session', 20)).toBe(1);
    await pause(1100);
    expect([await limiter.spend('VIEWER', 'a session', 20), await limiter.spend('VIEWER', 'a session', 20)]).toEqual([0, 1]);
  });

  it('gives all of a bucket, and no more than that, for what costs more than one', async () => {
    const limiter = node();
    expect([await limiter.spend('ANONYMOUS', '192.0.2.4', 1000), await limiter.spend('ANONYMOUS', '192.0.2.4')]).toEqual([0, expect.any(Number)]);
  });

  it('costs one statement for a lease, none for what is spent of it, and none for one who was just refused', async () => {
    const limiter = node();
    expect(await statementsIn(() => allowed(Array.from({ length: 150 }, () => limiter.spend('VIEWER', 'busy'))))).toBe(1);
    await limiter.spend('ANONYMOUS', '192.0.2.5', HELD);
    expect(await statementsIn(async () => { for (let at = 0; at < 50; at += 1) await limiter.spend('ANONYMOUS', '192.0.2.5'); })).toBe(1);
    expect(await statementsIn(() => limiter.spend('PROVIDER', 'without a limit'))).toBe(0);
  });

  it('takes back what a node did not spend', async () => {
    const [one, other] = [node(), node()];
    await one.spend('VIEWER', 'quiet');
    await one.stop();
    expect([await other.spend('VIEWER', 'quiet', 5999), await other.spend('VIEWER', 'quiet', 100)]).toEqual([0, expect.any(Number)]);
  });

  it('lets everything through while its buckets do not answer, and says so once a minute', async () => {
    failures = [];
    const limiter = node();
    await world.rows('alter table rate_bucket rename to rate_bucket_away');
    try {
      expect(await allowed(Array.from({ length: 2 * HELD }, () => limiter.spend('ANONYMOUS', '192.0.2.6')))).toBe(2 * HELD);
      expect(failures).toHaveLength(1);
    } finally {
      await world.rows('alter table rate_bucket_away rename to rate_bucket');
    }
  });
});

describe('A bucket that somebody holds on to', () => {
  it('lets nobody wait for longer than a second, and is asked again later', async () => {
    failures = [];
    const limiter = node();
    const held = world.rows('do $$ begin lock table rate_bucket; perform pg_sleep(3); end $$');
    await pause(100);
    const began = Date.now();
    expect(await limiter.spend('VIEWER', 'patient')).toBe(0);
    expect(Date.now() - began).toBeLessThan(2500);
    expect(failures).toEqual([expect.objectContaining({ message: expect.stringContaining('did not answer') })]);
    await held;
  });
});

describe('The table of buckets', () => {
  it('holds neither address nor session, is not logged, and forgets who has been quiet', async () => {
    const table = new BucketTable(world.database);
    await table.take('ANONYMOUS 192.0.2.9', 1, { holds: 10, perSecond: 100 });
    await pause(50);
    const before = await world.rows<{ key: string }>(`select encode(key_hash, 'escape') as key from rate_bucket`);
    expect(before.filter(({ key }) => key.includes('192.0.2.'))).toEqual([]);
    await table.sweep();
    expect((await world.rows('select from rate_bucket')).length).toBe(before.length - 1);
    expect(await world.rows(`select relpersistence as is from pg_class where relname = 'rate_bucket'`)).toEqual([{ is: 'u' }]);
  });
});
