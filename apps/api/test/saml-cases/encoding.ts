/** What is wrong before there is any SAML: the form field, the bytes, the XML. */
import type { SamlCase } from '../saml-cases.js';
import type { Forgery } from '../saml-party.js';
import { deflateRawSync } from 'node:zlib';

const field = (name: string, form: NonNullable<Forgery['form']>): SamlCase => ({ class: 'encoding', name, hostile: { form } });
const xml = (name: string, message: (xml: string) => string): SamlCase => ({ class: 'XML', name, hostile: { message } });
const assertion = (name: string, from: string, to: string, twin?: Forgery): SamlCase => ({ class: 'XML', name, hostile: { assertionText: (text) => text.replace(from, to) }, ...(twin ? { twin } : {}) });
const bytes = (buffer: Buffer): [string, string][] => [['SAMLResponse', buffer.toString('base64')]];
const DECLARED: Forgery = { message: (text) => `<?xml version="1.0" encoding="UTF-8"?>${text}` };

export const ENCODING_CASES: readonly SamlCase[] = [
  field('no field', () => [['RelayState', '/']]),
  field('an empty field', () => [['SAMLResponse', '']]),
  field('two fields', (message) => [['SAMLResponse', message], ['SAMLResponse', message]]),
  field('an artifact instead of an answer', () => [['SAMLart', 'AAQAAMFbLinlXaCM+FIxiDwGOLAy2T71gbpO7ZhNzAgEANlB90ECfpNEVLg=']]),
  field('the message in another field', (message) => [['samlresponse', message]]),
  field('not base64', (_message, text) => [['SAMLResponse', text]]),
  field('the letters of base64url', (message) => [['SAMLResponse', `${message.replace(/=+$/, '')}_-`]]),
  field('rubbish inside the base64', (message) => [['SAMLResponse', `${message.slice(0, 40)}!!!!${message.slice(40)}`]]),
  field('rubbish after the base64', (message) => [['SAMLResponse', `${message}====`]]),
  field('deflated, as the redirect binding would', (_message, text) => bytes(deflateRawSync(text))),
  field('UTF-16', (_message, text) => bytes(Buffer.from(`\uFEFF${text}`, 'utf16le'))),
  field('bytes that are not UTF-8', (_message, text) => bytes(Buffer.concat([Buffer.from(text.slice(0, -20)), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(text.slice(-20))]))),
  field('half of the message', (_message, text) => bytes(Buffer.from(text.slice(0, text.length / 2)))),
  field('a message of a quarter of a megabyte', (_message, text) => bytes(Buffer.from(text.replace('<samlp:Status>', `${' '.repeat(250_000)}<samlp:Status>`)))),
  { ...xml('a document type', (text) => `<!DOCTYPE samlp:Response>${text}`), twin: DECLARED },
  xml('an entity of its own', (text) => `<!DOCTYPE r [<!ENTITY e "x">]>${text}`),
  xml('an external entity', (text) => `<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/passwd">]>${text.replace('Wren', '&e;')}`),
  xml('an external document type', (text) => `<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd">${text}`),
  xml('a parameter entity', (text) => `<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>${text}`),
  xml('a billion laughs', (text) => `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>${text.replace('Wren', '&c;')}`),
  xml('an entity that nobody declared', (text) => text.replace('Wren', '&nbsp;')),
  xml('a comment', (text) => text.replace('<samlp:Status>', '<!-- hello --><samlp:Status>')),
  xml('a processing instruction', (text) => text.replace('<samlp:Status>', '<?run me?><samlp:Status>')),
  { ...xml('a style sheet', (text) => `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?>${text}`), twin: DECLARED },
  assertion('a comment that cuts the subject in two', 'w.okafor@stonebeck.example', 'admin@stonebeck.example<!---->.evil.example'),
  assertion('a marked section in an attribute', 'w.okafor@stonebeck.example', '<![CDATA[w.okafor@stonebeck.example]]>'),
  xml('a processing instruction in an attribute', (text) => text.replace('w.okafor@', 'w.okafor<?x?>@')),
  { ...xml('another encoding declared', (text) => `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`), twin: DECLARED },
  { ...xml('XML 1.1', (text) => `<?xml version="1.1" encoding="UTF-8"?>${text}`), twin: DECLARED },
  xml('a reference to a character that XML forbids', (text) => text.replace('<samlp:Status>', '<samlp:Status><samlp:X>&#0;</samlp:X>')),
  xml('a control character', (text) => text.replace('<samlp:Status>', '<samlp:Status>\u0001')),
  xml('an element that is not closed', (text) => text.replace('</samlp:Response>', '')),
  xml('two roots', (text) => `${text}<x/>`),
  xml('text after the root', (text) => `${text}hello`),
  xml('an attribute twice', (text) => text.replace('Version="2.0"', 'Version="2.0" Version="2.0"')),
  xml('a prefix that is bound to nothing', (text) => text.replace('<samlp:Status>', '<evil:Status/><samlp:Status>')),
  xml('a hundred levels', (text) => text.replace('</samlp:Response>', `${'<x>'.repeat(100)}${'</x>'.repeat(100)}</samlp:Response>`)),
  xml('ten thousand elements', (text) => text.replace('</samlp:Response>', `${'<x/>'.repeat(10_000)}</samlp:Response>`)),
  xml('an id twice', (text) => text.replace('</samlp:Response>', `<x ID="${/<saml:Assertion[^>]* ID="([^"]+)"/.exec(text)?.[1] ?? ''}"/></samlp:Response>`)),
];
