import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { freePort } from '../../../test/free-port.js';
import { CLIENT_ID, CLIENT_SECRET, OidcForge } from '../../../test/oidc-forge.js';
import { Browser, forge as forgeSaml, type Forgery, type Provider } from '../../../test/saml-party.js';
import { goodSigning, SCOPED_AFFILIATION, signMetadata, SUBJECT_ID } from '../../../test/saml-forge.js';
import { CookieJar, visit } from '../../../test/sign-in-flow.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { keyOf } from '../../platform/ids/ids.js';
import { newKeyPair } from '../saml/service-keys.js';
import { ProviderLookup } from './provider-lookup.js';

interface Expectation { kind: string; state: string; names: string[]; values: string[] }
interface Test { hasPassed: boolean; isFresh: boolean; fault: string | null; happened: string | null; fix: string | null; detail: string | null; unknownNames: string[]; expectations: Expectation[] }
interface ProviderSeen { id: string; revision: string; protocol: string; state: string; issuer: string | null; clientId: string | null; certificates: { subject: string; daysLeft: number }[]; domains: { domain: string; isProven: boolean }[]; letter: string; testAddress: string; whyNotOn: string | null; isInUse: boolean; service: { entityId: string | null; redirectAddress: string | null }; lastTest: Test | null }
interface SetUp { institutionName: string; isByLink: boolean; providers: ProviderSeen[]; links: { id: string }[] }
interface Payload { setUp: SetUp | null; providerId: string | null; errors: { message: string; path: string[] }[] }

const SEEN = `institutionName isByLink links { id } providers { id revision protocol state issuer clientId certificates { subject daysLeft } domains { domain isProven } testAddress letter whyNotOn isInUse service { entityId redirectAddress }
  lastTest { hasPassed isFresh fault happened fix detail unknownNames expectations { kind state names values } } }`;
const READ = `query Read($at: ID) { signInSetUp(institutionId: $at) { ${SEEN} } }`;
const mutation = (name: string, type: string): string => `mutation Do($input: ${type}!) { done: ${name}(input: $input) { setUp { ${SEEN} } ${name === 'createSetUpLink' ? 'address' : 'providerId'} errors { message path } } }`;
const SAML = mutation('setUpSamlProvider', 'SetUpSamlInput');
const OIDC = mutation('setUpOidcProvider', 'SetUpOidcInput');
const ATTRIBUTES = mutation('setUpProviderAttributes', 'SetUpAttributesInput');
const ON = mutation('switchProviderOn', 'SignInProviderInput');
const OFF = mutation('switchProviderOff', 'SignInProviderInput');
const REMOVE = mutation('removeProvider', 'SignInProviderInput');
const LINK = mutation('createSetUpLink', 'CreateSetUpLinkInput');
const END_LINK = mutation('endSetUpLink', 'EndSetUpLinkInput');
const CONFIRM = 'mutation Confirm($input: ConfirmProviderInput!) { confirmProvider(input: $input) { isDone errors { message } } }';
const WAITING = '{ providersToConfirm { institutionName isNewcomer provider { id issuer state } } }';

const forge = new OidcForge();
let world: World;
let origin: string;
let head: TestPerson;
let nia: TestPerson;
let rival: TestPerson;
let platform: TestPerson;
let keys: { privateKey: string; certificate: string };
let count = 0;

beforeAll(async () => {
  await forge.start();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await World.create({ mode: 'demo', port, publicUrl: origin });
  head = await world.person({ at: 'Northmoor', roles: ['PRACTITIONER', 'ADMINISTRATOR'] });
  nia = await world.person({ at: 'Northmoor', roles: ['PRACTITIONER', 'APPROVER'] });
  rival = await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] });
  platform = await world.person({ at: 'Aberwen' });
  await world.rows('update person set is_platform_administrator = true where id = $1', [platform.id]);
  keys = await newKeyPair('idp.northmoor.example');
}, 60_000);
beforeEach(() => world.rows('delete from identity_provider where not is_active')); // an institution has twenty at most
afterAll(async () => {
  await world.close();
  await forge.stop();
});

