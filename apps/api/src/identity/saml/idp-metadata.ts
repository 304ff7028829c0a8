/** Reads what a university's provider, or a federation, publishes about it. */
import type { Element } from '@xmldom/xmldom';
import { X509Certificate } from 'node:crypto';
import { SamlFault } from './saml-fault.js';
import { timeIfAny } from './saml-time.js';
import { attributeOf, childrenNamed, descendants, is, NS, parseXml, textOf, type XmlLimits } from './saml-xml.js';
import { verifiedRoot } from './verified-root.js';

export interface IdpMetadata {
  readonly issuer: string;
  /** Where a browser is sent, by redirect. */
  readonly signOnUrl: string;
  /** PEM. */
  readonly certificates: readonly string[];
  readonly certificateExpiry: Date;
  /** Domains that it says it speaks for, lower case. They count only where somebody we trust signed them. */
  readonly scopes: readonly string[];
  readonly name: string | null;
  readonly validUntil: Date | null;
}

export interface MetadataSource {
  /** The provider that is meant; where it is left out the document must hold one only. */
  readonly entityId: string | null;
  /** Those who may have signed it, PEM. None: somebody looked at the document themselves, and it is never fetched again. */
  readonly signers: readonly string[];
  readonly now: number;
  /** Providers on plain http, on this machine: demo and tests alone. */
  readonly allowsLoopback?: boolean;
}

/** Whole federations fit; a commented document is no attack here, since nothing in it is an identity. */
export const METADATA_LIMITS: XmlLimits = { characters: 20_000_000, depth: 40, elements: 600_000, allowsComments: true };
export const METADATA_BYTES = METADATA_LIMITS.characters;
const MOST_VALID_MS = 28 * 24 * 60 * 60_000;
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const LEAST_BITS = 2048;

/** @throws MetadataProblem in words for the person who sets the provider up. */
export class MetadataProblem extends Error {}

export function readMetadata(text: string, source: MetadataSource): IdpMetadata {
  const root = rootOf(text, source.signers);
  const entity = theEntity(root, source.entityId);
  const validUntil = validity([root, entity], source);
  const [role, ...more] = childrenNamed(entity, NS.metadata, 'IDPSSODescriptor').filter((each) => (attributeOf(each, 'protocolSupportEnumeration') ?? '').split(/\s+/).includes(NS.protocol));
  if (role === undefined || more.length > 0) throw new MetadataProblem('This describes no SAML 2.0 identity provider. It may be the metadata of a service.');
  const certificates = certificatesOf(role);
  return {
    issuer: attributeOf(entity, 'entityID') ?? '', signOnUrl: signOnUrlOf(role, source.allowsLoopback === true), certificates: certificates.map((each) => each.toString()),
    certificateExpiry: new Date(Math.max(...certificates.map((each) => Date.parse(each.validTo)))), scopes: scopesOf([entity, role]), name: nameOf(role), validUntil,
  };
}

function rootOf(text: string, signers: readonly string[]): Element {
  try {
    const root = parseXml(text, METADATA_LIMITS);
    if (!is(root, NS.metadata, 'EntityDescriptor') && !is(root, NS.metadata, 'EntitiesDescriptor')) throw new MetadataProblem('This is XML, but not SAML metadata.');
    return signers.length === 0 ? root : parseXml(verifiedRoot(text, root, signers), METADATA_LIMITS);
  } catch (error) {
    if (!(error instanceof SamlFault)) throw error;
    if (error.code === 'NOT_SIGNED') throw new MetadataProblem('The metadata is not signed as a whole.');
    if (error.code === 'NOT_VERIFIED' || error.code === 'WEAK_ALGORITHM') throw new MetadataProblem('The metadata is not signed by the certificate that you gave, or not strongly enough.');
    throw new MetadataProblem(error.code === 'TOO_LARGE' || error.code === 'TOO_DEEP' ? 'The metadata is too large. Ask the federation for the metadata of this one provider.' : 'This is not XML that we can read safely.');
  }
}

