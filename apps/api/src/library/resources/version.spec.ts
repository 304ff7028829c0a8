import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

const VERSIONS = `query Versions($slug: String!, $first: Int!, $after: String) { resource(slug: $slug) { slug all: versions(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { nr: number title isCurrent } } } } }`;
const VERSION = `query Version($slug: String!, $number: Int!) { resourceVersion(slug: $slug, number: $number) { number title url isCurrent isAnonymised attribution attributedTo { name } content { ... on PlaybookContent { title authors { name } } } resource { slug title institution { name } version { number } } } }`;
const ADAPTATIONS = `query Adaptations($slug: String!, $first: Int!, $after: String) { resource(slug: $slug) { adaptations(first: $first, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { id title adaptedFrom { number title } } } } } }`;
const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { id slug } errors { message } } }';

interface Version { number: number; title: string; url: string; attribution: string; attributedTo: { name: string }; resource: { slug: string } }
interface Page<Node> { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string; node: Node }[] }

let world: World;
let amina: TestPerson;
let nia: TestPerson;
let release: Release;
let neighbour: Release;

beforeAll(async () => {
  world = await World.create();
  const gwen = await world.person({ at: 'Aberwen', isModerator: true });
  amina = await world.person({ at: 'Calderfold' });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), gwen);
  neighbour = new Release(world, nia, await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), gwen);
}, 60_000);
afterAll(() => world.close());

const titled = (title: string): object => ({ title });
async function ask<Data>(by: TestPerson | null, query: string, variables: object): Promise<Data> {
  const { data, errors } = await world.run<Data>(by, query, { ...variables });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data;
}

const version = async (by: TestPerson | null, slug: string, number: number): Promise<Version | null> => (await ask<{ resourceVersion: Version | null }>(by, VERSION, { slug, number })).resourceVersion;
async function numbers(by: TestPerson | null, slug: string): Promise<number[] | undefined> {
  const { resource } = await ask<{ resource: { all: Page<{ nr: number }> } | null }>(by, VERSIONS, { slug, first: 100 });
  return resource?.all.edges.map((edge) => edge.node.nr);
}
async function slugNow(id: string): Promise<string> {
  const { node } = await ask<{ node: { slug: string } }>(amina, 'query Slug($id: ID!) { node(id: $id) { ... on Resource { slug } } }', { id });
  return node.slug;
}

