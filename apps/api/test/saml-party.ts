/** A world with universities that sign in by SAML, and what one browser does there. */
import { inflateRawSync } from 'node:zlib';
import { newKey } from '../src/platform/ids/ids.js';
import { serviceKeyAt } from '../src/identity/provider-secrets.js';
import { type KeyHolder, newKeyPair } from '../src/identity/saml/service-keys.js';
import { type Answer, assertionXml, encode, type Encryption, encrypt, goodAnswer, goodSigning, type KeyPair, type Party, responseXml, sign, type Signing } from './saml-forge.js';
import { CookieJar, visit } from './sign-in-flow.js';
import type { World } from './world.js';

export interface Provider { readonly id: string; readonly issuer: string; readonly keys: KeyPair; readonly ours: KeyPair }
/** What a forger may change: before signing, the signing itself, the signed text, the encryption, the message, the form. */
export interface Forgery {
  answer?: (answer: Answer, party: Party, provider: Provider) => void;
  assertionText?: (xml: string) => string;
  signing?: (signing: Signing, provider: Provider) => void;
  encryption?: (provider: Provider) => Encryption;
  afterSigning?: (xml: string) => string;
  plain?: (xml: string) => string;
  message?: (xml: string) => string;
  form?: (message: string, xml: string) => [string, string][];
}

export async function samlProvider(world: World, at: string, { wantsEncryption = false, scope = 'stonebeck.example' } = {}): Promise<Provider> {
  const institutionId = await world.institution(at);
  const [keys, ours] = await Promise.all([newKeyPair('idp.stonebeck.example'), newKeyPair('passalong.example')]);
  const id = newKey();
  const issuer = `https://idp.stonebeck.example/${id}`;
  await world.rows(`insert into identity_provider (id, institution_id, protocol, issuer, is_active, subject_from, scopes) values ($1, $2, 'SAML', $3, true, '{subjectId,pairwiseId,persistentNameId}', $4)`, [id, institutionId, issuer, [scope]]);
  await world.rows('insert into saml_provider (provider_id, institution_id, sign_on_url, certificates, wants_encryption) values ($1, $2, $3, $4, $5)', [id, institutionId, `${issuer}/sso?tenant=1`, [keys.certificate], wantsEncryption]);
  await serviceKey(world, { providerId: id, institutionId }, ours);
  return { id, issuer, keys, ours };
}

/** A key of ours that the provider may encrypt for. */
export async function serviceKey(world: World, { providerId, institutionId }: KeyHolder, { privateKey, certificate }: KeyPair): Promise<void> {
  const id = newKey();
  await world.rows('insert into service_key (id, provider_id, institution_id, private_key_sealed, certificate) values ($1, $2, $3, $4, $5)', [id, providerId, institutionId, await world.sealed(serviceKeyAt(id), privateKey), certificate]);
}

export class Browser {
  readonly jar = new CookieJar();

  constructor(private readonly origin: string) {}

  /** Begins a sign-in; the id of our request is what the provider would answer. */
  async begin(provider: Provider, how = 'return_to=/find'): Promise<Party> {
    const response = await visit(this.jar, `${this.origin}/auth/saml/${provider.id}/login?${how}`);
    const location = new URL(response.headers.get('location') ?? '');
    const request = inflateRawSync(Buffer.from(location.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    const base = `${this.origin}/auth/saml/${provider.id}`;
    return { issuer: provider.issuer, audience: `${base}/metadata`, recipient: `${base}/acs`, requestId: / ID="([^"]+)"/.exec(request)?.[1] ?? '' };
  }

  /** Posts as a page of the provider does: from another site, so without our cookies. */
  post(provider: Provider, fields: readonly [string, string][]): Promise<Response> {
    return fetch(`${this.origin}/auth/saml/${provider.id}/acs`, { method: 'POST', redirect: 'manual', headers: { origin: 'https://idp.stonebeck.example', 'sec-fetch-site': 'cross-site' }, body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])) });
  }

  async fetchTicket(response: Response): Promise<Response> {
    return visit(this.jar, new URL(response.headers.get('location') ?? '/nowhere', this.origin).href);
  }

  get isSignedIn(): boolean {
    return /(^|; )passalong=/.test(this.jar.header());
  }
}

/** The message of a forger, or of an honest provider where nothing is changed. */
export async function forge(provider: Provider, party: Party, forgery: Forgery = {}): Promise<[string, string][]> {
  const answer = goodAnswer(party);
  forgery.answer?.(answer, party, provider);
  const signing = goodSigning(provider.keys);
  forgery.signing?.(signing, provider);
  const text = (forgery.assertionText ?? same)(assertionXml(answer));
  const signed = (forgery.afterSigning ?? same)(signing.assertion ? sign(text, signing) : text);
  const inner = forgery.encryption === undefined ? signed : await encrypt(signed, forgery.encryption(provider));
  const response = (forgery.plain ?? same)(responseXml(answer, inner));
  const xml = (forgery.message ?? same)(signing.response ? sign(response, signing) : response);
  return forgery.form?.(encode(xml), xml) ?? [['SAMLResponse', encode(xml)], ['RelayState', '/find']];
}

const same = (xml: string): string => xml;

/** One whole sign-in: null where it ends with a session, otherwise the page that says why not. */
export async function refusal(origin: string, provider: Provider, forgery: Forgery = {}): Promise<Response | null> {
  const browser = new Browser(origin);
  const party = await browser.begin(provider);
  const response = await browser.post(provider, await forge(provider, party, forgery));
  if (response.status !== 303) return response;
  const arrived = await browser.fetchTicket(response);
  return arrived.status === 303 && browser.isSignedIn ? null : arrived;
}

export const arrives = async (origin: string, provider: Provider, forgery: Forgery = {}): Promise<boolean> => (await refusal(origin, provider, forgery)) === null;
