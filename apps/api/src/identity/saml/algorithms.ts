/** The algorithms we take from anybody. Everything else is refused by name, whatever a library would do with it. */
import type { Element } from '@xmldom/xmldom';
import { SamlFault } from './saml-fault.js';
import { attributeOf, descendants, is, NS } from './saml-xml.js';

const SIGNATURES = ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'];
const DIGESTS = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];
const CANONICALISATIONS = ['http://www.w3.org/2001/10/xml-exc-c14n#'];
const TRANSFORMS = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', ...CANONICALISATIONS];
/** AES with a key sent under RSA-OAEP. In either mode the signature inside is what is trusted. */
const ENCRYPTIONS = [128, 256].flatMap((bits) => [`http://www.w3.org/2009/xmlenc11#aes${bits}-gcm`, `http://www.w3.org/2001/04/xmlenc#aes${bits}-cbc`]);
const KEY_TRANSPORTS = ['http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p', 'http://www.w3.org/2009/xmlenc11#rsa-oaep'];

/** Refuses SHA-1, MACs, foreign transforms and weak encryption anywhere in a message. */
export function refuseWeakAlgorithms(root: Element): void {
  for (const element of [root, ...descendants(root)]) {
    const allowed = allowedFor(element);
    if (allowed !== null && !allowed.includes(attributeOf(element, 'Algorithm') ?? '')) throw new SamlFault('WEAK_ALGORITHM', `${element.localName ?? ''} ${attributeOf(element, 'Algorithm') ?? ''}`.slice(0, 120));
  }
}

function allowedFor(element: Element): readonly string[] | null {
  if (is(element, NS.signature, 'SignatureMethod')) return SIGNATURES;
  if (is(element, NS.signature, 'CanonicalizationMethod')) return CANONICALISATIONS;
  if (is(element, NS.signature, 'Transform')) return TRANSFORMS;
  if (is(element, NS.signature, 'DigestMethod')) return isInKeyTransport(element) ? null : DIGESTS; // the digest inside OAEP is no signature
  if (is(element, NS.encryption, 'EncryptionMethod')) return isInKeyTransport(element) ? KEY_TRANSPORTS : ENCRYPTIONS;
  return null;
}

function isInKeyTransport(element: Element): boolean {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (at.nodeType === 1 && is(at as Element, NS.encryption, 'EncryptedKey')) return true;
  return false;
}
