/** The demo commons: every state can be seen, a second run changes nothing, and one command removes it all. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { World } from '../../../test/world.js';
import { keyFor } from './keys.js';
import { loadDemo } from './load.js';
import { removeDemo } from './remove.js';

jest.setTimeout(120_000);

let world: World;
let env: Record<string, string>;
const load = (): Promise<string> => loadDemo(env);
beforeAll(async () => {
  world = await World.create({ mode: 'demo' }, async ({ databaseUrl }) => { env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: 'http://localhost:4000' }; });
  env['DATABASE_OWNER_URL'] = world.ownerUrl;
  await world.rows(`update setting set value = 'demo' where name = 'mode'`);
  await load();
}, 120_000);
afterAll(() => world.close());

const count = async (from: string): Promise<number> => (await world.rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]?.count ?? 0;
const everything = async (): Promise<object> => ({
  institutions: await count('institution'), people: await count('person'), resources: await count('resource'), versions: await count('resource_version'), drafts: await count('resource_draft'), items: await count('review_item'), events: await count('lifecycle_event'),
  numbers: await count('observation'), counts: await count('people_count'), runs: await count('run'),
});
let first: object;

interface Listed { title: string; runSummary: { tried: number; worked: number; mixed: number; noEffect: number; running: number }; numbers?: { measurements: object[]; peopleOutcomes: object[]; peopleOutcomesWithheld: string | null } | null; numbersWithheld?: string | null }

async function listed(filter: string): Promise<Listed[]> {
  const { data } = await world.run<{ resources: { edges: { node: Listed }[] } }>(null, `{ resources(first: 100, filter: { kind: ${filter} }) { edges { node { title runSummary { tried worked mixed noEffect running }
    ... on CaseStudy { numbersWithheld numbers { measurements { rowId observations { value } } peopleOutcomes { rows { count } } peopleOutcomesWithheld } } } } } }`);
  return data.resources.edges.map(({ node }) => node);
}

describe('The demo commons', () => {
  it('shows work in every state', async () => {
    first = await everything();
    expect(await count(`resource_draft where status = 'DRAFT'`)).toBeGreaterThan(4);
    expect(await count(`review_item where status = 'OPEN' and stage = 'SIGN_OFF'`)).toBe(2);
    expect(await count(`review_item where status = 'OPEN' and stage = 'MODERATION'`)).toBe(2);
    expect(await count(`review_item where status = 'RETURNED' and reason is not null`)).toBe(2);
    expect(await count('resource where archived_at is not null')).toBe(1);
    expect(await count(`resource where visibility = 'INSTITUTION' and published_at is not null and archived_at is null`)).toBe(1);
    expect(await count('resource where adapted_from_version_id is not null')).toBe(6);
    expect(await world.rows('select resource_id from resource_version group by resource_id having count(*) > 1')).toHaveLength(3);
    expect(await count(`resource_version v join resource r on r.id = v.resource_id where v.number = 3 and r.id = '${keyFor('record pb-needs-discovery-sprint')}'`)).toBe(1);
  });

  it('is the same after a second run', async () => {
    expect(await load()).toContain('0 records were published, 0 runs recorded and 0 scenes played now');
    expect(await everything()).toEqual(first);
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

  it('is not removed while a real institution builds on it', async () => {
    const real = await world.institution('Real');
    await world.rows(`update institution set is_fictional = false where id = $1`, [real]);
    await world.rows(`insert into resource (id, kind, institution_id, visibility, slug, adapted_from_version_id) select gen_random_uuid(), 'PLAYBOOK', $1, 'PRIVATE', 'built-on-it', published_version_id from resource where published_version_id is not null limit 1`, [real]);
    await expect(removeDemo(env)).rejects.toThrow('Real institutions adapted demo work; nothing was removed: built-on-it of Real.');
    expect(await count('institution where is_fictional')).toBe(6);
    await world.rows(`delete from resource where slug = 'built-on-it'`);
  });

  it('is removed by one command, with nothing real, and loaded again as it was', async () => {
    const real = await world.person({ at: 'Real' });
    expect(await removeDemo(env)).toMatch(/^Removed: .*6 of institution/);
    expect(await everything()).toEqual({ institutions: 1, people: 1, resources: 0, versions: 0, drafts: 0, items: 0, events: 0, numbers: 0, counts: 0, runs: 0 });
    expect(await world.rows('select id from person')).toEqual([{ id: real.id }]);
    expect(await removeDemo(env)).toBe('There was no demo commons.');
    await load();
    const again = await everything() as { institutions: number; people: number };
    expect({ ...again, institutions: again.institutions - 1, people: again.people - 1 }).toEqual(first);
  });

  it('is no business of other modes', async () => {
    await expect(removeDemo({ ...env, PASSALONG_MODE: 'production' })).rejects.toThrow('belongs to demo mode');
    await expect(loadDemo({ ...env, PASSALONG_MODE: 'production' })).rejects.toThrow('belongs to demo mode');
    await expect(removeDemo({ ...env, DATABASE_OWNER_URL: undefined as unknown as string })).rejects.toThrow('DATABASE_OWNER_URL');
  });
});