const metadata = (entityId: string, certificate = keys.certificate): string => `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.northmoor.example/sso"/></IDPSSODescriptor></EntityDescriptor>`;
const run = async (person: TestPerson | null, text: string, input: object): Promise<Payload & { address?: string }> => {
  const answer = await world.run<{ done: Payload }>(person, text, { input });
  if (answer.errors) throw new Error(answer.errors[0]?.extensions.code);
  return answer.data.done;
};
const code = (answer: Answer<unknown>): string | undefined => answer.errors?.[0]?.extensions.code;
const read = async (person: TestPerson | null, at: string | null = null): Promise<SetUp | null> => (await world.run<{ signInSetUp: SetUp | null }>(person, READ, { at })).data.signInSetUp;
const seen = async (id: string): Promise<ProviderSeen> => {
  const found = (await read(head))?.providers.find((each) => each.id === id);
  if (found === undefined) throw new Error('It is not there.');
  return found;
};

/** A SAML provider at Northmoor that was pasted, and speaks for northmoor.example. */
async function pasted(by: TestPerson | null = head): Promise<{ id: string; provider: Provider }> {
  const issuer = `https://idp.northmoor.example/${(count += 1)}`;
  const { providerId } = await run(by, SAML, { metadata: metadata(issuer) });
  const id = providerId ?? '';
  await run(by, ATTRIBUTES, { providerId: id, domains: ['northmoor.example'] });
  return { id, provider: { id: keyOf('provider', id), issuer, keys, ours: keys } };
}

/** Tests it in a browser of `by`; the answer is forged as a test wants. */
async function test({ id, provider }: { id: string; provider: Provider }, forgery: Forgery = {}, by: TestPerson = head): Promise<Response> {
  const browser = new Browser(origin);
  const [name = '', value = ''] = by.cookie.split('=');
  browser.jar.keep(new Response(null, { headers: { 'set-cookie': `${name}=${value}; Path=/` } }));
  const party = await browser.begin(provider, 'test=1&return_to=/admin/institution');
  const honest: Forgery = { ...forgery, answer: (answer, ...rest) => { answer.assertion.attributes = [{ name: SUBJECT_ID, values: ['h.ead@northmoor.example'] }, { name: SCOPED_AFFILIATION, values: ['staff@northmoor.example'] }]; forgery.answer?.(answer, ...rest); } };
  const posted = await browser.post(provider, await forgeSaml(provider, party, honest));
  expect(posted.status).toBe(303);
  const end = posted.headers.get('location')?.includes('ticket=') === true ? await browser.fetchTicket(posted) : posted;
  expect(end.headers.get('location')).toBe('/admin/institution');
  expect(browser.isSignedIn && !browser.jar.header().includes(`passalong=${value}`)).toBe(false);
  expect(await seen(id)).toBeDefined();
  return end;
}

