import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../../platform/ids/ids.js';
import { clientSecretAt } from '../provider-secrets.js';
import { setDisabled } from '../authority.commands.js';
import { freePort } from '../../../test/free-port.js';
import { CLIENT_ID, CLIENT_SECRET, OidcForge, TENANT } from '../../../test/oidc-forge.js';
import { SUBJECT_ID } from '../../../test/saml-forge.js';
import { Browser, forge, type Provider, samlProvider } from '../../../test/saml-party.js';
import { SecondNode } from '../../../test/second-node.js';
import { CookieJar, visit } from '../../../test/sign-in-flow.js';
import { World } from '../../../test/world.js';

/** `npm run prove` tries the full counts. */
const IS_PROVING = process.env['PROVE'] === '1';
const PAIRS = IS_PROVING ? 1000 : 20;
const ROUNDS = IS_PROVING ? 20 : 3;
const ARRIVALS = 50;
const AT_ONCE = 16;

const oidc = new OidcForge();
const oidcId = newKey();
let world: World;
let origin: string;
let saml: Provider;
let second: SecondNode;

beforeAll(async () => {
  await oidc.start();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  let databaseUrl = '';
  world = await World.create({ mode: 'demo', port, publicUrl: origin }, async (config) => { ({ databaseUrl } = config); });
  await world.rows(`update setting set value = 'demo' where name = 'mode'`);
  saml = await samlProvider(world, 'Stonebeck');
  await world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, client_id, client_secret_sealed, is_active, scopes, tenant) values ($1, $2, 'OIDC', $3, $4, $5, true, '{stonebeck.example}', $6)`, [oidcId, await world.institution('Aberwen'), oidc.issuer, CLIENT_ID, await world.sealed(clientSecretAt(oidcId), CLIENT_SECRET), TENANT]);
  second = await SecondNode.start({ databaseUrl, publicUrl: origin, mode: 'demo' });
}, 60_000);
afterAll(async () => {
  await second?.stop();
  await world.close();
  await oidc.stop();
});

async function bySaml(number: number): Promise<string> {
  const browser = new Browser(origin);
  const party = await browser.begin(saml);
  const fields = await forge(saml, party, { answer: ({ assertion }) => {
    assertion.attributes = assertion.attributes.map((each) => (each.name === SUBJECT_ID ? { ...each, values: [`saml-${number}@stonebeck.example`] } : each.name.endsWith('3.1.241') ? { ...each, values: [`Saml ${number}`] } : each));
  } });
  const kept = await browser.post(saml, fields);
  await browser.fetchTicket(kept);
  return nameOf(browser.jar.header());
}

async function byOidc(number: number): Promise<string> {
  const jar = new CookieJar();
  const out = await visit(jar, `${origin}/auth/oidc/${oidcId}/login?return_to=/find`);
  const { code, state } = oidc.authorise(new URL(out.headers.get('location') ?? ''), `oidc-${number}`, `Oidc ${number}`);
  await visit(jar, `${origin}/auth/oidc/${oidcId}/callback?code=${code}&state=${state}`);
  return nameOf(jar.header());
}

async function nameOf(cookie: string): Promise<string> {
  const answer = await world.run<{ viewer: { person: { displayName: string } | null } }>({ id: '', institutionId: '', actingInstitutionId: '', cookie }, '{ viewer { person { displayName } } }');
  return answer.data.viewer.person?.displayName ?? 'nobody';
}

describe('Many sign-ins at once', () => {
  it(`leave nobody in another's account: ${PAIRS} pairs over both protocols`, async () => {
    const expected: string[] = [];
    const names: string[] = [];
    for (let from = 0; from < PAIRS; from += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, PAIRS - from) }, (_, index) => from + index);
      expected.push(...numbers.flatMap((number) => [`Saml ${number}`, `Oidc ${number}`]));
      names.push(...(await Promise.all(numbers.flatMap((number) => [bySaml(number), byOidc(number)]))));
    }
    expect(names).toEqual(expected);
  }, 900_000);

  it(`make one person of two first visits at the same moment`, async () => {
    await Promise.all([bySaml(900_001), bySaml(900_001), bySaml(900_001)]);
    expect(await world.rows(`select 1 from person where display_name = 'Saml 900001'`)).toHaveLength(1);
  });
});

describe('One assertion, many arrivals', () => {
  it(`is accepted once of ${ARRIVALS} times on two processes, ${ROUNDS} rounds`, async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const browser = new Browser(origin);
      const fields = await forge(saml, await browser.begin(saml));
      const addresses = [origin, second.url];
      const statuses = await Promise.all(Array.from({ length: ARRIVALS }, (_, index) => fetch(`${addresses[index % 2] ?? origin}/auth/saml/${saml.id}/acs`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) }).then(({ status }) => status)));
      expect(statuses.filter((status) => status === 303)).toHaveLength(1);
      expect(statuses.filter((status) => status === 400)).toHaveLength(ARRIVALS - 1);
    }
  }, 300_000);
});

describe('Somebody who is shut out', () => {
  it('is nobody on two processes within seconds, nor is a partner system that they answer for, whichever process heard of it', async () => {
    const person = await world.person({ at: 'Stonebeck', roles: ['ADMINISTRATOR'] });
    const { data } = await world.run<{ createApiClient: { clientId: string; secret: string } }>(person, 'mutation { createApiClient(input: { name: "Website" }) { clientId secret } }');
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: data.createApiClient.clientId, client_secret: data.createApiClient.secret });
    const { access_token: token } = (await (await fetch(`${second.url}/oauth/token`, { method: 'POST', body })).json()) as { access_token: string };
    const kindsOf = (headers: Record<string, string>): Promise<string[]> => Promise.all([origin, second.url].map(async (base) => {
      const response = await fetch(`${base}/graphql?query=${encodeURIComponent('{ viewer { kind } }')}`, { headers: { ...headers, 'apollo-require-preflight': '1' } });
      return ((await response.json()) as { data?: { viewer: { kind: string } } }).data?.viewer.kind ?? String(response.status);
    }));
    const kinds = async (): Promise<string[]> => [...(await kindsOf({ cookie: person.cookie })), ...(await kindsOf({ authorization: `Bearer ${token}` }))];
    expect(await kinds()).toEqual(['PERSON', 'PERSON', 'API_CLIENT', 'API_CLIENT']);
    await world.database.transaction('SYSTEM', (transaction) => setDisabled(transaction, person.id, true));
    const begun = Date.now();
    while ((await kinds()).join() !== 'ANONYMOUS,ANONYMOUS,401,401' && Date.now() - begun < 60_000) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await kinds()).toEqual(['ANONYMOUS', 'ANONYMOUS', '401', '401']);
    expect(Date.now() - begun).toBeLessThan(12_000);
  }, 70_000);
});
