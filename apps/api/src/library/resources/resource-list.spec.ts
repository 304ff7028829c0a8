import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

const LIST = `query List($first: Int = 50, $after: String, $filter: ResourceFilter) { resources(first: $first, after: $after, filter: $filter) { pageInfo { hasNextPage hasPreviousPage endCursor } edges { cursor node { id slug state title institution { name } draft { status } } } } }`;
const FIND = `query Find($filter: ResourceFilter) { search(query: "commuter", first: 50, filter: $filter) { edges { node { id } } } }`;

interface Page { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string; node: { id: string; state: string } }[] }

let world: World;
let amina: TestPerson;
let tom: TestPerson;
let nia: TestPerson;
let release: Release;
let calderfold: string;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, amina, tom, await world.person({ at: 'Aberwen', isModerator: true }));
  calderfold = (await world.rows<{ slug: string }>('select slug from institution where id = $1', [amina.institutionId]))[0]?.slug ?? '';
}, 60_000);
afterAll(() => world.close());

async function list(by: TestPerson | null, variables: object = {}): Promise<Page> {
  const { data, errors } = await world.run<{ resources: Page }>(by, LIST, { ...variables });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data.resources;
}

const ids = async (by: TestPerson | null, filter: object): Promise<string[]> => (await list(by, { filter })).edges.map((edge) => edge.node.id);

describe('A list of resources', () => {
  it('answers my own work in every state, what I changed last first', async () => {
    const published = await release.publish();
    const waiting = await release.draft();
    await release.submit(waiting.id);
    const written = await release.draft();
    expect((await list(amina, { filter: { mine: true } })).edges.map((edge) => [edge.node.id, edge.node.state])).toEqual([[written.id, 'DRAFT'], [waiting.id, 'IN_REVIEW'], [published.id, 'PUBLISHED']]);
    expect(await ids(amina, { mine: true, state: 'DRAFT' })).toEqual([written.id]);
    for (const other of [tom, nia, null]) expect(await ids(other, { mine: true })).toEqual([]);
    expect(await ids(nia, { state: 'DRAFT' })).toEqual([]);
    expect(await ids(null, { state: 'IN_REVIEW' })).toEqual([]);
    expect(await ids(tom, { state: 'IN_REVIEW' })).toEqual([waiting.id]);
  });

  it('answers what an institution released under its name, and never what it released without', async () => {
    const named = await release.publish({ visibility: 'PUBLIC' });
    const unnamed = await release.publish({ visibility: 'PUBLIC', withoutName: true });
    expect(await ids(null, {})).toContain(unnamed.id);
    for (const viewer of [null, nia, amina]) {
      expect(await ids(viewer, { institution: calderfold })).toContain(named.id);
      expect(await ids(viewer, { institution: calderfold })).not.toContain(unnamed.id);
      expect(await ids(viewer, { institution: calderfold, state: 'PUBLISHED' })).not.toContain(unnamed.id);
    }
    expect(await ids(null, { institution: 'nowhere\u0000' })).toEqual([]);
    const found = await world.run<{ search: { edges: { node: { id: string } }[] } }>(null, FIND, { filter: { institution: calderfold } });
    expect(found.data.search.edges.map((edge) => edge.node.id)).toEqual([named.id]);
  });

  it('answers archived work to those who ask for it', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC' });
    await world.run(amina, 'mutation Archive($id: ID!) { archiveResource(input: { id: $id }) { errors { message } } }', { id });
    expect(await ids(null, {})).not.toContain(id);
    expect(await ids(null, { state: 'ARCHIVED' })).toEqual([id]);
    expect(await ids(amina, { state: 'ARCHIVED' })).toEqual([id]);
  });

  it('leaves out nothing between two pages, even where many were published in the same moment', async () => {
    await world.rows(`update resource set published_at = timestamptz '2026-01-01 10:00:00.123456Z' where published_version_id is not null`);
    for (const filter of [{}, { mine: true }]) {
      const all = (await list(amina, { filter })).edges.map((edge) => edge.node.id);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page = await list(amina, { first: 1, after, filter });
        paged.push(...page.edges.map((edge) => edge.node.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(paged).toEqual(all);
    }
  });

  it('refuses a page of none, a page of too many, a cursor of another list and one that somebody wrote', async () => {
    const [edge] = (await list(amina, { first: 1 })).edges;
    const [sort, hash, , id] = JSON.parse(Buffer.from(edge?.cursor ?? '', 'base64url').toString()) as string[];
    const written = (key: string, of: unknown = id): string => Buffer.from(JSON.stringify([sort, hash, key, of])).toString('base64url');
    const cursors = [edge?.cursor.slice(4), 'null', '', written('yesterday'), written('2026-02-30T10:00:00.000000Z'), written('0000-01-01T10:00:00.000000Z'), written('2026-01-01T10:00:00.000000Z', "' or true")];
    for (const variables of [{ first: 0 }, { first: -1 }, { first: 101 }, { after: edge?.cursor, filter: { mine: true } }, { filter: { terms: Array.from({ length: 21 }, () => 'topic:x') } }, ...cursors.map((after) => ({ after }))]) {
      await expect(list(amina, variables)).rejects.toThrow('INVALID_INPUT');
    }
  });
});
