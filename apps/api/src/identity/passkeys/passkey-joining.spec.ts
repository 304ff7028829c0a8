/** Coming in by an invitation with a passkey: once, in time, by the browser that was asked, with person, membership and passkey together. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { MemberDesk } from '../../../test/member-desk.js';
import type { Heard } from '../../../test/passkey-visitor.js';
import type { World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';

jest.setTimeout(60_000);

let desk: MemberDesk;
let world: World;
beforeAll(async () => {
  desk = await MemberDesk.create();
  ({ world } = desk);
}, 60_000);
afterAll(() => world.close());

const lastRefusal = async (): Promise<object | undefined> => (await world.rows<object>(`select chain, action, outcome, details, reference from audit_entry where outcome = 'REFUSED' order by happened_at desc limit 1`))[0];
const COMMONS = '00000000-0000-0000-0000-000000000000';
const refused = async (heard: Heard, refusal: string, chain = COMMONS): Promise<void> => {
  expect(heard.refusal).toBe(refusal);
  expect(await lastRefusal()).toEqual({ chain, action: 'SIGN_IN', outcome: 'REFUSED', details: { reason: refusal }, reference: heard.reference });
};
/** Everything that coming in would have left. */
const kept = async (): Promise<object | undefined> => (await world.rows<object>('select (select count(*) from person) as people, (select count(*) from membership) as memberships, (select count(*) from member_passkey) as passkeys, (select count(*) from session) as sessions, (select count(*) from invitation where used_at is not null) as used'))[0];
const nothingKept = async (work: () => Promise<void>): Promise<void> => {
  const before = await kept();
  await work();
  expect(await kept()).toEqual(before);
};

