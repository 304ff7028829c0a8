/** Roles and moderation from the command line, by id or by a name that only one person has. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';
import { type Answer, runCommand } from '../run.js';
import { adminCommands } from './admin.js';

jest.setTimeout(60_000);

let world: World;
let env: Record<string, string>;
let amina: TestPerson;
let slug = '';
beforeAll(async () => {
  world = await World.create({}, async ({ databaseUrl }) => { env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'sandbox', PUBLIC_URL: 'http://localhost:4000' }; });
  amina = await world.person({ at: 'Calderfold' });
  const twins = [await world.person({ at: 'Aberwen' }), await world.person({ at: 'Aberwen' })];
  await world.rows(`update person set display_name = case when id = $1 then 'Amina Rahman' else 'Jo Twin' end where id = any($2)`, [amina.id, [amina.id, ...twins.map(({ id }) => id)]]);
  slug = (await world.rows<{ slug: string }>('select slug from institution where id = $1', [amina.institutionId]))[0]?.slug ?? '';
}, 60_000);
afterAll(() => world.close());

const admin = (...args: string[]): Promise<Answer> => runCommand(adminCommands, ['admin', ...args], env);
const sees = async (): Promise<object> => (await world.run<{ viewer: object }>(amina, '{ viewer { kind canWrite canApprove canModerate } }')).data.viewer;

describe('The operator', () => {
  it('grants a role, and the person has it once they have signed in anew', async () => {
    expect((await admin('grant', slug, 'amina rahman', 'approver')).out).toBe('Amina Rahman is practitioner and approver at Calderfold.');
    expect(await sees()).toMatchObject({ kind: 'ANONYMOUS' });
    amina = await world.another(amina);
    expect(await sees()).toMatchObject({ canApprove: true });
    expect((await admin('list', slug)).out).toContain('practitioner and approver');
  });

  it('revokes it, and with the last one the membership and its sessions end', async () => {
    expect((await admin('revoke', slug, apiId('person', amina.id), 'APPROVER')).out).toBe('Amina Rahman is practitioner at Calderfold.');
    expect((await admin('revoke', slug, 'Amina Rahman', 'approver'))).toMatchObject({ code: 1, error: 'Amina Rahman is not approver at Calderfold.' });
    expect((await admin('revoke', slug, 'Amina Rahman', 'practitioner')).out).toBe('Amina Rahman is no member of Calderfold any more.');
    expect(await sees()).toMatchObject({ kind: 'ANONYMOUS' });
    expect((await admin('grant', slug, 'Amina Rahman', 'practitioner')).out).toContain('is practitioner at');
  });

  it('makes a moderator, once', async () => {
    expect((await admin('moderator', 'on', 'Amina Rahman')).out).toBe('Amina Rahman moderates from now on.');
    expect((await admin('moderator', 'on', 'Amina Rahman')).out).toBe('Amina Rahman moderates, as before.');
    expect((await admin('moderator', 'off', 'Amina Rahman')).out).toBe('Amina Rahman does not moderate from now on.');
  });

  it('shuts a person out on every device, and lets them in again', async () => {
    const tom = await world.person({ at: 'Calderfold' });
    const kind = async (): Promise<unknown> => (await world.run<{ viewer: { kind: string } }>(tom, '{ viewer { kind } }')).data.viewer.kind;
    expect(await kind()).toBe('PERSON');
    expect((await admin('disable', apiId('person', tom.id))).out).toContain('is shut out from now on.');
    expect((await admin('disable', apiId('person', tom.id))).out).toContain('is shut out, as before.');
    expect([await kind(), await world.rows('select 1 from session where person_id = $1', [tom.id])]).toEqual(['ANONYMOUS', []]);
    expect((await admin('enable', apiId('person', tom.id))).out).toContain('is let in from now on.');
  });

  it.each([
    [['grant', 'nowhere', 'Amina Rahman', 'approver'], 1, /no institution with the slug "nowhere"/],
    [['moderator', 'on', 'Nobody'], 1, /There is no person "Nobody"/],
    [['moderator', 'on', 'Jo Twin'], 1, /2 people are called Jo Twin. Name one by id: per_\w{26}, per_\w{26}/],
    [['moderator', 'on', 'per_short'], 1, /not the id of a person/],
    [['grant', 'calderfold', 'Amina Rahman', 'king'], 2, /no role "king"; the roles are practitioner, approver, administrator/],
    [['grant', 'calderfold'], 2, /at least one role/],
    [['moderator', 'maybe', 'Amina Rahman'], 2, /on or off/],
    [['crown'], 2, /Unknown command "admin crown"\. There are: admin grant, admin revoke, admin moderator, admin list/],
    [[], 2, /"admin" alone is no command/],
  ])('hears what is wrong with %j', async (args, code, error) => { expect(await admin(...args)).toMatchObject({ code, error: expect.stringMatching(error) }); });
});
