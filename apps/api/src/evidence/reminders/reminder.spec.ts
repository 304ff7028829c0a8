import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MOST_REMINDERS } from '@passalong/domain';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';

const REMINDER = 'reminder { id dueOn isDue versionNumber resource { title } }';
const payload = (name: string, type: string): string => `mutation Try($input: ${type}!) { done: ${name}(input: $input) { ${REMINDER} errors { code path message } } }`;
const [REMIND, POSTPONE, CANCEL] = [payload('remindToReport', 'RemindToReportInput'), payload('postponeReminder', 'ReminderIdInput'), payload('cancelReminder', 'ReminderIdInput')];
const MINE = '{ viewer { reminders { id dueOn isDue versionNumber resource { id title reminder { id } } } } }';
const START = 'mutation Start($input: StartRunInput!) { startRun(input: $input) { run { id } errors { code } } }';
const FINISH = 'mutation Finish($input: FinishRunInput!) { finishRun(input: $input) { errors { code } } }';

interface Reminder { id: string; dueOn: string; isDue: boolean; versionNumber: number; resource: { id: string; title: string; reminder: { id: string } | null } | null }
interface Done { reminder: Reminder | null; errors: { code: string; path?: string[] }[]; thrown: string | undefined }

let world: World;
let release: Release;
let bea: TestPerson;
let work: Started;

beforeAll(async () => {
  world = await World.create();
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
  work = await release.publish();
  bea = await world.person({ at: 'Northmoor' });
}, 60_000);
afterAll(() => world.close());

/** Somebody of Northmoor who asked for nothing yet. */
const newcomer = (): Promise<TestPerson> => world.person({ at: 'Northmoor' });

async function done(by: TestPerson | null, operation: string, input: object): Promise<Done> {
  const { data, errors } = await world.run<{ done: Omit<Done, 'thrown'> }>(by, operation, { input });
  return { ...(data?.done ?? { reminder: null, errors: [] }), thrown: errors?.[0]?.extensions.code };
}

const remind = (by: TestPerson | null, inWeeks = 4, resourceId = work.id): Promise<Done> => done(by, REMIND, { resourceId, inWeeks });
const mine = async (by: TestPerson | null): Promise<Reminder[]> => (await world.run<{ viewer: { reminders: Reminder[] } }>(by, MINE)).data.viewer.reminders;
/** The day by the clock of the database, which decides what is due. */
const dayIn = async (days: number): Promise<string> => (await world.rows<{ day: string }>(`select to_char(current_date + $1::int, 'YYYY-MM-DD') as day`, [days]))[0]?.day ?? '';
const moveTo = (by: TestPerson, days: number): Promise<object[]> => world.rows('update use_reminder set due_on = current_date + $2::int where person_id = $1', [by.id, days]);

