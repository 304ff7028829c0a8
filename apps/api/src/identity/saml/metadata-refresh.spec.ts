import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goodSigning, type KeyPair, signMetadata } from '../../../test/saml-forge.js';
import { arrives, type Provider, samlProvider } from '../../../test/saml-party.js';
import { freePort } from '../../../test/free-port.js';
import { World } from '../../../test/world.js';
import { MetadataRefresh } from './metadata-refresh.js';
import { newKeyPair } from './service-keys.js';

let world: World;
let origin: string;
let provider: Provider;
let federation: KeyPair;
let next: KeyPair;
const HOUR = 60 * 60_000;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  world = await World.create({ port, publicUrl: origin });
  provider = await samlProvider(world, 'Stonebeck');
  [federation, next] = await Promise.all([newKeyPair('federation'), newKeyPair('next')]);
  await world.rows(`update saml_provider set metadata_url = 'https://federation.example/all.xml', metadata_signers = array[$2], metadata_fetched_at = now() - interval '3 hours', metadata_valid_until = now() + interval '1 hour' where provider_id = $1`, [provider.id, federation.certificate]);
}, 60_000);
afterAll(() => world.close());

function published(keys: readonly KeyPair[], { hours = 24, signer = federation } = {}): string {
  const certificates = keys.map(({ certificate }) => `<md:KeyDescriptor><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`).join('');
  return signMetadata(`<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_m" entityID="${provider.issuer}" validUntil="${new Date(Date.now() + hours * HOUR).toISOString()}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${certificates}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${provider.issuer}/sso"/></md:IDPSSODescriptor></md:EntityDescriptor>`, goodSigning(signer));
}
const refresh = (text: string | Error): Promise<{ taken: number; failed: number }> => world.app.get(MetadataRefresh).refreshDue(() => (text instanceof Error ? Promise.reject(text) : Promise.resolve(text)));
const due = (): Promise<object[]> => world.rows(`update saml_provider set metadata_fetched_at = now() - interval '121 minutes' where provider_id = $1`, [provider.id]);
const failure = async (): Promise<string | null> => (await world.rows<{ metadata_failure: string | null }>('select metadata_failure from saml_provider where provider_id = $1', [provider.id]))[0]?.metadata_failure ?? null;
const signedBy = (keys: KeyPair): Promise<boolean> => arrives(origin, provider, { signing: (signing) => { signing.key = keys; } });

describe('Metadata that is fetched again', () => {
  it('brings the new key of a university, and asks once in two hours however many nodes there are', async () => {
    expect(await signedBy(next)).toBe(false);
    const all = await Promise.all([1, 2, 3].map(() => refresh(published([provider.keys, next]))));
    expect(all.map(({ taken }) => taken).sort()).toEqual([0, 0, 1]);
    expect([await signedBy(next), await signedBy(provider.keys)]).toEqual([true, true]);
    expect(await refresh(published([]))).toEqual({ taken: 0, failed: 0 });
  });

  it.each([
    ['nobody answers', () => new Error('federation.example did not answer in time.'), 'did not answer'],
    ['somebody else signs', () => published([next], { signer: next }), 'not signed by the certificate'],
    ['it does not end within 28 days', () => published([next], { hours: 24 * 40 }), '28 days'],
    ['it is over', () => published([next], { hours: -1 }), 'no longer valid'],
    ['it describes somebody else', () => published([next]).replaceAll(provider.issuer, 'https://other.example'), 'not signed by'],
  ])('keeps what it has, and says so, where %s', async (_name, text, words) => {
    await due();
    expect(await refresh(text())).toEqual({ taken: 1, failed: 1 });
    expect(await failure()).toContain(words);
    expect(await signedBy(provider.keys)).toBe(true);
  });

  it('lets nobody in once the kept copy has ended, and everybody again after the next good one', async () => {
    await world.rows(`update saml_provider set metadata_valid_until = now() - interval '1 second' where provider_id = $1`, [provider.id]);
    expect((await fetch(`${origin}/auth/saml/${provider.id}/login`, { redirect: 'manual' })).status).toBe(404);
    await due();
    expect(await refresh(published([provider.keys]))).toEqual({ taken: 1, failed: 0 });
    expect([await failure(), await signedBy(provider.keys), await signedBy(next)]).toEqual([null, true, false]);
  });
});
