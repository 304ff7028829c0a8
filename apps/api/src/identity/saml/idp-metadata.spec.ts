import { beforeAll, describe, expect, it } from '@jest/globals';
import { goodSigning, type KeyPair, signMetadata } from '../../../test/saml-forge.js';
import { readMetadata, type MetadataSource } from './idp-metadata.js';
import { newKeyPair } from './service-keys.js';

const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 10, 25);
const ENTITY = 'https://idp.stonebeck.example/';
let idp: KeyPair;
let federation: KeyPair;

beforeAll(async () => { [idp, federation] = await Promise.all([newKeyPair('idp'), newKeyPair('federation')]); });

let count = 0;
const bare = (pem: string): string => pem.replace(/-----[A-Z ]+-----|\s/g, '');
const key = (pem: string, use = ' use="signing"'): string => `<md:KeyDescriptor${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${bare(pem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
const SSO = '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.stonebeck.example/sso"/>';
const SCOPES = '<md:Extensions><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="false">Stonebeck.example</shibmd:Scope><shibmd:Scope xmlns:shibmd="urn:mace:shibboleth:metadata:1.0" regexp="true">.*</shibmd:Scope></md:Extensions>';
const NAMESPACE = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"';
const entity = ({ id = ENTITY, keys = key(idp.certificate), sso = SSO, scopes = SCOPES, attributes = '', protocol = 'urn:oasis:names:tc:SAML:2.0:protocol' } = {}): string =>
  `<md:EntityDescriptor ${NAMESPACE} ID="_e${(count += 1)}" entityID="${id}"${attributes}><md:IDPSSODescriptor protocolSupportEnumeration="${protocol}">${scopes}${keys}${sso}</md:IDPSSODescriptor></md:EntityDescriptor>`;
const federated = (entities: string, days: number | null = 14): string => `<md:EntitiesDescriptor ${NAMESPACE} ID="_all"${days === null ? '' : ` validUntil="${new Date(NOW + days * DAY).toISOString()}"`}>${entities}</md:EntitiesDescriptor>`;
const signed = (xml: string, keys = federation, changes = {}): string => signMetadata(xml, { ...goodSigning(keys), ...changes });
const pasted: MetadataSource = { entityId: null, signers: [], now: NOW };
const fetched = (changes: Partial<MetadataSource> = {}): MetadataSource => ({ entityId: ENTITY, signers: [federation.certificate], now: NOW, ...changes });

describe('Metadata of one university', () => {
  it('gives its name, address, certificates and plain scopes', () => {
    const read = readMetadata(`<?xml version="1.0" encoding="UTF-8"?><!-- made by hand -->${entity()}`, pasted);
    expect(read).toMatchObject({ issuer: ENTITY, signOnUrl: 'https://idp.stonebeck.example/sso', scopes: ['stonebeck.example'], validUntil: null });
    expect([read.certificates.length, read.certificateExpiry.getUTCFullYear() >= 2035]).toEqual([1, true]);
  });

  it.each([
    ['nothing', () => '', 'not XML'],
    ['a web page', () => '<html/>', 'not SAML metadata'],
    ['a document type', () => `<!DOCTYPE x>${entity()}`, 'read safely'],
    ['a service instead of a provider', () => entity({ protocol: 'urn:oasis:names:tc:SAML:1.1:protocol' }), 'no SAML 2.0 identity provider'],
    ['no certificate', () => entity({ keys: '' }), 'no certificate'],
    ['a certificate for encryption alone', () => entity({ keys: key(idp.certificate, ' use="encryption"') }), 'no certificate'],
    ['a certificate that is none', () => entity({ keys: key('AAAA') }), 'cannot be read'],
    ['no redirect binding', () => entity({ sso: SSO.replace('HTTP-Redirect', 'HTTP-POST') }), 'no sign-in by HTTP redirect'],
    ['plain http', () => entity({ sso: SSO.replace('https:', 'http:') }), 'not on https'],
    ['a script for an address', () => entity({ sso: SSO.replace('https://idp.stonebeck.example/sso', 'javascript:alert(1)') }), 'not on https'],
    ['an end that is over', () => entity({ attributes: ` validUntil="${new Date(NOW - DAY).toISOString()}"` }), 'no longer valid'],
    ['two providers and none named', () => federated(entity() + entity({ id: 'https://other.example/' })), 'Say which one'],
  ])('is refused in words: %s', (_name, document, words) => {
    expect(() => readMetadata(document(), pasted)).toThrow(words);
  });
});

describe('Metadata that is fetched', () => {
  it('is taken from a federation by its exact name, never the first', () => {
    const others = ['https://idp.stonebeck.example', 'https://idp.stonebeck.example/x', 'HTTPS://IDP.STONEBECK.EXAMPLE/'].map((id) => entity({ id, sso: SSO.replace('/sso', '/wrong') })).join('');
    expect(readMetadata(signed(federated(others + entity())), fetched()).signOnUrl).toBe('https://idp.stonebeck.example/sso');
    expect(() => readMetadata(signed(federated(others)), fetched())).toThrow('does not describe');
    expect(() => readMetadata(signed(federated(entity() + entity())), fetched())).toThrow('more than once');
  });

  it('must be signed as a whole, by the one we know, and strongly', () => {
    const good = federated(entity());
    expect(readMetadata(signed(good), fetched()).issuer).toBe(ENTITY);
    expect(readMetadata(signed(good), fetched({ signers: [idp.certificate, federation.certificate] })).issuer).toBe(ENTITY);
    expect(() => readMetadata(good, fetched())).toThrow('not signed as a whole');
    expect(() => readMetadata(signed(good, idp), fetched())).toThrow('not signed by the certificate');
    expect(() => readMetadata(signed(good, federation, { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' }), fetched())).toThrow('not strongly enough');
    expect(() => readMetadata(signed(good).replace('/sso"', '/evil"'), fetched())).toThrow('not signed by the certificate');
    expect(() => readMetadata(federated(signed(entity())), fetched())).toThrow('not signed as a whole');
    expect(() => readMetadata(signed(good).replace('URI="#_all"', `URI="#_e${count}"`), fetched())).toThrow('not signed by the certificate');
  });

  it('must end, and within 28 days', () => {
    expect(readMetadata(signed(federated(entity(), 28)), fetched()).validUntil).toEqual(new Date(NOW + 28 * DAY));
    for (const [days, words] of [[null, 'until when'], [29, '28 days'], [-1, 'no longer valid']] as const) expect(() => readMetadata(signed(federated(entity(), days)), fetched())).toThrow(words);
    expect(readMetadata(signed(federated(entity({ attributes: ` validUntil="${new Date(NOW + DAY).toISOString()}"` }), 14)), fetched()).validUntil).toEqual(new Date(NOW + DAY));
  });
});