describe('The set-up of sign-in', () => {
  it('is seen by the administrators of the institution and by platform administrators who name it, and by nobody else', async () => {
    expect((await read(head))?.institutionName).toBe('Northmoor');
    expect((await world.run<{ signInSetUp: SetUp }>(head, '{ signInSetUp { institutionName } }')).data.signInSetUp.institutionName).toBe('Northmoor');
    expect((await read(platform, head.actingInstitutionId))?.institutionName).toBe('Northmoor');
    for (const [person, at] of [[nia, null], [null, null], [platform, null], [rival, head.actingInstitutionId], [head, rival.actingInstitutionId], [head, 'nonsense']] as const) expect(await read(person, at)).toBeNull();
    for (const person of [nia, null, platform]) expect(code(await world.run(person, SAML, { input: { metadata: metadata('https://x.example') } }))).toBe('NOT_FOUND');
    const { id } = await pasted();
    for (const text of [ON, OFF, REMOVE]) expect(code(await world.run(rival, text, { input: { providerId: id } }))).toBe('NOT_FOUND');
  });

  it('reads pasted metadata back: who it is, where it signs in, and how long its certificate lasts', async () => {
    const found = await seen((await pasted()).id);
    expect(found).toMatchObject({ protocol: 'SAML', state: 'OFF', certificates: [{ subject: 'idp.northmoor.example' }], domains: [{ domain: 'northmoor.example', isProven: false }], whyNotOn: 'Test it first.' });
    expect(found.certificates[0]?.daysLeft).toBeGreaterThan(3_600);
    expect(found.service.entityId).toBe(`${origin}/auth/saml/${keyOf('provider', found.id)}/metadata`);
  });

  it('goes on asking for the signature that it asked for before, where nobody else is named, and forgets it once the metadata is pasted', async () => {
    const [federation, other] = await Promise.all([newKeyPair('federation'), newKeyPair('other')]);
    const lookup = world.app.get(ProviderLookup);
    const { fetch } = lookup;
    const issuer = `https://idp.northmoor.example/${(count += 1)}`;
    const published = (signer: { privateKey: string; certificate: string }): void => {
      const lasting = metadata(issuer).replace('<EntityDescriptor ', `<EntityDescriptor ID="_m" validUntil="${new Date(Date.now() + 86_400_000).toISOString()}" `);
      lookup.fetch = () => Promise.resolve(signMetadata(lasting, goodSigning(signer)));
    };
    const address = 'https://federation.example/all.xml';
    published(federation);
    const { providerId } = await run(head, SAML, { address, signer: federation.certificate });
    const kept = async (): Promise<unknown> => (await world.rows<object>('select label, metadata_url as url, metadata_signers as signers from saml_provider s join identity_provider p on p.id = s.provider_id where p.id = $1', [keyOf('provider', providerId ?? '')]))[0];
    const followed = { label: 'Staff', url: address, signers: [new X509Certificate(federation.certificate).toString()] };
    expect((await run(head, SAML, { providerId, address, signer: '', label: 'Staff' })).errors).toEqual([]);
    expect(await kept()).toEqual(followed);
    published(other);
    expect((await run(head, SAML, { providerId, address, label: 'Other' })).errors[0]?.message).toMatch(/not signed by the certificate/);
    expect(await kept()).toEqual(followed);
    expect((await run(head, SAML, { providerId, address, signer: other.certificate, label: 'Staff' })).errors).toEqual([]);
    expect(await kept()).toEqual({ ...followed, signers: [new X509Certificate(other.certificate).toString()] });
    await run(head, SAML, { providerId, metadata: metadata(issuer), label: 'Staff' });
    expect(await kept()).toEqual({ label: 'Staff', url: null, signers: [] });
    await run(head, SAML, { providerId, address, label: 'Staff' });
    expect(await kept()).toEqual({ label: 'Staff', url: null, signers: [] });
    lookup.fetch = fetch;
  });

  it.each([
    ['nothing', {}, /metadata itself/], ['both', { metadata: 'x', address: 'https://x.example' }, /metadata itself/], ['no XML', { metadata: 'hello' }, /XML/], ['a document that is too large', { metadata: 'x'.repeat(90_000) }, /XML|larger|too large/],
    ['a service', { metadata: '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://x.example"/>' }, /no SAML 2.0 identity provider/], ['an address of this machine', { address: 'https://127.0.0.1/metadata' }, /public internet/],
    ['an address without https', { address: 'http://idp.example/metadata' }, /https/], ['another signer', { metadata: '<a/>', signer: 'nonsense' }, /certificate/], ['a label without end', { metadata: '<a/>', label: 'x'.repeat(61) }, /60/],
  ])('says in words what is wrong with %s', async (_name, input, words) => {
    const before = (await read(head))?.providers.length;
    const { errors, setUp } = await run(head, SAML, input);
    expect(errors[0]?.message).toMatch(words);
    expect(setUp).toBeNull();
    expect((await read(head))?.providers.length).toBe(before);
  });

  it.each([['SAML', 'entityId'], ['OIDC', 'redirectAddress']] as const)('tells IT what to enter about us, and why we ask for what, before anything is known of their %s service', async (protocol, what) => {
    const { providerId } = await run(head, mutation('prepareProvider', 'PrepareProviderInput'), { protocol });
    const { issuer, service, letter, whyNotOn, testAddress, state } = await seen(providerId ?? '');
    expect([issuer, state, whyNotOn]).toEqual([null, 'OFF', 'Say first who it is.']);
    for (const words of [service[what] ?? 'nothing', testAddress, '/privacy', 'Northmoor', 'to let staff in, and nobody else']) expect(letter).toContain(words);
    if (protocol === 'SAML') expect((await fetch(service.entityId ?? '')).status).toBe(200);
    expect((await fetch(`${origin}${testAddress}`, { redirect: 'manual', headers: { cookie: head.cookie } })).status).toBe(404);
    if (protocol === 'SAML') {
      await run(head, SAML, { providerId, metadata: metadata('https://idp.northmoor.example/told') });
      expect(await seen(providerId ?? '')).toMatchObject({ issuer: 'https://idp.northmoor.example/told', whyNotOn: 'Test it first.', certificates: [{ subject: 'idp.northmoor.example' }] });
    }
  });

  it('refuses domains and attributes that are none', async () => {
    const { id } = await pasted();
    for (const input of [{ domains: ['*.example'] }, { domains: ['northmoor'] }, { domains: ['nоrthmoor.example'] }, { domains: [], mapping: [{ sent: 'x', means: 'sub' }] }, { domains: [], mapping: [{ sent: 'x', means: 'displayName' }, { sent: 'x', means: 'subjectId' }] }]) {
      expect((await run(head, ATTRIBUTES, { providerId: id, ...input })).errors).toHaveLength(1);
    }
    await run(head, ATTRIBUTES, { providerId: id, domains: [' @Northmoor.EXAMPLE ', 'northmoor.example'] });
    expect((await seen(id)).domains).toEqual([{ domain: 'northmoor.example', isProven: false }]);
  });
});

