/** Who signed, what the signature covers, and how: removal, foreign keys, weak algorithms, and every way of wrapping. */
import type { SamlFaultCode } from '../../src/identity/saml/saml-fault.js';
import type { SamlCase } from '../saml-cases.js';
import { ENVELOPED, EXCLUSIVE, type KeyPair, type Signing } from '../saml-forge.js';
import type { Provider } from '../saml-party.js';

type Change = (signing: Signing, provider: Provider) => void;
const signed = (kind: string, fault: SamlFaultCode) => (name: string, change: Change, twin?: Change): SamlCase => ({ class: kind, name, fault, hostile: { signing: change }, ...(twin ? { twin: { signing: twin } } : {}) });
const [unsigned, foreign, weak] = [signed('signature', 'NOT_SIGNED'), signed('signature', 'NOT_VERIFIED'), signed('algorithm', 'WEAK_ALGORITHM')];
const swapped = (fault: SamlFaultCode) => (name: string, from: string, to: string): SamlCase => ({ class: 'algorithm', name, fault, hostile: { afterSigning: (xml) => xml.replace(from, to) } });
const after = (name: string, afterSigning: (xml: string) => string, fault: SamlFaultCode = 'NOT_VERIFIED'): SamlCase => ({ class: 'tampering', name, fault, hostile: { afterSigning } });
const wrapped = (name: string, message: (xml: string, parts: Parts) => string): SamlCase => ({ class: 'wrapping', name, fault: 'NOT_ONE_ASSERTION', hostile: { message: (xml) => message(xml, partsOf(xml)) } });
const BOTH: Change = (signing) => { signing.response = true; };

interface Parts { readonly assertion: string; readonly signature: string; readonly bare: string; readonly evil: string }
/** The signed assertion, its signature, the assertion without it, and one that says somebody else, under an id of its own. */
function partsOf(xml: string): Parts {
  const assertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)?.[0] ?? '';
  const signature = /<ds:Signature.*<\/ds:Signature>/s.exec(assertion)?.[0] ?? '';
  const bare = assertion.replace(signature, '');
  return { assertion, signature, bare, evil: bare.replace(/ ID="[^"]+"/, ' ID="_evil"').replaceAll('w.okafor@', 'vc@') };
}
/** Of nobody we know. Made once: keys take time. */
let stranger: KeyPair | null = null;
export function keepStranger(keys: KeyPair): void { stranger = keys; }
const strangers = (): KeyPair => { if (stranger === null) throw new Error('No stranger yet.'); return stranger; };

const certificateIn = (xml: string, { certificate }: KeyPair): string => xml.replace('</ds:SignatureValue>', `</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`);

/** The good signature of the response stands in the assertion, as if it had signed that. */
function withSignatureMoved(xml: string): string {
  const signature = /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
  return xml.replace(signature, '').replace(/<saml:Assertion[^>]*><saml:Issuer>[^<]+<\/saml:Issuer>/, (head) => head + signature);
}