describe('A published version', () => {
  it('keeps its page, its text and its credit when a later one is published', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC' });
    await release.revise(id, { visibility: 'PUBLIC', content: { ...titled('Micro drop-ins at the bus stop'), summary: 'Shorter.' } });
    expect(await numbers(null, slug)).toEqual([2, 1]);
    expect(await version(null, slug, 1)).toMatchObject({
      number: 1, url: `http://localhost:4000/r/${slug}/v/1`, isCurrent: false, attributedTo: { name: 'Calderfold' }, attribution: expect.stringContaining(`/r/${slug}/v/1`),
      content: { title: 'Micro drop-ins at the bus stop', authors: [{ name: 'Careers team' }] }, resource: { slug, institution: { name: 'Calderfold' }, version: { number: 2 } },
    });
    expect(await version(null, slug, 2)).toMatchObject({ isCurrent: true });
    for (const number of [0, 3, -1]) expect(await version(null, slug, number)).toBeNull();
    expect(await version(null, 'nowhere\u0000', 1)).toBeNull();
  });

  it('is read by those for whom it was released, also where a later one is for more', async () => {
    const { id, slug } = await release.publish({ visibility: 'INSTITUTION', content: titled('What we tell only ourselves') });
    await release.revise(id, { visibility: 'PUBLIC', content: titled('What we tell everybody now') });
    const now = await slugNow(id);
    expect(await numbers(null, now)).toEqual([2]);
    expect(await version(null, now, 1)).toBeNull();
    expect(await version(nia, now, 1)).toBeNull();
    expect(await numbers(amina, now)).toEqual([2, 1]);
    expect(await version(amina, slug, 1)).toMatchObject({ title: 'What we tell only ourselves' });
  });

  it('is gone with its resource where that is narrowed, hidden or never was', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC' });
    await ask(amina, 'mutation Narrow($id: ID!) { setVisibility(input: { id: $id, visibility: INSTITUTION }) { errors { message } } }', { id });
    expect(await version(null, slug, 1)).toBeNull();
    expect(await version(amina, slug, 1)).not.toBeNull();
    await world.rows('update resource set hidden_at = now() where slug = $1', [slug]);
    expect(await version(amina, slug, 1)).toBeNull();
    expect(await version(amina, (await release.draft()).slug, 1)).toBeNull();
  });

  it('names nobody where it was released without a name, and neither do the ones before it', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: titled('How Calderfold meets commuters') });
    expect(slug).toContain('micro-drop-ins');
    const named = await slugNow(id);
    expect(named).toContain('calderfold');
    await release.revise(id, { visibility: 'PUBLIC', withoutName: true, content: titled('How Calderfold meets commuters') });
    const now = await slugNow(id);
    expect(now).toMatch(/^how-meets-commuters-[0-9a-f]{6}$/);
    expect(await version(null, named, 2)).toBeNull(); // an address that names the institution leads nowhere any more
    expect(await numbers(null, now)).toEqual([2]);
    expect(await version(null, now, 1)).toBeNull();
    expect(await version(null, now, 2)).toMatchObject({ isAnonymised: true, attributedTo: { name: 'A university in GB' }, content: { authors: [] }, resource: { institution: null } });
    expect(await numbers(amina, now)).toEqual([2, 1]);
    const found = await ask<{ search: { edges: { node: { id: string } }[] } }>(null, 'query Find($query: String!) { search(query: $query, first: 50) { edges { node { id } } } }', { query: '"Careers team"' });
    expect(found.search.edges.map((edge) => edge.node.id)).not.toContain(id);
  });

  it('is listed a page at a time in one statement, with 3 versions and with 30', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC' });
    const fill = (from: number, to: number): Promise<object[]> => world.rows(
      `insert into resource_version (id, resource_id, number, content, credit, author_id) select gen_random_uuid(), v.resource_id, n, v.content, v.credit, v.author_id from resource_version v join resource r on r.id = v.resource_id, generate_series($2::int, $3::int) n where r.slug = $1 and v.number = 1`, [slug, from, to]);
    await fill(2, 3);
    const few = await world.statements(() => numbers(null, slug));
    await fill(4, 30);
    expect(await world.statements(() => numbers(null, slug))).toBe(few);
    expect(few).toBe(1);
    const paged: number[] = [];
    let after: string | null = null;
    do {
      const page: { resource: { all: Page<{ nr: number }> } } = await ask(null, VERSIONS, { slug, first: 7, after });
      paged.push(...page.resource.all.edges.map((edge) => edge.node.nr));
      after = page.resource.all.pageInfo.hasNextPage ? page.resource.all.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index));
    expect(id).toMatch(/^res_/);
  });

  it('refuses a page of none, one of too many, a cursor of another list and pages within pages without end', async () => {
    const { slug } = await release.publish({ visibility: 'PUBLIC' });
    const list = await ask<{ resources: Page<object> }>(null, '{ resources(first: 1) { pageInfo { hasNextPage endCursor } edges { cursor } } }', {});
    for (const variables of [{ first: 0 }, { first: 101 }, { first: 1, after: 'x' }, { first: 1, after: list.resources.edges[0]?.cursor }]) {
      await expect(ask(null, VERSIONS, { slug, ...variables })).rejects.toThrow('INVALID_INPUT');
      await expect(ask(null, ADAPTATIONS, { slug, ...variables })).rejects.toThrow('INVALID_INPUT');
    }
    await expect(ask(null, '{ resources(first: 100) { edges { node { adaptations(first: 100) { edges { node { versions(first: 2) { edges { node { id } } } } } } } } } }', {})).rejects.toThrow('at most 10000');
  });
});

