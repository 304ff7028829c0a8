import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMAIL, FIRST_CONTACT, StudyDesk } from '../../../test/case-study.js';
import { type TestPerson, World } from '../../../test/world.js';

const NUMBERS = `visibility peopleOutcomesWithheld
  measurements { rowId period channel { id } basis { id } definitionVersion { id } extractedOn observations { metric { id description } unit value symbol reason { id } isComputed formula numerator denominator policy isRounded missing { id } } }
  peopleOutcomes { outcome { id } measure { label } parity { baseline intervention } contrasts { differencePp ci95 } rows { group groupLabel period count base percent symbol reason { id } policy isRounded } }`;
const READ = `query Read($slug: String!) { resource(slug: $slug) { id ... on CaseStudy { numbersWithheld numbers { ${NUMBERS} } } } }`;
const RAW = `measurements { observations { metric { id } value } } peopleOutcomes { rows { group count base } }`;
const READ_RAW = `query Raw($slug: String!) { resource(slug: $slug) { ... on CaseStudy { rawNumbers { ${RAW} } } draft { revision numbers { ${NUMBERS} } rawNumbers { ${RAW} } } } }`;

interface Figure { group: string; count: number | null; base: number; percent: number | null; symbol: string | null; reason: { id: string } | null }
interface Numbers {
  visibility: string; peopleOutcomesWithheld: string | null;
  measurements: { rowId: string; observations: { metric: { id: string }; value: number | null; numerator: number | null; policy: string }[] }[];
  peopleOutcomes: { rows: Figure[]; contrasts: object[] }[];
}
interface Raw { peopleOutcomes: { rows: { count: number; base: number }[] }[] }
interface Study { numbers: Numbers | null; numbersWithheld: string | null }
interface RawStudy { rawNumbers: Raw | null; draft: { revision: number; numbers: Numbers | null; rawNumbers: Raw | null } | null }

let world: World;
let desk: StudyDesk;
let amina: TestPerson;
let bea: TestPerson;
let tom: TestPerson;
let gwen: TestPerson;
let nia: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  bea = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  nia = await world.person({ at: 'Northmoor' });
  desk = new StudyDesk(world, amina, tom, gwen);
}, 60_000);
afterAll(() => world.close());

async function read(by: TestPerson | null, slug: string): Promise<Study> {
  const { data, errors } = await world.run<{ resource: Study }>(by, READ, { slug });
  if (errors) throw new Error(errors[0]?.message);
  return data.resource;
}

async function raw(by: TestPerson | null, slug: string): Promise<RawStudy | null> {
  const { data, errors } = await world.run<{ resource: RawStudy | null }>(by, READ_RAW, { slug });
  if (errors) throw new Error(errors[0]?.message);
  return data.resource;
}

async function published(numbers: object): Promise<{ id: string; slug: string }> {
  const study = await desk.draft();
  expect((await desk.record(study.id, 2, numbers)).errors).toEqual([]);
  await desk.publish(study.id, 3);
  return study;
}

/** What only members may read is made public, as no spec writes all that a public case study needs. */
async function opened(slug: string): Promise<void> {
  await world.rows(`update resource set visibility = 'PUBLIC' where slug = $1`, [slug]);
}