describe('A test of a sign-in', () => {
  it('shows what came against what is expected, signs nobody in, and opens the switch', async () => {
    const set = await pasted();
    const sessions = (await world.rows('select 1 from session')).length;
    await test(set, { answer: ({ assertion }) => assertion.attributes.push({ name: 'urn:oid:0.9.2342.19200300.100.1.1', values: ['h'] }) });
    const { lastTest, whyNotOn } = await seen(set.id);
    expect(lastTest).toMatchObject({ hasPassed: true, isFresh: true, fault: null, unknownNames: ['urn:oid:0.9.2342.19200300.100.1.1'] });
    expect(lastTest?.expectations.map(({ kind, state, values }) => [kind, state, values])).toEqual([['SUBJECT', 'RECEIVED', ['h.ead@northmoor.example']], ['AFFILIATION', 'RECEIVED', ['staff@northmoor.example']], ['NAME', 'MISSING', []]]);
    expect(whyNotOn).toBeNull();
    expect((await world.rows('select 1 from session')).length).toBe(sessions);
    expect(await world.rows(`select 1 from external_identity where subject = 'h.ead@northmoor.example'`)).toEqual([]);
  });

  it.each<[string, Forgery, string, RegExp]>([
    ['a wrong certificate', { signing: (signing) => { signing.key = stranger(); } }, 'NOT_VERIFIED', /current metadata/],
    ['a wrong issuer', { answer: (answer) => { answer.responseIssuer = 'https://other.example'; } }, 'WRONG_ISSUER', /to the letter/],
    ['a missing affiliation', { answer: ({ assertion }) => { assertion.attributes = assertion.attributes.filter(({ name }) => name !== SCOPED_AFFILIATION); } }, 'NO_AFFILIATION', /eduPersonScopedAffiliation/],
    ['a missing identifier', { answer: ({ assertion }) => { assertion.attributes = assertion.attributes.filter(({ name }) => name !== SUBJECT_ID); } }, 'NO_SUBJECT', /subject-id/],
    ['another domain', { answer: ({ assertion }) => { assertion.attributes[0] = { name: SUBJECT_ID, values: ['h@other.example'] }; } }, 'FOREIGN_SCOPE', /Domains/],
    ['a student', { answer: ({ assertion }) => { assertion.attributes[1] = { name: SCOPED_AFFILIATION, values: ['student@northmoor.example'] }; } }, 'STUDENT', /member of staff/],
    ['an answer for another service', { answer: ({ assertion }) => { assertion.audiences = [['https://other.example']]; } }, 'WRONG_AUDIENCE', /entityID/],
    ['no signature', { signing: (signing) => { signing.assertion = false; } }, 'NOT_SIGNED', /sign the assertion/],
  ])('names the fix for %s', async (_name, forgery, fault, fix) => {
    const set = await pasted();
    await test(set, forgery);
    const { lastTest, whyNotOn } = await seen(set.id);
    expect(lastTest).toMatchObject({ hasPassed: false, fault });
    expect(lastTest?.fix).toMatch(fix);
    expect(whyNotOn).toBe('The last test did not pass.');
    expect((await run(head, ON, { providerId: set.id })).errors[0]?.message).toMatch(/once a test has passed/);
  });

  it('can be begun by nobody but those who set it up', async () => {
    const { id, provider } = await pasted();
    const { testAddress } = await seen(id);
    for (const cookie of ['', nia.cookie, rival.cookie, platform.cookie.replace(/.$/, 'x')]) {
      const response = await fetch(`${origin}${testAddress}`, { redirect: 'manual', headers: { cookie } });
      expect(response.status).toBe(404);
    }
    expect((await fetch(`${origin}/auth/saml/${provider.id}/login`, { redirect: 'manual' })).status).toBe(404);
    expect((await fetch(`${origin}${testAddress}`, { redirect: 'manual', headers: { cookie: head.cookie } })).status).toBe(302);
  });

  it('forgets after an hour what it showed of the person', async () => {
    const set = await pasted();
    await test(set);
    await world.rows(`update provider_test set happened_at = now() - interval '61 minutes' where provider_id = $1`, [set.provider.id]);
    const { lastTest, whyNotOn } = await seen(set.id);
    expect([lastTest?.hasPassed, lastTest?.isFresh, lastTest?.expectations]).toEqual([true, false, []]);
    expect(whyNotOn).toMatch(/more than an hour ago/);
    await test(await pasted());
    expect(await world.rows(`select 1 from provider_test where provider_id = $1 and received <> '{}'`, [set.provider.id])).toEqual([]);
  });
});