describe('Adaptations', () => {
  it('are listed at their original for those who may read them, and name the version they came from where that may be read', async () => {
    const original = await release.publish({ visibility: 'PUBLIC' });
    const adapted = (await ask<{ adaptResource: { resource: { id: string } } }>(nia, ADAPT, { id: original.id })).adaptResource.resource;
    const titles = async (by: TestPerson | null): Promise<string[]> =>
      (await ask<{ resource: { adaptations: Page<{ title: string }> } }>(by, ADAPTATIONS, { slug: original.slug, first: 10 })).resource.adaptations.edges.map((edge) => edge.node.title);
    expect(await titles(nia)).toEqual([]); // a draft is on nobody's list
    await neighbour.save(adapted.id, 1, { visibility: 'MEMBERS', content: titled('Drop-ins at our own tram stop') });
    await neighbour.submit(adapted.id, 2);
    await neighbour.decide(neighbour.approver, adapted.id);
    await neighbour.decide(neighbour.moderator, adapted.id);
    expect(await titles(amina)).toEqual(['Drop-ins at our own tram stop']);
    expect(await titles(null)).toEqual([]);
    const { resource } = await ask<{ resource: { adaptations: Page<{ adaptedFrom: object }> } }>(amina, ADAPTATIONS, { slug: original.slug, first: 10 });
    expect(resource.adaptations.edges[0]?.node.adaptedFrom).toEqual({ number: 1, title: 'Micro drop-ins at the bus stop' });
  });
});

describe('The address of a resource', () => {
  it('follows its title, and the old one still leads there', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC' });
    await release.revise(id, { visibility: 'PUBLIC', content: titled('Ten minutes at the tram stop') });
    const read = await ask<{ resource: { slug: string; title: string } }>(null, 'query Read($slug: String!) { resource(slug: $slug) { slug title } }', { slug });
    expect(read.resource.title).toBe('Ten minutes at the tram stop');
    expect(read.resource.slug).toMatch(/^ten-minutes-at-the-tram-stop-[0-9a-f]{6}$/);
    expect(await version(null, slug, 1)).toMatchObject({ resource: { slug: read.resource.slug } });
    await release.revise(id, { visibility: 'PUBLIC', content: titled('Ten minutes at the tram stop') });
    expect(await slugNow(id)).toBe(read.resource.slug);
  });
});

describe('An earlier version', () => {
  const TAKE_UP = 'mutation TakeUp($input: RestoreVersionInput!) { restoreVersion(input: $input) { resource { title draft { title revision changeNote visibility } } errors { __typename message } } }';
  interface TakenUp { readonly resource: { readonly title: string; readonly draft: object } | null; readonly errors: readonly { readonly message: string }[] }
  const takeUp = async (by: TestPerson | null, id: string, number: number) => world.run<{ restoreVersion: TakenUp }>(by, TAKE_UP, { input: { id, number } });

  it('is taken up again as a new draft, while what is published stays as it is', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: titled('As it was at first') });
    await release.revise(id, { visibility: 'PUBLIC', content: titled('As it is now') });
    const before = await world.rows('select id, content, number from resource_version order by id');
    const { data } = await takeUp(amina, id, 1);
    expect(data.restoreVersion).toEqual({ resource: { title: 'As it is now', draft: { title: 'As it was at first', revision: 1, changeNote: 'As in version 1.', visibility: 'PUBLIC' } }, errors: [] });
    expect(await world.rows('select id, content, number from resource_version order by id')).toEqual(before);
    await release.submit(id, 1);
    await release.decide(release.approver, id);
    await release.decide(release.moderator, id);
    expect([await numbers(null, slug), (await version(null, await slugNow(id), 3))?.title]).toEqual([[3, 2, 1], 'As it was at first']);
  });

  it('is not taken up where there is none, over a draft, twice at once, or by anybody else', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC' });
    expect((await takeUp(amina, id, 2)).data.restoreVersion).toMatchObject({ resource: null, errors: [{ message: 'There is no version 2.' }] });
    expect((await takeUp(null, id, 1)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const by of [nia, release.approver]) expect((await takeUp(by, id, 1)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const both = await Promise.all([takeUp(amina, id, 1), takeUp(amina, id, 1)]);
    expect(both.map(({ data }) => data.restoreVersion.errors.length).sort()).toEqual([0, 1]);
    expect((await takeUp(amina, id, 1)).data.restoreVersion.errors).toMatchObject([{ __typename: 'NotPossibleError', message: expect.stringContaining('being written already') }]);
  });
});
