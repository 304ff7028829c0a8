/** `provider …`: identity providers of institutions, for the operator; institutions set their own up on a screen. */
import { readFile } from 'node:fs/promises';
import { addOidcProvider, addSamlProvider, makeSetUpLink, METADATA_BYTES, readMetadata, setUpAddress, switchProvider } from '../../identity/index.js';
import { fetchOutside } from '../../platform/http/outside.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { type Call, type Command, UsageError } from '../command.js';
import { institutionBySlug } from '../named.js';
import { withDatabase } from '../settings.js';

const PATIENCE_MS = 20_000;

const addSaml: Command = {
  name: 'provider add-saml', takes: '<institution> <metadata-file-or-https-address>', summary: 'Add a SAML provider, switched off, and print what its IT needs.',
  details: ['An address is fetched again every two hours and needs --signed-by; a file is read once.'],
  flags: {
    entity: { type: 'string', value: '<entityID>', help: 'which provider is meant, where the metadata describes several' },
    'signed-by': { type: 'string', value: '<certificate-file>', help: 'who signs the metadata' },
    scope: { type: 'string', value: '<domain,…>', help: 'domains that the provider may speak for' },
    encrypted: { type: 'boolean', help: 'refuse assertions that are not encrypted' },
    label: { type: 'string', value: '<words>', help: 'what people choose by, where an institution has several' },
  },
  run: async (call) => {
    const [slug, place] = wordsOf(call, 2);
    const signers = call.text('signed-by') === null ? [] : [await readFile(call.text('signed-by') ?? '', 'utf8')];
    const isAddress = /^https?:/i.test(place);
    if (isAddress && signers.length === 0) throw new UsageError('Metadata from an address needs --signed-by, or anybody on the way could change it. A file that you looked at does not.');
    const text = isAddress ? await fetchOutside(place, { milliseconds: PATIENCE_MS, bytes: METADATA_BYTES }) : await readFile(place, 'utf8');
    return withDatabase(call.env, async (database, config) => {
      const sealer = await new Sealing(config, database).sealer();
      const metadata = readMetadata(text, { entityId: call.text('entity'), signers, now: Date.now(), allowsLoopback: config.mode !== 'production' });
      const id = await database.transaction('SYSTEM', async (transaction) => addSamlProvider(transaction, {
        institutionId: (await institutionBySlug(transaction, slug)).id, metadata, metadataUrl: isAddress ? place : null, metadataSigners: signers,
        scopes: listOf(call.text('scope')), wantsEncryption: call.isSet('encrypted'), label: call.text('label'), host: new URL(config.publicUrl).hostname, sealer,
      }));
      return [
        `${metadata.name ?? metadata.issuer} is here as provider ${id}, switched off.`, `It signs in at ${metadata.signOnUrl}; its certificate lasts until ${metadata.certificateExpiry.toISOString().slice(0, 10)}.`,
        `Its IT needs our metadata: ${config.publicUrl}/auth/saml/${id}/metadata`, `Then: passalong provider on ${id}`,
      ].join('\n');
    });
  },
};

const addOidc: Command = {
  name: 'provider add-oidc', takes: '<institution> <issuer> <client-id> <file-with-the-secret>', summary: 'Add an OpenID Connect provider, switched off, and print what its IT needs.',
  flags: {
    scope: { type: 'string', value: '<domain,…>', help: 'domains that the provider may speak for' },
    tenant: { type: 'string', value: '<tid>', help: 'the tenant, where one issuer serves many' },
    'plain-affiliation': { type: 'boolean', help: 'take an affiliation without a domain: the issuer serves this institution alone' },
    label: { type: 'string', value: '<words>', help: 'what people choose by, where an institution has several' },
  },
  run: async (call) => {
    const [slug, issuer, clientId, secretFile] = wordsOf(call, 4);
    const clientSecret = (await readFile(secretFile, 'utf8')).trim();
    return withDatabase(call.env, async (database, config) => {
      const sealer = await new Sealing(config, database).sealer();
      const id = await database.transaction('SYSTEM', async (transaction) => addOidcProvider(transaction, {
        institutionId: (await institutionBySlug(transaction, slug)).id, issuer, clientId, clientSecret, scopes: listOf(call.text('scope')),
        trustsPlainAffiliation: call.isSet('plain-affiliation'), tenant: call.text('tenant'), label: call.text('label'), sealer,
      }));
      return [`${issuer} is here as provider ${id}, switched off.`, `Its IT needs this redirect address: ${config.publicUrl}/auth/oidc/${id}/callback`, `Then: passalong provider on ${id}`].join('\n');
    });
  },
};

const turn = (verb: 'on' | 'off'): Command => ({
  name: `provider ${verb}`, takes: '<provider-id>', summary: verb === 'on' ? 'Let people sign in with it.' : 'Let nobody sign in with it; sessions that it opened go on.',
  run: async (call) => {
    const [id] = wordsOf(call, 1);
    const isThere = await withDatabase(call.env, (database) => database.transaction('SYSTEM', (transaction) => switchProvider(transaction, id, verb === 'on')));
    if (!isThere) throw new Error(`There is no provider ${id}.`);
    return `Provider ${id} is ${verb} now.`;
  },
});

const list: Command = {
  name: 'provider list', takes: '', summary: 'Show every provider, whose it is, and whether it is on.',
  run: (call) => withDatabase(call.env, async (database) => {
    const rows = await database.transaction('SYSTEM', (transaction) => transaction.query<{ line: string }>(
      `select p.id || '  ' || case when p.is_active then 'on ' else 'off' end || '  ' || p.protocol || '  ' || i.slug || '  ' || p.issuer || case when cardinality(p.scopes) > 0 then '  ' || array_to_string(p.scopes, ',') else '' end as line
         from identity_provider p join institution i on i.id = p.institution_id order by i.slug, p.id`));
    return rows.length === 0 ? 'There are no providers yet.' : rows.map(({ line }) => line).join('\n');
  }),
};

const link: Command = {
  name: 'provider link', takes: '<institution>', summary: 'Print a link by which its IT sets sign-in up on a screen, for 14 days.',
  run: async (call) => {
    const [slug] = wordsOf(call, 1);
    return withDatabase(call.env, async (database, config) => {
      const token = await database.transaction('SYSTEM', async (transaction) => makeSetUpLink(transaction, { institutionId: (await institutionBySlug(transaction, slug)).id, madeBy: null }));
      if (token === null) throw new Error('There are ten links already. Its administrators can end one.');
      return setUpAddress(config.publicUrl, token);
    });
  },
};

export const providerCommands: readonly Command[] = [addSaml, addOidc, turn('on'), turn('off'), link, list];

type Words<Count extends number> = Count extends 1 ? [string] : Count extends 2 ? [string, string] : [string, string, string, string];

function wordsOf<Count extends 1 | 2 | 4>(call: Call, count: Count): Words<Count> {
  if (call.words.length !== count || call.words.some((word) => word.trim() === '')) throw new UsageError('Not enough words, or too many.');
  return call.words as unknown as Words<Count>;
}

const listOf = (text: string | null): string[] => (text ?? '').split(',').map((each) => each.trim()).filter((each) => each !== '');
