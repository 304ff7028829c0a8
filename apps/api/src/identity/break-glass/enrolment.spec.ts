/** Enrolling as a break-glass administrator: who may, once, in time, with passkey and codes together. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { BreakGlassDesk, PUBLIC_URL } from '../../../test/break-glass-desk.js';
import { codeOf, type Page, type Visitor, wrongCode } from '../../../test/break-glass-visitor.js';
import type { TestPerson, World } from '../../../test/world.js';
import { breakGlassCommands } from '../../commands/admin/break-glass.js';
import { type Answer, runCommand } from '../../commands/run.js';
import { apiId } from '../../platform/ids/ids.js';

jest.setTimeout(60_000);

let desk: BreakGlassDesk;
let world: World;
let colleague: TestPerson;
beforeAll(async () => {
  desk = await BreakGlassDesk.create();
  ({ world } = desk);
  colleague = await world.person({ at: 'Calderfold', roles: ['PRACTITIONER', 'APPROVER'] });
}, 60_000);
afterAll(() => world.close());

const kept = async (id: string): Promise<object | undefined> => (await world.rows<object>(
  `select (select count(*)::int from break_glass_passkey k where k.person_id = a.person_id) as passkeys, code_secret is not null as "hasCodes", enrolled_at is not null as "isEnrolled", enrolment_hash is null as "isUsed" from break_glass_account a where person_id = $1`, [id]))[0];
const NOTHING = { passkeys: 0, hasCodes: false, isEnrolled: false, isUsed: false };
const entries = (id: string): Promise<object[]> => world.rows('select chain, action, outcome, actor_id as actor from audit_entry where subject_id = $1 or actor_id = $1::uuid order by sequence', [id]);
const lastRefusal = async (): Promise<object | undefined> => (await world.rows<object>(`select action, outcome, details from audit_entry where outcome = 'REFUSED' order by happened_at desc limit 1`))[0];
const COMMONS = '00000000-0000-0000-0000-000000000000';

describe('A break-glass administrator', () => {
  it('is made on the command line, with a link of which only the hash is kept, and enrols with passkey and codes', async () => {
    const { id, path } = await desk.invited();
    const token = path.split('/').at(-1) ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const dump = JSON.stringify(await world.rows(`select to_jsonb(a) || to_jsonb(p) as row from break_glass_account a join person p on p.id = a.person_id where p.id = $1`, [id]));
    expect([dump.includes(token), dump.includes('"is_platform_administrator":true')]).toEqual([false, true]);
    const olive = desk.visitor();
    expect(await olive.enrol(path)).toEqual({ status: 200, to: '/auth/break-glass/enrolled' });
    expect(await kept(id)).toEqual({ passkeys: 1, hasCodes: true, isEnrolled: true, isUsed: true });
    expect(await entries(id)).toEqual([{ chain: COMMONS, action: 'CREATE_BREAK_GLASS', outcome: 'DONE', actor: null }, { chain: COMMONS, action: 'ENROL_BREAK_GLASS', outcome: 'DONE', actor: id }]);
    expect((await olive.open('/auth/break-glass/enrolled')).html).toContain(`${PUBLIC_URL}/auth/break-glass`);
  });

  it('has codes whose secret the database keeps sealed', async () => {
    const [{ id, path }, someone] = [await desk.invited(), desk.visitor()];
    await someone.enrol(path);
    const [row] = await world.rows<{ code_secret: Buffer }>('select code_secret from break_glass_account where person_id = $1', [id]);
    expect([row?.code_secret.includes(someone.secret), row?.code_secret.length]).toEqual([false, 12 + 16 + 32]);
  });

  it('is asked for a passkey that stays on the device and verifies the person, for this site', async () => {
    const { options } = await desk.visitor().open((await desk.invited()).path);
    expect(options).toMatchObject({ rp: { id: 'localhost' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' } });
  });

  it('is told on the page that a script is needed, and given the secret as text, link and picture', async () => {
    const { html, secret, status } = await desk.visitor().open((await desk.invited('Amina <Rahman>')).path);
    expect(status).toBe(200);
    expect(html).toContain('id="without-script"');
    expect(html).toContain('Amina &lt;Rahman&gt;');
    expect(html).toContain(`secret=${secret}&amp;algorithm`);
    expect(html).toMatch(/<svg role="img" aria-label="QR code/);
  });

  it('changes nothing about the institution they act for: one person stays one, and they are no colleague and in no team', async () => {
    const { id } = await desk.invited();
    const colleagues = await world.run<{ colleagues: { id: string }[] }>(colleague, '{ colleagues(first: 100) { id } }');
    expect(colleagues.data.colleagues).toEqual([{ id: apiId('person', colleague.id) }]);
    expect((await desk.admin('list', desk.slug)).out).toMatch(new RegExp(`${apiId('person', id)}.*without a role`));
    expect(await world.rows('select roles from membership where person_id = $1', [id])).toEqual([{ roles: [] }]);
  });
});

describe('A link to enrol by', () => {
  const refused = async (path: string): Promise<void> => {
    const late = desk.visitor();
    const page = await late.open(path);
    expect([page.status, page.html.includes('This link does not work'), page.secret]).toEqual([404, true, '']);
    expect(await late.send(path, { passkey: late.passkey.made({ challenge: randomBytes(32).toString('base64url') }), code: '000000' })).toMatchObject({ status: 404, refusal: 'BAD_LINK' });
    expect(await lastRefusal()).toEqual({ action: 'ENROL_BREAK_GLASS', outcome: 'REFUSED', details: { reason: 'BAD_LINK' } });
  };

  it('works once', async () => {
    const { path } = await desk.invited();
    expect((await desk.visitor().enrol(path)).status).toBe(200);
    await refused(path);
  });

  it('works once also where two browsers opened it before', async () => {
    const { id, path } = await desk.invited();
    const two = [desk.visitor(), desk.visitor()];
    const pages = await Promise.all(two.map((each) => each.open(path)));
    const heard = await Promise.all(two.map((each, at) => each.send(path, { passkey: each.passkey.made(pages[at]?.options ?? { challenge: '' }), code: codeOf(pages[at]?.secret ?? '') })));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await kept(id)).toMatchObject({ passkeys: 1 });
  });

  it('works for an hour', async () => {
    const { id, path } = await desk.invited();
    expect(await world.rows(`select 1 from break_glass_account where person_id = $1 and enrolment_expires_at between now() + interval '59 minutes' and now() + interval '1 hour'`, [id])).toHaveLength(1);
    const early = desk.visitor();
    const page = await early.open(path);
    await world.rows(`update break_glass_account set enrolment_expires_at = now() - interval '1 second' where person_id = $1`, [id]);
    await refused(path);
    expect(await early.send(path, { passkey: early.passkey.made(page.options), code: codeOf(page.secret) })).toMatchObject({ refusal: 'BAD_LINK' });
    expect(await kept(id)).toEqual(NOTHING);
  });

  it('ends with the administrator, and one that nobody made does not work', async () => {
    const { id, path } = await desk.invited();
    expect((await desk.admin('break-glass-end', apiId('person', id))).code).toBe(0);
    await refused(path);
    await refused(`/auth/break-glass/enrol/${randomBytes(32).toString('base64url')}`);
  });
});

describe('Nothing is kept', () => {
  const at = async (spoil: (someone: Visitor, page: Page) => Promise<{ status: number; refusal?: string }>): Promise<{ status: number; refusal?: string }> => {
    const { id, path } = await desk.invited();
    const someone = desk.visitor();
    const heard = await spoil(someone, await someone.open(path));
    expect(await kept(id)).toEqual(NOTHING);
    expect(await lastRefusal()).toEqual({ action: 'ENROL_BREAK_GLASS', outcome: 'REFUSED', details: { reason: heard.refusal } });
    return heard;
  };

  it('where the code is wrong, and a right one may follow on the same page', async () => {
    const { id, path } = await desk.invited();
    const someone = desk.visitor();
    const page = await someone.open(path);
    const passkey = someone.passkey.made(page.options);
    expect(await someone.send(path, { passkey, code: wrongCode(page.secret) })).toMatchObject({ status: 403, refusal: 'BAD_CODE' });
    expect(await kept(id)).toEqual(NOTHING);
    expect((await someone.send(path, { passkey, code: codeOf(page.secret) })).status).toBe(200);
  });

  it.each<[string, Parameters<Visitor['passkey']['made']>[1]]>([
    ['another origin', { origin: 'https://evil.example' }], ['another port', { origin: 'http://localhost:4001' }], ['another site', { rpId: 'evil.example' }],
    ['a device that verified nobody', { userVerified: false }], ['a device that keeps no passkey', { residentKey: false }], ['the answer to another question', { type: 'webauthn.get' }],
  ])('where the passkey comes from %s', async (_what, manner) => {
    expect(await at((someone, page) => someone.send(page.path, { passkey: someone.passkey.made(page.options, manner), code: codeOf(page.secret) }))).toMatchObject({ status: 403, refusal: 'BAD_PASSKEY' });
  });

  it('where another browser answers, or the question is ten minutes old, another invitation’s, or nobody’s', async () => {
    const answer = (someone: Visitor, page: Page, options = page.options): { passkey: object; code: string } => ({ passkey: someone.passkey.made(options), code: codeOf(page.secret) });
    expect(await at(async (someone, page) => {
      const stranger = desk.visitor();
      await stranger.open(page.path);
      return stranger.send(page.path, answer(someone, page));
    })).toMatchObject({ refusal: 'NOT_ASKED' });
    expect(await at(async (someone, page) => {
      await world.rows(`update break_glass_challenge set expires_at = expires_at - interval '10 minutes'`);
      return someone.send(page.path, answer(someone, page));
    })).toMatchObject({ status: 400, refusal: 'NOT_ASKED' });
    const other = await desk.invited();
    expect(await at(async (someone, page) => someone.send(page.path, answer(someone, await someone.open(other.path))))).toMatchObject({ refusal: 'NOT_ASKED' });
    expect(await at((someone, page) => someone.send(page.path, answer(someone, page, { challenge: randomBytes(32).toString('base64url') })))).toMatchObject({ refusal: 'NOT_ASKED' });
  });

  it.each([['nothing', {}], ['words', { passkey: 'yes', code: 'yes' }], ['lists', { passkey: [null], code: [1] }], ['half an answer', { passkey: { response: {} } }]])('where %s is sent', async (_what, body) => {
    expect(await at((someone, page) => someone.send(page.path, body))).toMatchObject({ status: 400, refusal: 'NOT_ASKED' });
  });

  it('where another site sends it', async () => {
    expect(await at((someone, page) => someone.send(page.path, { passkey: someone.passkey.made(page.options), code: codeOf(page.secret) }, { 'sec-fetch-site': 'cross-site' }))).toMatchObject({ status: 403, refusal: 'OTHER_SITE' });
  });
});

describe('On the command line', () => {
  it('they are listed with how things stand', async () => {
    const [waiting, late, ready, ended] = [await desk.invited('Waiting'), await desk.invited('Late'), await desk.invited('Ready'), await desk.invited('Ended')];
    await world.rows(`update break_glass_account set enrolment_expires_at = now() where person_id = $1`, [late.id]);
    await desk.visitor().enrol(ready.path);
    expect((await desk.admin('break-glass-end', apiId('person', ended.id))).out).toBe('Ended is no break-glass administrator from now on.');
    expect((await desk.admin('break-glass-end', apiId('person', ended.id))).out).toBe('Ended is no break-glass administrator any more, as before.');
    const lines = (await desk.admin('break-glass-list')).out.split('\n');
    const of = (id: string): string => lines.find((line) => line.includes(apiId('person', id))) ?? '';
    expect([waiting, late, ready, ended].map(({ id }) => of(id))).toEqual([/waits/, /expire/, /ready/, /ended/].map((words) => expect.stringMatching(words)));
  });

  it.each([
    [['break-glass', 'Olive'], 2, /--at an institution/],
    [['break-glass', '--at', 'calderfold'], 2, /Give one name/],
    [['break-glass', 'Olive', '--at', 'nowhere'], 1, /no institution with the slug "nowhere"/],
    [['break-glass-end'], 2, /Name one/],
    [['break-glass-list', 'all'], 2, /takes nothing/],
  ])('%j is answered with what is wrong', async (args, code, error) => { expect(await desk.admin(...args)).toMatchObject({ code, error: expect.stringMatching(error) }); });

  it('nobody else is ended, and a name is needed', async () => {
    expect(await desk.admin('break-glass-end', apiId('person', colleague.id))).toMatchObject({ code: 1, error: expect.stringMatching(/is no break-glass administrator/) });
    expect(await desk.admin('break-glass', '  ', '--at', desk.slug)).toMatchObject({ code: 1, error: expect.stringMatching(/1 to 120 characters/) });
  });

  it('production wants a key that seals secrets, and a whole one', async () => {
    const inProduction = (changes: object): Promise<Answer> => runCommand(breakGlassCommands, ['admin', 'break-glass', 'Olive', '--at', desk.slug], { ...desk.env, PASSALONG_MODE: 'production', ...changes });
    expect(await inProduction({})).toMatchObject({ code: 1, error: expect.stringMatching(/SEALING_KEY is not set/) });
    expect(await inProduction({ SEALING_KEY: 'short' })).toMatchObject({ code: 1, error: expect.stringMatching(/neither 32 bytes in base 64 nor a file/) });
    expect(await inProduction({ SEALING_KEY: randomBytes(32).toString('base64') })).toMatchObject({ code: 0 });
  });
});
