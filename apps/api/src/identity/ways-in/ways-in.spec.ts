/** One's own ways in: shown to whoever has them, and a passkey among them ended, unless that would lock its person out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { MemberDesk, type MemberVisitor } from '../../../test/member-desk.js';
import type { Answer, TestPerson, World } from '../../../test/world.js';
import { apiId, newKey } from '../../platform/ids/ids.js';

jest.setTimeout(60_000);

const WAYS = '{ viewer { ways: waysIn { id kind institutionName label addedAt lastUsedAt isOpen } } }';
const END = 'mutation End($input: EndPasskeyInput!) { endPasskey(input: $input) { waysIn { id } errors { message code } } }';
interface Way { id: string; kind: string; institutionName: string; label: string | null; addedAt: string | null; lastUsedAt: string | null; isOpen: boolean }
interface Ended { endPasskey: { waysIn: { id: string }[] | null; errors: { message: string; code: string }[] } }

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

const as = (visitor: MemberVisitor): TestPerson => ({ ...desk.head, id, cookie: visitor.jar.header() });
const ways = async (visitor: MemberVisitor): Promise<Way[]> => (await world.run<{ viewer: { ways: Way[] } }>(as(visitor), WAYS)).data.viewer.ways;
const end = (visitor: MemberVisitor, passkeyId: string | undefined): Promise<Answer<Ended>> => world.run<Ended>(as(visitor), END, { input: { passkeyId } });
const isSignedIn = async (visitor: MemberVisitor): Promise<boolean> => (await desk.who(visitor)).person !== null;
/** Another passkey of the same person, on another device, whose browser is signed in by it. */
const second = async (): Promise<MemberVisitor> => {
  const tablet = desk.visitor();
  expect(await tablet.join(await desk.invitationFor({ ...desk.head, id }))).toMatchObject({ status: 200 });
  return tablet;
};
/** A sign-in service of the institution, by which the person came once. */
const provider = async (institutionId: string, isActive = true): Promise<void> => {
  const key = newKey();
  await world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, client_id, is_active, label) values ($1::uuid, $2, 'OIDC', 'https://' || $1::text || '.example', 'x', $3, 'Staff')`, [key, institutionId, isActive]);
  await world.rows(`insert into external_identity (provider_id, subject, person_id, institution_id) values ($1, 'mo@university.example', $2, $3)`, [key, id, institutionId]);
};
const post = (visitor: MemberVisitor, passkey: string, site = 'same-origin'): Promise<Response> => fetch(`${visitor.origin}/auth/passkeys/end`, {
  method: 'POST', redirect: 'manual', headers: { cookie: visitor.jar.header(), 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:4000', 'sec-fetch-site': site }, body: new URLSearchParams({ passkey }),
});

describe('Ways in', () => {
  it('are shown to their person alone: what they are, where they lead, since when and used when', async () => {
    const [own, ...others] = await ways(mo);
    expect([own, others]).toEqual([{ id: expect.stringMatching(/^way_\w{26}$/), kind: 'PASSKEY', institutionName: 'Stonebeck', label: null, addedAt: expect.stringMatching(/^\d{4}-.*Z$/), lastUsedAt: expect.stringMatching(/Z$/), isOpen: true }, []]);
    expect((await world.run<{ viewer: { ways: Way[] } }>(desk.head, WAYS)).data.viewer.ways).toEqual([]);
    expect((await world.run<{ viewer: { ways: Way[] } }>(null, WAYS)).data.viewer.ways).toEqual([]);
  });

  it('at every institution where they belong are shown, and not where they belong no longer', async () => {
    await provider(desk.institutionId, false);
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, '{PRACTITIONER}')`, [newKey(), id, desk.rival.institutionId]);
    await provider(desk.rival.institutionId);
    const seen = async (): Promise<unknown[]> => (await ways(mo)).map(({ kind, institutionName, label, isOpen }) => [kind, institutionName, label, isOpen]);
    expect(await seen()).toEqual([['IDENTITY_PROVIDER', 'Calderfold', 'Staff', true], ['IDENTITY_PROVIDER', 'Stonebeck', 'Staff', false], ['PASSKEY', 'Stonebeck', null, true]]);
    await world.rows('update membership set valid_until = now() where person_id = $1 and institution_id = $2', [id, desk.rival.institutionId]);
    expect(await seen()).toHaveLength(2);
  });
});

