import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newKey } from '../../platform/ids/ids.js';
import { clientSecretAt } from '../provider-secrets.js';
import { freePort } from '../../../test/free-port.js';
import { OIDC_CASES } from '../../../test/oidc-cases.js';
import { CLIENT_ID, CLIENT_SECRET, OidcForge, TENANT } from '../../../test/oidc-forge.js';
import { CookieJar, faultOnRecord, visit } from '../../../test/sign-in-flow.js';
import { World } from '../../../test/world.js';

const forge = new OidcForge();
let world: World;
let origin: string;
let institutionId: string;

beforeAll(async () => {
  await forge.start();
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await World.create({ mode: 'demo', port, publicUrl: origin });
  institutionId = await world.institution('Stonebeck');
}, 60_000);
afterAll(async () => {
  await world.close();
  await forge.stop();
});

/** A row of its own, so that nothing is remembered of what the provider said before. */
async function provider(): Promise<string> {
  const id = newKey();
  await world.rows('delete from login_transaction');
  await world.rows(`update identity_provider set is_active = false, client_id = id::text where client_id = $1`, [CLIENT_ID]);
  await world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, client_id, client_secret_sealed, is_active, scopes, tenant) values ($1, $2, 'OIDC', $3, $4, $5, true, '{stonebeck.example}', $6)`, [id, institutionId, forge.issuer, CLIENT_ID, await world.sealed(clientSecretAt(id), CLIENT_SECRET), TENANT]);
  return id;
}

async function arrives(id: string, change: (address: URL) => void = () => undefined): Promise<{ isIn: boolean; page: Response }> {
  const jar = new CookieJar();
  const out = await visit(jar, `${origin}/auth/oidc/${id}/login?return_to=/find`);
  const location = out.headers.get('location');
  if (location === null) return { isIn: false, page: out };
  const { code, state } = forge.authorise(new URL(location));
  const callback = new URL(`${origin}/auth/oidc/${id}/callback`);
  callback.searchParams.set('code', code);
  callback.searchParams.set('state', state);
  change(callback);
  const back = await visit(jar, callback.href);
  return { isIn: back.status === 303 && /(^|; )passalong=/.test(jar.header()), page: back };
}

const people = async (): Promise<number> => (await world.rows('select 1 from person')).length;

describe('An OpenID Connect answer that is not exactly what we asked for', () => {
  it.each(OIDC_CASES.map((hostile) => [`${hostile.class}: ${hostile.name}`, hostile] as const))('is refused for its fault, and its legitimate twin accepted. %s', async (_name, hostile) => {
    forge.forgery = hostile.twin ?? (() => undefined);
    expect((await arrives(await provider())).isIn).toBe(true);
    const before = await people();
    forge.forgery = hostile.forgery ?? (() => undefined);
    const refused = await arrives(await provider(), hostile.callback);
    expect([refused.isIn, refused.page.status >= 400, await faultOnRecord(world, refused.page)]).toEqual([false, true, hostile.fault]);
    expect(await people()).toBe(before);
  });

  it('has at least 40 such cases, each named once', () => {
    expect(OIDC_CASES.length).toBeGreaterThanOrEqual(40);
    expect(new Set(OIDC_CASES.map((each) => `${each.class}: ${each.name}`)).size).toBe(OIDC_CASES.length);
  });
});

describe('A provider that hangs', () => {
  it('costs its own users five seconds, and nobody else anything', async () => {
    forge.forgery = (said) => { said.answers = (endpoint) => endpoint === 'openid-configuration'; };
    const hanging = await provider();
    const begun = Date.now();
    const waiting = arrives(hanging);
    const others = Date.now();
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    expect((await fetch(`${origin}/auth/sign-in`)).status).toBe(200);
    expect(Date.now() - others).toBeLessThan(2_500);
    const answer = await waiting;
    expect([answer.isIn, answer.page.status]).toEqual([false, 502]);
    expect(Date.now() - begun).toBeLessThan(8_000);
    forge.forgery = () => undefined;
  }, 20_000);
});