export const SIGNATURE_CASES: readonly SamlCase[] = [
  unsigned('none', (signing) => { signing.assertion = false; }),
  unsigned('on the response alone', (signing) => { signing.assertion = false; signing.response = true; }, BOTH),
  foreign('by a stranger', (signing) => { signing.key = strangers(); }),
  { class: 'signature', name: 'by a stranger who brings the certificate along', fault: 'NOT_VERIFIED', hostile: { signing: (signing) => { signing.key = strangers(); }, afterSigning: (xml) => certificateIn(xml, strangers()) } },
  { class: 'signature', name: 'of the response broken, of the assertion whole', fault: 'NOT_VERIFIED', hostile: { signing: BOTH, form: (_message, xml) => [['SAMLResponse', Buffer.from(xml.replace('<samlp:Status>', '<samlp:Status ID="x">')).toString('base64')]] }, twin: { signing: BOTH } },
  weak('RSA with SHA-1', (signing) => { signing.signature = 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'; }, (signing) => { signing.signature = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'; }),
  weak('a digest of SHA-1', (signing) => { signing.digest = 'http://www.w3.org/2000/09/xmldsig#sha1'; }, (signing) => { signing.digest = 'http://www.w3.org/2001/04/xmlenc#sha512'; }),
  weak('a MAC with the certificate as its key', (signing, { keys }) => { signing.signature = 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'; signing.key = { ...keys, privateKey: keys.certificate }; }),
  weak('canonical form with comments', (signing) => { signing.canonicalisation = `${EXCLUSIVE}WithComments`; }),
  weak('inclusive canonical form', (signing) => { signing.canonicalisation = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'; }),
  weak('a transform with comments', (signing) => { signing.transforms = [ENVELOPED, `${EXCLUSIVE}WithComments`]; }),
  swapped('WEAK_ALGORITHM')('a style sheet as a transform', `<ds:Transform Algorithm="${EXCLUSIVE}"/>`, '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'),
  swapped('WEAK_ALGORITHM')('a path as a transform', `<ds:Transform Algorithm="${EXCLUSIVE}"/>`, '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>true()</ds:XPath></ds:Transform>'),
  swapped('WEAK_ALGORITHM')('an algorithm that nobody knows', 'xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha257'),
  swapped('NOT_VERIFIED')('three transforms', '</ds:Transforms>', `<ds:Transform Algorithm="${EXCLUSIVE}"/></ds:Transforms>`),
  after('another subject after signing', (xml) => xml.replaceAll('w.okafor@', 'vc@')),
  after('another role after signing', (xml) => xml.replace('staff@', 'faculty@')),
  after('a longer time after signing', (xml) => xml.replace(/NotOnOrAfter="\d{4}/, 'NotOnOrAfter="2099')),
  after('an attribute added after signing', (xml) => xml.replace('<saml:AttributeStatement>', '<saml:AttributeStatement><saml:Attribute Name="x"><saml:AttributeValue>y</saml:AttributeValue></saml:Attribute>')),
  after('an attribute removed after signing', (xml) => xml.replace(/<saml:Attribute Name="urn:oid:2\.16.*?<\/saml:Attribute>/, '')),
  after('a space more after signing', (xml) => xml.replace('</saml:Subject>', ' </saml:Subject>')),
  after('another id after signing', (xml) => xml.replace(/ ID="([^"]+)"/, ' ID="_other"')),
  after('a changed signature', (xml) => xml.replace(/<ds:SignatureValue>(.)/, (_all, first: string) => `<ds:SignatureValue>${first === 'A' ? 'B' : 'A'}`)),
  after('an empty signature', (xml) => xml.replace(/<ds:SignatureValue>[^<]+/, '<ds:SignatureValue>')),
  after('a changed digest', (xml) => xml.replace(/<ds:DigestValue>(.)/, (_all, first: string) => `<ds:DigestValue>${first === 'A' ? 'B' : 'A'}`)),
  after('no reference', (xml) => xml.replace(/<ds:Reference.*?<\/ds:Reference>/, '')),
  after('two references', (xml) => xml.replace(/<ds:Reference.*?<\/ds:Reference>/, (one) => one + one.replace(/<ds:Transforms>.*<\/ds:Transforms>/, ''))),
  signed('tampering', 'NOT_VERIFIED')('a reference to the whole document', (signing) => { signing.uri = ''; }),
  { class: 'tampering', name: 'a reference to another element', fault: 'NOT_VERIFIED', hostile: { signing: (signing) => { signing.assertion = false; signing.response = true; }, message: withSignatureMoved }, twin: { signing: BOTH } },
  after('two signatures', (xml) => xml.replace(/(<ds:Signature .*?<\/ds:Signature>)/, '$1$1')),
  after('the signature in an element of its own', (xml) => xml.replace(/(<ds:Signature .*?<\/ds:Signature>)/, '<saml:Advice>$1</saml:Advice>'), 'NOT_SIGNED'),
  wrapped('the good one first, a bad one after it', (xml, { assertion, evil }) => xml.replace(assertion, assertion + evil)),
  wrapped('a bad one first, the good one after it', (xml, { assertion, evil }) => xml.replace(assertion, evil + assertion)),
  wrapped('the good one within the bad one', (xml, { assertion, evil }) => xml.replace(assertion, evil.replace('</saml:Assertion>', `${assertion}</saml:Assertion>`))),
  wrapped('the bad one within the good one', (xml, { assertion, evil }) => xml.replace(assertion, assertion.replace('</saml:Assertion>', `${evil}</saml:Assertion>`))),
  wrapped('the signature moved to the bad one', (xml, { assertion, bare, evil, signature }) => xml.replace(assertion, evil.replace('</saml:Issuer>', `</saml:Issuer>${signature}`) + bare)),
  wrapped('the good one inside the signature of the bad one', (xml, { assertion, bare, evil, signature }) => xml.replace(assertion, evil.replace('</saml:Issuer>', `</saml:Issuer>${signature.replace('</ds:Signature>', `<ds:Object>${bare}</ds:Object></ds:Signature>`)}`))),
  wrapped('the good one in an extension', (xml, { assertion, evil }) => xml.replace('<samlp:Status>', `<samlp:Extensions>${assertion}</samlp:Extensions><samlp:Status>`).replace(assertion + '</samlp:Response>', `${evil}</samlp:Response>`)),
  wrapped('the good one in an advice', (xml, { assertion, evil }) => xml.replace(assertion, evil.replace('</saml:Conditions>', `</saml:Conditions><saml:Advice>${assertion}</saml:Advice>`))),
  wrapped('the good one as the value of an attribute', (xml, { assertion, evil }) => xml.replace(assertion, evil.replace('Wren Okafor', assertion))),
  wrapped('an assertion of another namespace beside it', (xml, { assertion }) => xml.replace(assertion, `${assertion}<x:Assertion xmlns:x="urn:x"/>`)),
  wrapped('the assertion a level too deep', (xml, { assertion }) => xml.replace(assertion, `<samlp:Extensions>${assertion}</samlp:Extensions>`)),
  wrapped('no assertion', (xml, { assertion }) => xml.replace(assertion, '')),
];