describe('Published numbers', () => {
  it('come with their parts, basis, definition and policy, rounded and suppressed', async () => {
    const { slug } = await published({ measurements: [EMAIL], peopleOutcomes: [FIRST_CONTACT] });
    const { numbers, numbersWithheld } = await read(nia, slug);
    expect(numbersWithheld).toBeNull();
    expect(numbers).toMatchObject({
      visibility: 'PUBLIC', peopleOutcomesWithheld: null,
      measurements: [{
        rowId: 'email', period: 'intervention', channel: { id: 'channel:email' }, basis: { id: 'metric-basis:scope-post-set' }, extractedOn: '2026-03-23',
        observations: [
          { metric: { id: 'metric:deliveries' }, unit: 'count', value: 3127, isComputed: false, policy: 'channel-counts', isRounded: false },
          { metric: { id: 'metric:unique-clicks' }, value: 211 },
          { metric: { id: 'metric:unique-opens' }, value: null, symbol: ':', reason: { id: 'suppression:not-collected' } },
          { metric: { id: 'metric:click-rate-email', description: 'Unique clicks over deliveries.' }, unit: 'percent', value: 6.75, isComputed: true, formula: 'unique-clicks / deliveries * 100', numerator: 211, denominator: 3127, missing: [] },
        ],
      }],
      peopleOutcomes: [{ outcome: { id: 'outcome:first-contact' }, measure: { label: 'First-time users' }, rows: [
        { group: 'audience:care-experienced', count: 10, base: 85, percent: 13, symbol: null, reason: null, policy: 'hesa-standard', isRounded: true },
        { group: 'audience:estranged', count: 5, base: 20, percent: null, symbol: '..', reason: { id: 'suppression:base-under-threshold' }, policy: 'hesa-standard' },
      ] }],
    });
  });

  it('treat the viewers of a small protected group as people', async () => {
    const few = { ...EMAIL, isSmallAudience: true, values: [{ metric: 'metric:posts', value: 11 }, { metric: 'metric:deliveries', value: 14 }, { metric: 'metric:unique-clicks', value: 9 }] };
    const { slug } = await published({ measurements: [few] });
    const rows = (await read(nia, slug)).numbers?.measurements[0]?.observations.map(({ metric, value, numerator }) => [metric.id, value, numerator]);
    expect(rows).toEqual([['metric:posts', 11, null], ['metric:deliveries', 15, null], ['metric:unique-clicks', 10, null], ['metric:click-rate-email', null, 10]]);
  });

  it('round people that stand in a row of a channel', async () => {
    const { slug } = await published({ measurements: [{ ...EMAIL, values: [{ metric: 'metric:attendances', value: 7 }, { metric: 'metric:first-time-users', value: 3 }] }] });
    expect((await read(nia, slug)).numbers?.measurements[0]?.observations.map(({ value, policy }) => [value, policy])).toEqual([[5, 'hesa-standard'], [5, 'hesa-standard']]);
  });

  it('compare the arms of a trial, and leave out a comparison with a hidden side', async () => {
    const arm = (group: string, name: string, count: number, base: number): object => ({ group, period: 'intervention', arm: name, count, base });
    const trial = {
      ...FIRST_CONTACT, arms: [{ id: 'sent', label: 'Sent' }, { id: 'held', label: 'Held back' }],
      rows: [arm('audience:all-students', 'sent', 103, 1595), arm('audience:all-students', 'held', 99, 1595), arm('audience:carer', 'sent', 1, 11), arm('audience:carer', 'held', 0, 9)],
      contrasts: ['audience:all-students', 'audience:carer'].map((group) => ({ group, first: 'sent', second: 'held' })),
    };
    const { slug } = await published({ peopleOutcomes: [trial] });
    expect((await read(nia, slug)).numbers?.peopleOutcomes[0]?.contrasts).toEqual([{ differencePp: 0.3, ci95: [-1.4, 2] }]);
  });

  it('lose a person who is named beside them, by a redaction, and stay as they are', async () => {
    const named = { ...FIRST_CONTACT, arms: [{ id: 'sent', label: 'Sent by Samira Quill' }, { id: 'held', label: 'Held back' }] };
    const { id, slug } = await published({ measurements: [{ ...EMAIL, definitionNote: 'Counted by Samira Quill.' }], peopleOutcomes: [named] });
    const all = async (): Promise<string> => JSON.stringify((await world.run(nia, `query All($slug: String!) { resource(slug: $slug) { ... on CaseStudy { numbers { measurements { definitionNote observations { value } } peopleOutcomes { arms { id label } rows { count base } } } } } }`, { slug })).data);
    const before = await all();
    expect(before.match(/Samira Quill/g)).toHaveLength(2);
    const { data } = await world.run<{ redact: { reach: { places: number }; errors: object[] } }>(tom, 'mutation Redact($input: RedactInput!) { redact(input: $input) { reach { places } errors { message } } }', { input: { id, what: 'NAME', words: 'Samira Quill', reason: 'She asked us to.' } });
    expect(data.redact).toEqual({ reach: { places: 2 }, errors: [] });
    expect(await all()).toBe(before.replaceAll('Samira Quill', `[name removed ${new Date().toISOString().slice(0, 10)}]`));
  });

  it('may have a smaller audience than the narrative, and say so to whoever is outside it', async () => {
    const { slug } = await published({ visibility: 'MEMBERS', measurements: [EMAIL] });
    await opened(slug);
    expect(await read(null, slug)).toMatchObject({ numbers: null, numbersWithheld: 'FOR_MEMBERS' });
    expect((await read(nia, slug)).numbers?.measurements).toHaveLength(1);
    const inside = await published({ visibility: 'INSTITUTION', measurements: [EMAIL] });
    expect(await read(nia, inside.slug)).toMatchObject({ numbers: null, numbersWithheld: 'FOR_THE_INSTITUTION' });
    expect((await read(bea, inside.slug)).numbers?.measurements).toHaveLength(1);
  });

  it('keep outcomes for people from the public where they are for members', async () => {
    const { slug } = await published({ measurements: [EMAIL], peopleOutcomes: [{ ...FIRST_CONTACT, visibility: 'MEMBERS' }] });
    await opened(slug);
    expect((await read(null, slug)).numbers).toMatchObject({ measurements: [{ rowId: 'email' }], peopleOutcomes: [], peopleOutcomesWithheld: 'FOR_MEMBERS' });
    expect((await read(nia, slug)).numbers).toMatchObject({ peopleOutcomes: [{}], peopleOutcomesWithheld: null });
  });

  it('say when there are none', async () => {
    const study = await desk.draft();
    await desk.publish(study.id, 2);
    expect(await read(nia, study.slug)).toMatchObject({ numbers: null, numbersWithheld: 'NOT_RECORDED' });
  });

  it('stay as they were published while new ones are recorded, and change with the next version', async () => {
    const study = await published({ measurements: [EMAIL] });
    await desk.save(study.id, 0);
    expect((await raw(amina, study.slug))?.draft?.numbers?.measurements[0]?.rowId).toBe('email');
    await desk.record(study.id, 1, { measurements: [{ ...EMAIL, rowId: 'second' }] });
    expect((await read(nia, study.slug)).numbers?.measurements[0]?.rowId).toBe('email');
    expect((await raw(amina, study.slug))?.draft?.numbers?.measurements[0]?.rowId).toBe('second');
    await desk.publish(study.id, 2);
    expect((await read(nia, study.slug)).numbers?.measurements[0]?.rowId).toBe('second');
  });

  it('are carried over by a version that has none of its own', async () => {
    const study = await published({ measurements: [EMAIL] });
    await desk.save(study.id, 0);
    await desk.publish(study.id, 1);
    expect((await read(nia, study.slug)).numbers?.measurements[0]?.rowId).toBe('email');
  });

  it('cannot be changed or removed once published, not even by the system', async () => {
    const { slug } = await published({ measurements: [EMAIL] });
    const [set] = await world.rows<{ id: string }>('select s.id from number_set s join resource r on r.id = s.resource_id where r.slug = $1', [slug]);
    for (const statement of ['delete from number_set where id = $1 returning id', 'update number_set set frozen_at = null where id = $1 returning id']) {
      expect(await world.database.transaction('SYSTEM', (transaction) => transaction.query(statement, [set?.id]))).toEqual([]);
    }
    await expect(world.database.transaction('SYSTEM', (transaction) => transaction.query('update published_observation set value = 0'))).rejects.toThrow('permission denied');
  });
});

