import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREATE, NOTE, SAVE } from '../../../test/operations.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';

const DAYS = 'query Days($slug: String!, $on: Date!) { resource(slug: $slug) { ... on Playbook { timeline(startsOn: $on) { steps { order startsOn endsOn waitsFor delayedBy } endsOn circle calendar } } } }';
interface Days { steps: { order: number; startsOn: string; endsOn: string; waitsFor: number[]; delayedBy: number }[]; endsOn: string | null; circle: number[]; calendar: string | null }

let world: World;
let nia: TestPerson;
beforeAll(async () => {
  world = await World.create();
  nia = await world.person({ at: 'Northmoor' });
}, 60_000);
afterAll(() => world.close());

async function written(steps: readonly object[]): Promise<string> {
  const { data } = await world.run<{ createResource: { resource: { id: string; slug: string } } }>(nia, CREATE, { input: { kind: 'PLAYBOOK', title: 'Drop-ins; daily', summary: '' } });
  const { id, slug } = data.createResource.resource;
  const saved = await world.run<{ saveDraft: { errors: object[] } }>(nia, SAVE, { input: { id, expectedRevision: 1, content: { playbook: { ...NOTE, title: 'Drop-ins; daily', steps } } } });
  expect(saved.data.saveDraft.errors).toEqual([]);
  return slug;
}
const ask = (slug: string, on: string, by: TestPerson | null = nia): Promise<Answer<{ resource: { timeline: Days } | null }>> => world.run(by, DAYS, { slug, on });
const STEPS = [{ order: 1, title: 'Plan', duration: 'P3D' }, { order: 2, title: 'Film', week: 1, dependsOn: [1] }];

describe('The days of a playbook', () => {
  it('are reckoned from the day on which somebody starts, each step after what it waits for', async () => {
    const { data } = await ask(await written(STEPS), '2027-01-04');
    expect(data.resource?.timeline).toMatchObject({ endsOn: '2027-01-07', circle: [], steps: [{ order: 1, startsOn: '2027-01-04', endsOn: '2027-01-06', waitsFor: [], delayedBy: 0 }, { order: 2, startsOn: '2027-01-07', endsOn: '2027-01-07', waitsFor: [1], delayedBy: 3 }] });
  });

  it('come as a calendar file that stays the same, and moves its events when asked for another day', async () => {
    const slug = await written(STEPS);
    const [file, again, later] = (await Promise.all(['2027-01-04', '2027-01-04', '2027-02-01'].map((on) => ask(slug, on)))).map(({ data }) => data.resource?.timeline.calendar ?? '');
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:1\. Plan\r\nDESCRIPTION:Drop-ins\\; daily[\s\S]*END:VCALENDAR\r\n$/);
    expect(again).toBe(file);
    expect(later?.match(/UID:.*/g)).toEqual(file?.match(/UID:.*/g));
    expect(later).not.toBe(file);
  });

  it('are none without steps, and on no day that there is not', async () => {
    const empty = await written([]);
    expect((await ask(empty, '2027-01-04')).data.resource?.timeline).toEqual({ steps: [], endsOn: null, circle: [], calendar: null });
    for (const day of ['2027-02-29', 'tomorrow', '']) expect((await ask(empty, day)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('are for whoever may read it', async () => {
    const slug = await written(STEPS);
    for (const somebody of [null, await world.person({ at: 'Calderfold' })]) expect((await ask(slug, '2027-01-04', somebody)).data).toEqual({ resource: null });
  });
});

describe('The days of a series', () => {
  const PLAN = 'query Plan($slug: String!, $on: Date) { resource(slug: $slug) { ... on ContentTemplate { seriesPlan(startsOn: $on) { cadence each isOrdered pieces { number turn about on } calendar } } } }';
  const template = async (series: object | null): Promise<string> => {
    const { data } = await world.run<{ createResource: { resource: { id: string; slug: string } } }>(nia, CREATE, { input: { kind: 'CONTENT_TEMPLATE', title: 'Two reminders', summary: '' } });
    const { id, slug } = data.createResource.resource;
    const saved = await world.run<{ saveDraft: { errors: object[] } }>(nia, SAVE, { input: { id, expectedRevision: 1, content: { contentTemplate: { title: 'Two reminders', summary: '', series } } } });
    expect(saved.data.saveDraft.errors).toEqual([]);
    return slug;
  };
  const plan = async (slug: string, on: string | null) => (await world.run<{ resource: { seriesPlan: { pieces: { on: string | null }[]; calendar: string | null } | null } }>(nia, PLAN, { slug, on })).data.resource.seriesPlan;
  const SERIES = { cadence: 'P1W', itemsPerCadence: 1, slots: ['seven days before', 'one day before'], order: 'fixed' };

  it('are reckoned from the day of the first piece, and stand in a calendar file', async () => {
    const found = await plan(await template(SERIES), '2027-01-31');
    expect(found).toMatchObject({ cadence: 'P1W', each: 1, isOrdered: true, pieces: [{ number: 1, turn: 1, about: 'seven days before', on: '2027-01-31' }, { number: 2, turn: 2, about: 'one day before', on: '2027-02-07' }] });
    expect(found?.calendar).toMatch(/DTSTART;VALUE=DATE:20270207\r\nDTEND;VALUE=DATE:20270208\r\nSUMMARY:2\. one day before/);
  });

  it('are turns alone without a first day, and nothing where there is no series', async () => {
    expect(await plan(await template(SERIES), null)).toMatchObject({ calendar: null, pieces: [{ turn: 1, on: null }, { turn: 2, on: null }] });
    expect(await plan(await template(null), '2027-01-31')).toBeNull();
  });

  it('begin on no day that there is not', async () => {
    expect((await world.run(nia, PLAN, { slug: await template(SERIES), on: '2027-02-29' })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });
});