describe('An invitation', () => {
  it('lets somebody in with a passkey and a name, with the roles they were invited to, and all of it is on the record', async () => {
    const path = await desk.invitation(['PRACTITIONER', 'APPROVER']);
    const mo = desk.visitor();
    expect((await mo.open(path)).status).toBe(200);
    expect(mo.jar.header()).toContain('passalong-invitation');
    expect(await mo.join(path, 'Mo Ali')).toEqual({ status: 200, to: '/' });
    expect(mo.jar.header()).not.toContain('passalong-invitation');
    const { person, roles } = await desk.who(mo);
    expect([person?.displayName, roles]).toEqual(['Mo Ali', ['PRACTITIONER', 'APPROVER']]);
    expect(await world.rows('select institution_id, counter, last_used_at is not null as used, octet_length(public_key) > 50 as has_key from member_passkey where person_id = $1', [desk.keyOf(person)])).toEqual([{ institution_id: desk.institutionId, counter: '1', used: true, has_key: true }]);
    expect(await world.rows(`select chain, action, subject_type, outcome from audit_entry where actor_id = $1 or subject_id = $1::text order by sequence`, [desk.keyOf(person)])).toEqual([
      { chain: desk.institutionId, action: 'GRANT_ROLES', subject_type: 'PERSON', outcome: 'DONE' }, { chain: desk.institutionId, action: 'JOIN', subject_type: 'INVITATION', outcome: 'DONE' }, { chain: desk.institutionId, action: 'SIGN_IN', subject_type: 'PASSKEY', outcome: 'DONE' },
    ]);
    expect((await desk.visitor().open(path)).status).toBe(404);
    expect((await desk.people()).find(({ id }) => id === person?.id)?.waysIn).toBe(1);
  });

  it('offers a passkey beside the providers, says that it needs a script, and takes the name on one line without signs that mislead', async () => {
    const path = await desk.invitation();
    const someone = desk.visitor();
    const { html } = await someone.open(path);
    for (const text of ['With a passkey', 'id="without-script"', 'name="name"', 'required', `action="/auth/passkey/join/`]) expect(html).toContain(text);
    expect(await someone.join(path, '  Mo\u0000\u202e \n Ali\u200b ')).toMatchObject({ status: 200 });
    expect((await desk.who(someone)).person?.displayName).toBe('Mo Ali');
  });

  it('asks for a passkey that stays on the device and verifies the person, under the name that was typed; asked again, it replaces the one before', async () => {
    const path = await desk.invitation();
    const someone = desk.visitor();
    const [first, second] = [await someone.askedToJoin(path, 'Mo Ali'), await someone.askedToJoin(path, 'Mo Ali')] as { challenge: string; user?: { id: string; name: string } }[];
    expect(first).toMatchObject({ rp: { id: 'localhost' }, user: { name: 'Mo Ali' }, attestation: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' } });
    expect([first?.user?.id === second?.user?.id, first?.challenge === second?.challenge]).toEqual([true, false]);
  });

  it('lets one person in of two browsers that follow it at once', async () => {
    const path = await desk.invitation();
    const two = [desk.visitor(), desk.visitor()];
    const asked = await Promise.all(two.map((each) => each.askedToJoin(path, 'Mo Ali')));
    const before = await world.rows('select id from person');
    const heard = await Promise.all(two.map((each, at) => each.sendToJoin(path, { name: 'Mo Ali', passkey: each.passkey.made(asked[at] ?? { challenge: '' }) })));
    expect(heard.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await world.rows('select id from person')).length).toBe(before.length + 1);
  });

  it('ends the session that the browser had', async () => {
    const someone = desk.visitor();
    await someone.join(await desk.invitation(), 'First');
    const { person } = await desk.who(someone);
    await someone.afresh().join(await desk.invitation(), 'Second');
    expect((await desk.who(someone)).person?.displayName).toBe('Second');
    expect(await world.rows('select 1 from session where person_id = $1', [desk.keyOf(person)])).toEqual([]);
  });
});

describe('An invitation to another way in', () => {
  it('adds the passkey to the person who is here, without asking for a name, and tells the record', async () => {
    const nia = await world.person({ at: 'Stonebeck' });
    const path = await desk.invitationFor(nia);
    const phone = desk.visitor();
    expect((await phone.open(path)).html).not.toContain('name="name"');
    expect(await phone.join(path)).toEqual({ status: 200, to: '/' });
    expect((await desk.who(phone)).person?.id).toBe(apiId('person', nia.id));
    expect(await world.rows(`select action, subject_type from audit_entry where actor_id = $1 and action in ('LINK_IDENTITY', 'SIGN_IN') order by sequence`, [nia.id])).toEqual([{ action: 'LINK_IDENTITY', subject_type: 'PASSKEY' }, { action: 'SIGN_IN', subject_type: 'PASSKEY' }]);
    expect((await desk.visitor().open(path)).status).toBe(404);
  });

  it('lets nobody in who was shut out or has left meanwhile', async () => {
    for (const [change, refusal] of [['update person set disabled_at = now() where id = $1', 'DISABLED'], [`update membership set valid_until = now(), ended_for = 'IDLE' where person_id = $1`, 'LEFT_INSTITUTION']] as const) {
      const leaver = await world.person({ at: 'Stonebeck' });
      const path = await desk.invitationFor(leaver);
      await world.rows(change, [leaver.id]);
      await nothingKept(async () => refused(await desk.visitor().join(path), refusal, desk.institutionId));
    }
  });

  it('is answered by the browser that was asked for this person', async () => {
    const [one, other] = [await desk.invitationFor(await world.person({ at: 'Stonebeck' })), await desk.invitationFor(await world.person({ at: 'Stonebeck' }))];
    const someone = desk.visitor();
    const asked = await someone.askedToJoin(one);
    await nothingKept(async () => refused(await someone.sendToJoin(other, { passkey: someone.passkey.made(asked) }), 'NOT_ASKED'));
  });
});

describe('Nothing is kept', () => {
  it.each([['none', undefined], ['an empty one', ' \u0000 '], ['one of 121 letters', 'x'.repeat(121)], ['a list', ['Mo']]])('where the name is missing: %s', async (_what, name) => {
    const path = await desk.invitation();
    const someone = desk.visitor();
    await nothingKept(async () => {
      await refused(await someone.send(someone.beginPath(path), { name }), 'NO_NAME');
      const asked = await someone.askedToJoin(path, 'Mo Ali');
      await refused(await someone.sendToJoin(path, { name, passkey: someone.passkey.made(asked) }), 'NO_NAME');
    });
    expect((await someone.join(path, 'Mo Ali')).status).toBe(200);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }], ['another port', { origin: 'http://localhost:4001' }], ['another site', { rpId: 'evil.example' }],
    ['a device that verified nobody', { userVerified: false }], ['a device that keeps no passkey', { residentKey: false }], ['the answer to another question', { type: 'webauthn.get' }],
  ])('where the passkey comes from %s', async (_what, manner) => {
    const path = await desk.invitation();
    const someone = desk.visitor();
    const asked = await someone.askedToJoin(path, 'Mo Ali');
    await nothingKept(async () => refused(await someone.sendToJoin(path, { name: 'Mo Ali', passkey: someone.passkey.made(asked, manner) }), 'BAD_PASSKEY'));
  });

  it('where the passkey is somebody’s already', async () => {
    const mo = desk.visitor();
    await mo.join(await desk.invitation(), 'Mo Ali');
    const path = await desk.invitation();
    const thief = desk.visitor();
    thief.passkey = mo.passkey;
    const asked = await thief.askedToJoin(path, 'Thief');
    await nothingKept(async () => refused(await thief.sendToJoin(path, { name: 'Thief', passkey: thief.passkey.made(asked) }), 'BAD_PASSKEY'));
  });

  it('where another browser answers, the question is five minutes old, was answered, or was asked of somebody who signs in', async () => {
    const path = await desk.invitation();
    const [someone, stranger] = [desk.visitor(), desk.visitor()];
    await stranger.askedToJoin(path, 'Stranger');
    await nothingKept(async () => {
      const asked = await someone.askedToJoin(path, 'Mo Ali');
      await refused(await stranger.sendToJoin(path, { name: 'Stranger', passkey: someone.passkey.made(asked) }), 'NOT_ASKED');
      await world.rows(`update passkey_challenge set expires_at = expires_at - interval '5 minutes'`);
      for (const options of [asked, await someone.asked(), { challenge: randomBytes(32).toString('base64url') }]) await refused(await someone.sendToJoin(path, { name: 'Mo Ali', passkey: someone.passkey.made(options) }), 'NOT_ASKED');
    });
    const asked = await someone.askedToJoin(path, 'Mo Ali');
    const answer = { name: 'Mo Ali', passkey: someone.passkey.made(asked) };
    expect((await someone.sendToJoin(path, answer)).status).toBe(200);
    await nothingKept(async () => {
      await refused(await someone.sendToJoin(path, answer), 'LINK_OVER');
      await refused(await someone.sendToJoin(await desk.invitation(), answer), 'NOT_ASKED');
    });
  });

  it('where the invitation was taken back, is too old, or never was', async () => {
    const paths = [await desk.invitation(), await desk.invitation(), `/auth/invitation/${randomBytes(32).toString('base64url')}`];
    const someone = desk.visitor();
    const asked = await Promise.all(paths.map((path) => someone.askedToJoin(path, 'Mo Ali')));
    await world.rows('update invitation set ended_at = now() where token_hash = $1', [desk.hashOf(paths[0])]);
    await world.rows(`update invitation set expires_at = now() - interval '1 second' where token_hash = $1`, [desk.hashOf(paths[1])]);
    for (const [at, path] of paths.entries()) {
      await nothingKept(async () => refused(await someone.sendToJoin(path, { name: 'Mo Ali', passkey: someone.passkey.made(asked[at] ?? { challenge: '' }) }), 'LINK_OVER'));
      await refused(await someone.send(someone.beginPath(path), { name: 'Mo Ali' }), 'LINK_OVER');
    }
  });

  it.each([['nothing', {}], ['words', { passkey: 'yes', name: 'Mo' }], ['lists', { passkey: [null], name: 'Mo' }], ['half an answer', { passkey: { response: {} }, name: 'Mo' }]])('where %s is sent', async (_what, body) => {
    const path = await desk.invitation();
    await nothingKept(async () => refused(await desk.visitor().sendToJoin(path, body), 'NOT_ASKED'));
  });

  it('where another site sends it, or far too much is sent', async () => {
    const path = await desk.invitation();
    const someone = desk.visitor();
    const passkey = someone.passkey.made(await someone.askedToJoin(path, 'Mo Ali'));
    await nothingKept(async () => {
      await refused(await someone.send(someone.joinPath(path), { name: 'Mo Ali', passkey }, { 'sec-fetch-site': 'cross-site' }), 'OTHER_SITE');
      expect((await someone.sendToJoin(path, { name: 'x'.repeat(20_000_000), passkey })).status).toBe(413);
      await refused(await someone.sendToJoin(path, { name: 'x'.repeat(500_000), passkey }), 'NO_NAME');
    });
  });
});
