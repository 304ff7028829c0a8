import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inDatabase, testServer } from '../../../test/databases.js';
import { CREATE, DECIDE, NOTE, READ, SAVE, SUBMIT } from '../../../test/operations.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { groupCommands } from '../../commands/group.js';
import { runCommand } from '../../commands/run.js';
import { apiId, newKey } from '../../platform/ids/ids.js';

interface Refusal { code: string; message: string; path: string[] }
interface Payload { resource: { id: string; slug: string; state: string; visibility: string } | null; errors: Refusal[] }

const SET = `mutation Set($input: SetVisibilityInput!) { setVisibility(input: $input) { resource { visibility draft { visibility groups { slug } } } errors { code message path } } }`;
const GROUPS = '{ sharingGroups { id slug name } }';

let world: World;
let env: Record<string, string>;
let amina: TestPerson;
let tom: TestPerson;
let gwen: TestPerson;
let nia: TestPerson;
let carys: TestPerson;
let listed: TestPerson;
let north: string;
let south: string;

beforeAll(async () => {
  world = await World.create();
  env = { DATABASE_URL: inDatabase(testServer().appUrl, new URL(world.ownerUrl).pathname.slice(1)), PASSALONG_MODE: 'sandbox' };
  amina = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  nia = await world.person({ at: 'Northmoor' });
  carys = await world.person({ at: 'Tarnside' });
  listed = await world.person({ at: 'Listed', standing: 'LISTED' });
  await runGroup(env, ['create', 'northern-coast', 'The', 'northern', 'coast']);
  await runGroup(env, ['create', 'south', 'The south']);
  for (const person of [amina, nia]) await runGroup(env, ['add', 'northern-coast', await slugOf(person)]);
  for (const person of [amina, carys]) await runGroup(env, ['add', 'south', await slugOf(person)]);
  const groups = (await world.run<{ sharingGroups: { id: string; slug: string }[] }>(amina, GROUPS)).data.sharingGroups;
  expect(groups.map((group) => group.slug)).toEqual(['northern-coast', 'south']);
  [north = '', south = ''] = groups.map((group) => group.id);
}, 60_000);
afterAll(() => world.close());

async function runGroup(settings: Record<string, string>, words: readonly string[]): Promise<string> {
  const { code, out, error } = await runCommand(groupCommands, ['group', ...words], settings);
  await world.settled(); // the api beside it has heard
  if (code !== 0) throw new Error(error);
  return out;
}

async function slugOf(person: TestPerson): Promise<string> {
  const [row] = await world.rows<{ slug: string }>('select slug from institution where id = $1', [person.institutionId]);
  return row?.slug ?? '';
}

async function draft(): Promise<{ id: string; slug: string }> {
  const { data } = await world.run<{ createResource: Payload }>(amina, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary } });
  if (data.createResource.resource === null) throw new Error(data.createResource.errors[0]?.message);
  return data.createResource.resource;
}

const save = async (id: string, input: object): Promise<Payload> =>
  (await world.run<{ saveDraft: Payload }>(amina, SAVE, { input: { id, expectedRevision: 1, content: { playbook: NOTE }, visibility: 'GROUP', ...input } })).data.saveDraft;

const set = async (by: TestPerson, id: string, visibility: string, groupIds?: string[]): Promise<Answer<{ setVisibility: { resource: object | null; errors: Refusal[] } }>> =>
  world.run(by, SET, { input: { id, visibility, ...(groupIds ? { groupIds } : {}) } });

async function decide(by: TestPerson, slug: string): Promise<void> {
  const [item] = await world.rows<{ id: string; revision: number }>(`select i.id, i.revision from review_item i join resource r on r.id = i.resource_id where r.slug = $1 and i.status = 'OPEN'`, [slug]);
  const { data } = await world.run<{ decideReview: Payload }>(by, DECIDE, { input: { id: apiId('reviewItem', item?.id ?? newKey()), revision: item?.revision, approve: true } });
  expect(data.decideReview.errors).toEqual([]);
}

async function published(groupIds: string[]): Promise<{ id: string; slug: string }> {
  const resource = await draft();
  expect((await save(resource.id, { groupIds })).errors).toEqual([]);
  const { data } = await world.run<{ submitForReview: Payload }>(amina, SUBMIT, { input: { id: resource.id, expectedRevision: 2 } });
  expect(data.submitForReview.errors).toEqual([]);
  await decide(tom, resource.slug);
  await decide(gwen, resource.slug);
  return resource;
}

const readers = async (slug: string): Promise<string[]> => {
  const people = { amina, tom, gwen, nia, carys, listed, nobody: null };
  const answers = await Promise.all(Object.entries(people).map(async ([name, person]) => ({ name, seen: (await world.run<{ resource: object | null }>(person, READ, { slug })).data.resource !== null })));
  return answers.filter(({ seen }) => seen).map(({ name }) => name);
};