describe('A provider that was tested', () => {
  it('waits for a platform administrator, and lets people in from then on', async () => {
    const set = await pasted();
    await test(set);
    expect((await run(head, ON, { providerId: set.id })).setUp?.providers.find(({ id }) => id === set.id)?.state).toBe('WAITING');
    for (const person of [head, null, rival]) {
      expect((await world.run<{ providersToConfirm: object[] }>(person, WAITING)).data.providersToConfirm).toEqual([]);
      expect(code(await world.run(person, CONFIRM, { input: { providerId: set.id, revision: (await seen(set.id)).revision, isRight: true } }))).toBe('NOT_FOUND');
    }
    const waiting = (await world.run<{ providersToConfirm: { institutionName: string; provider: { id: string } }[] }>(platform, WAITING)).data.providersToConfirm;
    expect(waiting.filter(({ provider }) => provider.id === set.id)).toMatchObject([{ institutionName: 'Northmoor' }]);
    expect((await world.run<{ confirmProvider: object }>(platform, CONFIRM, { input: { providerId: set.id, revision: (await seen(set.id)).revision, isRight: true } })).data.confirmProvider).toEqual({ isDone: true, errors: [] });
    expect((await seen(set.id)).state).toBe('ON');
    expect((await fetch(`${origin}/auth/saml/${set.provider.id}/login`, { redirect: 'manual' })).status).toBe(302);
    const actions = await world.rows<{ action: string }>('select action from audit_entry where subject_id = $1 order by sequence', [set.provider.id]);
    expect(actions.map(({ action }) => action)).toEqual(['ADD_PROVIDER', 'CHANGE_PROVIDER', 'TEST_PROVIDER', 'CONFIRM_PROVIDER', 'SWITCH_PROVIDER']);
  });

  it('is not changed while it is on; once changed it needs a new test and a new look, and unchanged it needs neither look', async () => {
    const set = await pasted();
    await test(set);
    await run(head, ON, { providerId: set.id });
    await world.run(platform, CONFIRM, { input: { providerId: set.id, revision: (await seen(set.id)).revision, isRight: true } });
    expect((await run(head, ATTRIBUTES, { providerId: set.id, domains: ['evil.example'] })).errors[0]?.message).toMatch(/Switch it off first/);
    expect((await run(head, SAML, { providerId: set.id, metadata: metadata(set.provider.issuer) })).errors).toHaveLength(1);
    expect((await run(head, REMOVE, { providerId: set.id })).errors).toHaveLength(1);
    await run(head, OFF, { providerId: set.id });
    expect((await run(head, ON, { providerId: set.id })).setUp?.providers.find(({ id }) => id === set.id)?.state).toBe('ON');
    await run(head, OFF, { providerId: set.id });
    await run(head, ATTRIBUTES, { providerId: set.id, domains: ['northmoor.example', 'evil.example'] });
    expect((await run(head, ON, { providerId: set.id })).errors).toHaveLength(1);
    await test(set);
    expect((await run(head, ON, { providerId: set.id })).setUp?.providers.find(({ id }) => id === set.id)?.state).toBe('WAITING');
    await world.run(platform, CONFIRM, { input: { providerId: set.id, revision: (await seen(set.id)).revision, isRight: false } });
    expect((await seen(set.id)).state).toBe('OFF');
  });

  it('is not confirmed as something else than what was tested', async () => {
    const set = await pasted();
    await test(set);
    await run(head, ON, { providerId: set.id });
    await run(head, ATTRIBUTES, { providerId: set.id, domains: ['evil.example'] });
    expect((await world.run<{ confirmProvider: { isDone: boolean } }>(platform, CONFIRM, { input: { providerId: set.id, revision: (await seen(set.id)).revision, isRight: true } })).data.confirmProvider.isDone).toBe(false);
    expect((await seen(set.id)).state).toBe('OFF');
  });

  it('is not confirmed as something else than what was looked at', async () => {
    const set = await pasted();
    await test(set);
    await run(head, ON, { providerId: set.id });
    const { revision } = await seen(set.id);
    await run(head, ATTRIBUTES, { providerId: set.id, domains: ['northmoor.example', 'evil.example'] });
    await test(set);
    await run(head, ON, { providerId: set.id });
    expect((await seen(set.id)).state).toBe('WAITING');
    expect((await world.run<{ confirmProvider: { isDone: boolean } }>(platform, CONFIRM, { input: { providerId: set.id, revision, isRight: true } })).data.confirmProvider.isDone).toBe(false);
    expect((await seen(set.id)).state).toBe('WAITING');
  });

  it('is taken out where nobody has signed in with it', async () => {
    const { id } = await pasted();
    expect((await run(head, REMOVE, { providerId: id })).errors).toEqual([]);
    expect((await read(head))?.providers.some((each) => each.id === id)).toBe(false);
  });
});

