import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId, newKey } from '../../platform/ids/ids.js';

const SUMMARY = 'runSummary { tried worked mixed noEffect running }';
const START = `mutation Start($input: StartRunInput!) { startRun(input: $input) { run { id status versionNumber verdict } resource { ${SUMMARY} } errors { code message } } }`;
const FINISH = `mutation Finish($input: FinishRunInput!) { finishRun(input: $input) { run { id status verdict wouldRepeat note } resource { ${SUMMARY} } errors { code path } } }`;
const READ = `query Read($slug: String!) { resource(slug: $slug) { ${SUMMARY} ourRuns { id status verdict note } } }`;

interface Payload { run: { id: string; status: string; verdict: string | null } | null; resource: { runSummary: object } | null; errors: { code: string; path?: string[] }[] }
interface Read { resource: { runSummary: object; ourRuns: { id: string; verdict: string | null }[] } | null }

let world: World;
let amina: TestPerson;
let bea: TestPerson;
let nia: TestPerson;
let gwen: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  bea = await world.person({ at: 'Calderfold' });
  nia = await world.person({ at: 'Northmoor' });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
}, 60_000);
afterAll(() => world.close());

async function playbook(visibility = 'PUBLIC'): Promise<{ id: string; slug: string }> {
  const [id, versionId] = [newKey(), newKey()];
  await world.rows(`insert into resource (id, kind, institution_id, visibility, slug, published_at) values ($1, 'PLAYBOOK', $2, $3, $4, now())`, [id, amina.institutionId, visibility, `play-${id}`]);
  await world.rows(`insert into resource_version (id, resource_id, number, content, credit, author_id) values ($1, $2, 1, '{"title": "Drop-ins at the bus stop"}', '', $3)`, [versionId, id, amina.id]);
  await world.rows('update resource set published_version_id = $2 where id = $1', [id, versionId]);
  return { id: apiId('resource', id), slug: `play-${id}` };
}

async function start(by: TestPerson | null, resourceId: string, more: object = {}): Promise<Payload & { thrown: string | undefined }> {
  const { data, errors } = await world.run<{ startRun: Payload }>(by, START, { input: { resourceId, ...more } });
  return { ...(data?.startRun ?? { run: null, resource: null, errors: [] }), thrown: errors?.[0]?.extensions.code };
}

async function finish(by: TestPerson, id: string, verdict: string, more: object = {}): Promise<Payload & { thrown: string | undefined }> {
  const { data, errors } = await world.run<{ finishRun: Payload }>(by, FINISH, { input: { id, verdict, ...more } });
  return { ...(data?.finishRun ?? { run: null, resource: null, errors: [] }), thrown: errors?.[0]?.extensions.code };
}

async function tried(by: TestPerson, resourceId: string, verdict: string): Promise<void> {
  const { run } = await start(by, resourceId);
  expect((await finish(by, run?.id ?? '', verdict)).errors).toEqual([]);
}

const summary = (tally: object): object => ({ tried: 0, worked: 0, mixed: 0, noEffect: 0, running: 0, ...tally });
const read = async (by: TestPerson | null, slug: string): Promise<Read['resource']> => (await world.run<Read>(by, READ, { slug })).data.resource;