describe('A list of case studies with numbers and run summaries', () => {
  const LIST = `query List($first: Int!) { resources(first: $first, filter: { kind: CASE_STUDY }) { edges { node { title runSummary { tried worked mixed noEffect running } ... on CaseStudy { numbersWithheld numbers { ${NUMBERS} } } } } } }`;

  it('is read in one statement, whether it has 3 rows or 30', async () => {
    const { slug } = await published({ measurements: [EMAIL], peopleOutcomes: [FIRST_CONTACT] });
    await world.rows(`
      with planned as (select gen_random_uuid() as copy, gen_random_uuid() as version, gen_random_uuid() as numbers, n, r.* from resource r, generate_series(1, 30) n where r.slug = $1),
        copied as (insert into resource (id, kind, institution_id, visibility, slug, published_version_id, published_at) select copy, kind, institution_id, visibility, slug || n, version, published_at from planned),
        versions as (insert into resource_version (id, resource_id, number, content, credit, author_id) select p.version, p.copy, 1, v.content, v.credit, v.author_id from planned p join resource_version v on v.id = p.published_version_id),
        sets as (insert into number_set (id, resource_id, institution_id, visibility, measurements_stated, people_stated, frozen_at) select numbers, copy, institution_id, visibility, true, true, now() from planned)
      insert into version_numbers (version_id, resource_id, number_set_id) select version, copy, numbers from planned`, [slug]);
    const counts: [number, number][] = [];
    for (const first of [3, 30]) {
      let rows = 0;
      const statements = await world.statements(async () => {
        const { data } = await world.run<{ resources: { edges: object[] } }>(null, LIST, { first });
        rows = data.resources.edges.length;
        const mine = await world.run<{ resources: { edges: object[] } }>(nia, LIST, { first });
        rows = mine.data.resources.edges.length;
      });
      counts.push([rows, statements]);
    }
    expect(counts).toEqual([[3, 3], [30, 3]]); // one for nobody, two for somebody: the session, and the list
  });
});