describe('A set-up link', () => {
  it('lets somebody without an account set sign-in up, and nothing else; it ends when it is ended', async () => {
    const made = await run(head, LINK, {});
    const jar = new CookieJar();
    const followed = await visit(jar, made.address ?? '');
    expect([followed.status, followed.headers.get('location')]).toEqual([303, '/admin/institution']);
    const it: TestPerson = { ...head, cookie: jar.header() };
    expect(await read(it)).toMatchObject({ institutionName: 'Northmoor', isByLink: true, links: [] });
    const set = await pasted(it);
    await test(set, {}, it);
    expect((await run(it, ON, { providerId: set.id })).setUp?.providers.find(({ id }) => id === set.id)?.state).toBe('WAITING');
    expect(code(await world.run(it, LINK, { input: {} }))).toBe('NOT_FOUND');
    expect(await read(it, rival.actingInstitutionId)).toBeNull();
    expect((await world.run<{ viewer: { kind: string } }>(it, '{ viewer { kind } }')).data.viewer.kind).toBe('ANONYMOUS');
    expect((await world.run<{ auditEntries: { edges: object[] } }>(it, '{ auditEntries(first: 5) { edges { node { id } } } }')).data.auditEntries.edges).toEqual([]);
    const link = made.setUp?.links.at(-1)?.id;
    for (const person of [nia, rival, null]) expect(code(await world.run(person, END_LINK, { input: { linkId: link } }))).toBe('NOT_FOUND');
    await run(head, END_LINK, { linkId: link });
    expect(await read(it)).toBeNull();
    expect((await visit(new CookieJar(), made.address ?? '')).status).toBe(404);
  });

  it('that is made up or over is answered alike, and there are never more than ten', async () => {
    const texts = await Promise.all(['A'.repeat(43), 'x', `${'%00'}`].map(async (token) => (await visit(new CookieJar(), `${origin}/auth/set-up/${token}`)).status));
    expect(texts).toEqual([404, 404, 404]);
    const made = await Promise.all(Array.from({ length: 14 }, () => run(rival, LINK, {})));
    expect(made.filter(({ address }) => address !== null)).toHaveLength(10);
    await world.rows(`update set_up_link set expires_at = now() - interval '1 second'`);
    expect((await read(rival))?.links).toEqual([]);
  });
});

