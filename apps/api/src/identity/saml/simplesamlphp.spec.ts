import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasSimpleSamlPhp } from '../../../../../tools/simplesamlphp/packages.mjs';
import { people, startSimpleSamlPhp } from '../../../../../tools/simplesamlphp/provider.mjs';
import { freePort } from '../../../test/free-port.js';
import { CookieJar, visit } from '../../../test/sign-in-flow.js';
import { World } from '../../../test/world.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { addSamlProvider, switchProvider } from '../provider.commands.js';
import { readMetadata } from './idp-metadata.js';

const DOMAIN = 'stonebeck.example';
let world: World;
let origin: string;

/** Set up as an operator would: from the provider's metadata, and the provider from ours. Where one signs in with it. */
async function setUp(idp: Awaited<ReturnType<typeof startSimpleSamlPhp>>, wantsEncryption: boolean): Promise<string> {
  const institutionId = await world.institution('Stonebeck');
  const metadata = readMetadata(await (await fetch(idp.metadataUrl)).text(), { entityId: idp.entityId, signers: [], now: Date.now(), allowsLoopback: true });
  const sealer = await world.app.get(Sealing).sealer();
  const id = await world.database.transaction('SYSTEM', async (transaction) => {
    const added = await addSamlProvider(transaction, { institutionId, metadata, metadataUrl: null, metadataSigners: [], scopes: [DOMAIN], wantsEncryption, label: null, host: 'passalong.example', sealer });
    await switchProvider(transaction, added, true);
    return added;
  });
  idp.trust(await (await fetch(`${origin}/auth/saml/${id}/metadata`)).text());
  return `${origin}/auth/saml/${id}`;
}

/** What somebody's browser does: it is sent there, signs in with a password, and posts what it is handed to us. */
async function signIn(base: string, name: string): Promise<Response> {
  const jar = new CookieJar();
  const there = new CookieJar();
  const out = await visit(jar, `${base}/login?return_to=/find`);
  const { url, page } = await followed(there, out.headers.get('location') ?? '');
  const state = /name="AuthState" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"') ?? '';
  const password = people.find(({ user }) => user === name)?.password ?? '';
  const answered = await fetch(url.split('?')[0] ?? url, { method: 'POST', redirect: 'manual', headers: { cookie: there.header('/') }, body: new URLSearchParams({ username: name, password, AuthState: state }) });
  there.keep(answered);
  const location = answered.headers.get('location');
  const html = location === null ? await answered.text() : (await followed(there, new URL(location, url).href)).page;
  const fields = [...html.matchAll(/<input[^>]*name="(SAMLResponse|RelayState)"[^>]*value="([^"]*)"/g)].map(([, field = '', value = '']): [string, string] => [field, value]);
  const answer = await fetch(`${base}/acs`, { method: 'POST', redirect: 'manual', headers: { origin: new URL(url).origin }, body: new URLSearchParams(fields) });
  return answer.status === 303 ? visit(jar, new URL(answer.headers.get('location') ?? '', origin).href) : answer;
}

async function followed(jar: CookieJar, address: string): Promise<{ url: string; page: string }> {
  let url = address;
  let response = await visit(jar, url);
  for (let hop = 0; response.status >= 300 && response.status < 400 && hop < 10; hop += 1) {
    url = new URL(response.headers.get('location') ?? '', url).href;
    response = await visit(jar, url);
  }
  return { url, page: await response.text() };
}

if (hasSimpleSamlPhp()) {
  describe('SimpleSAMLphp, a provider that universities really run', () => {
    beforeAll(async () => {
      const port = await freePort();
      origin = `http://localhost:${port}`;
      world = await World.create({ port, publicUrl: origin });
    }, 60_000);
    afterAll(() => world.close());

    it.each([['signed', false], ['signed and encrypted', true]])('takes us on from our metadata, lets a member of staff in and sends a student to a kind page: %s', async (_name, encrypts) => {
      const idp = await startSimpleSamlPhp({ domain: DOMAIN, encrypts });
      try {
        const base = await setUp(idp, encrypts);
        const arrived = await signIn(base, 'wren');
        expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/find']);
        const student = await signIn(base, 'sol');
        expect([student.status, (await student.text()).includes('one of its students')]).toEqual([403, true]);
        expect(await world.rows(`select display_name from external_identity e join person p on p.id = e.person_id where e.provider_id::text = $1`, [base.split('/').at(-1)])).toEqual([{ display_name: 'Wren Okafor' }]);
      } finally {
        await idp.stop();
      }
    }, 30_000);
  });
} else {
  it('is not installed on this machine, so nothing is claimed of it', () => expect(hasSimpleSamlPhp()).toBe(false));
}
