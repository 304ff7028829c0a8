import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../test/free-port.js';
import { SCOPED_AFFILIATION, SUBJECT_ID } from '../../../test/saml-forge.js';
import { Browser, forge, type Provider, samlProvider } from '../../../test/saml-party.js';
import { CookieJar, visit } from '../../../test/sign-in-flow.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';
import { DomainProof } from './domain-proof.js';
import { PeopleCheck } from './people-check.js';

const PEOPLE = 'isCheckDue people { id displayName roles lastActiveOn waysIn } invitations { id email roles forPerson } approvedDomains domains { domain recordName recordValue provenAt failure }';
const READ = `query People($at: ID) { institutionPeople(institutionId: $at) { ${PEOPLE} } }`;
const mutation = (name: string, type: string, payload = `people { ${PEOPLE} }`): string => `mutation Do($input: ${type}!) { done: ${name}(input: $input) { ${payload} errors { message path } } }`;
const INVITE = mutation('invite', 'InviteInput', `address people { ${PEOPLE} }`);
const AGAIN = mutation('inviteToLink', 'InviteToLinkInput', `address people { ${PEOPLE} }`);
const END = mutation('endInvitation', 'EndInvitationInput');
const CONFIRM = mutation('confirmPeople', 'ConfirmPeopleInput');
const CLAIM = mutation('claimDomain', 'DomainInput');
const CHECK = mutation('checkDomain', 'DomainInput');
const REQUESTS = '{ joinRequests { id institutionName workEmail suggestions { id name hasDomain isMember } } }';
const ANSWER = mutation('answerJoinRequest', 'AnswerJoinRequestInput', 'invitationAddress setUpAddress');
interface People { isCheckDue: boolean; people: { id: string; roles: string[]; waysIn: number }[]; invitations: { id: string; email: string }[]; approvedDomains: string[]; domains: { domain: string; recordName: string; recordValue: string; provenAt: string | null; failure: string | null }[] }
interface Done { address?: string | null; invitationAddress?: string | null; setUpAddress?: string | null; people?: People | null; errors: { message: string }[] }

let world: World;
let origin: string;
let provider: Provider;
let elsewhere: Provider;
let head: TestPerson;
let nia: TestPerson;
let rival: TestPerson;
let platform: TestPerson;
let count = 0;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await World.create({ port, publicUrl: origin });
  provider = await samlProvider(world, 'Stonebeck');
  elsewhere = await samlProvider(world, 'Calderfold', { scope: 'calderfold.example' });
  head = await world.person({ at: 'Stonebeck', roles: ['PRACTITIONER', 'ADMINISTRATOR'] });
  nia = await world.person({ at: 'Stonebeck' });
  rival = await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] });
  platform = await world.person({ at: 'Aberwen' });
  await world.rows('update person set is_platform_administrator = true where id = $1', [platform.id]);
  await world.rows('insert into institution_domain (institution_id, domain, position) values ($1, $2, 1)', [head.institutionId, 'stonebeck.example']);
}, 60_000);
afterAll(() => world.close());

const run = async (person: TestPerson | null, text: string, input: object): Promise<Done> => {
  const answer = await world.run<{ done: Done }>(person, text, { input });
  if (answer.errors) throw new Error(answer.errors[0]?.extensions.code);
  return answer.data.done;
};
const code = (answer: Answer<unknown>): string | undefined => answer.errors?.[0]?.extensions.code;
const read = async (person: TestPerson | null, at: string | null = null): Promise<People | null> => (await world.run<{ institutionPeople: People | null }>(person, READ, { at })).data.institutionPeople;
const fresh = (): string => `p${(count += 1)}@stonebeck.example`;

interface SigningIn { subject: string; affiliation?: string | null; at?: Provider; how?: string; scope?: string }
/** Signs in with this browser; where it ended, and the page's text. */
async function signsIn(browser: Browser, { subject, affiliation = 'staff', at = provider, how = 'return_to=/find', scope = 'stonebeck.example' }: SigningIn): Promise<{ status: number; text: string }> {
  const party = await browser.begin(at, how);
  const fields = await forge(at, party, { answer: ({ assertion }) => { assertion.attributes = [{ name: SUBJECT_ID, values: [subject] }, ...(affiliation === null ? [] : [{ name: SCOPED_AFFILIATION, values: [`${affiliation}@${scope}`] }])]; } });
  const posted = await browser.post(at, fields);
  const end = posted.status === 303 ? await browser.fetchTicket(posted) : posted;
  return { status: end.status, text: await end.text() };
}
const who = async (browser: Browser): Promise<{ person: { id: string } | null; roles: string[] }> => {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: browser.jar.header() }, body: JSON.stringify({ query: '{ viewer { person { id } roles } }' }) });
  return ((await response.json()) as { data: { viewer: { person: { id: string } | null; roles: string[] } } }).data.viewer;
};