describe('Raw numbers', () => {
  it('are for the author team and the approvers of the owner, of the draft and of what is published', async () => {
    const study = await desk.draft();
    await desk.record(study.id, 2);
    expect((await raw(amina, study.slug))?.draft?.rawNumbers?.peopleOutcomes[0]?.rows[0]).toMatchObject({ count: 11, base: 84 });
    await desk.publish(study.id, 3);
    for (const insider of [amina, tom]) expect((await raw(insider, study.slug))?.rawNumbers?.peopleOutcomes[0]?.rows[1]).toMatchObject({ count: 4, base: 19 });
    for (const other of [bea, gwen, nia, null]) expect((await raw(other, study.slug))?.rawNumbers ?? null).toBeNull();
  });

  it('are never for the moderator, who judges them in the form in which they will be published', async () => {
    const study = await desk.draft();
    await desk.record(study.id, 2);
    await desk.submit(study.id, 3);
    await desk.decide(study.id, tom);
    const judged = await raw(gwen, study.slug);
    expect(judged?.draft?.rawNumbers).toBeNull();
    expect(judged?.draft?.numbers?.peopleOutcomes[0]?.rows).toMatchObject([{ count: 10, percent: 13 }, { count: 5, percent: null }]);
    await desk.decide(study.id, gwen);
    expect((await read(nia, study.slug)).numbers?.peopleOutcomes).toHaveLength(1);
  });

  it('that stay within the institution are not shown to the moderator in any form', async () => {
    const study = await desk.draft();
    await desk.record(study.id, 2, { visibility: 'INSTITUTION', measurements: [EMAIL], peopleOutcomes: [FIRST_CONTACT] });
    await desk.submit(study.id, 3);
    expect((await raw(tom, study.slug))?.draft?.numbers?.measurements).toHaveLength(1);
    await desk.decide(study.id, tom);
    expect((await raw(gwen, study.slug))?.draft).toMatchObject({ revision: 3, numbers: null, rawNumbers: null });
  });

  it('stay behind row security even where the application forgets to ask', async () => {
    await published({ measurements: [EMAIL], peopleOutcomes: [FIRST_CONTACT] });
    const viewer = { kind: 'PERSON', sessionId: '', personId: gwen.id, institutionId: gwen.institutionId, institutionStanding: 'MEMBER', roles: [], memberOf: [], groupIds: [], isModerator: true, reviewsEvidence: true, isPlatformAdministrator: true } as const;
    for (const table of ['observation', 'people_count']) {
      expect(await world.database.transaction(viewer, (transaction) => transaction.query(`select * from ${table}`))).toEqual([]);
      await expect(world.database.read(`select * from ${table}`)).rejects.toThrow('permission denied');
    }
  });

  it('of a draft are unknown to the reading pool, its rows and its rounded figures too', async () => {
    const study = await desk.draft();
    await desk.record(study.id, 2, { measurements: [{ ...EMAIL, rowId: 'unpublished row' }] });
    expect(await world.database.read(`select * from measurement where row_id = 'unpublished row'`)).toEqual([]);
    expect(await world.rows(`select 1 from measurement where row_id = 'unpublished row'`)).toHaveLength(1);
    expect(await world.database.read('select * from number_set where frozen_at is null')).toEqual([]);
  });

  it('never reach the words a resource is found by', async () => {
    const { slug } = await published({ measurements: [{ ...EMAIL, values: [{ metric: 'metric:deliveries', value: 987123 }] }] });
    expect(await world.rows(`select 1 from resource where slug = $1 and search_words @@ '987123'::tsquery`, [slug])).toEqual([]);
  });
});

