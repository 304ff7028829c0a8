import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId, newKey } from '../ids/ids.js';

const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { kind: __typename id ... on Resource { title } ... on ResourceVersion { number } ... on ResourceDraft { revision content { ... on PlaybookContent { title } } }
  ... on Institution { name } ... on Person { displayName } ... on ReviewItem { stage resource { title } } } }`;

interface Found { kind: string; id: string; title?: string }

let world: World;
let amina: TestPerson;
let bea: TestPerson;
let tom: TestPerson;
let gwen: TestPerson;
let nia: TestPerson;
let ids: { resource: string; version: string; work: string; draft: string; item: string; institution: string; person: string };

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  bea = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  nia = await world.person({ at: 'Northmoor' });
  const release = new Release(world, amina, tom, gwen);
  const resource = (await release.publish({ visibility: 'PUBLIC' })).id;
  const work = (await release.draft()).id;
  await release.submit(work);
  const [row] = await world.rows<{ version: string; draft: string; item: string }>(`select (select id from resource_version limit 1) as version, (select id from resource_draft limit 1) as draft, (select id from review_item where status = 'OPEN') as item`);
  ids = { resource, version: apiId('version', row?.version ?? ''), work, draft: apiId('draft', row?.draft ?? ''), item: apiId('reviewItem', row?.item ?? ''), institution: amina.actingInstitutionId, person: apiId('person', amina.id) };
}, 60_000);
afterAll(() => world.close());

async function nodes(by: TestPerson | null, asked: string[]): Promise<(Found | null)[]> {
  const { data, errors } = await world.run<{ nodes: (Found | null)[] }>(by, NODES, { ids: asked });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data.nodes;
}
const kinds = async (by: TestPerson | null): Promise<(string | undefined)[]> => (await nodes(by, Object.values(ids))).map((found) => found?.kind);

describe('Finding things by their ids', () => {
  it('answers each in its place, as far as one may see it', async () => {
    expect(await kinds(amina)).toEqual(['Playbook', 'ResourceVersion', 'Playbook', 'ResourceDraft', 'ReviewItem', 'Institution', 'Person']);
    expect(await kinds(tom)).toEqual(['Playbook', 'ResourceVersion', 'Playbook', 'ResourceDraft', 'ReviewItem', 'Institution', 'Person']);
    expect(await kinds(bea)).toEqual(['Playbook', 'ResourceVersion', undefined, undefined, undefined, 'Institution', 'Person']);
    for (const stranger of [gwen, nia]) expect(await kinds(stranger)).toEqual(['Playbook', 'ResourceVersion', undefined, undefined, undefined, 'Institution', undefined]);
    expect(await kinds(null)).toEqual(['Playbook', 'ResourceVersion', undefined, undefined, undefined, 'Institution', undefined]);
  });

  it('answers whatever is absent, malformed or of no known type like what is private', async () => {
    const strange = [apiId('resource', newKey()), apiId('draft', newKey()), 'res_', 'res_1', 'xyz_00000000000000000000000000', ids.draft.replace('dft', 'res'), ids.resource.replace('res', 'ver'), '', '\u0000', 'res_zzzzzzzzzzzzzzzzzzzzzzzzzz', ids.draft];
    expect(await nodes(nia, strange)).toEqual(strange.map(() => null));
  });

  it('answers twice what is asked twice, in as many statements for many as for one', async () => {
    expect((await nodes(null, [ids.resource, ids.institution, ids.resource])).map((found) => found?.kind)).toEqual(['Playbook', 'Institution', 'Playbook']);
    expect(await nodes(null, [])).toEqual([]);
    const many = Array.from({ length: 100 }, () => apiId('resource', newKey()));
    expect(await world.statements(() => nodes(null, [ids.resource]))).toBe(1);
    expect(await world.statements(() => nodes(null, many))).toBe(1);
    expect(await world.statements(() => nodes(amina, many))).toBe(await world.statements(() => nodes(amina, many.slice(0, 1))));
    await expect(nodes(null, [...many, ids.resource])).rejects.toThrow('INVALID_INPUT');
  });

  it('answers one like many', async () => {
    for (const [viewer, id, expected] of [[nia, ids.draft, null], [amina, ids.draft, { id: ids.draft }], [null, ids.resource, { id: ids.resource }]] as const) {
      expect((await world.run<{ node: object | null }>(viewer, 'query One($id: ID!) { node(id: $id) { id } }', { id })).data.node).toEqual(expected);
    }
  });
});
