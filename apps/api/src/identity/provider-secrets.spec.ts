/** Secrets of sign-in services at rest: sealed for their own row, by a key that the database does not have. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestPerson, World } from '../../test/world.js';
import { migrateCommand } from '../commands/migrate.js';
import { providerCommands } from '../commands/provider/provider.js';
import { type Answer, runCommand } from '../commands/run.js';
import { apiId } from '../platform/ids/ids.js';
import { newKeyPair } from './saml/service-keys.js';
import { ProviderReader, type SignInProvider } from './sign-in/provider.reader.js';

jest.setTimeout(60_000);

const SECRET = 'correct-horse-battery-staple';
const SEALING_KEY = randomBytes(32).toString('base64');
const PREPARE = 'mutation Prepare($input: PrepareProviderInput!) { done: prepareProvider(input: $input) { providerId errors { message code } } }';

const folder = mkdtempSync(join(tmpdir(), 'passalong-secrets-'));
let world: World;
let env: Record<string, string>;
let head: TestPerson;
let slug = '';
let oidc = '';
let saml = '';
beforeAll(async () => {
  world = await World.create({ sealingKey: SEALING_KEY }, async ({ databaseUrl }) => { env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'sandbox', PUBLIC_URL: 'http://localhost:4000', SEALING_KEY }; });
  head = await world.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
  slug = (await world.rows<{ slug: string }>('select slug from institution where id = $1', [head.institutionId]))[0]?.slug ?? '';
  const { certificate } = await newKeyPair('idp.northmoor.example');
  await writeFile(join(folder, 'secret'), `${SECRET}\n`);
  await writeFile(join(folder, 'metadata.xml'), `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.northmoor.example"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.northmoor.example/sso"/></IDPSSODescriptor></EntityDescriptor>`);
  oidc = added(await provider('add-oidc', slug, 'https://login.northmoor.example', 'passalong', join(folder, 'secret')));
  saml = added(await provider('add-saml', slug, join(folder, 'metadata.xml')));
}, 60_000);
afterAll(() => world.close());

const provider = (...args: string[]): Promise<Answer> => runCommand(providerCommands, ['provider', ...args], env);
const migrate = (changes: Record<string, string> = {}): Promise<Answer> => runCommand([migrateCommand], ['migrate'], { ...env, DATABASE_OWNER_URL: world.ownerUrl, ...changes });
const added = ({ out, error }: Answer): string => /provider (\S+), switched off/.exec(out ?? '')?.[1] ?? `nothing: ${error ?? ''}`;
const found = (id: string): Promise<SignInProvider | null> => world.app.get(ProviderReader).find(id);
const secrets = async (): Promise<unknown[]> => [await found(oidc), await found(saml)].map((each) => (each?.protocol === 'OIDC' ? each.clientSecret : each?.decryptionKeys().map((key) => key.slice(0, 27))));
const OPENED = [SECRET, ['-----BEGIN PRIVATE KEY-----']];
const settings = async (): Promise<unknown[]> => [(await found(oidc))?.settings.toString('hex'), (await found(saml))?.settings.toString('hex')];

/** Everything that a copy of the database holds, but for what sandbox mode makes for itself. */
async function dump(): Promise<string> {
  const tables = await world.rows<{ name: string }>(`select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'setting'`);
  const texts = await Promise.all(tables.map(({ name }) => world.rows<{ text: string | null }>(`select string_agg(t::text, chr(10)) as text from ${name} t`)));
  return texts.map(([row]) => row?.text ?? '').join('\n');
}

/** As rows were before there was a key. */
async function plainAgain(): Promise<void> {
  await world.rows('alter table identity_provider drop constraint identity_provider_client_secret_check');
  await world.rows('alter table service_key drop constraint service_key_private_key_check');
  await world.rows(`update identity_provider set client_secret = $2, client_secret_sealed = null where id = $1`, [oidc, SECRET]);
  await world.rows('update service_key set private_key = $2, private_key_sealed = null where provider_id = $1', [saml, (await newKeyPair('passalong.example')).privateKey]);
}