describe('An invitation', () => {
  it('lets one person in whom their provider calls no staff, with the roles they were invited to, once', async () => {
    const browser = new Browser(origin);
    expect((await signsIn(browser, { subject: 'contractor@stonebeck.example', affiliation: 'affiliate' })).status).toBe(403);
    const { address, people } = await run(head, INVITE, { email: 'Contractor@Stonebeck.example', roles: ['PRACTITIONER', 'APPROVER'] });
    expect(people?.invitations[0]).toMatchObject({ email: 'contractor@stonebeck.example' });
    const page = await visit(browser.jar, address ?? '');
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'same-origin']);
    expect(await page.text()).toContain(`/auth/saml/${provider.id}/login`);
    expect((await signsIn(browser, { subject: 'contractor@stonebeck.example', affiliation: 'affiliate' })).status).toBe(303);
    expect((await who(browser)).roles).toEqual(['PRACTITIONER', 'APPROVER']);
    expect(browser.jar.header()).not.toContain('passalong-invitation');
    expect((await visit(new CookieJar(), address ?? '')).status).toBe(404);
    expect((await read(head))?.invitations).toEqual([]);
  });

  it('followed by two browsers at once lets one of them in', async () => {
    const { address } = await run(head, INVITE, { email: fresh() });
    const browsers = await Promise.all([1, 2, 3].map(async () => { const browser = new Browser(origin); await visit(browser.jar, address ?? ''); return browser; }));
    const ends = await Promise.all(browsers.map((browser, at) => signsIn(browser, { subject: `race${at}@stonebeck.example`, affiliation: null })));
    expect(ends.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
  });

  it('is good at its own institution alone, ends when it is taken back, and is over after two weeks', async () => {
    const { address, people } = await run(head, INVITE, { email: fresh() });
    const browser = new Browser(origin);
    await visit(browser.jar, address ?? '');
    expect((await signsIn(browser, { subject: 'x@calderfold.example', affiliation: null, at: elsewhere })).status).toBe(403);
    for (const person of [nia, rival, null]) expect(code(await world.run(person, END, { input: { invitationId: people?.invitations[0]?.id } }))).toBe('NOT_FOUND');
    await run(head, END, { invitationId: people?.invitations[0]?.id });
    expect((await signsIn(browser, { subject: 'late@stonebeck.example', affiliation: null })).status).toBe(403);
    const other = await run(head, INVITE, { email: fresh() });
    await world.rows(`update invitation set expires_at = now() - interval '1 second' where used_at is null`);
    expect((await visit(new CookieJar(), other.address ?? '')).status).toBe(404);
  });

  it('is made by administrators, for addresses at a domain of theirs; a platform administrator may name any', async () => {
    for (const email of ['x@notstonebeck.example', 'x@stonebeck.example.org', 'nobody', '', 'a b@stonebeck.example', `${'x'.repeat(250)}@stonebeck.example`]) expect((await run(head, INVITE, { email })).address).toBeNull();
    expect((await run(head, INVITE, { email: 'x@careers.stonebeck.example' })).address).toMatch(/\/auth\/invitation\//);
    expect((await run(platform, INVITE, { email: 'x@elsewhere.example', institutionId: head.actingInstitutionId })).address).toMatch(/\/auth\/invitation\//);
    for (const person of [nia, null]) expect(code(await world.run(person, INVITE, { input: { email: fresh() } }))).toBe('NOT_FOUND');
    expect(code(await world.run(rival, INVITE, { input: { email: fresh(), institutionId: head.actingInstitutionId } }))).toBe('NOT_FOUND');
    for (const person of [nia, rival, null]) expect(await read(person, head.actingInstitutionId)).toBeNull();
  });
});

describe('Another way to sign in', () => {
  it('is added by somebody who has just signed in with the old one, and turns the key of their session', async () => {
    const browser = new Browser(origin);
    await signsIn(browser, { subject: 'wren@stonebeck.example' });
    const before = await who(browser);
    const token = browser.jar.header();
    expect((await signsIn(browser, { subject: 'wren@calderfold.example', at: elsewhere, scope: 'calderfold.example', how: 'link=1&return_to=/account' })).status).toBe(303);
    expect((await who(browser)).person).toEqual(before.person);
    expect(browser.jar.header()).not.toBe(token);
    const phone = new Browser(origin);
    await signsIn(phone, { subject: 'wren@calderfold.example', at: elsewhere, scope: 'calderfold.example' });
    expect((await who(phone)).person).toEqual(before.person);
  });

  it('is not added in a browser left open, nor by one that is not signed in, nor where it belongs to somebody', async () => {
    const browser = new Browser(origin);
    await signsIn(browser, { subject: 'robin@stonebeck.example' });
    await signsIn(new Browser(origin), { subject: 'taken@calderfold.example', at: elsewhere, scope: 'calderfold.example' });
    const link = { at: elsewhere, scope: 'calderfold.example', how: 'link=1&return_to=/account' };
    expect((await signsIn(browser, { subject: 'taken@calderfold.example', ...link })).text).toMatch(/already belongs to somebody/);
    expect((await signsIn(browser, { subject: 'robin@calderfold.example', affiliation: 'student', ...link })).status).toBe(403);
    expect((await visit(browser.jar, `${origin}/auth/saml/${elsewhere.id}/login?link=1`, 'GET', 'cross-site')).status).toBe(403);
    await world.rows(`update session set created_at = now() - interval '11 minutes'`);
    for (const each of [browser, new Browser(origin)]) expect((await visit(each.jar, `${origin}/auth/saml/${elsewhere.id}/login?link=1`)).status).toBe(403);
    expect(await world.rows(`select 1 from external_identity where subject = 'robin@calderfold.example'`)).toEqual([]);
  });

  it('is given by an administrator where the old one is gone, but not for somebody with a part beyond the institution', async () => {
    const old = new Browser(origin);
    await signsIn(old, { subject: 'mo@stonebeck.example' });
    const { person } = await who(old);
    const { address } = await run(head, AGAIN, { personId: person?.id });
    const browser = new Browser(origin);
    await visit(browser.jar, address ?? '');
    expect((await signsIn(browser, { subject: 'mo.new@stonebeck.example', affiliation: null })).status).toBe(303);
    expect(await who(browser)).toEqual({ person, roles: ['PRACTITIONER'] });
    await world.rows('update person set is_moderator = true where display_name is null and id = (select person_id from external_identity where subject = $1)', ['mo@stonebeck.example']);
    expect((await run(head, AGAIN, { personId: person?.id })).errors[0]?.message).toMatch(/platform administrator/);
    expect((await run(platform, AGAIN, { personId: person?.id, institutionId: head.actingInstitutionId })).address).toMatch(/invitation/);
    expect(code(await world.run(rival, AGAIN, { input: { personId: person?.id } }))).toBe('NOT_FOUND');
  });
});

describe('An invitation to sign in another way', () => {
  it('leads nobody back who has left since it was made, and is not used up by that', async () => {
    const old = new Browser(origin);
    await signsIn(old, { subject: 'gone@stonebeck.example' });
    const { person } = await who(old);
    const { address } = await run(head, AGAIN, { personId: person?.id });
    await run(head, CONFIRM, { left: [person?.id] });
    for (const subject of ['gone.new@stonebeck.example', 'gone@stonebeck.example']) {
      const browser = new Browser(origin);
      await visit(browser.jar, address ?? '');
      expect(await signsIn(browser, { subject })).toMatchObject({ status: 403, text: expect.stringContaining('You no longer work here') });
    }
    expect((await visit(new CookieJar(), address ?? '')).status).toBe(200);
  });
});

describe('The people of an institution', () => {
  it('are asked after every quarter; who has left is signed out, may not come back alone, and comes back by an invitation', async () => {
    const browser = new Browser(origin);
    await signsIn(browser, { subject: 'leaver@stonebeck.example' });
    const { person } = await who(browser);
    await world.rows(`update institution set created_at = now() - interval '92 days', people_checked_at = null where id = $1`, [head.institutionId]);
    expect((await read(head))?.isCheckDue).toBe(true);
    const asked = async (person: TestPerson | null): Promise<boolean> => (await world.run<{ viewer: { isPeopleCheckDue: boolean } }>(person, '{ viewer { isPeopleCheckDue } }')).data.viewer.isPeopleCheckDue;
    expect([await asked(head), await asked(nia), await asked(null)]).toEqual([true, false, false]);
    const { people } = await run(head, CONFIRM, { left: [person?.id, apiId('person', head.id), apiId('person', rival.id)] });
    expect([people?.isCheckDue, people?.people.some(({ id }) => id === person?.id), people?.people.some(({ id }) => id === apiId('person', head.id))]).toEqual([false, false, true]);
    expect((await read(rival))?.people.some(({ id }) => id === apiId('person', rival.id))).toBe(true);
    expect((await who(browser)).person).toBeNull();
    expect((await signsIn(browser, { subject: 'leaver@stonebeck.example' })).status).toBe(403);
    await visit(browser.jar, (await run(head, INVITE, { email: fresh() })).address ?? '');
    expect((await signsIn(browser, { subject: 'leaver@stonebeck.example' })).status).toBe(303);
    expect((await who(browser)).person).toEqual(person);
  });

  it('who have not signed in for a year belong no longer, and come back by signing in as staff; the last administrator stays', async () => {
    const browser = new Browser(origin);
    await signsIn(browser, { subject: 'idle@stonebeck.example' });
    const { person } = await who(browser);
    await world.rows(`update membership set last_active_at = now() - interval '366 days', roles = roles || '{APPROVER}' where person_id = (select person_id from external_identity where subject = 'idle@stonebeck.example')`);
    await world.rows(`update membership set last_active_at = now() - interval '400 days' where person_id = $1`, [rival.id]);
    expect(await world.app.get(PeopleCheck).endIdle()).toBe(1);
    expect((await who(browser)).person).toBeNull();
    expect((await read(rival))?.people).not.toEqual([]);
    expect((await signsIn(browser, { subject: 'idle@stonebeck.example', affiliation: 'student' })).status).toBe(403);
    expect((await signsIn(browser, { subject: 'idle@stonebeck.example' })).status).toBe(303);
    expect(await who(browser)).toEqual({ person, roles: ['PRACTITIONER'] });
  });
});

describe('A domain', () => {
  it('is proven by its record, leads people to their sign-in, and is lost with it; a silent name server changes nothing', async () => {
    const proof = world.app.get(DomainProof);
    const said = new Map<string, string[]>();
    let isSilent = false;
    proof.lookUp = async (name) => {
      if (isSilent) throw Object.assign(new Error('timeout'), { code: 'ETIMEOUT' });
      const found = said.get(name);
      if (found === undefined) throw Object.assign(new Error('none'), { code: 'ENOTFOUND' });
      return found;
    };
    const claimed = (await run(head, CLAIM, { domain: ' Careers-Stonebeck.Example ' })).people?.domains[0];
    expect(claimed).toMatchObject({ domain: 'careers-stonebeck.example', recordName: '_passalong.careers-stonebeck.example', provenAt: null });
    expect((await run(head, CHECK, { domain: 'careers-stonebeck.example' })).people?.domains[0]?.failure).toMatch(/no such record yet/);
    said.set('_passalong.careers-stonebeck.example', ['v=spf1 -all', claimed?.recordValue ?? '']);
    expect((await run(head, CHECK, { domain: 'careers-stonebeck.example' })).people?.domains[0]?.provenAt).not.toBeNull();
    const chooser = async (words: string): Promise<string> => (await fetch(`${origin}/auth/sign-in?institution=${encodeURIComponent(words)}`)).text();
    expect(await chooser('somebody@mail.careers-stonebeck.example')).toContain(`/auth/saml/${provider.id}/login`);
    expect(await chooser('somebody@notcareers-stonebeck.example')).not.toContain(`/auth/saml/${provider.id}/login`);
    expect((await run(head, INVITE, { email: 'x@careers-stonebeck.example' })).address).toMatch(/invitation/);
    await world.rows(`update proven_domain set checked_at = now() - interval '8 days'`);
    isSilent = true;
    expect(await proof.checkDue()).toEqual({ taken: 1, lost: 0 });
    isSilent = false;
    said.set('_passalong.careers-stonebeck.example', ['something else']);
    await world.rows(`update proven_domain set checked_at = now() - interval '8 days'`);
    expect(await proof.checkDue()).toEqual({ taken: 1, lost: 1 });
    expect(await proof.checkDue()).toEqual({ taken: 0, lost: 0 });
    expect(await chooser('somebody@careers-stonebeck.example')).not.toContain(`/auth/saml/${provider.id}/login`);
    const actions = await world.rows<{ action: string }>(`select action from audit_entry where subject_id = 'careers-stonebeck.example' order by sequence`);
    expect(actions.map(({ action }) => action)).toEqual(['CLAIM_DOMAIN', 'PROVE_DOMAIN', 'LOSE_DOMAIN']);
    for (const domain of ['localhost', 'x', '*.example', 'a..b', 'ünï.example']) expect((await run(head, CLAIM, { domain })).errors).toHaveLength(1);
  });
});

describe('A university that is not here yet', () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = { origin }): Promise<Response> => fetch(`${origin}/auth/join`, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(fields) });
  const good = { institution: 'University of Fenwick', name: 'Ada Birch', email: 'a.birch@fenwick.example', role: 'Careers consultant', headName: 'Lee Marsh', headEmail: 'l.marsh@fenwick.example', message: '' };

  it('asks by a form that says what is missing, keeps what was typed, and takes no post from elsewhere', async () => {
    expect(await (await fetch(`${origin}/auth/sign-in`)).text()).toContain('href="/auth/join"');
    const page = await (await post({ ...good, email: 'nobody', name: '<b>' })).text();
    expect(page).toContain('Give an address such as');
    expect(page).toContain('value="&lt;b&gt;"');
    for (const fields of [{}, { ...good, institution: 'x'.repeat(500) }, { ...good, role: '\u202e' }]) expect((await post(fields)).status).toBe(422);
    expect((await post(good, { origin: 'https://evil.example' })).status).toBe(403);
    expect(await world.rows('select 1 from join_request')).toEqual([]);
    expect((await post(good)).status).toBe(303);
    expect((await post(good)).status).toBe(409);
  });

  it('hears that too many wait where that is so, and not that it asked already', async () => {
    await world.rows(`insert into join_request (id, institution_name, work_email, person_name, person_role, head_name, head_email) select gen_random_uuid(), 'Filler', 'filler' || n || '@fenwick.example', 'x', 'x', 'x', 'x' from generate_series(1, 999) n`);
    const full = await post({ ...good, email: 'c.ash@fenwick.example', message: 'We would like to take part.' });
    const page = await full.text();
    expect([full.status, page.includes('More requests wait for an answer than we take'), page.includes('already'), page.includes('We would like to take part.')]).toEqual([503, true, false, true]);
    const again = await post(good);
    expect([again.status, (await again.text()).includes('from that address already')]).toEqual([409, true]);
    await world.rows(`delete from join_request where institution_name = 'Filler'`);
    expect((await post({ ...good, email: 'c.ash@fenwick.example' })).status).toBe(303);
    await world.rows(`delete from join_request where work_email = 'c.ash@fenwick.example'`);
  });

  it('is looked at by a platform administrator alone; once accepted its person drafts while sign-in is set up', async () => {
    for (const person of [head, null]) expect((await world.run<{ joinRequests: object[] }>(person, REQUESTS)).data.joinRequests).toEqual([]);
    const [request] = (await world.run<{ joinRequests: { id: string; workEmail: string; suggestions: object[] }[] }>(platform, REQUESTS)).data.joinRequests;
    expect(request).toMatchObject({ workEmail: 'a.birch@fenwick.example', suggestions: [] });
    expect(code(await world.run(head, ANSWER, { input: { requestId: request?.id, answer: 'ACCEPTED', country: 'GB' } }))).toBe('NOT_FOUND');
    expect((await run(platform, ANSWER, { requestId: request?.id, answer: 'ACCEPTED' })).errors[0]?.message).toMatch(/country/);
    const accepted = await run(platform, ANSWER, { requestId: request?.id, answer: 'ACCEPTED', country: 'gb', roles: ['PRACTITIONER', 'ADMINISTRATOR'] });
    expect([accepted.invitationAddress, accepted.setUpAddress]).toEqual([expect.stringContaining('/auth/invitation/'), expect.stringContaining('/auth/set-up/')]);
    expect(await world.rows(`select standing, country from institution where name = 'University of Fenwick'`)).toEqual([{ standing: 'MEMBER', country: 'GB' }]);
    expect(await (await visit(new CookieJar(), accepted.invitationAddress ?? '')).text()).toContain('University of Fenwick');
    expect((await run(platform, ANSWER, { requestId: request?.id, answer: 'DECLINED' })).errors).toHaveLength(1);
  });

  it('is forgotten, but for that it asked, 90 days after the answer', async () => {
    await world.rows(`update join_request set decided_at = now() - interval '91 days'`);
    expect((await post({ ...good, email: 'b@fenwick.example' })).status).toBe(303);
    expect(await world.rows(`select work_email, person_name from join_request where status = 'ACCEPTED'`)).toEqual([{ work_email: null, person_name: null }]);
  });
});
