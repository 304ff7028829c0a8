/** Public lists of institutions: merged only where nobody can doubt it, found by any word of a name. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from '../../../test/world.js';
import { type Answer, runCommand } from '../run.js';
import { institutionsImportCommand } from './institutions.js';

jest.setTimeout(60_000);

let world: World;
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  world = await World.create({}, async ({ databaseUrl }) => { env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'sandbox', PUBLIC_URL: 'http://localhost:4000' }; });
  folder = await mkdtemp(join(tmpdir(), 'passalong-lists-'));
}, 60_000);
afterAll(async () => { await world.close(); await rm(folder, { recursive: true }); });

async function importList(name: string, rows: object[]): Promise<Answer> {
  await writeFile(join(folder, name), JSON.stringify(rows));
  return runCommand([institutionsImportCommand], ['institutions', 'import', join(folder, name)], env);
}
const university = (name: string, domain: string, country = 'GB'): object => ({ name, domains: [domain], alpha_two_code: country, country: '', web_pages: [], 'state-province': null });
const named = async (query: string): Promise<string[]> => (await world.run<{ institutions: { edges: { node: { name: string } }[] } }>(null, 'query ($query: String) { institutions(first: 100, query: $query) { edges { node { name } } } }', { query })).data.institutions.edges.map(({ node }) => node.name);

const WORLD = [university('The University of Ilmarsh', 'ilmarsh.example'), university('Universität Überlingen', 'ueberlingen.example', 'DE'), university('Twin College', 'twin-a.example'), university('Twin College', 'twin-b.example'), university('Ilmarsh University', 'ilmarsh.example', 'AU')];
const UK = [
  { name: 'University of Ilmarsh', ukprn: '10000001', hesa: '0901', alsoKnownAs: ['Ilmarsh Polytechnic'] }, { name: 'Twin College', ukprn: '10000002' }, { name: 'Old Fen College', hesa: '0902', closed: '2008' }, { name: 'Other UK institution' },
];

describe('The lists', () => {
  it('are merged on the same name and country with one candidate each way; the rest is told', async () => {
    expect((await importList('world.json', WORLD)).out).toMatch(/alike {6}Twin College \(GB\)[\s\S]*5 rows .* 5 added, 0 merged/);
    const { out } = await importList('uk.json', UK);
    expect(out).toMatch(/4 rows .* 1 added, 1 merged, 0 updated, 0 unchanged, 1 ambiguous, 1 skipped/);
    expect(out).toMatch(/ambiguous {2}Twin College \(ukprn:10000002\): 2 institutions here have this name/);
    expect(out).toMatch(/skipped {4}Other UK institution: a catch-all/);
    const rows = await world.rows(`select i.slug, i.standing, i.size_band, array_agg(n.scheme || ' ' || n.value || ' ' || coalesce(n.valid_to::text, 'now') order by n.scheme) as numbers from institution i join institution_identifier n on n.institution_id = i.id group by i.id order by i.slug`);
    expect(rows).toEqual([
      { slug: 'old-fen-college', standing: 'LISTED', size_band: null, numbers: ['institution-identifier:hesa-instid 0902 2008-12-31'] },
      { slug: 'the-university-of-ilmarsh', standing: 'LISTED', size_band: null, numbers: ['institution-identifier:hesa-instid 0901 now', 'institution-identifier:ukprn 10000001 now'] },
    ]);
  });

  it('are the source of each number, with its row and the day; a number without one takes it from the list that gives it, and keeps what another gave', async () => {
    const UKPRN = { scheme: 'institution-identifier:ukprn', value: '10000001' };
    const sourceOf = async (): Promise<unknown> => (await world.run<{ institution: { identifiers: { value: string }[] } }>(null, 'query ($identifier: InstitutionIdentifierInput) { institution(identifier: $identifier) { identifiers { value source verifiedOn } } }', { identifier: UKPRN })).data.institution.identifiers.find(({ value }) => value === UKPRN.value);
    const today = (await world.rows<{ day: string }>('select current_date::text as day'))[0]?.day;
    const given = { value: UKPRN.value, source: 'uk-providers', verifiedOn: today };
    expect(await sourceOf()).toEqual(given);
    expect(await world.rows('select source_key from institution_identifier where value = $1', [UKPRN.value])).toEqual([{ source_key: 'ukprn:10000001' }]);
    await world.rows('update institution_identifier set source = null, source_key = null, verified_on = null where value = $1', [UKPRN.value]);
    expect((await importList('uk.json', UK)).out).toContain('0 updated, 2 unchanged');
    expect(await sourceOf()).toEqual(given);
    await world.rows(`update institution_identifier set source = 'another', source_key = '7', verified_on = '2020-02-29' where value = $1`, [UKPRN.value]);
    await importList('uk.json', UK);
    expect(await sourceOf()).toEqual({ ...given, source: 'another', verifiedOn: '2020-02-29' });
  });

  it('tell which of their columns have no place here', async () => {
    expect((await importList('columns.json', [{ name: 'Old Fen College', hesa: '0902', closed: '2008', groups: ['fen_group'], postcode: 'ZZ1 1ZZ' }])).out).toContain('left out   groups, postcode: no place here.');
  });

  it('add nothing in a second run', async () => {
    const before = await world.rows('select count(*) from institution');
    expect((await importList('world.json', WORLD)).out).toContain('0 added, 0 merged, 0 updated, 5 unchanged');
    expect((await importList('uk.json', UK)).out).toContain('0 added, 0 merged, 0 updated, 2 unchanged, 1 ambiguous, 1 skipped');
    expect(await world.rows('select count(*) from institution')).toEqual(before);
  });

  it('tell what an institution gained since', async () => {
    expect((await importList('uk.json', [{ ...UK[0], alsoKnownAs: ['Ilmarsh Polytechnic', 'Ilmarsh College of Further Education'] }])).out).toContain('1 updated');
  });

  it('never touch a fictional institution, and take a free slug', async () => {
    await world.rows(`insert into institution (id, slug, name, standing, country, is_fictional) values (gen_random_uuid(), 'northmoor-university', 'Northmoor University', 'MEMBER', 'GB', true)`);
    expect((await importList('more.json', [university('Northmoor University', 'northmoor.example')])).out).toContain('1 added, 0 merged');
    expect(await world.rows(`select slug from institution where name = 'Northmoor University' order by slug`)).toEqual([{ slug: 'northmoor-university' }, { slug: 'northmoor-university-gb' }]);
  });

  it('are refused as a whole when they are none', async () => {
    await writeFile(join(folder, 'none.json'), '{"a":1}');
    expect(await runCommand([institutionsImportCommand], ['institutions', 'import', join(folder, 'none.json')], env)).toMatchObject({ code: 1, error: expect.stringContaining('JSON array') });
  });
});

describe('A name', () => {
  it.each([
    ['ilmarsh', ['Ilmarsh University', 'The University of Ilmarsh']], ['UNIVERSITAT uber', ['Universität Überlingen']], ['polytech ilm', ['The University of Ilmarsh']], ['ilmarsh uni of', ['The University of Ilmarsh']],
    ["ilmarsh'); drop", []], ['%', []], ['& | ! :*', []],
  ])('is found by %s', async (query, names) => { expect(await named(query)).toEqual(names); });

  it('is found through the indexes of words where there are ten thousand', async () => {
    await importList('many.json', Array.from({ length: 10_000 }, (_, index) => university(`Invented College ${index} of Place${index % 97}`, `c${index}.example`, 'US')));
    await world.rows('analyze');
    const plan = await world.rows<{ 'QUERY PLAN': string }>(`explain select id from institution own where to_tsvector('simple', plain_name(own.name)) @@ to_tsquery('simple', (select '''ilmarsh'':*'))`);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('institution_words_idx');
    expect(await named('invented 4242')).toEqual(['Invented College 4242 of Place71']);
  }, 60_000);
});
