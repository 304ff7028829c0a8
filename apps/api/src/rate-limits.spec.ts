import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RateLimits } from './platform/config/rate-limits.js';
import { rateLimitSetting, RATE_LIMIT_NAMES } from './platform/config/rate-limits.js';
import { newKey } from './platform/ids/ids.js';
import { SecondNode } from '../test/second-node.js';
import { type Answer, type TestPerson, World } from '../test/world.js';

/** One unit every five seconds, sixty at once; at most thirty to sign in, and ten with one provider from everywhere. */
const LIMITS: RateLimits = { SIGN_IN: 6, PROVIDER: 2, ANONYMOUS: 12, VIEWER: 12 };
const HELD = 60;
const A_UNIT_MS = 5000;
const FIELD = 'viewer { canWrite }';
const VIEWER = `{ ${FIELD} }`;
const CREATE = 'mutation { createResource(input: { kind: PLAYBOOK, title: "Drop-ins on the bus", summary: "" }) { errors { message } } }';
const WEB = `export const render = async (request, execute) => ({ status: 200, headers: {}, html: JSON.stringify(await execute('{ ${FIELD} again: ${FIELD} }')) });`;

let world: World;
let second: SecondNode;
/** Trusts nobody. */
let direct: World;
let webFolder: string;
let databaseUrl = '';

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'passalong-web-'));
  await mkdir(join(webFolder, 'server'));
  await Promise.all([writeFile(join(webFolder, 'package.json'), '{ "type": "module" }'), writeFile(join(webFolder, 'server', 'entry-server.js'), WEB)]);
  world = await World.create({ rateLimits: LIMITS, trustedProxies: ['127.0.0.1'] }, async (config) => { ({ databaseUrl } = config); });
  direct = await World.create({ rateLimits: LIMITS });
  const limits = Object.fromEntries(RATE_LIMIT_NAMES.map((limit) => [rateLimitSetting(limit), String(LIMITS[limit])]));
  second = await SecondNode.start({ databaseUrl, publicUrl: 'http://localhost:4000', mode: 'sandbox', settings: { ...limits, TRUSTED_PROXIES: '127.0.0.1', PASSALONG_WEB_FOLDER: webFolder } });
}, 60_000);
afterAll(async () => {
  await second?.stop();
  await Promise.all([world.close(), direct.close()]);
  await rm(webFolder, { recursive: true });
});

const nodes = (): string[] => [world.url, second.url];

function ask(url: string, { from, person, query = VIEWER }: { from: string; person?: TestPerson; query?: string }): Promise<Response> {
  return fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...(person ? { cookie: person.cookie } : {}) }, body: JSON.stringify({ query }) });
}
const visit = (url: string, from: string): Promise<Response> => fetch(url, { redirect: 'manual', headers: { 'x-forwarded-for': from } });

/** The statuses of many requests, ten under way at a time. */
async function many(count: number, request: (at: number) => Promise<Response>): Promise<number[]> {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 10) {
    statuses.push(...await Promise.all(Array.from({ length: 10 }, async (_, next) => {
      const response = await request(at + next);
      await response.arrayBuffer();
      return response.status;
    })));
  }
  return statuses;
}
const answered = (statuses: readonly number[]): number => statuses.filter((status) => status !== 429).length;