describe('Trying a resource', () => {
  it('is begun by anybody of a member institution who may read it, and ended by any colleague', async () => {
    const { id } = await playbook();
    const begun = await start(nia, id);
    expect(begun).toMatchObject({ run: { status: 'RUNNING', versionNumber: 1, verdict: null }, resource: { runSummary: summary({ running: 1 }) }, errors: [] });
    const colleague = await world.person({ at: 'Northmoor' });
    const ended = await finish(colleague, begun.run?.id ?? '', 'MIXED', { wouldRepeat: true, note: ' Rain. ' });
    expect(ended).toMatchObject({ run: { status: 'FINISHED', verdict: 'MIXED', wouldRepeat: true, note: 'Rain.' }, resource: { runSummary: summary({ tried: 1, mixed: 1 }) } });
  });

  it('counts institutions, each with its latest verdict', async () => {
    const { id, slug } = await playbook();
    await tried(amina, id, 'WORKED');
    await tried(nia, id, 'NO_EFFECT');
    await tried(nia, id, 'WORKED');
    await tried(bea, id, 'MIXED');
    await start(gwen, id);
    expect((await read(null, slug))?.runSummary).toEqual(summary({ tried: 2, worked: 1, mixed: 1, running: 1 }));
  });

  it('keeps the summary right when many institutions end at the same moment', async () => {
    const { id, slug } = await playbook();
    const people = await Promise.all(['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) => world.person({ at: name })));
    const runs = await Promise.all(people.map((person) => start(person, id)));
    await Promise.all(people.map((person, at) => finish(person, runs[at]?.run?.id ?? '', at % 2 === 0 ? 'WORKED' : 'NO_EFFECT')));
    expect((await read(null, slug))?.runSummary).toEqual(summary({ tried: 6, worked: 3, noEffect: 3 }));
  });

  it('has one run under way an institution, however many begin at once', async () => {
    const { id, slug } = await playbook();
    const both = await Promise.all([start(amina, id), start(bea, id)]);
    expect(both.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
    expect((await read(null, slug))?.runSummary).toEqual(summary({ running: 1 }));
  });

  it('is ended once', async () => {
    const { id } = await playbook();
    const { run } = await start(nia, id);
    await finish(nia, run?.id ?? '', 'WORKED');
    expect(await finish(nia, run?.id ?? '', 'NO_EFFECT')).toMatchObject({ run: null, errors: [{ code: 'NOT_POSSIBLE' }] });
  });

  it('refuses those it is not for', async () => {
    const inside = await playbook('INSTITUTION');
    expect((await start(nia, inside.id)).thrown).toBe('NOT_FOUND');
    const open = await playbook();
    expect((await start(null, open.id)).thrown).toBe('UNAUTHENTICATED');
    expect((await start(await world.person({ at: 'Listed only', standing: 'LISTED' }), open.id)).thrown).toBe('FORBIDDEN');
    expect((await start(nia, open.id, { actingInstitutionId: amina.actingInstitutionId })).errors).toMatchObject([{ code: 'OTHER_INSTITUTION' }]);
    await world.rows('update resource set archived_at = now() where slug = $1', [open.slug]);
    expect((await start(nia, open.id)).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect((await finish(nia, (await start(nia, (await playbook()).id)).run?.id ?? '', 'WORKED', { note: 'x'.repeat(2001) })).errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['note'] }]);
  });
});

describe('A run', () => {
  it('is never shared: others see no run, cannot end it, and are not told that it is there', async () => {
    const { id, slug } = await playbook();
    const { run } = await start(nia, id);
    expect((await read(nia, slug))?.ourRuns).toMatchObject([{ id: run?.id, status: 'RUNNING' }]);
    for (const other of [amina, gwen, null]) expect((await read(other, slug))?.ourRuns).toEqual([]);
    const byId = async (by: TestPerson | null): Promise<unknown> => (await world.run<{ node: unknown }>(by, 'query Node($id: ID!) { node(id: $id) { id ... on Run { status } } }', { id: run?.id })).data.node;
    expect(await byId(nia)).toEqual({ id: run?.id, status: 'RUNNING' });
    for (const other of [amina, gwen, null]) expect(await byId(other)).toBeNull();
    expect((await finish(amina, run?.id ?? '', 'NO_EFFECT')).thrown).toBe('NOT_FOUND');
    await expect(world.database.read('select * from run')).rejects.toThrow('permission denied');
  });
});

describe('A list with run summaries', () => {
  it('is one statement for 3 rows and for 30', async () => {
    for (let made = 0; made < 30; made += 1) await playbook();
    const list = (first: number): Promise<unknown> => world.run(null, `{ resources(first: ${first}) { edges { node { title ${SUMMARY} } } } }`);
    expect([await world.statements(() => list(3)), await world.statements(() => list(30))]).toEqual([1, 1]);
  });
});
