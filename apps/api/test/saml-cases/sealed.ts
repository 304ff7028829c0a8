/** Encrypted assertions, at a provider whose policy asks for them. */
import type { SamlCase } from '../saml-cases.js';
import type { Encryption } from '../saml-forge.js';
import type { Forgery, Provider } from '../saml-party.js';
import { SIGNATURE_CASES } from './signature.js';

const GCM = 'http://www.w3.org/2009/xmlenc11#aes128-gcm';
const OAEP = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';
const forUs = ({ ours }: Provider): Encryption => ({ certificate: ours.certificate, content: GCM, transport: OAEP });
const sealed = (name: string, hostile: Forgery, twin?: Forgery): SamlCase => ({ class: 'encryption', name, isSealed: true, hostile, ...(twin ? { twin } : {}) });
const within = (name: string): SamlCase => sealed(`inside: ${name}`, { ...SIGNATURE_CASES.find((each) => each.name === name)?.hostile, encryption: forUs });

export const SEALED_CASES: readonly SamlCase[] = [
  sealed('plain where encryption is asked for', {}),
  sealed('for the key of another', { encryption: ({ keys }) => ({ certificate: keys.certificate, content: GCM, transport: OAEP }) }, { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2009/xmlenc11#aes256-gcm', transport: OAEP }) }),
  sealed('triple DES', { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc', transport: OAEP }) }, { encryption: ({ ours }) => ({ certificate: ours.certificate, content: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc', transport: OAEP }) }),
  sealed('a key sent under RSA 1.5', { encryption: ({ ours }) => ({ certificate: ours.certificate, content: GCM, transport: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' }) }),
  sealed('changed after encryption', { encryption: forUs, plain: (xml) => xml.replace(/(<e:CipherValue>|<xenc:CipherValue>)(?!.*(?:<e:CipherValue>|<xenc:CipherValue>))([A-Za-z0-9+/]{30})(.)/s, (_all, tag: string, head: string, letter: string) => `${tag}${head}${letter === 'A' ? 'B' : 'A'}`) }),
  sealed('encrypted rubbish', { assertionText: (xml) => xml, afterSigning: () => 'not an assertion', encryption: forUs }),
  sealed('another element encrypted', { afterSigning: () => '<saml:Attribute xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"/>', encryption: forUs }),
  sealed('a document type inside', { afterSigning: (xml) => `<!DOCTYPE a [<!ENTITY e "x">]>${xml}`, encryption: forUs }),
  sealed('a comment inside', { afterSigning: (xml) => xml.replace('</saml:Subject>', '<!-- x --></saml:Subject>'), encryption: forUs }),
  sealed('encrypted twice', { encryption: forUs, plain: (xml) => xml.replace(/(<saml:EncryptedAssertion.*<\/saml:EncryptedAssertion>)/s, '$1$1') }),
  sealed('a plain one beside the encrypted one', { encryption: forUs, plain: (xml) => xml.replace('</samlp:Response>', '<saml:Assertion ID="_evil" Version="2.0"/></samlp:Response>') }),
  sealed('two keys', { encryption: forUs, plain: (xml) => xml.replace(/(<e:EncryptedKey.*?<\/e:EncryptedKey>)/s, '$1$1') }),
  sealed('an encrypted attribute inside', { answer: (answer) => { answer.assertion.more = '<saml:AttributeStatement><saml:EncryptedAttribute/></saml:AttributeStatement>'; }, encryption: forUs }),
  sealed('another audience inside', { answer: (answer) => { answer.assertion.audiences = [['https://evil.example/sp']]; }, encryption: forUs }),
  ...['none', 'by a stranger', 'RSA with SHA-1', 'a digest of SHA-1', 'another subject after signing', 'two signatures'].map(within),
];
