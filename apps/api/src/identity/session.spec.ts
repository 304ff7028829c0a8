import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InstitutionRole } from '@passalong/domain';
import { grantRoles, revokeRoles, setModerator } from './authority.commands.js';
import { apiId, newKey } from '../platform/ids/ids.js';
import { type TestPerson, World } from '../../test/world.js';

const SESSIONS = '{ viewer { sessions { id isCurrent beganAt lastSeenAt institution { name } } } }';
const END = 'mutation End($input: EndSessionsInput!) { endSessions(input: $input) { ended errors { message } } }';
const END_OF = 'mutation EndOf($input: EndSessionsOfInput!) { endSessionsOf(input: $input) { ended errors { message } } }';
interface Seen { viewer: { sessions: { id: string; isCurrent: boolean; beganAt: string }[] } }

let world: World;
let nia: TestPerson;
let phone: TestPerson;
let amina: TestPerson;
let head: TestPerson;

beforeAll(async () => {
  world = await World.create();
  nia = await world.person({ at: 'Northmoor' });
  amina = await world.person({ at: 'Calderfold' });
  head = await world.person({ at: 'Northmoor', roles: ['PRACTITIONER', 'ADMINISTRATOR'] });
}, 60_000);
beforeEach(async () => { phone = await world.another(nia); });
afterAll(() => world.close());

const isSignedIn = async (person: TestPerson): Promise<boolean> => (await world.run<{ viewer: { kind: string } }>(person, '{ viewer { kind } }')).data.viewer.kind === 'PERSON';
const seen = async (person: TestPerson): Promise<Seen['viewer']['sessions']> => (await world.run<Seen>(person, SESSIONS)).data.viewer.sessions;

