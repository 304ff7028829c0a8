/** Every number of the seeded case studies becomes a row and comes back as it was written. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { World } from '../../test/world.js';
import { contentOf, readRecordFile, type RecordParts, type StudyNumbers } from '../library/index.js';
import { newKey } from '../platform/ids/ids.js';
import { recordNumbersOf, saveRecordNumbers } from './index.js';

const FOLDER = new URL('../../seeds/records/', import.meta.url);
const STUDIES: readonly [string, RecordParts][] = readdirSync(FOLDER).filter((name) => name.startsWith('case-study-')).map((name) => {
  const reading = readRecordFile(readFileSync(new URL(name, FOLDER), 'utf8'));
  if (!reading.ok) throw new Error(reading.problem);
  return [name, contentOf(reading.record)];
});

let world: World;
let institutionId: string;
beforeAll(async () => {
  world = await World.create();
  institutionId = await world.institution('Calderfold');
}, 60_000);
afterAll(() => world.close());

async function resource(): Promise<string> {
  const id = newKey();
  await world.rows(`insert into resource (id, kind, institution_id, visibility, slug) values ($1, 'CASE_STUDY', $2, 'PUBLIC', $3)`, [id, institutionId, `study-${id}`]);
  return id;
}

async function save(numbers: StudyNumbers, resourceId: string): Promise<void> {
  await world.database.transaction('SYSTEM', (transaction) => saveRecordNumbers(transaction, { resourceId, institutionId, versionId: null }, numbers));
}

const back = (resourceId: string): Promise<StudyNumbers> => world.database.transaction('SYSTEM', (transaction) => recordNumbersOf(transaction, resourceId));

describe.each(STUDIES)('%s', (_name, { numbers }) => {
  it('comes back equal, and its metrics in order', async () => {
    const id = await resource();
    await save(numbers, id);
    const read = await back(id);
    expect(read).toEqual(numbers);
    const order = ({ metrics = [] }: StudyNumbers): string[][] => metrics.flatMap((row) => [Object.keys(row.values), Object.keys(row.derived)]);
    expect(order(read)).toEqual(order(numbers));
  });

  it('shows its people as the policy computes them, and keeps each raw count out of the published rows', async () => {
    const id = await resource();
    await save(numbers, id);
    const rows = await world.rows<{ raw: number; base: number; count: number | null; policy: string }>(
      `select c.count as raw, c.base, s.count, s.policy from people_count c join published_people_count s using (people_outcome_id, position) join people_outcome p on p.id = s.people_outcome_id join number_set n on n.id = p.number_set_id where n.resource_id = $1`, [id]);
    expect(rows).toHaveLength((numbers.peopleOutcomes ?? []).reduce((sum, outcome) => sum + outcome.rows.length, 0));
    for (const { count, policy } of rows) expect(policy === 'hesa-standard' ? (count ?? 1) % 5 : Math.min(count ?? 10, 10)).toBe(policy === 'hesa-standard' ? 0 : 10);
  });
});

describe('numbers that contradict themselves', () => {
  const [, study] = STUDIES.find(([name]) => name.includes('how-to-series')) ?? ['', undefined];
  const change = (edit: (numbers: { metrics: { values: Record<string, number | null>; nullReasons?: Record<string, string>; derived: Record<string, number>; channel: string }[]; peopleOutcomes: { parity?: { baseline?: number }; rows: { raw: { count: number }; published: { percent: number | null } }[] }[] }) => void): StudyNumbers => {
    const copy = structuredClone(study?.numbers ?? {});
    edit(copy as never);
    return copy;
  };

  it.each<[string, StudyNumbers, RegExp]>([
    ['a rate that its parts do not give', change(({ metrics: [row] }) => { if (row) row.derived['er-reach'] = 9.99; }), /metrics\.0\.derived\.er-reach: The values of the row give 3\.89/],
    ['no value and no reason', change(({ metrics: [row] }) => { if (row) row.values['likes'] = null; }), /Say why there is no value/],
    ['an unknown metric', change(({ metrics: [row] }) => { if (row) row.values['applause'] = 3; }), /"metric:applause" is not a tag of "metric"/],
    ['more people than there are', change(({ peopleOutcomes: [outcome] }) => { if (outcome?.rows[0]) outcome.rows[0].raw.count = 999_999; }), /no more than the people/],
    ['published figures that the raw ones do not give', change(({ peopleOutcomes: [outcome] }) => { if (outcome?.rows[0]) outcome.rows[0].published.percent = 99; }), /other published figures/],
    ['another ratio than the counts give', change(({ peopleOutcomes: [outcome] }) => { if (outcome?.parity) outcome.parity.baseline = 1; }), /another ratio/],
  ])('are refused: %s', async (_what, numbers, message) => {
    await expect(save(numbers, await resource())).rejects.toThrow(message);
  });
});

describe('numbers of an institution that is not invented', () => {
  const [, { numbers }] = STUDIES.find(([name]) => name.includes('how-to-series')) ?? ['', { numbers: {} as StudyNumbers }];
  const viewer = (acting: string) => ({ kind: 'PERSON', sessionId: '', personId: newKey(), institutionId: acting, institutionStanding: 'MEMBER', roles: [], memberOf: [], groupIds: [], isModerator: true, reviewsEvidence: true, isPlatformAdministrator: true }) as const;

  it('leave raw only in a transaction of that institution, and otherwise in their published form', async () => {
    const id = await resource();
    await save(numbers, id);
    await world.rows('update institution set is_fictional = false where id = $1', [institutionId]);
    const counts = ({ peopleOutcomes = [] }: StudyNumbers): unknown[] => peopleOutcomes.flatMap(({ rows }) => rows.map(({ raw }) => raw?.count ?? null));
    const exported = await back(id);
    const own = await world.database.transaction(viewer(institutionId), (transaction) => recordNumbersOf(transaction, id));
    await world.rows('update institution set is_fictional = true where id = $1', [institutionId]);
    expect(new Set(counts(exported))).toEqual(new Set([null]));
    expect(exported.peopleOutcomes?.[0]?.rows[0]?.published).toEqual(numbers.peopleOutcomes?.[0]?.rows[0]?.published);
    expect(own).toEqual(numbers);
    const again = await resource();
    await save(exported, again);
    expect(await back(again)).toEqual(exported);
  });
});

it('a file that states no numbers leaves none, and "none" is kept apart from "not stated"', async () => {
  const [silent, empty] = [await resource(), await resource()];
  await save({}, silent);
  await save({ metrics: [] }, empty);
  expect(await back(silent)).toEqual({});
  expect(await back(empty)).toEqual({ metrics: [] });
});