describe('A limit', () => {
  it('holds over two nodes together, to the unit, and for one client alone', async () => {
    const began = Date.now();
    const statuses = await many(200, (at) => ask(nodes()[at % 2] ?? '', { from: '192.0.2.1' }));
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(answered(statuses)).toBeGreaterThanOrEqual(HELD);
    expect(answered(statuses)).toBeLessThanOrEqual(HELD + (Date.now() - began) / A_UNIT_MS);
    for (const url of nodes()) {
      expect((await ask(url, { from: '192.0.2.1' })).status).toBe(429);
      expect((await ask(url, { from: '192.0.2.2' })).status).toBe(200);
    }
  });

  it('counts all addresses of one IPv6 network as one client, and those of the next as another', async () => {
    const statuses = await many(80, (at) => ask(world.url, { from: `2001:db8:0:1::${(at + 1).toString(16)}` }));
    expect(answered(statuses)).toBeLessThan(80);
    expect((await ask(world.url, { from: '2001:db8:0:2::1' })).status).toBe(200);
  });

  it('is not escaped by naming other addresses, through a trusted proxy or to a server that trusts none', async () => {
    expect(answered(await many(80, (at) => ask(world.url, { from: `198.51.100.${at}, 192.0.2.3` })))).toBeLessThan(80);
    expect(answered(await many(80, (at) => ask(direct.url, { from: `198.51.100.${at}` })))).toBeLessThan(80);
  });

  it('is not escaped by sending what cannot be read, or with a session that nobody has', async () => {
    const statuses = await many(80, () => ask(world.url, { from: '192.0.2.4', query: '{' }));
    expect(new Set(statuses)).toEqual(new Set([400, 429]));
    const stranger = (at: number): TestPerson => ({ id: '', institutionId: '', actingInstitutionId: '', cookie: `passalong=${String(at).padStart(43, 'x')}` });
    expect(answered(await many(80, (at) => ask(world.url, { from: '192.0.2.5', person: stranger(at) })))).toBeLessThan(80);
  });

  it('is of the session where there is one, and a change costs five times what a question does', async () => {
    const [amina, tom] = [await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold' })];
    const statuses: number[] = [];
    for (let at = 0; at < 20; at += 1) statuses.push((await ask(world.url, { from: '192.0.2.6', person: amina, query: CREATE })).status);
    expect(answered(statuses)).toBe(HELD / 5);
    expect((await world.rows('select from resource')).length).toBe(HELD / 5);
    expect(answered(await many(30, () => ask(world.url, { from: '192.0.2.6', person: tom })))).toBe(30);
    expect((await ask(world.url, { from: '192.0.2.6' })).status).toBe(200);
  });
});

describe('Whoever asked for too much', () => {
  it('is told so in plain words by the API, with the time to wait', async () => {
    await many(70, () => ask(world.url, { from: '192.0.2.7' }));
    const response = await ask(world.url, { from: '192.0.2.7' });
    const { errors } = (await response.json()) as Answer;
    const [seconds, details] = [Number(response.headers.get('retry-after')), errors?.[0]?.extensions.details];
    expect([response.status, response.headers.get('cache-control'), errors?.length]).toEqual([429, 'private, no-store', 1]);
    expect(errors?.[0]).toEqual({ message: expect.stringMatching(/^That was more than we answer .* try again in (a second|\d seconds)\.$/), extensions: { code: 'RATE_LIMITED', details: { retryAfterSeconds: seconds }, requestId: expect.any(String) } });
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(details).toEqual({ retryAfterSeconds: seconds });
  });

  it('is told the same where one operation alone costs too much, and nothing of it is done', async () => {
    const eager = await world.person({ at: 'Calderfold' });
    const before = (await world.rows('select from resource')).length;
    const create = (at: number): string => CREATE.replace('mutation { ', `a${at}: `).replace(/ }$/, '');
    const query = `mutation { ${Array.from({ length: 13 }, (_, at) => create(at)).join(' ')} }`;
    await ask(world.url, { from: '192.0.2.8', person: eager });
    const response = await ask(world.url, { from: '192.0.2.8', person: eager, query });
    expect([response.status, Number(response.headers.get('retry-after')), ((await response.json()) as Answer).errors?.map(({ extensions }) => extensions.code)]).toEqual([429, expect.any(Number), ['RATE_LIMITED']]);
    expect((await world.rows('select from resource')).length).toBe(before);
  });

  it('finds a page that says so, and goes on getting files and signs of life', async () => {
    const at = (path: string): Promise<Response> => visit(`${second.url}${path}`, '192.0.2.9');
    expect(await (await at('/find')).text()).toContain('"canWrite":false');
    expect(answered(await many(70, () => at('/find')))).toBeGreaterThanOrEqual(HELD - 1); // a page is one unit, with its queries
    const page = await at('/find');
    expect([page.status, page.headers.get('cache-control'), Number(page.headers.get('retry-after')) >= 1]).toEqual([429, 'no-store', true]);
    const html = await page.text();
    expect(html).toContain('Wait a minute, then load this page again.');
    expect(html).not.toContain('Sign in again');
    expect((await at('/health/ready')).status).toBe(200);
    expect((await at('/robots.txt')).status).toBe(200);
    expect((await at('/assets/none.css')).status).toBe(404);
  });
});

describe('Signing in', () => {
  const callback = (provider: string, query = ''): string => `/auth/oidc/${provider}/callback${query}`;
  const audited = async (): Promise<number> => (await world.rows(`select from audit_entry where action = 'SIGN_IN'`)).length;

  it('is refused to an address that tries for ever, at every node, in plain words and off the record; others and other pages are answered', async () => {
    const statuses = await many(60, (at) => visit(`${nodes()[at % 2]}${callback(newKey())}`, '192.0.2.20'));
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    const page = await visit(`${world.url}${callback(newKey())}`, '192.0.2.20');
    expect([page.status, Number(page.headers.get('retry-after')) >= 1]).toEqual([429, true]);
    expect(await page.text()).toContain('by others on your network');
    expect(await audited()).toBeLessThanOrEqual(15);
    expect(await audited()).toBeGreaterThanOrEqual(10);
    expect((await visit(`${world.url}${callback(newKey())}`, '192.0.2.21')).status).toBe(404);
    expect((await visit(`${world.url}/auth/sign-in`, '192.0.2.20')).status).toBe(200);
  });

  it('with one provider is refused to everybody while very many try, and not with another', async () => {
    const [crowded, quiet] = [newKey(), newKey()];
    for (const [id, at] of [[crowded, 'Aberwen'], [quiet, 'Stonebeck']] as const) {
      await world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, client_id, is_active, scopes) values ($1, $2, 'OIDC', $3, 'us', true, '{}')`, [id, await world.institution(at), `https://${id}.example`]);
    }
    const statuses = await many(20, (at) => visit(`${nodes()[at % 2]}${callback(crowded)}`, `203.0.113.${at}`));
    expect(answered(statuses)).toBe(10);
    const page = await visit(`${second.url}${callback(crowded)}`, '203.0.113.100');
    expect([page.status, page.headers.get('retry-after') !== null, (await page.text()).includes('signing in with your university just now')]).toEqual([429, true, true]);
    expect((await visit(`${second.url}${callback(quiet)}`, '203.0.113.100')).status).toBe(400);
  });
});

describe('Answering', () => {
  it('costs no statement more for the limits, but for one lease now and then', async () => {
    const quick = await World.create();
    try {
      const reader = await quick.person({ at: 'Calderfold' });
      await quick.run(reader, VIEWER);
      let seen = 0;
      quick.database.listener = (text) => { seen += text.includes('rate_bucket') ? 1 : 0; };
      for (let at = 0; at < 200; at += 1) expect((await quick.run(reader, VIEWER)).errors).toBeUndefined();
      expect(seen).toBeLessThanOrEqual(4);
    } finally {
      await quick.close();
    }
  }, 60_000);
});