describe('The places where somebody is signed in', () => {
  it('are shown to them, this one first, and never those of others', async () => {
    const own = await seen(nia);
    expect(own[0]?.isCurrent).toBe(true);
    expect(own.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const ids = new Set((await seen(amina)).map(({ id }) => id));
    expect(own.some(({ id }) => ids.has(id))).toBe(false);
  });

  it('end one by one, and all the others at once, within the same second', async () => {
    const other = (await seen(phone))[0]?.id;
    expect((await world.run<{ endSessions: object }>(nia, END, { input: { ids: [other] } })).data.endSessions).toEqual({ ended: 1, errors: [] });
    expect([await isSignedIn(phone), await isSignedIn(nia)]).toEqual([false, true]);
    const [tablet, laptop] = [await world.another(nia), await world.another(nia)];
    await world.run(nia, END, { input: { others: true } });
    expect([await isSignedIn(tablet), await isSignedIn(laptop), await isSignedIn(nia), await isSignedIn(amina)]).toEqual([false, false, true, true]);
  });

  it('cannot be ended by somebody else, and another person’s session is answered like none', async () => {
    const theirs = (await seen(amina))[0]?.id;
    for (const id of [theirs, apiId('session', newKey()), apiId('person', nia.id), 'nonsense']) expect((await world.run(nia, END, { input: { ids: [id] } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await isSignedIn(amina)).toBe(true);
    for (const input of [{}, { ids: [] }, { ids: [theirs], others: true }]) expect((await world.run(nia, END, { input })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect((await world.run(null, END, { input: { others: true } })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('are ended by an administrator of the institution they act for, and by nobody else’s', async () => {
    expect((await world.run(amina, END_OF, { input: { personId: apiId('person', nia.id) } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.run<{ endSessionsOf: { ended: number } }>(head, END_OF, { input: { personId: apiId('person', amina.id) } })).data.endSessionsOf.ended).toBe(0);
    expect(await isSignedIn(amina)).toBe(true);
    expect((await world.run<{ endSessionsOf: { ended: number } }>(head, END_OF, { input: { personId: apiId('person', nia.id) } })).data.endSessionsOf.ended).toBeGreaterThan(0);
    expect([await isSignedIn(phone), await isSignedIn(nia)]).toEqual([false, false]);
  });
});

describe('A session that nobody ends', () => {
  it.each([
    ['a practitioner idle for 3 hours', 'nia', `last_seen_at = now() - interval '3 hours'`, true],
    ['a practitioner idle for 5 hours', 'nia', `last_seen_at = now() - interval '5 hours'`, false],
    ['a practitioner after 11 hours', 'nia', `created_at = now() - interval '11 hours'`, true],
    ['a practitioner after its end', 'nia', `expires_at = now() - interval '1 second'`, false],
    ['an administrator idle for 20 minutes', 'head', `last_seen_at = now() - interval '20 minutes'`, true],
    ['an administrator idle for 40 minutes', 'head', `last_seen_at = now() - interval '40 minutes'`, false],
    ['an administrator after 7 hours', 'head', `created_at = now() - interval '7 hours'`, true],
    ['an administrator after 9 hours', 'head', `created_at = now() - interval '9 hours'`, false],
  ] as const)('ends by itself: %s', async (_name, who, changes, isLive) => {
    expect(await isSignedIn(await world.another(who === 'nia' ? nia : head, changes))).toBe(isLive);
  });

  it('ends everywhere when the person is disabled', async () => {
    const leaver = await world.person({ at: 'Northmoor' });
    expect(await isSignedIn(leaver)).toBe(true);
    await world.rows('update person set disabled_at = now() where id = $1', [leaver.id]);
    expect(await isSignedIn(leaver)).toBe(false);
  });
});

describe('A session that began under lesser rights', () => {
  const change = (work: Parameters<World['database']['transaction']>[1]): Promise<unknown> => world.database.transaction('SYSTEM', work).then(() => world.settled());
  const grant = (person: TestPerson, institutionId: string, roles: readonly InstitutionRole[]): Promise<unknown> => change((transaction) => grantRoles(transaction, { personId: person.id, institutionId, membershipId: newKey() }, roles));
  const moderate = (person: TestPerson, isModerator: boolean): Promise<unknown> => change((transaction) => setModerator(transaction, person.id, isModerator));
  const lastEntry = async (action: string): Promise<object | undefined> => (await world.rows<{ details: object }>('select details from audit_entry where action = $1 order by happened_at desc limit 1', [action]))[0]?.details;
  let leila: TestPerson;
  let elsewhere: TestPerson;
  beforeEach(async () => {
    leila = await world.person({ at: 'Northmoor' });
    await grant(leila, amina.institutionId, ['PRACTITIONER', 'APPROVER']);
    elsewhere = await world.another({ ...leila, institutionId: amina.institutionId });
  });

  it('ends when its person gains a role, on every device, but not where they act for another institution', async () => {
    const tablet = await world.another(leila);
    await grant(leila, leila.institutionId, ['PRACTITIONER', 'APPROVER']);
    expect([await isSignedIn(leila), await isSignedIn(tablet), await isSignedIn(elsewhere), await isSignedIn(phone)]).toEqual([false, false, true, true]);
    expect(await lastEntry('GRANT_ROLES')).toEqual({ roles: ['APPROVER'], held: ['PRACTITIONER', 'APPROVER'], sessionsEnded: 2 });
    expect((await world.run<{ viewer: { roles: string[] } }>(await world.another(leila), '{ viewer { roles } }')).data.viewer.roles).toEqual(['PRACTITIONER', 'APPROVER']);
  });

  it('goes on where nothing is gained, or something is lost', async () => {
    await grant(leila, leila.institutionId, ['PRACTITIONER']);
    await moderate(leila, false);
    await change((transaction) => revokeRoles(transaction, { personId: elsewhere.id, institutionId: elsewhere.institutionId }, ['APPROVER']));
    expect([await isSignedIn(leila), await isSignedIn(elsewhere)]).toEqual([true, true]);
  });

  it('ends everywhere when its person begins to moderate, once, and not when they cease to', async () => {
    await moderate(leila, true);
    expect([await isSignedIn(leila), await isSignedIn(elsewhere)]).toEqual([false, false]);
    expect(await lastEntry('APPOINT_MODERATOR')).toEqual({ sessionsEnded: 2 });
    const anew = await world.another(leila);
    await moderate(leila, true);
    await moderate(leila, false);
    expect(await isSignedIn(anew)).toBe(true);
  });

  it('does not come to life again with a membership that had ended', async () => {
    await world.rows('update membership set valid_until = now() where person_id = $1 and institution_id = $2', [leila.id, leila.institutionId]);
    expect(await isSignedIn(leila)).toBe(false);
    await grant(leila, leila.institutionId, ['PRACTITIONER']);
    expect([await isSignedIn(leila), await isSignedIn(await world.another(leila))]).toEqual([false, true]);
  });
});
