import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../../test/world.js';
import { loadDemo } from './load.js';

let world: World;
let second: string;
beforeAll(async () => {
  world = await World.create({ mode: 'demo' }, async ({ databaseUrl }) => {
    const load = (): Promise<string> => loadDemo({ DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: 'http://localhost:4000', PORT: '4000' });
    await load();
    second = await load();
  });
}, 120_000);
afterAll(() => world.close());

interface Listed { title: string; runSummary: { tried: number; worked: number; mixed: number; noEffect: number; running: number }; numbers?: { measurements: object[]; peopleOutcomes: object[]; peopleOutcomesWithheld: string | null } | null; numbersWithheld?: string | null }

async function listed(filter: string): Promise<Listed[]> {
  const { data } = await world.run<{ resources: { edges: { node: Listed }[] } }>(null, `{ resources(first: 100, filter: { kind: ${filter} }) { edges { node { title runSummary { tried worked mixed noEffect running }
    ... on CaseStudy { numbersWithheld numbers { measurements { rowId observations { value } } peopleOutcomes { rows { count } } peopleOutcomesWithheld } } } } } }`);
  return data.resources.edges.map(({ node }) => node);
}

describe('The numbers of the demo commons', () => {
  it('is loaded once: a second time changes nothing', () => {
    expect(second).toContain('0 records were published, 0 runs recorded');
  });

  it('shows how often a playbook was tried, and how it went', async () => {
    const video = (await listed('PLAYBOOK')).find(({ title }) => title === 'Peer-led short video in twelve weeks');
    expect(video?.runSummary).toEqual({ tried: 3, worked: 1, mixed: 2, noEffect: 0, running: 1 });
  });

  it('shows public case studies with the numbers of their channels, and keeps those of people for members', async () => {
    const studies = await listed('CASE_STUDY');
    expect(studies).toHaveLength(3);
    for (const study of studies) {
      expect(study.numbersWithheld).toBeNull();
      expect(study.numbers?.measurements.length).toBeGreaterThan(0);
      expect(study.numbers?.peopleOutcomes).toEqual([]);
    }
    expect(studies.map(({ numbers }) => numbers?.peopleOutcomesWithheld).filter((reason) => reason === 'FOR_MEMBERS').length).toBeGreaterThan(0);
  });

  it('has every raw number of its case studies behind the wall', async () => {
    const [{ raw = 0 } = {}] = await world.rows<{ raw: number }>('select count(*)::int as raw from people_count');
    expect(raw).toBeGreaterThan(60);
    await expect(world.database.read('select * from people_count')).rejects.toThrow('permission denied');
  });
});