describe('Whoever uses a resource', () => {
  it('asks to be reminded in 1, 2, 4 or 12 weeks, and is asked from that day on', async () => {
    const who = await newcomer();
    for (const weeks of [1, 2, 12, 4]) expect(await remind(who, weeks)).toMatchObject({ reminder: { dueOn: await dayIn(weeks * 7), isDue: false, versionNumber: 1 }, errors: [] });
    await moveTo(who, 1);
    expect(await mine(who)).toMatchObject([{ isDue: false }]);
    for (const days of [0, -300]) {
      await moveTo(who, days);
      expect(await mine(who)).toMatchObject([{ isDue: true, dueOn: await dayIn(days), resource: { id: work.id } }]);
    }
  });

  it('has one reminder however often they ask, also at the same moment; the day moves, and the version with it', async () => {
    const who = await newcomer();
    const other = await release.publish();
    const first = await remind(who, 1, other.id);
    await release.revise(other.id);
    await Promise.all([remind(who, 12, other.id), remind(who, 12, other.id), remind(who, 12, other.id)]);
    expect(await mine(who)).toMatchObject([{ id: first.reminder?.id, dueOn: await dayIn(84), versionNumber: 2, resource: { reminder: { id: first.reminder?.id } } }]);
  });

  it('puts it off by two weeks, from today where the day has passed', async () => {
    const who = await newcomer();
    const { reminder } = await remind(who, 1);
    expect((await done(who, POSTPONE, { id: reminder?.id })).reminder).toMatchObject({ dueOn: await dayIn(21), isDue: false });
    await moveTo(who, -100);
    expect((await done(who, POSTPONE, { id: reminder?.id })).reminder).toMatchObject({ dueOn: await dayIn(14), isDue: false });
  });

  it('cancels it, twice without harm; then it is not put off, and asked for anew', async () => {
    const who = await newcomer();
    const { reminder } = await remind(who);
    for (let time = 0; time < 2; time += 1) expect(await done(who, CANCEL, { id: reminder?.id })).toMatchObject({ reminder: { id: reminder?.id }, errors: [] });
    expect(await mine(who)).toEqual([]);
    expect((await done(who, POSTPONE, { id: reminder?.id })).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    await remind(who, 2);
    expect(await mine(who)).toMatchObject([{ id: reminder?.id, dueOn: await dayIn(14) }]);
  });

  it('is not asked again once they said how it went; a colleague who asked for themselves is', async () => {
    const who = await newcomer();
    await remind(who);
    await remind(bea);
    const begun = await world.run<{ startRun: { run: { id: string } } }>(who, START, { input: { resourceId: work.id } });
    expect(await mine(who)).toHaveLength(1);
    await world.run(who, FINISH, { input: { id: begun.data.startRun.run.id, verdict: 'NO_EFFECT' } });
    expect([(await mine(who)).length, (await mine(bea)).length]).toEqual([0, 1]);
  });

  it(`has ${MOST_REMINDERS} waiting at most, also where two are asked for at once`, async () => {
    const who = await newcomer();
    const others = [await release.publish(), await release.publish()];
    await world.rows(`with spare as (insert into resource (id, kind, institution_id, visibility, slug, published_at) select gen_random_uuid(), 'PLAYBOOK', $2, 'MEMBERS', 'spare-' || n, now() from generate_series(1, $3::int) n returning id),
      made as (insert into resource_version (id, resource_id, number, content, credit, author_id) select gen_random_uuid(), id, 1, '{}', '', $1 from spare returning id, resource_id)
      select from made`, [release.author.id, release.author.institutionId, MOST_REMINDERS - 1]);
    await world.rows(`insert into use_reminder (id, person_id, institution_id, resource_id, version_id, due_on) select gen_random_uuid(), $1, $2, v.resource_id, v.id, current_date from resource_version v join resource r on r.id = v.resource_id where r.slug like 'spare-%'`, [who.id, who.institutionId]);
    const both = await Promise.all(others.map(({ id }) => remind(who, 4, id)));
    expect(both.map(({ errors }) => errors.map(({ code }) => code).join()).sort()).toEqual(['', 'NOT_POSSIBLE']);
    expect(await mine(who)).toHaveLength(MOST_REMINDERS);
    const known = (await mine(who)).find(({ resource }) => others.some(({ id }) => id === resource?.id));
    expect(await remind(who, 12, known?.resource?.id)).toMatchObject({ errors: [] });
  });
});

describe('A reminder', () => {
  it('is nobody else’s: neither a colleague nor a moderator sees it, moves it or cancels it', async () => {
    const who = await newcomer();
    const { reminder } = await remind(who);
    const before = await mine(who);
    const stranger = await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
    for (const other of [stranger, release.moderator, release.author]) {
      expect(await mine(other)).toEqual([]);
      for (const operation of [POSTPONE, CANCEL]) expect((await done(other, operation, { id: reminder?.id })).thrown).toBe('NOT_FOUND');
      const seen = await world.database.transaction({ kind: 'INSTITUTION', institutionId: other.institutionId }, (transaction) => transaction.query('select from use_reminder'));
      expect(seen).toEqual([]);
    }
    expect(await mine(null)).toEqual([]);
    expect((await done(null, CANCEL, { id: reminder?.id })).thrown).toBe('UNAUTHENTICATED');
    expect(await mine(who)).toEqual(before);
    await expect(world.database.read('select from use_reminder')).rejects.toThrow('permission denied');
  });

  it('does not name what its person may not read any more, and can still be cancelled', async () => {
    const who = await newcomer();
    const hidden = await release.publish({ content: { title: 'Soon out of sight' } });
    const { reminder } = await remind(who, 1, hidden.id);
    await moveTo(who, 0);
    await world.rows('update resource set hidden_at = now() where id = $1', [keyOf('resource', hidden.id)]);
    expect(await mine(who)).toEqual([expect.objectContaining({ id: reminder?.id, isDue: true, resource: null })]);
    expect(await done(who, CANCEL, { id: reminder?.id })).toMatchObject({ reminder: { resource: null }, errors: [] });
    expect(await mine(who)).toEqual([]);
  });

  it('is refused for what cannot be tried, in other weeks, and for another institution than the page was made for', async () => {
    const who = await newcomer();
    for (const weeks of [0, 3, -4, 52]) expect((await remind(who, weeks)).errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['inWeeks'] }]);
    expect((await remind(who, 4, (await release.draft()).id)).thrown).toBe('NOT_FOUND');
    expect((await remind(null)).thrown).toBe('UNAUTHENTICATED');
    expect((await remind(await world.person({ at: 'Listed only', standing: 'LISTED' }))).thrown).toBe('FORBIDDEN');
    expect((await done(who, REMIND, { resourceId: work.id, inWeeks: 4, actingInstitutionId: release.author.actingInstitutionId })).errors).toMatchObject([{ code: 'OTHER_INSTITUTION' }]);
    const archived = await release.publish();
    await world.rows('update resource set archived_at = now() where id = $1', [keyOf('resource', archived.id)]);
    expect((await remind(who, 4, archived.id)).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect(await mine(who)).toEqual([]);
  });

  it('goes when its person leaves, whoever says so, and no other does', async () => {
    const who = await newcomer();
    const stays = await world.person({ at: 'Northmoor' });
    for (const one of [who, stays]) await remind(one);
    const head = await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
    await world.run(head, 'mutation Left($input: ConfirmPeopleInput!) { confirmPeople(input: $input) { errors { code } } }', { input: { institutionId: head.actingInstitutionId, left: [apiId('person', who.id)] } });
    expect(await world.rows('select from use_reminder where person_id = $1', [who.id])).toEqual([]);
    expect(await mine(stays)).toHaveLength(1);
  });

  it('costs a week the same statements, few or many', async () => {
    const who = await newcomer();
    await remind(who);
    const few = await world.statements(() => mine(who));
    for (let more = 0; more < 3; more += 1) await remind(who, 4, (await release.publish()).id);
    expect([await world.statements(() => mine(who)), few]).toEqual([few, few]);
  });
});
