/** What is wrong before there is any SAML: the form field, the bytes, the XML. */
import type { SamlFaultCode } from '../../src/identity/saml/saml-fault.js';
import type { SamlCase } from '../saml-cases.js';
import type { Forgery } from '../saml-party.js';
import { deflateRawSync } from 'node:zlib';

const field = (fault: SamlFaultCode) => (name: string, form: NonNullable<Forgery['form']>): SamlCase => ({ class: 'encoding', name, fault, hostile: { form } });
const [unread, noText] = [field('NOT_BASE64'), field('NOT_XML')];
const xml = (fault: SamlFaultCode) => (name: string, message: (xml: string) => string): SamlCase => ({ class: 'XML', name, fault, hostile: { message } });
const [forbidden, broken, endless] = [xml('FORBIDDEN_XML'), xml('NOT_XML'), xml('TOO_DEEP')];
const assertion = (name: string, from: string, to: string): SamlCase => ({ class: 'XML', name, fault: 'FORBIDDEN_XML', hostile: { assertionText: (text) => text.replace(from, to) } });
const bytes = (buffer: Buffer): [string, string][] => [['SAMLResponse', buffer.toString('base64')]];
const DECLARED: Forgery = { message: (text) => `<?xml version="1.0" encoding="UTF-8"?>${text}` };

export const ENCODING_CASES: readonly SamlCase[] = [
  unread('no field', () => [['RelayState', '/']]),
  unread('an empty field', () => [['SAMLResponse', '']]),
  unread('two fields', (message) => [['SAMLResponse', message], ['SAMLResponse', message]]),
  unread('an artifact instead of an answer', () => [['SAMLart', 'AAQAAMFbLinlXaCM+FIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg=']]),
  unread('the message in another field', (message) => [['samlresponse', message]]),
  unread('not base64', (_message, text) => [['SAMLResponse', text]]),
  unread('the letters of base64url', (message) => [['SAMLResponse', `${message.replace(/=+$/, '')}_-`]]),
  unread('rubbish inside the base64', (message) => [['SAMLResponse', `${message.slice(0, 40)}!!!!${message.slice(40)}`]]),
  unread('rubbish after the base64', (message) => [['SAMLResponse', `${message}====`]]),
  noText('deflated, as the redirect binding would', (_message, text) => bytes(deflateRawSync(text))),
  noText('UTF-16', (_message, text) => bytes(Buffer.from(`\uFEFF${text}`, 'utf16le'))),
  noText('bytes that are not UTF-8', (_message, text) => bytes(Buffer.concat([Buffer.from(text.slice(0, -20)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text.slice(-20))]))),
  noText('half of the message', (_message, text) => bytes(Buffer.from(text.slice(0, text.length / 2)))),
  field('TOO_LARGE')('a message of a quarter of a megabyte', (_message, text) => bytes(Buffer.from(text.replace('<samlp:Status>', `${' '.repeat(250_000)}<samlp:Status>`)))),
  { ...forbidden('a document type', (text) => `<!DOCTYPE samlp:Response>${text}`), twin: DECLARED },
  forbidden('an entity of its own', (text) => `<!DOCTYPE r [<!ENTITY e "x">]>${text}`),
  forbidden('an external entity', (text) => `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${text.replace('Wren', '&e;')}`),
  forbidden('an external document type', (text) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd">${text}`),
  forbidden('a parameter entity', (text) => `<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>${text}`),
  forbidden('a billion laughs', (text) => `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${text.replace('Wren', '&c;')}`),
  forbidden('an entity that nobody declared', (text) => text.replace('Wren', '&nbsp;')),
  forbidden('a comment', (text) => text.replace('<samlp:Status>', '<!-- hello --><samlp:Status>')),
  forbidden('a processing instruction', (text) => text.replace('<samlp:Status>', '<?run me?><samlp:Status>')),
  { ...forbidden('a style sheet', (text) => `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?>${text}`), twin: DECLARED },
  assertion('a comment that cuts the subject in two', 'w.okafor@stonebeck.example', 'admin@stonebeck.example<!---->.evil.example'),
  assertion('a marked section in an attribute', 'w.okafor@stonebeck.example', '<![CDATA[w.okafor@stonebeck.example]]>'),
  forbidden('a processing instruction in an attribute', (text) => text.replace('w.okafor@', 'w.okafor<?x?>@')),
  { ...forbidden('another encoding declared', (text) => `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`), twin: DECLARED },
  { ...forbidden('XML 1.1', (text) => `<?xml version="1.1" encoding="UTF-8"?>${text}`), twin: DECLARED },
  forbidden('a reference to a character that XML forbids', (text) => text.replace('<samlp:Status>', '<samlp:Status><samlp:X>&#0;</samlp:X>')),
  forbidden('a control character', (text) => text.replace('<samlp:Status>', '<samlp:Status>\u0001')),
  broken('an element that is not closed', (text) => text.replace('</samlp:Response>', '')),
  broken('two roots', (text) => `${text}<x/>`),
  broken('text after the root', (text) => `${text}hello`),
  broken('an attribute twice', (text) => text.replace('Version="2.0"', 'Version="2.0" Version="2.0"')),
  broken('a prefix that is bound to nothing', (text) => text.replace('<samlp:Status>', '<evil:Status/><samlp:Status>')),
  endless('a hundred levels', (text) => text.replace('</samlp:Response>', `${'<x>'.repeat(100)}${'</x>'.repeat(100)}</samlp:Response>`)),
  endless('ten thousand elements', (text) => text.replace('</samlp:Response>', `${'<x/>'.repeat(10_000)}</samlp:Response>`)),
  xml('REPEATED_ID')('an id twice', (text) => text.replace('</samlp:Response>', `<x ID="${/<saml:Assertion[^>]* ID="([^"]+)"/.exec(text)?.[1] ?? ''}"/></samlp:Response>`)),
];
