/** Signing in with the passkey that an invitation was answered with. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemberDesk, type MemberVisitor } from '../../../test/member-desk.js';
import type { Heard } from '../../../test/passkey-visitor.js';
import { SoftwarePasskey } from '../../../test/software-passkey.js';
import type { World } from '../../../test/world.js';
import { PeopleCheck } from '../joining/people-check.js';

jest.setTimeout(60_000);

let desk: MemberDesk;
let world: World;
let mo: MemberVisitor;
let id = '';
beforeAll(async () => {
  desk = await MemberDesk.create();
  ({ world } = desk);
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  mo = desk.visitor();
  await mo.join(await desk.invitation(), 'Mo Ali');
  id = desk.keyOf((await desk.who(mo)).person);
});

const COMMONS = '00000000-0000-0000-0000-000000000000';
const refused = async (heard: Heard, refusal: string, { chain = COMMONS, actor = null }: { chain?: string; actor?: string | null } = {}): Promise<void> => {
  expect(heard.refusal).toBe(refusal);
  const [entry] = await world.rows<object>(`select chain, action, actor_id as actor, details, reference from audit_entry where outcome = 'REFUSED' order by happened_at desc limit 1`);
  expect(entry).toEqual({ chain, action: 'SIGN_IN', actor, details: { reason: refusal }, reference: heard.reference });
};
const atHome = (): { chain: string; actor: string } => ({ chain: desk.institutionId, actor: id });
const here = (): { chain: string } => ({ chain: desk.institutionId });
const sessions = async (): Promise<number> => (await world.rows('select 1 from session where person_id = $1', [id])).length;

describe('A passkey', () => {
  it('signs its person in at the institution of the invitation, from any browser that has it, and tells the record', async () => {
    await world.rows(`update membership set last_active_at = now() - interval '30 days' where person_id = $1`, [id]);
    const laptop = mo.elsewhere();
    expect(await laptop.signIn()).toEqual({ status: 200, to: '/' });
    expect((await desk.who(laptop)).person?.displayName).toBe('Mo Ali');
    expect(await world.rows('select acting_institution_id as institution, extract(epoch from expires_at - created_at)::int as seconds from session where person_id = $1', [id])).toEqual([1, 2].map(() => ({ institution: desk.institutionId, seconds: 43_200 })));
    expect(await world.rows('select last_active_at::date = current_date as today from membership where person_id = $1', [id])).toEqual([{ today: true }]);
    expect(await world.rows(`select chain, subject_type, length(subject_id) as length from audit_entry where actor_id = $1 and action = 'SIGN_IN' order by sequence desc limit 1`, [id])).toEqual([{ chain: desk.institutionId, subject_type: 'PASSKEY', length: 64 }]);
  });

  it('is asked for on a page that the chooser links, and leads where somebody wanted to be', async () => {
    expect((await mo.open('/auth/sign-in?return_to=/find')).html).toContain('href="/auth/passkey?return_to=%2Ffind"');
    const page = await mo.open('/auth/passkey?return_to=/find');
    expect([page.status, page.html.includes('id="without-script"'), page.html.includes('action="/auth/passkey?return_to=%2Ffind"')]).toEqual([200, true, true]);
    expect(await mo.signIn('?return_to=/find')).toEqual({ status: 200, to: '/find' });
    expect(await mo.signIn('?return_to=//evil.example')).toMatchObject({ refusal: 'BAD_RETURN' });
    expect((await mo.open('/auth/passkey?return_to=//evil.example')).status).toBe(400);
  });

  it('is asked of this site alone, by a device that verifies the person, and names nobody', async () => {
    expect(await mo.asked()).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] });
  });

  it('answers once, also where both answers come at one moment, and has used its challenge up where it was refused', async () => {
    const asked = await mo.asked();
    const answer = mo.passkey.shown(asked);
    expect((await mo.show(answer)).status).toBe(200);
    await refused(await mo.show(answer), 'NOT_ASKED');
    await refused(await mo.show(mo.passkey.shown(asked)), 'NOT_ASKED');
    const again = await mo.asked();
    const heard = await Promise.all([1, 2, 3].map(() => mo.show(mo.passkey.shown(again))));
    expect(heard.filter(({ refusal }) => refusal === 'NOT_ASKED')).toHaveLength(2);
    const third = await mo.asked();
    await refused(await mo.show(mo.passkey.shown(third, { isForged: true })), 'BAD_PASSKEY', here());
    await refused(await mo.show(mo.passkey.shown(third)), 'NOT_ASKED');
  });

  it('answers from the browser that was asked, within five minutes', async () => {
    const stranger = mo.elsewhere();
    const answer = mo.passkey.shown(await mo.asked());
    await refused(await stranger.show(answer), 'NOT_ASKED');
    await stranger.asked();
    await refused(await stranger.show(answer), 'NOT_ASKED');
    await world.rows(`update passkey_challenge set expires_at = expires_at - interval '5 minutes'`);
    await refused(await mo.show(answer), 'NOT_ASKED');
  });

  it('does not answer what an invitation asked', async () => {
    const asked = await mo.askedToJoin(await desk.invitation(), 'Mo Ali');
    await refused(await mo.show(mo.passkey.shown(asked)), 'NOT_ASKED');
  });

  it.each<[string, Parameters<SoftwarePasskey['shown']>[1]]>([
    ['another origin', { origin: 'https://evil.example' }], ['another port', { origin: 'http://localhost:4001' }], ['another site', { rpId: 'evil.example' }],
    ['a device that verified nobody', { userVerified: false }], ['another key', { isForged: true }], ['the answer to another question', { type: 'webauthn.create' }],
  ])('from %s is refused', async (_what, manner) => {
    const before = await sessions();
    await refused(await mo.show(mo.passkey.shown(await mo.asked(), manner)), 'BAD_PASSKEY', here());
    expect(await sessions()).toBe(before);
  });

  it('that counts backwards, or not at all any more, was copied and is refused', async () => {
    mo.passkey.counter = 40;
    expect((await mo.signIn()).status).toBe(200);
    for (const counter of [41, 40, 0]) await refused(await mo.show(mo.passkey.shown(await mo.asked(), { counter })), 'BAD_PASSKEY', here());
    expect((await mo.signIn()).status).toBe(200);
  });

  it('that nobody here made is refused, and so is what is no passkey, comes from another site, or is far too much', async () => {
    await refused(await mo.show(new SoftwarePasskey('http://localhost:4000').shown(await mo.asked())), 'BAD_PASSKEY');
    for (const nonsense of [{}, { id: 'x' }, { response: { clientDataJSON: 'x' } }]) await refused(await mo.show(nonsense), 'NOT_ASKED');
    const passkey = mo.passkey.shown(await mo.asked());
    await refused(await mo.send('/auth/passkey', { passkey }, { 'sec-fetch-site': 'cross-site' }), 'OTHER_SITE');
    expect((await mo.send('/auth/passkey', { passkey, more: 'x'.repeat(20_000_000) })).status).toBe(413);
    await refused(await mo.send('/auth/passkey', { passkey: { ...passkey, id: 'x'.repeat(100_000) } }), 'BAD_PASSKEY');
  });
});

describe('Who signs in with a passkey', () => {
  it('does not once they were shut out', async () => {
    await world.rows('update person set disabled_at = now() where id = $1', [id]);
    await refused(await mo.signIn(), 'DISABLED', atHome());
  });

  it.each(['LEFT', 'IDLE'])('does not once they belong no longer (%s), and comes back as who they were by an invitation', async (endedFor) => {
    await world.rows('delete from session where person_id = $1', [id]);
    await world.rows('update membership set valid_until = now(), ended_for = $2 where person_id = $1', [id, endedFor]);
    await refused(await mo.signIn(), 'LEFT_INSTITUTION', atHome());
    const path = await desk.invitation(['APPROVER']);
    await mo.open(path);
    expect((await mo.signIn()).status).toBe(200);
    const { person, roles } = await desk.who(mo);
    expect([desk.keyOf(person), roles]).toEqual([id, ['APPROVER']]);
    expect(mo.jar.header()).not.toContain('passalong-invitation');
    expect((await desk.visitor().open(path)).status).toBe(404);
  });

  it('belongs no longer after a year without it, as with a provider', async () => {
    await world.rows(`update membership set last_active_at = now() - interval '366 days' where person_id = $1`, [id]);
    expect(await world.app.get(PeopleCheck).endIdle()).toBe(1);
    expect((await desk.who(mo)).person).toBeNull();
    await refused(await mo.signIn(), 'LEFT_INSTITUTION', atHome());
  });

  it('does not by an invitation of another institution, or one for somebody else', async () => {
    await world.rows('update membership set valid_until = now() where person_id = $1', [id]);
    await mo.open(await desk.invitation(['PRACTITIONER'], desk.rival));
    await refused(await mo.signIn(), 'LEFT_INSTITUTION', atHome());
    await mo.open(await desk.invitationFor(await world.person({ at: 'Stonebeck' })));
    await refused(await mo.signIn(), 'SOMEBODY_ELSE', atHome());
  });

  it('does not where the institution takes part no more', async () => {
    await world.rows(`update institution set standing = 'LISTED' where id = $1`, [desk.institutionId]);
    const heard = await mo.signIn();
    await world.rows(`update institution set standing = 'MEMBER' where id = $1`, [desk.institutionId]);
    await refused(heard, 'LEFT_INSTITUTION', atHome());
  });
});