describe('A passkey that its person ends', () => {
  it('never signs in again, is no way in any more, and takes every session but this with it', async () => {
    const tablet = await second();
    const lost = (await ways(mo)).at(0);
    expect(await end(tablet, lost?.id)).toEqual({ data: { endPasskey: { waysIn: [{ id: (await ways(tablet))[0]?.id }], errors: [] } } });
    expect([await isSignedIn(mo), await isSignedIn(tablet)]).toEqual([false, true]);
    expect(await mo.signIn()).toMatchObject({ status: 403, refusal: 'PASSKEY_ENDED' });
    expect((await tablet.signIn()).status).toBe(200);
    expect((await desk.people()).find((person) => person.id === apiId('person', id))?.waysIn).toBe(1);
    expect(await world.rows(`select action, outcome, subject_type, length(subject_id) as length, details from audit_entry where chain = $1 and actor_id = $2 and (action = 'END_PASSKEY' or outcome = 'REFUSED') order by sequence`, [desk.institutionId, id])).toEqual([
      { action: 'END_PASSKEY', outcome: 'DONE', subject_type: 'PASSKEY', length: 64, details: { sessionsEnded: 1 } }, { action: 'SIGN_IN', outcome: 'REFUSED', subject_type: null, length: null, details: { reason: 'PASSKEY_ENDED' } },
    ]);
    const back = mo.afresh();
    expect((await back.join(await desk.invitationFor({ ...desk.head, id }))).status).toBe(200); // the same device, by a new invitation
    expect([await ways(back), (await back.elsewhere().signIn()).status]).toEqual([[expect.anything(), expect.anything()], 200]);
  });

  it('takes a session with it that went on to act for another institution', async () => {
    const tablet = await second();
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, '{PRACTITIONER}')`, [newKey(), id, desk.rival.institutionId]);
    const thief = as(mo);
    await world.run(thief, 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { errors { code } } }', { id: desk.rival.actingInstitutionId });
    await end(tablet, (await ways(tablet)).at(0)?.id);
    expect((await world.run<{ viewer: { kind: string } }>(thief, '{ viewer { kind } }')).data.viewer.kind).toBe('ANONYMOUS');
  });

  it('is not ended where it is the only way in, until there is another that leads in now', async () => {
    const only = (await ways(mo))[0]?.id;
    const locked = { waysIn: null, errors: [{ code: 'NOT_POSSIBLE', message: 'It is your only way in at Stonebeck; ask an administrator for an invitation first. Nothing was changed.' }] };
    expect((await end(mo, only)).data.endPasskey).toEqual(locked);
    await provider(desk.institutionId, false);
    expect((await end(mo, only)).data.endPasskey).toEqual(locked);
    expect((await mo.elsewhere().signIn()).status).toBe(200);
    await world.rows('update identity_provider set is_active = true where institution_id = $1', [desk.institutionId]);
    expect((await end(mo, only)).data.endPasskey.errors).toEqual([]);
  });

  it('may be the only one at an institution to which a sign-in at another leads as well', async () => {
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, '{PRACTITIONER}')`, [newKey(), id, desk.rival.institutionId]);
    await provider(desk.rival.institutionId);
    expect((await end(mo, (await ways(mo)).find(({ kind }) => kind === 'PASSKEY')?.id)).data.endPasskey.errors).toEqual([]);
  });

  it('leaves one of two that are ended at one moment', async () => {
    const tablet = await second();
    const [one, other] = await ways(mo);
    const heard = await Promise.all([end(mo, one?.id), end(tablet, other?.id)]);
    expect(heard.filter(({ data }) => data?.endPasskey?.errors.length === 0)).toHaveLength(1);
    expect(await world.rows('select 1 from member_passkey where person_id = $1 and ended_at is null', [id])).toHaveLength(1);
  });

  it('is ended by somebody who signed in within ten minutes, and who is told so otherwise', async () => {
    await second();
    await world.rows(`update session set created_at = now() - interval '11 minutes' where person_id = $1`, [id]);
    const { errors } = (await end(mo, (await ways(mo))[0]?.id)).data.endPasskey;
    expect(errors).toEqual([{ code: 'NOT_POSSIBLE', message: expect.stringContaining('Sign in once more') }]);
    expect(await ways(mo)).toHaveLength(2);
  });

  it('is one of their own: of somebody else’s, one that ended, and nonsense nothing is said', async () => {
    const tablet = await second();
    const other = desk.visitor();
    await other.join(await desk.invitation(), 'Ana Lim');
    const theirs = (await world.run<{ viewer: { ways: Way[] } }>({ ...desk.head, cookie: other.jar.header() }, WAYS)).data.viewer.ways[0]?.id;
    const gone = (await ways(mo))[0]?.id;
    await end(tablet, gone);
    for (const passkeyId of [theirs, gone, apiId('wayIn', newKey()), apiId('session', newKey()), 'x'.repeat(10_000), '']) expect((await end(tablet, passkeyId)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.run(null, END, { input: { passkeyId: gone } })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await other.signIn()).status).toBe(200);
  });
});

describe('The form of the account page', () => {
  it('ends a passkey without script, and says on the page what came of it', async () => {
    const only = (await ways(mo))[0]?.id ?? '';
    const leadsTo = async (visitor: MemberVisitor, passkey: string): Promise<unknown> => {
      const { status, headers } = await post(visitor, passkey);
      return [status, headers.get('location')];
    };
    expect(await leadsTo(mo, only)).toEqual([303, '/account?passkey=only-way-in#h-ways']);
    const tablet = await second();
    await world.rows(`update session set created_at = now() - interval '11 minutes' where person_id = $1`, [id]);
    expect(await leadsTo(tablet, only)).toEqual([303, '/account?passkey=sign-in-first#h-ways']);
    await tablet.signIn();
    expect(await leadsTo(tablet, only)).toEqual([303, '/account?passkey=ended#h-ways']);
    for (const gone of [only, 'nonsense']) expect(await leadsTo(tablet, gone)).toEqual([303, '/account#h-ways']);
    expect(await ways(tablet)).toHaveLength(1);
  });

  it('does nothing for another site, or for nobody', async () => {
    const tablet = await second();
    const own = (await ways(mo))[0]?.id ?? '';
    expect((await post(tablet, own, 'cross-site')).status).toBe(403);
    expect((await post(desk.visitor(), own)).headers.get('location')).toBe('/account#h-ways');
    expect(await ways(mo)).toHaveLength(2);
  });
});