describe('A secret of a sign-in service', () => {
  it('is read by nobody who has a copy of the database, and by the sign-in', async () => {
    const text = await dump();
    for (const readable of [SECRET, Buffer.from(SECRET).toString('hex'), Buffer.from(SECRET).toString('base64'), 'PRIVATE KEY', Buffer.from('PRIVATE KEY').toString('hex')]) expect(text).not.toContain(readable);
    expect([text.includes('https://login.northmoor.example'), text.includes('BEGIN CERTIFICATE')]).toEqual([true, true]);
    expect(await secrets()).toEqual(OPENED);
  });

  it('is not written plain any more, by nobody', async () => {
    await expect(world.rows(`update identity_provider set client_secret = 'x' where id = $1`, [oidc])).rejects.toThrow('identity_provider_client_secret_check');
    await expect(world.rows(`update service_key set private_key = 'x' where provider_id = $1`, [saml])).rejects.toThrow('service_key_private_key_check');
  });

  it('does not open in another row', async () => {
    const other = added(await provider('add-oidc', slug, 'https://login2.northmoor.example', 'passalong', join(folder, 'secret')));
    await world.rows('update identity_provider set client_secret_sealed = (select o.client_secret_sealed from identity_provider o where o.id = $2) where id = $1', [other, oidc]);
    await expect(found(other)).rejects.toThrow('SEALING_KEY is not the key that sealed this secret');
  });

  it('is opened without a statement of its own', async () => {
    const read = (): Promise<unknown> => found(oidc);
    await read();
    expect(await world.statements(read)).toBe(await world.statements(() => found(saml)));
  });

  it('that was kept plain is sealed by migrate, once, and nothing has to be tested or confirmed anew', async () => {
    const before = await settings();
    await plainAgain();
    expect((await migrate({ PASSALONG_MODE: 'production', SEALING_KEY: '' }))).toMatchObject({ code: 1, error: expect.stringContaining('SEALING_KEY is not set') });
    expect(await dump()).toContain(SECRET);
    expect((await migrate()).out).toMatch(/2 secrets sealed\.$/);
    expect((await migrate()).out).toMatch(/terms known\.$/);
    const text = await dump();
    expect([text.includes(SECRET), text.includes('PRIVATE KEY'), await secrets(), await settings()]).toEqual([false, false, OPENED, before]);
  });

  it('that is told anew makes its settings new', async () => {
    const before = await settings();
    await world.rows('update identity_provider set client_secret_mark = gen_random_uuid() where id = $1', [oidc]);
    expect((await settings())[0]).not.toBe(before[0]);
  });
});

describe('Production without a key', () => {
  it('adds no sign-in service, on the command line or on the screen, and says what to set', async () => {
    const bare = { ...env, PASSALONG_MODE: 'production', SEALING_KEY: '' };
    for (const args of [['add-oidc', slug, 'https://login3.northmoor.example', 'passalong', join(folder, 'secret')], ['add-saml', slug, join(folder, 'metadata.xml')]]) {
      expect(await runCommand(providerCommands, ['provider', ...args], bare)).toMatchObject({ code: 1, error: expect.stringMatching(/^SEALING_KEY is not set, so no secret can be kept\./) });
    }
    const production = await World.create({ mode: 'production', publicUrl: 'https://passalong.example' });
    const admin = await production.person({ at: 'Northmoor', roles: ['ADMINISTRATOR'] });
    const signedIn = { ...admin, cookie: admin.cookie.replace(/^/, '__Host-') };
    const prepare = (by: World, person: TestPerson): Promise<unknown> => by.run<{ done: unknown }>(person, PREPARE, { input: { institutionId: apiId('institution', person.institutionId), protocol: 'SAML' } }).then(({ data, errors }) => data?.done ?? errors);
    expect(await prepare(production, signedIn)).toEqual({ providerId: null, errors: [{ code: 'NOT_POSSIBLE', message: expect.stringContaining('has to set SEALING_KEY first. Nothing was changed.') }] });
    expect(((await (await fetch(`${production.url}/health/ready`)).json()) as { warnings: string[] }).warnings).toContainEqual(expect.stringMatching(/^SEALING_KEY is not set;/));
    await production.close();
    expect(await prepare(world, head)).toMatchObject({ errors: [] });
    expect(((await (await fetch(`${world.url}/health/ready`)).json()) as { warnings: string[] }).warnings).not.toContainEqual(expect.stringContaining('SEALING_KEY'));
  });
});