/** The one with exactly this name: never the first of many. */
function theEntity(root: Element, entityId: string | null): Element {
  const all = [root, ...descendants(root)].filter((each) => is(each, NS.metadata, 'EntityDescriptor'));
  const meant = entityId === null ? all : all.filter((each) => attributeOf(each, 'entityID') === entityId);
  const [entity] = meant;
  if (entity !== undefined && meant.length === 1 && (attributeOf(entity, 'entityID') ?? '').length <= 1024) return entity;
  if (entity === undefined) throw new MetadataProblem(entityId === null ? 'The metadata describes nobody.' : `The metadata does not describe ${entityId}.`);
  throw new MetadataProblem(entityId === null ? `The metadata describes ${all.length} providers. Say which one you mean by its entityID.` : `The metadata describes ${entityId} more than once.`);
}

/** What is fetched must end within 28 days, so that a provider that was removed cannot be kept alive by an old copy. */
function validity(elements: readonly Element[], { now, signers }: MetadataSource): Date | null {
  const ends = [...new Set(elements)].map((each) => { try { return timeIfAny(each, 'validUntil'); } catch { throw new MetadataProblem('Its time of validity cannot be read.'); } }).filter((end) => end !== null);
  if (ends.length === 0) {
    if (signers.length > 0) throw new MetadataProblem('The metadata does not say until when it is valid.');
    return null;
  }
  const end = Math.min(...ends);
  if (end <= now) throw new MetadataProblem('The metadata is no longer valid.');
  if (signers.length > 0 && end > now + MOST_VALID_MS) throw new MetadataProblem('The metadata claims to be valid for longer than 28 days.');
  return new Date(end);
}

function signOnUrlOf(role: Element, allowsLoopback: boolean): string {
  const address = childrenNamed(role, NS.metadata, 'SingleSignOnService').filter((each) => attributeOf(each, 'Binding') === REDIRECT).map((each) => attributeOf(each, 'Location') ?? '')[0];
  if (address === undefined) throw new MetadataProblem('The provider offers no sign-in by HTTP redirect.');
  const url = URL.canParse(address) ? new URL(address) : null;
  const isLocal = allowsLoopback && url?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !isLocal)) throw new MetadataProblem('The provider’s sign-in address is not on https.');
  return address;
}

function certificatesOf(role: Element): X509Certificate[] {
  const texts = childrenNamed(role, NS.metadata, 'KeyDescriptor').filter((each) => [null, 'signing'].includes(attributeOf(each, 'use')))
    .flatMap((each) => descendants(each).filter((part) => is(part, NS.signature, 'X509Certificate'))).map((each) => (textOf(each) ?? '').replace(/\s/g, ''));
  const found = [...new Set(texts)].map((text) => {
    try { return new X509Certificate(Buffer.from(text, 'base64')); } catch { throw new MetadataProblem('One of its certificates cannot be read.'); }
  });
  const usable = found.filter(({ publicKey }) => publicKey.asymmetricKeyType === 'rsa' && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS);
  if (usable.length === 0) throw new MetadataProblem(found.length === 0 ? 'The metadata holds no certificate to check signatures with.' : `Its certificate is too weak: RSA of at least ${LEAST_BITS} bits is needed.`);
  return usable;
}

/** A pattern could fit more than one reads in it; only plain domains are taken. */
function scopesOf(elements: readonly Element[]): string[] {
  const found = elements.flatMap((each) => childrenNamed(each, NS.metadata, 'Extensions')).flatMap((each) => childrenNamed(each, NS.shibmd, 'Scope'))
    .filter((each) => !['true', '1'].includes(attributeOf(each, 'regexp') ?? '')).map((each) => (textOf(each) ?? '').trim().toLowerCase());
  return [...new Set(found)].filter((scope) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(scope));
}

function nameOf(role: Element): string | null {
  const names = descendants(role).filter((each) => is(each, NS.mdui, 'DisplayName'));
  const name = textOf(names.find((each) => each.getAttribute('xml:lang')?.startsWith('en')) ?? names[0] ?? role)?.trim().slice(0, 200);
  return name === undefined || name === '' ? null : name;
}
