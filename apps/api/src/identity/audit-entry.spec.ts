import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { COMMANDS } from '../commands/registry.js';
import { loadDemoInstitutions } from '../commands/demo/institutions.js';
import { runCommand } from '../commands/run.js';
import { withDatabase } from '../commands/settings.js';
import { freePort } from '../../test/free-port.js';
import { CookieJar, reachCallback, referenceOf, signIn, visit } from '../../test/sign-in-flow.js';
import { type TestPerson, World } from '../../test/world.js';
import { COMMONS_CHAIN, recordAudit } from '../platform/audit/index.js';
import { apiId, newKey } from '../platform/ids/ids.js';

jest.setTimeout(60_000);

interface Entry { id: string; sequence: number; action: string; outcome: string; reference: string | null; by: { displayName: string | null } | null; subjectType: string | null; subject: string | null; person: { displayName: string | null } | null; details: Record<string, unknown>; hash: string; happenedAt: string }
interface Page { edges: { node: Entry; cursor: string }[]; pageInfo: { hasNextPage: boolean } }

const READ = `query Audit($first: Int!, $after: String, $institution: ID) { auditEntries(first: $first, after: $after, institution: $institution) {
  edges { cursor node { id sequence happenedAt action outcome reference by { displayName } subjectType subject person { displayName } details hash } } pageInfo { hasNextPage } } }`;

let world: World;
let env: Record<string, string>;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lists-'));
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  world = await World.create({ mode: 'demo', port, publicUrl }, ({ databaseUrl }) => {
    env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: publicUrl, PORT: String(port) };
    return withDatabase(env, loadDemoInstitutions);
  });
}, 60_000);
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const origin = (): string => world.url.replace('127.0.0.1', 'localhost');
const institutionKey = async (slug: string): Promise<string> => (await world.rows<{ id: string }>('select id from institution where slug = $1', [slug]))[0]?.id ?? '';
const providerKey = async (slug: string): Promise<string> => (await world.rows<{ id: string }>('select p.id from identity_provider p join institution i on i.id = p.institution_id where i.slug = $1', [slug]))[0]?.id ?? '';
const entries = async (chain: string): Promise<object[]> => world.rows(`select action, outcome, actor_id as actor, subject_type as "subjectType", reference, details from audit_entry where chain = $1 order by sequence`, [chain]);
const newest = async (chain: string): Promise<object> => (await entries(chain)).at(-1) ?? {};
async function person(slug: string, subject: string): Promise<TestPerson> {
  const cookie = await signIn(origin(), slug, subject);
  const me = await world.run<{ viewer: { actingInstitutionId: string } }>({ id: '', institutionId: '', actingInstitutionId: '', cookie }, '{ viewer { actingInstitutionId } }');
  return { id: '', institutionId: await institutionKey(slug), actingInstitutionId: me.data.viewer.actingInstitutionId, cookie };
}
async function read(by: TestPerson | null, variables: object = {}): Promise<Page> {
  const { data, errors } = await world.run<{ auditEntries: Page }>(by, READ, { first: 20, ...variables });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data.auditEntries;
}

