/** A university's SAML provider that says whatever a test wants: good answers, and every kind of bad one. */
import { promisify } from 'node:util';
import { SignedXml } from 'xml-crypto';
import { encrypt as encryptXml } from 'xml-encryption';

export interface KeyPair { readonly privateKey: string; readonly certificate: string }
export interface Attribute { readonly name: string; readonly values: readonly string[] }
export interface Confirmation { method: string; recipient: string | null; inResponseTo: string | null; notBefore: string | null; until: string | null; hasData: boolean }

/** Everything that an answer says, to be changed before it is signed. */
export interface Answer {
  version: string | null; responseIssuer: string | null; destination: string | null; inResponseTo: string | null; instant: string | null; status: string;
  assertion: {
    id: string; version: string | null; instant: string | null; issuer: string; subject: string | null; confirmations: Confirmation[];
    conditions: string | null; conditionsFrom: string | null; conditionsUntil: string | null; audiences: string[][]; moreConditions: string;
    authn: string | null; authnInstant: string | null; sessionUntil: string | null; attributes: Attribute[]; more: string;
  };
}
export interface Signing {
  assertion: boolean; response: boolean; key: KeyPair; signature: string; digest: string; canonicalisation: string; transforms: string[];
  /** What the reference points at, where it is not the element itself. */
  uri: string | null;
}
export interface Encryption { certificate: string; content: string; transport: string }
export interface Party { readonly issuer: string; readonly audience: string; readonly recipient: string; readonly requestId: string }

export const ISO = (offset = 0): string => new Date(Date.now() + offset).toISOString();
export const SUBJECT_ID = 'urn:oasis:names:tc:SAML:attribute:subject-id';
export const SCOPED_AFFILIATION = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9';
export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
export const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const SUCCESS = '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>';
const MINUTE = 60_000;
let count = 0;

/** The answer of an honest provider to one request. */
export function goodAnswer({ issuer, audience, recipient, requestId }: Party): Answer {
  return {
    version: '2.0', responseIssuer: issuer, destination: recipient, inResponseTo: requestId, instant: ISO(), status: SUCCESS,
    assertion: {
      id: `_a${Date.now()}${(count += 1)}`, version: '2.0', instant: ISO(), issuer: `<saml:Issuer>${issuer}</saml:Issuer>`,
      subject: '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_t1</saml:NameID>',
      confirmations: [{ method: BEARER, recipient, inResponseTo: requestId, notBefore: null, until: ISO(5 * MINUTE), hasData: true }],
      conditions: '', conditionsFrom: ISO(-MINUTE), conditionsUntil: ISO(5 * MINUTE), audiences: [[audience]], moreConditions: '',
      authn: '', authnInstant: ISO(-MINUTE), sessionUntil: null,
      attributes: [{ name: SUBJECT_ID, values: ['w.okafor@stonebeck.example'] }, { name: SCOPED_AFFILIATION, values: ['staff@stonebeck.example'] }, { name: 'urn:oid:2.16.840.1.113730.3.1.241', values: ['Wren Okafor'] }],
      more: '',
    },
  };
}

export function goodSigning(key: KeyPair): Signing {
  return {
    assertion: true, response: false, key, signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
    canonicalisation: EXCLUSIVE, transforms: [ENVELOPED, EXCLUSIVE], uri: null,
  };
}

const attribute = (name: string, value: string | null): string => (value === null ? '' : ` ${name}="${value}"`);

export function assertionXml({ assertion }: Answer): string {
  const confirmations = assertion.confirmations.map((each) => `<saml:SubjectConfirmation Method="${each.method}">${each.hasData
    ? `<saml:SubjectConfirmationData${attribute('Recipient', each.recipient)}${attribute('InResponseTo', each.inResponseTo)}${attribute('NotBefore', each.notBefore)}${attribute('NotOnOrAfter', each.until)}/>` : ''}</saml:SubjectConfirmation>`).join('');
  const audiences = assertion.audiences.map((each) => `<saml:AudienceRestriction>${each.map((audience) => `<saml:Audience>${audience}</saml:Audience>`).join('')}</saml:AudienceRestriction>`).join('');
  const attributes = assertion.attributes.map(({ name, values }) => `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`).join('');
  return `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${assertion.id}"${attribute('Version', assertion.version)}${attribute('IssueInstant', assertion.instant)}>${assertion.issuer}`
    + (assertion.subject === null ? '' : `<saml:Subject>${assertion.subject}${confirmations}</saml:Subject>`)
    + (assertion.conditions === null ? '' : `<saml:Conditions${attribute('NotBefore', assertion.conditionsFrom)}${attribute('NotOnOrAfter', assertion.conditionsUntil)}>${audiences}${assertion.moreConditions}</saml:Conditions>${assertion.conditions}`)
    + (assertion.authn === null ? '' : `<saml:AuthnStatement${attribute('AuthnInstant', assertion.authnInstant)}${attribute('SessionNotOnOrAfter', assertion.sessionUntil)}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${assertion.authn}`)
    + `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>${assertion.more}</saml:Assertion>`;
}

export function responseXml(answer: Answer, inner: string): string {
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${(count += 1)}${Date.now()}"${attribute('Version', answer.version)}${attribute('IssueInstant', answer.instant)}${attribute('Destination', answer.destination)}${attribute('InResponseTo', answer.inResponseTo)}>`
    + `${answer.responseIssuer === null ? '' : `<saml:Issuer>${answer.responseIssuer}</saml:Issuer>`}${answer.status}${inner}</samlp:Response>`;
}

/** Signs the root element of `xml`, after its issuer. */
export const sign = (xml: string, signing: Signing): string => signRoot(xml, signing, { reference: "/*/*[local-name(.)='Issuer']", action: 'after' });
/** Signs the root element of a metadata document, as its first child. */
export const signMetadata = (xml: string, signing: Signing): string => signRoot(xml, signing, { reference: '/*', action: 'prepend' });

function signRoot(xml: string, { key, signature, digest, canonicalisation, transforms, uri }: Signing, location: { reference: string; action: 'after' | 'prepend' }): string {
  const signed = new SignedXml({ privateKey: key.privateKey, signatureAlgorithm: signature as never, canonicalizationAlgorithm: canonicalisation as never });
  if (signature.includes('hmac')) signed.enableHMAC();
  signed.addReference({ xpath: '/*', transforms, digestAlgorithm: digest as never, ...(uri === null ? {} : { uri, isEmptyUri: uri === '' }) });
  signed.computeSignature(xml, { prefix: 'ds', location });
  return signed.getSignedXml();
}

const seal = promisify(encryptXml as (xml: string, options: object, done: (error: Error | null, result?: string) => void) => void);

export async function encrypt(xml: string, { certificate, content, transport }: Encryption): Promise<string> {
  const data = await seal(xml, {
    rsa_pub: certificate, pem: certificate, encryptionAlgorithm: content, keyEncryptionAlgorithm: transport, disallowEncryptionWithInsecureAlgorithm: false, warnInsecureAlgorithm: false,
  });
  return `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${data ?? ''}</saml:EncryptedAssertion>`;
}

export const encode = (xml: string): string => Buffer.from(xml, 'utf8').toString('base64');
