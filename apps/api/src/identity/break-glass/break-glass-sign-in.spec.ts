/** Signing in when no identity provider answers: passkey, then code, then a short session, all of it on the record. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { BreakGlassDesk, PUBLIC_URL } from '../../../test/break-glass-desk.js';
import { codeOf, type Heard, type Visitor } from '../../../test/break-glass-visitor.js';
import { SoftwarePasskey } from '../../../test/software-passkey.js';
import type { TestPerson, World } from '../../../test/world.js';
import type { Answer } from '../../commands/run.js';
import { SigningKeys, verifyChains } from '../../platform/audit/index.js';
import { apiId } from '../../platform/ids/ids.js';

jest.setTimeout(90_000);

let desk: BreakGlassDesk;
let world: World;
let olive: Visitor;
let id = '';
beforeAll(async () => {
  desk = await BreakGlassDesk.create();
  ({ world } = desk);
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => { ({ visitor: olive, id } = await desk.enrolled()); });

const sessions = (): Promise<object[]> => world.rows(`select acting_institution_id as institution, extract(epoch from expires_at - created_at)::int as seconds from session where person_id = $1`, [id]);
const entries = (): Promise<object[]> => world.rows(`select action, outcome, details, reference from audit_entry where actor_id = $1 and action = 'USE_BREAK_GLASS' order by sequence`, [id]);
const lastRefusal = async (): Promise<object | undefined> => (await world.rows<object>(`select chain, action, details, reference from audit_entry where outcome = 'REFUSED' order by happened_at desc limit 1`))[0];
const me = (visitor: Visitor): TestPerson => ({ id, institutionId: desk.institutionId, actingInstitutionId: '', cookie: visitor.jar.header() });
const kind = async (visitor: Visitor): Promise<string> => (await world.run<{ viewer: { kind: string } }>(me(visitor), '{ viewer { kind } }')).data.viewer.kind;

describe('A break-glass administrator', () => {
  it('gets in with passkey and code, for an hour, with the powers of a platform administrator and no role', async () => {
    const warned = jest.spyOn(Logger.prototype, 'warn');
    expect(await olive.signIn()).toEqual({ status: 200, to: '/' });
    expect(await sessions()).toEqual([{ institution: desk.institutionId, seconds: 3600 }]);
    const { data } = await world.run(me(olive), '{ viewer { kind roles canApprove canModerate person { displayName } } }');
    expect(data).toEqual({ viewer: { kind: 'PERSON', roles: [], canApprove: false, canModerate: false, person: { displayName: 'Olive Okafor' } } });
    const other = await world.person({ at: 'Northmoor' });
    expect((await world.run(me(olive), 'mutation End($input: EndSessionsOfInput!) { endSessionsOf(input: $input) { ended } }', { input: { personId: apiId('person', other.id) } })).data).toEqual({ endSessionsOf: { ended: 1 } });
    expect(await entries()).toEqual([{ action: 'USE_BREAK_GLASS', outcome: 'DONE', details: {}, reference: null }]);
    expect(warned.mock.calls.flat()).toContain(`${apiId('person', id)} signed in as a break-glass administrator`);
    warned.mockRestore();
  });

  it('has a session that ends after half an hour without use, like every administrator’s, and after an hour in any case', async () => {
    await olive.signIn();
    expect(await kind(olive)).toBe('PERSON');
    await world.rows(`update session set last_seen_at = now() - interval '31 minutes' where person_id = $1`, [id]);
    expect(await kind(olive)).toBe('ANONYMOUS');
    await world.rows(`update session set last_seen_at = now(), expires_at = now() - interval '1 second' where person_id = $1`, [id]);
    expect(await kind(olive)).toBe('ANONYMOUS');
  });

  it('finds the page, which nothing links to', async () => {
    const page = await olive.open('/auth/break-glass');
    expect([page.status, page.html.includes('Emergency sign-in'), page.html.includes('id="without-script"')]).toEqual([200, true, true]);
    expect((await olive.open('/auth/sign-in')).html).not.toContain('break-glass');
    const headers = (await fetch(`${desk.origin}/auth/break-glass`)).headers;
    expect([headers.get('cache-control'), headers.get('content-security-policy')]).toEqual(['no-store', expect.stringContaining("script-src 'self';")]);
  });

  it('has a record that fits together afterwards', async () => {
    await olive.signIn();
    const keys = await SigningKeys.of({ audit: { signingKey: null, formerKeys: [], anchorFolder: null }, mode: 'sandbox' }, world.database);
    expect((await verifyChains(world.database, { keys, anchors: null })).map(({ broken }) => broken)).toEqual(expect.arrayContaining([null]));
    expect((await verifyChains(world.database, { keys, anchors: null })).filter(({ broken }) => broken !== null)).toEqual([]);
  });
});

describe('A passkey', () => {
  const refused = async (heard: Heard, refusal = 'BAD_PASSKEY'): Promise<void> => {
    expect([heard.refusal, heard.ticket]).toEqual([refusal, undefined]);
    expect(await lastRefusal()).toEqual({ chain: '00000000-0000-0000-0000-000000000000', action: 'USE_BREAK_GLASS', details: { reason: refusal }, reference: heard.reference });
  };

  it('is asked of this site alone, by a device that verifies the person, and names nobody', async () => {
    expect(await olive.asked()).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  });

  it('answers once: the same answer again is refused, and so is another to the same challenge', async () => {
    const options = await olive.asked();
    const answer = olive.passkey.shown(options);
    expect((await olive.show(answer)).ticket).toMatch(/^[\w-]{43}$/);
    await refused(await olive.show(answer), 'NOT_ASKED');
    await refused(await olive.show(olive.passkey.shown(options)), 'NOT_ASKED');
  });

  it('answers once also where both answers come at one moment', async () => {
    const options = await olive.asked();
    const heard = await Promise.all([1, 2, 3, 4].map(() => olive.show(olive.passkey.shown(options))));
    expect(heard.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(heard.filter(({ refusal }) => refusal === 'NOT_ASKED')).toHaveLength(3);
  });

  it('has used its challenge up where it was refused', async () => {
    const options = await olive.asked();
    await refused(await olive.show(olive.passkey.shown(options, { isForged: true })));
    await refused(await olive.show(olive.passkey.shown(options)), 'NOT_ASKED');
  });

  it('answers from the browser that was asked', async () => {
    const stranger = desk.visitor();
    const answer = olive.passkey.shown(await olive.asked());
    await refused(await stranger.show(answer), 'NOT_ASKED');
    await stranger.asked();
    await refused(await stranger.show(answer), 'NOT_ASKED');
    expect((await olive.show(answer)).status).toBe(200);
  });

  it('answers within five minutes', async () => {
    const late = olive.passkey.shown(await olive.asked());
    await world.rows(`update break_glass_challenge set expires_at = expires_at - interval '5 minutes'`);
    await refused(await olive.show(late), 'NOT_ASKED');
  });

  it.each<[string, Parameters<SoftwarePasskey['shown']>[1]]>([
    ['another origin', { origin: 'https://evil.example' }], ['another port', { origin: 'http://localhost:4001' }], ['another site', { rpId: 'evil.example' }],
    ['a device that verified nobody', { userVerified: false }], ['another key', { isForged: true }], ['the answer to another question', { type: 'webauthn.create' }],
  ])('from %s is refused', async (_what, manner) => {
    await refused(await olive.show(olive.passkey.shown(await olive.asked(), manner)));
    expect(await sessions()).toEqual([]);
  });

  it('that counts backwards, or not at all any more, was copied and is refused', async () => {
    olive.passkey.counter = 40;
    expect((await olive.show(olive.passkey.shown(await olive.asked()))).status).toBe(200);
    for (const counter of [41, 40, 0]) await refused(await olive.show(olive.passkey.shown(await olive.asked(), { counter })));
    expect((await olive.show(olive.passkey.shown(await olive.asked()))).status).toBe(200);
  });

  it('that was never enrolled is refused, and so is what is no passkey', async () => {
    await refused(await olive.show(new SoftwarePasskey(PUBLIC_URL).shown(await olive.asked())));
    for (const nonsense of [{}, { id: 'x' }, { response: { clientDataJSON: 'x' } }]) await refused(await olive.show(nonsense), 'NOT_ASKED');
  });

  it('is not heard from another site', async () => {
    const answer = olive.passkey.shown(await olive.asked());
    await refused(await olive.send('/auth/break-glass/passkey', { passkey: answer }, { 'sec-fetch-site': 'cross-site' }), 'OTHER_SITE');
  });
});

describe('The end of a break-glass administrator', () => {
  const end = (): Promise<Answer> => desk.admin('break-glass-end', apiId('person', id));

  it('ends the session at once, and passkey and code open nothing any more', async () => {
    await olive.signIn();
    await desk.letTimePass(id);
    const ticket = await olive.ticket();
    expect(await kind(olive)).toBe('PERSON');
    expect((await end()).code).toBe(0);
    await world.settled();
    expect([await kind(olive), await sessions()]).toEqual(['ANONYMOUS', []]);
    expect(await olive.code(ticket, codeOf(olive.secret))).toMatchObject({ refusal: 'NOT_ASKED' });
    expect(await olive.show(olive.passkey.shown(await olive.asked()))).toMatchObject({ status: 403, refusal: 'BREAK_GLASS_ENDED' });
    expect(await world.rows('select code_secret, is_platform_administrator from break_glass_account a join person p on p.id = a.person_id where p.id = $1', [id])).toEqual([{ code_secret: null, is_platform_administrator: false }]);
    expect(await world.rows(`select action, outcome from audit_entry where subject_id = $1 or actor_id = $1::uuid order by sequence`, [id])).toEqual([
      { action: 'CREATE_BREAK_GLASS', outcome: 'DONE' }, { action: 'ENROL_BREAK_GLASS', outcome: 'DONE' }, { action: 'USE_BREAK_GLASS', outcome: 'DONE' }, { action: 'END_BREAK_GLASS', outcome: 'DONE' }, { action: 'USE_BREAK_GLASS', outcome: 'REFUSED' },
    ]);
  });

  it('stays the end where the person is let in again', async () => {
    await end();
    expect((await desk.admin('enable', apiId('person', id))).code).toBe(0);
    expect(await olive.show(olive.passkey.shown(await olive.asked()))).toMatchObject({ refusal: 'BREAK_GLASS_ENDED' });
  });

  it('is not needed to shut one out for a while', async () => {
    const ticket = await olive.ticket();
    await desk.admin('disable', apiId('person', id));
    expect(await olive.code(ticket, codeOf(olive.secret))).toMatchObject({ refusal: 'BREAK_GLASS_ENDED' });
    await desk.admin('enable', apiId('person', id));
    expect((await olive.signIn()).status).toBe(200);
  });
});
