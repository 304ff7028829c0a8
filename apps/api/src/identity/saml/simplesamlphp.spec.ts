import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../../test/free-port.js';
import { hasSimpleSamlPhp, SimpleSamlPhp } from '../../../test/simplesamlphp.js';
import { CookieJar, visit } from '../../../test/sign-in-flow.js';
import { World } from '../../../test/world.js';
import { addSamlProvider, switchProvider } from '../provider.commands.js';
import { readMetadata } from './idp-metadata.js';
import { ServiceKeys } from './service-keys.js';

const idp = new SimpleSamlPhp();
let world: World;
let origin: string;

/** Set up as an operator would: from the provider's metadata, and the provider from ours. */
async function setUp(wantsEncryption: boolean): Promise<string> {
  const institutionId = await world.institution('Stonebeck');
  const metadata = readMetadata(await idp.metadata(), { entityId: `${idp.url}/idp`, signers: [], now: Date.now(), allowsLoopback: true });
  await world.rows('delete from external_identity');
  await world.rows(`update identity_provider set issuer = issuer || id::text, is_active = false`);
  const id = await world.database.transaction('SYSTEM', async (transaction) => {
    const added = await addSamlProvider(transaction, { institutionId, metadata, metadataUrl: null, metadataSigners: [], scopes: metadata.scopes, wantsEncryption, label: null, host: 'passalong.example' });
    await switchProvider(transaction, added, true);
    return added;
  });
  const base = `${origin}/auth/saml/${id}`;
  idp.serve([{ entityId: `${base}/metadata`, answerAddress: `${base}/acs`, certificate: (await world.app.get(ServiceKeys).certificatesOf(id))?.[0] ?? '', wantsEncryption }]);
  return base;
}

async function signIn(base: string, name: string): Promise<Response> {
  const jar = new CookieJar();
  const out = await visit(jar, `${base}/login?return_to=/find`);
  const fields = await idp.signIn(out.headers.get('location') ?? '', name);
  const answer = await fetch(`${base}/acs`, { method: 'POST', redirect: 'manual', headers: { origin: idp.url }, body: new URLSearchParams(fields) });
  return answer.status === 303 ? visit(jar, new URL(answer.headers.get('location') ?? '', origin).href) : answer;
}

if (hasSimpleSamlPhp) {
  describe('SimpleSAMLphp, a provider that universities really run', () => {
    beforeAll(async () => {
      await idp.start();
      const port = await freePort();
      origin = `http://localhost:${port}`;
      world = await World.create({ port, publicUrl: origin });
    }, 60_000);
    afterAll(async () => {
      await idp.stop();
      await world.close();
    });

    it.each([['signed', false], ['signed and encrypted', true]])('lets a member of staff in and sends a student to a kind page: %s', async (_name, wantsEncryption) => {
      const base = await setUp(wantsEncryption);
      const arrived = await signIn(base, 'wren');
      expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/find']);
      const student = await signIn(base, 'sol');
      expect([student.status, (await student.text()).includes('one of its students')]).toEqual([403, true]);
      expect(await world.rows(`select display_name from person where display_name in ('Wren Okafor', 'Sol Lind')`)).toEqual([{ display_name: 'Wren Okafor' }]);
      await world.rows(`delete from session`);
      await world.rows(`delete from external_identity`);
      await world.rows(`update person set display_name = null`);
    }, 30_000);
  });
} else {
  it('is not installed on this machine, so nothing is claimed of it', () => expect(hasSimpleSamlPhp).toBe(false));
}