describe('An OpenID Connect provider', () => {
  const give = (more: object = {}): Promise<Payload> => run(head, OIDC, { issuer: forge.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, ...more });

  it('is asked who it is, and named wrongly it says what to do', async () => {
    expect((await give({ issuer: 'http://127.0.0.1:1' })).errors[0]?.message).toMatch(/well-known/);
    forge.forgery = (said) => { said.discovery['issuer'] = 'https://other.example'; };
    expect((await give()).errors[0]?.message).toMatch(/to the letter/);
    forge.forgery = () => undefined;
    expect((await give({ issuer: 'https://127.0.0.2' })).errors[0]?.message).toMatch(/./);
    expect((await give({ issuer: 'https://10.0.0.1' })).errors[0]?.message).toMatch(/public internet/);
    expect((await give({ clientSecret: '' })).errors[0]?.path).toEqual(['input', 'clientSecret']);
  });

  it('is tested by the same path, and a wrong secret or a missing claim names its fix', async () => {
    const { providerId, errors } = await give();
    expect(errors).toEqual([]);
    const id = providerId ?? '';
    expect((await give()).errors[0]?.message).toMatch(/set up already/);
    await run(head, ATTRIBUTES, { providerId: id, domains: ['stonebeck.example'] });
    const tried = async (): Promise<Test | null> => {
      const jar = new CookieJar();
      jar.keep(new Response(null, { headers: { 'set-cookie': `${head.cookie}; Path=/` } }));
      const out = await visit(jar, `${origin}${(await seen(id)).testAddress}`);
      const { code: sent, state } = forge.authorise(new URL(out.headers.get('location') ?? ''));
      const back = await visit(jar, `${(await seen(id)).service.redirectAddress ?? ''}?code=${sent}&state=${state}`);
      expect([back.status, back.headers.get('location')]).toEqual([303, '/admin/institution']);
      return (await seen(id)).lastTest;
    };
    expect(await tried()).toMatchObject({ hasPassed: true, fault: null });
    forge.forgery = (said) => { delete said.claims['eduperson_scoped_affiliation']; };
    expect(await tried()).toMatchObject({ hasPassed: false, fault: 'NO_AFFILIATION' });
    forge.forgery = (said) => { said.answers = (endpoint, response) => { if (endpoint !== 'token') return false; response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"invalid_client"}'); return true; }; };
    expect(await tried()).toMatchObject({ hasPassed: false, fault: 'WRONG_SECRET' });
    forge.forgery = (said) => { said.claims['iss'] = 'https://other.example'; };
    expect(await tried()).toMatchObject({ hasPassed: false, fault: 'WRONG_ISSUER' });
    forge.forgery = () => undefined;
    expect(JSON.stringify(await read(head))).not.toContain(CLIENT_SECRET);
  });
});

const stranger = (): { privateKey: string; certificate: string } => strangers;
let strangers: { privateKey: string; certificate: string };
beforeAll(async () => { strangers = await newKeyPair('stranger.example'); });
