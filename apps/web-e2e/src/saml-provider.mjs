/** A university's SAML provider: it takes our request, asks nobody anything, and answers as a journey wants it to. */
import 'reflect-metadata'; // x509 needs it
import { webcrypto } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import * as x509 from '@peculiar/x509';
import { SignedXml } from 'xml-crypto';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]), modulusLength: 2048 };
const YEAR_MS = 365 * 24 * 60 * 60_000;
const FIVE_MINUTES_MS = 5 * 60_000;
const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const NAMES = { subject: 'urn:oasis:names:tc:SAML:attribute:subject-id', affiliation: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9', name: 'urn:oid:2.16.840.1.113730.3.1.241', uid: 'urn:oid:0.9.2342.19200300.100.1.1' };

/** `says` may be changed at any time: who signs, under which name, and what is said of the person. */
export async function startSamlProvider(domain) {
  const [keys, others] = await Promise.all([newKeys(domain), newKeys(`old.${domain}`)]);
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1');
    if (url.pathname !== '/sso') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(answerPage(url.searchParams, provider));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const provider = {
    issuer: `${origin}/metadata`, origin, keys, others,
    says: {},
    metadata: ({ certificate } = keys) => `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${origin}/metadata"><IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}"><KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate.replace(/-----[A-Z ]+-----|\s/g, '')}</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${origin}/sso"/></IDPSSODescriptor></EntityDescriptor>`,
    stop: () => { server.closeAllConnections(); server.close(); },
  };
  return provider;
}

async function newKeys(commonName) {
  const keys = await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const now = Date.now();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({ name: `CN=${commonName}`, keys, notBefore: new Date(now), notAfter: new Date(now + YEAR_MS), signingAlgorithm: RSA });
  return { certificate: certificate.toString('pem'), privateKey: x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY') };
}

/** A page that posts itself on, as providers write it. */
function answerPage(asked, provider) {
  const request = inflateRawSync(Buffer.from(asked.get('SAMLRequest'), 'base64')).toString();
  const find = (pattern) => pattern.exec(request)?.[1] ?? '';
  const party = { id: find(/ ID="([^"]+)"/), answerTo: find(/AssertionConsumerServiceURL="([^"]+)"/), audience: find(/<[^>]*Issuer[^>]*>([^<]+)</) };
  const message = Buffer.from(responseXml(party, provider)).toString('base64');
  const field = (name, value) => `<input type="hidden" name="${name}" value="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
  return `<!doctype html><title>Signing in</title><form method="post" action="${party.answerTo}">${field('SAMLResponse', message)}${field('RelayState', asked.get('RelayState') ?? '')}<button>Go on</button></form><script>document.forms[0].submit()</script>`;
}

function responseXml(party, { issuer: own, keys, says: { signedBy = keys, issuer = own, released = {} } }) {
  const at = (offset) => new Date(Date.now() + offset).toISOString();
  const id = `_${webcrypto.randomUUID()}`;
  const attributes = Object.entries(released).map(([name, value]) => `<saml:Attribute Name="${NAMES[name]}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`).join('');
  const assertion = `<saml:Assertion xmlns:saml="${ASSERTION}" ID="${id}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${issuer}</saml:Issuer>`
    + `<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">${webcrypto.randomUUID()}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${party.answerTo}" InResponseTo="${party.id}" NotOnOrAfter="${at(FIVE_MINUTES_MS)}"/></saml:SubjectConfirmation></saml:Subject>`
    + `<saml:Conditions NotBefore="${at(-FIVE_MINUTES_MS)}" NotOnOrAfter="${at(FIVE_MINUTES_MS)}"><saml:AudienceRestriction><saml:Audience>${party.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`
    + `<saml:AuthnStatement AuthnInstant="${at(0)}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`
    + `<saml:AttributeStatement>${attributes}</saml:AttributeStatement></saml:Assertion>`;
  return `<samlp:Response xmlns:samlp="${PROTOCOL}" xmlns:saml="${ASSERTION}" ID="_${webcrypto.randomUUID()}" Version="2.0" IssueInstant="${at(0)}" Destination="${party.answerTo}" InResponseTo="${party.id}"><saml:Issuer>${issuer}</saml:Issuer>`
    + `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${signed(assertion, signedBy)}</samlp:Response>`;
}

function signed(assertion, { privateKey }) {
  const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
  const signing = new SignedXml({ privateKey, signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', canonicalizationAlgorithm: exclusive });
  signing.addReference({ xpath: '/*', transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive], digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256' });
  signing.computeSignature(assertion, { prefix: 'ds', location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } });
  return signing.getSignedXml();
}
