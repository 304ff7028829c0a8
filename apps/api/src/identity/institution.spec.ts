import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../test/world.js';

const FIND = 'query Find($slug: String, $identifier: InstitutionIdentifierInput) { institution(slug: $slug, identifier: $identifier) { name identifiers { scheme value validFrom validTo } } }';
const LIST = 'query List($first: Int!, $after: String, $query: String) { institutions(first: $first, after: $after, query: $query) { pageInfo { hasNextPage endCursor } edges { cursor node { name } } } }';
const UKPRN = 'institution-identifier:ukprn';

interface Page { institutions: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string; node: { name: string } }[] } }

let world: World;

beforeAll(async () => {
  world = await World.create();
  const rows = [[UKPRN, '10009991', '2020-01-01', null], [UKPRN, '10009992', null, '2019-12-31'], ['institution-identifier:ror', 'https://ror.org/0aaaaaa11', null, null]];
  const id = await world.institution('Calderfold');
  for (const [scheme, value, from, to] of rows) await world.rows('insert into institution_identifier (id, institution_id, scheme, value, valid_from, valid_to) values (gen_random_uuid(), $1, $2, $3, $4, $5)', [id, scheme, value, from, to]);
  await world.institution('Northmoor');
  await world.institution('Known', 'LISTED');
}, 60_000);
afterAll(() => world.close());

const find = async (variables: Record<string, unknown>): Promise<{ data: { institution: { name: string } | null }; code?: string | undefined }> => {
  const { data, errors } = await world.run<{ institution: { name: string } | null }>(null, FIND, variables);
  return { data, code: errors?.[0]?.extensions.code };
};

describe('An institution', () => {
  it('is found by what a register calls it, now or once, and tells its identifiers', async () => {
    const { data } = await find({ identifier: { scheme: UKPRN, value: ' 10009991 ' } });
    expect(data.institution).toEqual({ name: 'Calderfold', identifiers: [
      { scheme: 'institution-identifier:ror', value: 'https://ror.org/0aaaaaa11', validFrom: null, validTo: null },
      { scheme: UKPRN, value: '10009991', validFrom: '2020-01-01', validTo: null }, { scheme: UKPRN, value: '10009992', validFrom: null, validTo: '2019-12-31' },
    ] });
    expect((await find({ identifier: { scheme: UKPRN, value: '10009992' } })).data.institution?.name).toBe('Calderfold');
    for (const value of ['1', '', '\u0000', "' or true"]) expect((await find({ identifier: { scheme: UKPRN, value } })).data.institution).toBeNull();
    expect((await find({ identifier: { scheme: 'x', value: '10009991' } })).data.institution).toBeNull();
  });

  it('is named in exactly one way', async () => {
    expect((await find({})).code).toBe('INVALID_INPUT');
    expect((await find({ slug: 'x', identifier: { scheme: UKPRN, value: '1' } })).code).toBe('INVALID_INPUT');
    expect(await find({ slug: 'nowhere\u0000' })).toEqual({ data: { institution: null }, code: undefined });
  });

  it('is listed with the members first, a page at a time, in one statement', async () => {
    const list = async (variables: object): Promise<Page['institutions']> => {
      const { data, errors } = await world.run<Page>(null, LIST, { first: 100, ...variables });
      if (errors) throw new Error(errors[0]?.extensions.code);
      return data.institutions;
    };
    expect((await list({})).edges.map((edge) => edge.node.name)).toEqual(['Calderfold', 'Northmoor', 'Known']);
    expect((await list({ query: 'NORTH' })).edges.map((edge) => edge.node.name)).toEqual(['Northmoor']);
    for (const query of ["'", '&|!():*', '%', '\\', '\u0000', 'x'.repeat(5000)]) expect((await list({ query })).edges).toEqual([]);
    const first = await list({ first: 2 });
    expect((await list({ first: 2, after: first.pageInfo.endCursor })).edges.map((edge) => edge.node.name)).toEqual(['Known']);
    for (const wrong of [{ first: 0 }, { first: 101 }, { after: 'x' }, { after: first.pageInfo.endCursor, query: 'north' }]) await expect(list(wrong)).rejects.toThrow('INVALID_INPUT');
    expect(await world.statements(() => list({ first: 3 }))).toBe(await world.statements(() => list({ first: 1 })));
  });
});