describe('At the door', () => {
  it('a sign-in leaves an entry with the person, on the record of the institution that let them in', async () => {
    await person('calderfold', 'amina');
    const [amina] = await world.rows<{ id: string }>(`select id from person where display_name = 'Amina Rahman'`);
    expect(await newest(await institutionKey('calderfold'))).toEqual({ action: 'SIGN_IN', outcome: 'DONE', actor: amina?.id, subjectType: 'IDENTITY_PROVIDER', reference: null, details: {} });
  });

  it('a sign-in that was refused leaves one with the reference of the page, and nothing of what was sent', async () => {
    const calderfold = await institutionKey('calderfold');
    const forged = await visit(new CookieJar(), `${origin()}/auth/oidc/${await providerKey('calderfold')}/callback?state=forged&code=DROP+TABLE`);
    expect(forged.status).toBe(400);
    expect(await newest(calderfold)).toEqual({ action: 'SIGN_IN', outcome: 'REFUSED', actor: null, subjectType: 'IDENTITY_PROVIDER', reference: await referenceOf(forged), details: { reason: 'NOT_BEGUN_HERE' } });
    expect(JSON.stringify(await entries(calderfold))).not.toMatch(/forged|DROP/);
  });

  it('says why somebody who is known was not let in, and who it was', async () => {
    const [tom] = await world.rows<{ id: string }>(`update person set disabled_at = now() where display_name = 'Tom Adeyemi' returning id`);
    const jar = new CookieJar();
    const refused = await visit(jar, await reachCallback(jar, origin(), 'calderfold', 'tom'));
    expect(await newest(await institutionKey('calderfold'))).toMatchObject({ outcome: 'REFUSED', actor: tom?.id, reference: await referenceOf(refused), details: { reason: 'DISABLED' } });
    expect(await world.rows(`select from session s join person p on p.id = s.person_id where p.display_name = 'Tom Adeyemi'`)).toEqual([]);
  });

  it.each([
    ['a provider that nobody knows', '/auth/oidc/00000000-0000-7000-8000-000000000000/callback', 'NO_PROVIDER'],
    ['an address that is none', '/auth/oidc/%27%3B--/login', 'NO_PROVIDER'],
    ['a return to another site', '/auth/sign-in?return_to=https://evil.example/', 'BAD_RETURN'],
  ])('%s goes on the record of the commons', async (_, path, reason) => {
    const refused = await visit(new CookieJar(), `${origin()}${path}`);
    expect(await newest(COMMONS_CHAIN)).toEqual({ action: 'SIGN_IN', outcome: 'REFUSED', actor: null, subjectType: null, reference: await referenceOf(refused), details: { reason } });
  });

  it('signing out leaves an entry, and so does a sign-out from another site', async () => {
    const ines = await person('saltmarsh', 'ines');
    const signOut = (site: string): Promise<Response> => fetch(`${origin()}/auth/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie: ines.cookie, 'sec-fetch-site': site } });
    const refused = await signOut('cross-site');
    expect(await newest(COMMONS_CHAIN)).toMatchObject({ action: 'SIGN_OUT', outcome: 'REFUSED', reference: await referenceOf(refused), details: { reason: 'OTHER_SITE' } });
    await signOut('same-origin');
    await signOut('same-origin'); // there is nothing left to end
    const left = await entries(await institutionKey('saltmarsh'));
    expect(left).toEqual([expect.objectContaining({ action: 'SIGN_IN' }), expect.objectContaining({ action: 'SIGN_OUT', outcome: 'DONE', actor: expect.any(String) })]);
  });

  it('beginning to act for another institution leaves one there', async () => {
    const leila = await person('northmoor', 'leila');
    const saltmarsh = await institutionKey('saltmarsh');
    const actFor = (key: string): Promise<unknown> => world.run(leila, 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { errors { code } } }', { id: apiId('institution', key) });
    await actFor(await institutionKey('aberwen')); // of which she is no member
    await actFor(saltmarsh);
    await actFor(saltmarsh);
    expect((await entries(saltmarsh)).filter((entry) => 'action' in entry && entry.action === 'ACT_FOR')).toEqual([expect.objectContaining({ outcome: 'DONE', actor: expect.any(String), details: {} })]);
    expect(await entries(await institutionKey('aberwen'))).toEqual([]);
  });
});

describe("The operator's changes", () => {
  const run = async (...args: string[]): Promise<void> => {
    const { code, error } = await runCommand(COMMANDS, args, env);
    if (code !== 0) throw new Error(error);
  };
  const since = async (chain: string, work: () => Promise<void>): Promise<object[]> => {
    const before = (await entries(chain)).length;
    await work();
    return (await entries(chain)).slice(before);
  };

  it('of roles are on the record of the institution, once each', async () => {
    const change = async (): Promise<void> => {
      for (const verb of ['grant', 'grant', 'revoke']) await run('admin', verb, 'aberwen', 'Carys Vaughan', 'approver');
    };
    expect(await since(await institutionKey('aberwen'), change)).toEqual([
      expect.objectContaining({ action: 'GRANT_ROLES', actor: null, subjectType: 'PERSON', details: { roles: ['APPROVER'], held: ['PRACTITIONER', 'APPROVER'], sessionsEnded: 0 } }),
      expect.objectContaining({ action: 'REVOKE_ROLES', details: { roles: ['APPROVER'], held: ['PRACTITIONER'] } }),
    ]);
  });

  it('of moderators are on the record of the commons', async () => {
    const change = async (): Promise<void> => {
      for (const state of ['on', 'on', 'off']) await run('admin', 'moderator', state, 'Carys Vaughan');
    };
    expect(await since(COMMONS_CHAIN, change)).toEqual([expect.objectContaining({ action: 'APPOINT_MODERATOR', subjectType: 'PERSON' }), expect.objectContaining({ action: 'DISMISS_MODERATOR' })]);
  });

  it('of sharing groups are on the record of the commons, and of those who came in or left', async () => {
    expect(await since(COMMONS_CHAIN, () => run('group', 'create', 'fen', 'Fen group'))).toEqual([expect.objectContaining({ action: 'CREATE_GROUP', subjectType: 'SHARING_GROUP' })]);
    const change = async (): Promise<void> => {
      for (const verb of ['add', 'add', 'remove']) await run('group', verb, 'fen', 'aberwen');
    };
    expect(await since(await institutionKey('aberwen'), change)).toEqual([expect.objectContaining({ action: 'JOIN_GROUP' }), expect.objectContaining({ action: 'LEAVE_GROUP' })]);
  });

  it('of the list of institutions are one entry a run, with counts', async () => {
    const file = join(folder, 'list.json');
    await writeFile(file, JSON.stringify([{ name: 'Ilmarsh University', alpha_two_code: 'GB', domains: ['ilmarsh.example'] }, { name: 'Fenby College', alpha_two_code: 'GB', domains: ['fenby.example'] }]));
    expect(await since(COMMONS_CHAIN, () => run('institutions', 'import', file))).toEqual([expect.objectContaining({ action: 'IMPORT_INSTITUTIONS', subjectType: 'INSTITUTION_LIST', details: expect.objectContaining({ rows: 2, added: 2 }) })]);
  });

  it('leave every chain whole', async () => {
    expect((await runCommand(COMMANDS, ['audit', 'verify'], env)).out).toMatch(/aberwen: whole; entries 1 to 4,/);
  });
});

describe('The record, read through the API', () => {
  it("is for the institution's administrators, the newest first, with names from the rows of people", async () => {
    const sue = await person('calderfold', 'sue');
    const { edges } = await read(sue);
    expect(edges.map(({ node }) => node.sequence)).toEqual(edges.map((_, index) => edges.length - index));
    expect(edges[0]?.node).toEqual({
      id: expect.stringMatching(/^aud_\w{26}$/), sequence: edges.length, happenedAt: expect.stringMatching(/^\d{4}-.*Z$/), action: 'SIGN_IN', outcome: 'DONE', reference: null, by: { displayName: 'Sue Hartley' },
      subjectType: 'IDENTITY_PROVIDER', subject: await providerKey('calderfold'), person: null, details: {}, hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await runCommand(COMMANDS, ['admin', 'grant', 'calderfold', 'Amina Rahman', 'approver'], env);
    expect((await read(sue, { first: 1 })).edges[0]?.node).toMatchObject({ action: 'GRANT_ROLES', by: null, subjectType: 'PERSON', subject: expect.stringMatching(/^per_/), person: { displayName: 'Amina Rahman' } });
    await world.rows(`update person set display_name = null where display_name = 'Amina Rahman'`);
    expect((await read(sue, { first: 1 })).edges[0]?.node.person).toEqual({ displayName: null });
  });

  it('comes in pages that do not shift, with a cursor for this record alone', async () => {
    const sue = await person('calderfold', 'sue');
    const first = await read(sue, { first: 2 });
    await person('calderfold', 'amina');
    const second = await read(sue, { first: 2, after: first.edges[1]?.cursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node.sequence)).toEqual([0, 1, 2, 3].map((back) => (first.edges[0]?.node.sequence ?? 0) - back));
    expect(first.pageInfo.hasNextPage).toBe(true);
    const joan = await person('northmoor', 'joan');
    await expect(read(joan, { after: first.edges[1]?.cursor })).rejects.toThrow('INVALID_INPUT');
    await expect(read(sue, { first: 101 })).rejects.toThrow('INVALID_INPUT');
  });

  it('costs the same statements for one entry as for many', async () => {
    const sue = await person('calderfold', 'sue');
    expect(await world.statements(() => read(sue, { first: 20 }))).toBe(await world.statements(() => read(sue, { first: 1 })));
  });

  it('is empty for everybody else, whether the institution is there or not', async () => {
    const [sue, amina, gwen] = [await person('calderfold', 'sue'), await person('calderfold', 'amina'), await person('aberwen', 'gwen')];
    const empty: Page = { edges: [], pageInfo: { hasNextPage: false } };
    for (const by of [null, amina, gwen]) expect(await read(by)).toEqual(empty);
    for (const institution of [gwen.actingInstitutionId, apiId('institution', newKey()), apiId('institution', COMMONS_CHAIN), 'ins_', 'calderfold', '']) expect(await read(sue, { institution })).toEqual(empty);
    expect((await read(sue, { institution: sue.actingInstitutionId })).edges.length).toBeGreaterThan(0);
  });

  it('of the commons is open to a platform administrator alone', async () => {
    const asked = '{ auditEntries(first: 5, ofCommons: true) { edges { node { action } } } }';
    const [plain, platform] = [await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] }), await world.person({ at: 'Northmoor' })];
    await world.rows('update person set is_platform_administrator = true where id = $1', [platform.id]);
    await world.database.transaction('SYSTEM', (transaction) => recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'APPOINT_MODERATOR' }));
    const actions = async (person: TestPerson): Promise<string[]> => (await world.run<{ auditEntries: { edges: { node: { action: string } }[] } }>(person, asked)).data.auditEntries.edges.map(({ node }) => node.action);
    expect([await actions(plain), (await actions(platform))[0]]).toEqual([[], 'APPOINT_MODERATOR']);
  });

  it('is open to a platform administrator for any institution that is named', async () => {
    const gwen = await person('aberwen', 'gwen');
    const sue = await person('calderfold', 'sue');
    await world.rows(`update person set is_platform_administrator = true where display_name = 'Gwen Llywelyn'`);
    expect((await read(gwen, { institution: sue.actingInstitutionId })).edges[0]?.node).toMatchObject({ by: { displayName: 'Sue Hartley' } });
  });
});