describe('Recording numbers', () => {
  it('counts as a save: a stale one changes nothing, and the revision grows', async () => {
    const { id } = await desk.draft();
    expect(await desk.record(id, 1)).toMatchObject({ resource: null, errors: [{ __typename: 'StaleDraftError' }] });
    expect(await desk.record(id, 2)).toMatchObject({ resource: { draft: { revision: 3 } }, errors: [] });
    expect(await desk.record(id, 3, { measurements: [] })).toMatchObject({ resource: { draft: { revision: 4 } } });
  });

  it('names every problem with its place', async () => {
    const { id } = await desk.draft();
    const wrong = {
      measurements: [{ ...EMAIL, channel: 'channel:fax', values: [{ metric: 'metric:deliveries', value: -1 }, { metric: 'metric:unique-opens' }, { metric: 'metric:ctr', value: 4 }], rates: [{ metric: 'metric:click-rate-email' }] }],
      peopleOutcomes: [{ ...FIRST_CONTACT, rows: [{ group: 'audience:nobody', period: 'intervention', count: 20, base: 19 }] }],
    };
    const { errors } = await desk.record(id, 2, wrong);
    expect(errors.map(({ path }) => path.join('.'))).toEqual([
      'measurements.0.channel', 'measurements.0.values.deliveries', 'measurements.0.values.unique-opens', 'measurements.0.values.ctr', 'measurements.0.derived.click-rate-email',
      'peopleOutcomes.0.rows.0.group', 'peopleOutcomes.0.rows.0',
    ]);
  });

  it('waits while the draft is being reviewed, and is for the author team alone', async () => {
    const { id } = await desk.draft();
    await expect(desk.record(id, 2, {}, bea)).rejects.toThrow('NOT_FOUND');
    await expect(desk.record(id, 2, {}, nia)).rejects.toThrow('NOT_FOUND');
    await desk.submit(id, 2);
    expect((await desk.record(id, 2)).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
  });

  it('needs a draft once the case study is published', async () => {
    const { id } = await published({ measurements: [EMAIL] });
    expect((await desk.record(id, 0)).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
  });

  it('computes what was asked for with parts that a channel does not report', async () => {
    const shorts = {
      ...EMAIL, rowId: 'shorts', channel: 'channel:youtube', format: 'format:youtube-short', definitionVersion: 'definition-version:yts-start-2025',
      values: [['engaged-views', 3710], ['likes', 118], ['comments', 7], ['shares', 31]].map(([metric, value]) => ({ metric: `metric:${metric}`, value })),
      rates: [{ metric: 'metric:er-engaged-views', missing: ['metric:saves'] }],
    };
    const { slug } = await published({ measurements: [shorts] });
    expect((await read(nia, slug)).numbers?.measurements[0]?.observations.at(-1)).toMatchObject({ value: 4.2, numerator: 156, denominator: 3710, missing: [{ id: 'metric:saves' }] });
  });
});