describe('Work for a sharing group', () => {
  it('is read, once a moderator has passed it, by the institutions of its groups and by nobody else', async () => {
    const { slug } = await published([north]);
    expect(await readers(slug)).toEqual(['amina', 'tom', 'nia']);
    const lists = await Promise.all([nia, carys, gwen].map(async (by) => (await world.run<{ resources: { edges: { node: { slug: string } }[] } }>(by, '{ resources(first: 100) { edges { node { slug } } } }')).data.resources.edges.some(({ node }) => node.slug === slug)));
    expect(lists).toEqual([true, false, false]);
  });

  it('names groups of the own institution, and at least one', async () => {
    const { id } = await draft();
    const [foreign] = await world.rows<{ id: string }>(`insert into sharing_group (id, slug, name) values (gen_random_uuid(), 'of-others', 'Of others') returning id`);
    for (const groupIds of [[], undefined]) expect((await save(id, { groupIds })).errors).toEqual([expect.objectContaining({ code: 'INVALID_VALUE', path: ['groupIds'] })]);
    const unknown = await Promise.all([apiId('group', foreign?.id ?? ''), apiId('group', newKey()), apiId('resource', newKey()), 'nonsense'].map((other) => save(id, { groupIds: [north, other] })));
    expect(new Set(unknown.map(({ errors }) => JSON.stringify(errors)))).toEqual(new Set([JSON.stringify([{ __typename: 'InvalidValueError', code: 'INVALID_VALUE', message: 'Your institution is in no such sharing group.', path: ['groupIds', '1'] }])]));
    expect((await save(id, { visibility: 'MEMBERS', groupIds: [north] })).errors).toMatchObject([{ path: ['groupIds'] }]);
    expect((await set(amina, id, 'GROUP')).data.setVisibility.errors).toMatchObject([{ path: ['groupIds'] }]);
  });

  it('keeps the groups of the draft where a save says nothing of them', async () => {
    const { id } = await draft();
    await save(id, { groupIds: [south] });
    expect((await save(id, { expectedRevision: 2, visibility: undefined })).errors).toEqual([]);
    expect((await set(amina, id, 'GROUP')).data.setVisibility.resource).toMatchObject({ draft: { visibility: 'GROUP', groups: [{ slug: 'south' }] } });
  });

  it('is offered to fewer groups at once, and to a further one only by the way of any release', async () => {
    const { id, slug } = await published([north, south]);
    expect(await readers(slug)).toEqual(['amina', 'tom', 'nia', 'carys']);
    expect((await set(amina, id, 'GROUP', [south])).data.setVisibility).toMatchObject({ resource: { draft: null }, errors: [] });
    expect(await readers(slug)).toEqual(['amina', 'tom', 'carys']);
    expect((await set(amina, id, 'GROUP', [north, south])).data.setVisibility.resource).toMatchObject({ draft: { groups: [{ slug: 'northern-coast' }, { slug: 'south' }] } });
    expect(await readers(slug)).toEqual(['amina', 'tom', 'carys']);
  });

  it('is no longer read by an institution that left the group, and not submitted for a group its own institution left', async () => {
    const { slug } = await published([south]);
    const { id } = await draft();
    await save(id, { groupIds: [south] });
    await runGroup(env, ['remove', 'south', await slugOf(carys)]);
    await runGroup(env, ['remove', 'south', await slugOf(amina)]);
    expect(await readers(slug)).toEqual(['amina', 'tom']);
    const { data } = await world.run<{ submitForReview: Payload }>(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect(data.submitForReview.errors).toMatchObject([{ code: 'INVALID_VALUE', message: expect.stringContaining('your institution is not in') }]);
    for (const person of [carys, amina]) await runGroup(env, ['add', 'south', await slugOf(person)]);
    expect(await readers(slug)).toEqual(['amina', 'tom', 'carys']);
  });
});

describe('The command line of sharing groups', () => {
  it('may run twice, and says what it found', async () => {
    expect(await runGroup(env, ['create', 'west', 'The west'])).toBe('The group west is there now.');
    expect(await runGroup(env, ['create', 'west', 'The west'])).toBe('The group west was there already.');
    const slug = await slugOf(carys);
    expect(await runGroup(env, ['add', 'west', slug])).toBe(`${slug} is in west now.`);
    expect(await runGroup(env, ['add', 'west', slug])).toBe(`${slug} was in west already.`);
    expect(await runGroup(env, ['list'])).toMatch(new RegExp(`west {2}The west {2}grp_[0-9a-z]{26}\\n {4}${slug}`));
    expect(await runGroup(env, ['remove', 'west', slug])).toBe(`${slug} is no longer in west.`);
    expect(await runGroup(env, ['remove', 'west', slug])).toBe(`${slug} was not in west.`);
  });

  it.each([
    [[], '"group" alone is no command'],
    [['dissolve'], 'Unknown command "group dissolve"'],
    [['create', 'east'], 'group create takes <short-name> <name>'],
    [['create', 'The East', 'The east'], '"The East" is no short name'],
    [['create', 'south', 'Another south'], 'The group south is there already, as "The south"'],
    [['add', 'nowhere', 'x'], 'There is no group "nowhere"'],
    [['add', 'south', 'x'], 'There is no institution "x"'],
  ])('answers %j with what is wrong', async (args, message) => {
    await expect(runGroup(env, args)).rejects.toThrow(message);
  });

  it('takes members only', async () => {
    await expect(runGroup(env, ['add', 'south', await slugOf(listed)])).rejects.toThrow('only listed');
    await expect(runGroup({}, ['list'])).rejects.toThrow('DATABASE_URL is not set');
  });
});
