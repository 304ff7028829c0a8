import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

const CARD = `__typename id slug title summary kind state publishedAt attributedTo { name country } institution { name } contributors { name role { label } } terms { id label } licence { label } version { number } adaptedFrom { title }
  adaptations(first: 3) { edges { node { title attributedTo { name } } } } versions(first: 3) { edges { node { number attribution } } }`;
const OWN = 'viewerCan { edit adapt } draft { revision savedBy { displayName } missing { path } } history { action by { displayName } }';
const operations = (extra: string): Readonly<Record<string, string>> => ({
  feed: `query Feed($first: Int!) { resources(first: $first) { pageInfo { hasNextPage } edges { cursor node { ${CARD} ${extra} } } } }`,
  search: `query Search($first: Int!) { search(query: "commuter", first: $first) { total kinds { count } tags { count } edges { highlight { text } node { ${CARD} ${extra} } } } }`,
  mine: `query Mine($first: Int!) { resources(first: $first, filter: { mine: true }) { edges { node { ${CARD} ${extra} } } } }`,
});

let world: World;
let amina: TestPerson;
let original: { id: string; slug: string };

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  const release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
  original = await release.publish({ visibility: 'PUBLIC' });
  await copies(1, 2);
}, 60_000);
afterAll(() => world.close());

/** Published adaptations of the first resource, with its team and tags. */
async function copies(from: number, to: number): Promise<void> {
  const values = [original.slug, from, to];
  const one = `(select * from resource where slug = $1) r, generate_series($2::int, $3::int) n`;
  const key = `md5('copy' || n)::uuid`;
  await world.rows(`insert into resource (id, kind, institution_id, visibility, slug, published_at, search_words, search_head, adapted_from_version_id) select ${key}, r.kind, r.institution_id, r.visibility, 'copy-' || n, r.published_at, r.search_words, r.search_head, r.published_version_id from ${one}`, values);
  await world.rows(`insert into resource_version (id, resource_id, number, content, credit, author_id) select ${key}, ${key}, 1, v.content, v.credit, v.author_id from ${one}, resource_version v where v.id = r.published_version_id`, values);
  await world.rows(`update resource set published_version_id = id where slug like 'copy-%'`);
  await world.rows(`insert into resource_term (resource_id, term_id, position) select ${key}, t.term_id, t.position from ${one}, resource_term t where t.resource_id = r.id`, values);
  await world.rows(`insert into resource_contributor (resource_id, person_id, institution_id, role) select ${key}, c.person_id, c.institution_id, c.role from ${one}, resource_contributor c where c.resource_id = r.id`, values);
}

async function statementsOf(by: TestPerson | null, query: string, variables: Record<string, unknown>, key: string): Promise<{ statements: number; rows: number }> {
  let rows = 0;
  const ask = async (): Promise<void> => {
    const { data, errors } = await world.run<Record<string, { edges: object[] }>>(by, query, variables);
    if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
    rows = data[key]?.edges?.length ?? 1;
  };
  await ask(); // whoever asks is known from now on
  return { statements: await world.statements(ask), rows };
}

describe('How many statements a read takes', () => {
  const asks = [['feed', 'resources', null], ['feed', 'resources', 'amina'], ['search', 'search', null], ['search', 'search', 'amina'], ['mine', 'resources', 'amina']] as const;
  const read = (name: string, key: string, who: string | null): ReturnType<typeof statementsOf> => statementsOf(who === null ? null : amina, operations(who === null ? '' : OWN)[name] ?? '', { first: 50 }, key);
  const detail = (who: TestPerson | null): ReturnType<typeof statementsOf> => statementsOf(who, `query Detail($slug: String!) { resource(slug: $slug) { ${CARD} ${who === null ? '' : OWN} } }`, { slug: original.slug }, 'resource');

  it('is the same with 3 rows and with 30, and one for whoever is not signed in', async () => {
    const before = [];
    for (const [name, key, who] of asks) before.push(await read(name, key, who));
    const details = [await detail(null), await detail(amina)];
    expect(before.map((one) => one.rows)).toEqual([3, 3, 3, 3, 3]);
    await copies(3, 29);
    for (const [index, [name, key, who]] of asks.entries()) {
      const after = await read(name, key, who);
      expect(after.rows).toBe(30);
      expect(after.statements).toBe(before[index]?.statements);
      if (who === null) expect(after.statements).toBe(1);
    }
    expect([await detail(null), await detail(amina)]).toEqual(details);
    expect(details[0]?.statements).toBe(1);
  });
});
