/** Encrypted assertions, at a provider whose policy asks for them. */
import type { SamlCase } from '../saml-cases.js';
import type { Encryption } from '../saml-forge.js';
import type { Forgery, Provider } from '../saml-party.js';
import { SIGNATURE_CASES } from './signature.js';

const GCM = 'http://www.w3.org/2009/xmlenc11#aes128-gcm';
const OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';
const forUs = ({ ours }: Provider): Encryption => ({ certificate: ours.certificate, content: GCM, transport: OAEP });
const sealed = (fault: SamlCase['fault']) => (name: string, hostile: Forgery, twin?: Forgery): SamlCase => ({ class: 'encryption', name, fault, isSealed: true, hostile, ...(twin ? { twin } : {}) });
const [closed, weak, several, forbidden] = [sealed('NOT_DECRYPTED'), sealed('WEAK_ALGORITHM'), sealed('NOT_ONE_ASSERTION'), sealed('FORBIDDEN_XML')];
/** What is refused in the open is refused for the same fault under encryption. */
const within = ({ name, fault, hostile }: SamlCase): SamlCase => sealed(fault)(`inside: ${name}`, { ...hostile, encryption: forUs });
const HIDDEN = ['none', 'by a stranger', 'RSA with SHA-1', 'a digest of SHA-1', 'another subject after signing', 'two signatures'];

export const SEALED_CASES: readonly SamlCase[] = [
  sealed('NOT_ENCRYPTED')('plain where encryption is asked for', {}),
  closed('for the key of another', { encryption: ({ keys }) => ({ certificate: keys.certificate, content: GCM, transport: OAEP }) }, { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', transport: OAEP }) }),
  weak('triple DES', { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc', transport: OAEP }) }, { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc', transport: OAEP }) }),
  weak('a key sent under RSA 1.5', { encryption: ({ ours }) => ({ certificate: ours.certificate, content: GCM, transport: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' }) }),
  closed('changed after encryption', { encryption: forUs, plain: (xml) => xml.replace(/(<e:CipherValue>|<xenc:CipherValue>)(?!.*(?:<e:CipherValue>|<xenc:CipherValue>))([A-Za-z0-9+/]{30})(.)/s, (_all, tag: string, head: string, letter: string) => `${tag}${head}${letter === 'A' ? 'B' : 'A'}`) }),
  closed('encrypted rubbish', { assertionText: (xml) => xml, afterSigning: () => 'not an assertion', encryption: forUs }),
  closed('another element encrypted', { afterSigning: () => '<saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>', encryption: forUs }),
  forbidden('a document type inside', { afterSigning: (xml) => `<!DOCTYPE a [<!ENTITY e "x">]>${xml}`, encryption: forUs }),
  forbidden('a comment inside', { afterSigning: (xml) => xml.replace('</saml:Subject>', '<!-- x --></saml:Subject>'), encryption: forUs }),
  several('encrypted twice', { encryption: forUs, plain: (xml) => xml.replace(/(<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>)/s, '$1$1') }),
  several('a plain one beside the encrypted one', { encryption: forUs, plain: (xml) => xml.replace('</samlp:Response>', '<saml:Assertion ID="_evil" Version="2.0"/></samlp:Response>') }),
  closed('two keys', { encryption: forUs, plain: (xml) => xml.replace(/(<e:EncryptedKey.*?<\/e:EncryptedKey>)/s, '$1$1') }),
  several('an encrypted attribute inside', { answer: (answer) => { answer.assertion.more = '<saml:AttributeStatement><saml:EncryptedAttribute/></saml:AttributeStatement>'; }, encryption: forUs }),
  sealed('WRONG_AUDIENCE')('another audience inside', { answer: (answer) => { answer.assertion.audiences = [['https://evil.example/sp']]; }, encryption: forUs }),
  ...SIGNATURE_CASES.filter(({ name }) => HIDDEN.includes(name)).map(within),
];
