import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../test/free-port.js';
import { SAML_CASES } from '../../../test/saml-cases.js';
import { keepStranger } from '../../../test/saml-cases/signature.js';
import { arrives, Browser, forge, type Provider, refusal, samlProvider, serviceKey } from '../../../test/saml-party.js';
import { faultOnRecord } from '../../../test/sign-in-flow.js';
import { World } from '../../../test/world.js';

let world: World;
let origin: string;
let plain: Provider;
let sealed: Provider;
let other: Provider;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await World.create({ port, publicUrl: origin });
  plain = await samlProvider(world, 'Stonebeck');
  sealed = await samlProvider(world, 'Stonebeck', { wantsEncryption: true });
  other = await samlProvider(world, 'Aberwen');
  keepStranger(other.keys);
}, 60_000);
afterAll(() => world.close());

const people = async (): Promise<number> => (await world.rows('select 1 from person')).length;

describe('A SAML answer that is not exactly what we asked for', () => {
  it.each(SAML_CASES.map((hostile) => [`${hostile.class}: ${hostile.name}`, hostile] as const))('is refused for its fault, and its legitimate twin accepted. %s', async (_name, { fault, hostile, twin, isSealed }) => {
    const provider = isSealed === true ? sealed : plain;
    const twinForgery = twin ?? (isSealed === true ? { encryption: ({ ours }: Provider) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2009/xmlenc11#aes128-gcm', transport: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p' }) } : {});
    expect(await arrives(origin, provider, twinForgery)).toBe(true);
    const before = await people();
    const refused = await refusal(origin, provider, hostile);
    expect(refused && (await faultOnRecord(world, refused))).toBe(fault);
    expect(await people()).toBe(before);
  });

  it('has at least 120 such cases, each named once', () => {
    expect(SAML_CASES.length).toBeGreaterThanOrEqual(120);
    expect(new Set(SAML_CASES.map((hostile) => `${hostile.class}: ${hostile.name}`)).size).toBe(SAML_CASES.length);
  });
});

describe('A SAML answer that was good', () => {
  it('is refused the second time, also as the answer to another request', async () => {
    const browser = new Browser(origin);
    const message = await forge(plain, await browser.begin(plain));
    const first = await browser.post(plain, message);
    expect(first.status).toBe(303);
    expect((await browser.post(plain, message)).status).toBe(400);
    expect((await browser.fetchTicket(first)).status).toBe(303);
    expect((await browser.fetchTicket(first)).status).toBe(400);
    const again = new Browser(origin);
    const party = await again.begin(plain);
    const kept = await forge(plain, party, { answer: (answer) => { answer.assertion.id = '_kept'; } });
    expect((await again.post(plain, kept)).status).toBe(303);
    const third = new Browser(origin);
    expect((await third.post(plain, await forge(plain, await third.begin(plain), { answer: (answer) => { answer.assertion.id = '_kept'; } }))).status).toBe(400);
  });

  it('signs in the browser that asked, and no other', async () => {
    const victim = new Browser(origin);
    const attacker = new Browser(origin);
    const response = await attacker.post(plain, await forge(plain, await attacker.begin(plain)));
    await victim.begin(plain);
    expect((await victim.fetchTicket(response)).status).toBe(400);
    expect(victim.isSignedIn).toBe(false);
    expect((await attacker.fetchTicket(response)).status).toBe(303);
  });

  it('is worth nothing at another university', async () => {
    const browser = new Browser(origin);
    const message = await forge(plain, await browser.begin(plain));
    expect((await browser.post(other, message)).status).toBe(400);
    const asked = new Browser(origin);
    const elsewhere = await asked.begin(other);
    expect((await asked.post(other, await forge(plain, elsewhere))).status).toBe(400);
    const response = await browser.post(plain, message);
    const ticket = new URL(response.headers.get('location') ?? '', origin).search;
    expect((await fetch(`${origin}/auth/saml/${other.id}/acs${ticket}`, { headers: { cookie: browser.jar.header() }, redirect: 'manual' })).status).toBe(400);
  });

  it('answers a request that is still waiting, not one that is too old', async () => {
    const browser = new Browser(origin);
    const party = await browser.begin(plain);
    await world.rows(`update login_transaction set expires_at = now() - interval '1 second' where nonce is null`);
    expect((await browser.post(plain, await forge(plain, party))).status).toBe(400);
  });

  it('is taken under either certificate while the university changes its key, and under our old key while it learns our new one', async () => {
    const changing = await samlProvider(world, 'Kestrel');
    await world.rows('update saml_provider set certificates = array[$2, $3] where provider_id = $1', [changing.id, plain.keys.certificate, changing.keys.certificate]);
    expect(await arrives(origin, changing)).toBe(true);
    expect(await arrives(origin, changing, { signing: (signing) => { signing.key = plain.keys; } })).toBe(true);
    await serviceKey(world, { providerId: changing.id, institutionId: await world.institution('Kestrel') }, other.ours);
    for (const key of [changing.ours, other.ours]) {
      expect(await arrives(origin, changing, { encryption: () => ({ certificate: key.certificate, content: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', transport: 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p' }) })).toBe(true);
    }
  });

  it('says why in words, with a reference, and never shows what came', async () => {
    const browser = new Browser(origin);
    const response = await browser.post(plain, await forge(plain, await browser.begin(plain), { answer: (answer) => { answer.assertion.attributes = answer.assertion.attributes.filter(({ name }) => !name.endsWith('1.9')); answer.assertion.attributes[0] = { name: answer.assertion.attributes[0]?.name ?? '', values: ['newcomer@stonebeck.example'] }; } }));
    const page = await browser.fetchTicket(response);
    const text = await page.text();
    expect(page.status).toBe(403);
    expect(text).toContain('sent no scoped affiliation');
    expect(text).toContain('Reference:');
    expect(text).not.toContain('newcomer');
  });
});

describe('Our metadata', () => {
  it('names the addresses, the certificate to encrypt for, and the attributes asked for', async () => {
    const response = await fetch(`${origin}/auth/saml/${plain.id}/metadata`);
    const xml = await response.text();
    expect(response.headers.get('content-type')).toContain('samlmetadata+xml');
    for (const part of [`${plain.id}/metadata`, 'WantAssertionsSigned="true"', '/acs"', 'use="encryption"', 'urn:oasis:names:tc:SAML:attribute:subject-id', 'PrivacyStatementURL']) expect(xml).toContain(part);
    expect((await fetch(`${origin}/auth/saml/${plain.id.replace(/^./, '9')}/metadata`)).status).toBe(404);
  });
});
