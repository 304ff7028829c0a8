/** XML of other people: looked at as text before any parser sees it, then parsed strictly, then walked by namespace and name. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { SamlFault } from './saml-fault.js';

export const NS = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  encryption: 'http://www.w3.org/2001/04/xmlenc#',
  shibmd: 'urn:mace:shibboleth:metadata:1.0',
  mdui: 'urn:oasis:names:tc:SAML:metadata:ui',
} as const;

export interface XmlLimits { readonly characters: number; readonly depth: number; readonly elements: number; readonly allowsComments?: boolean }
export const MESSAGE_LIMITS: XmlLimits = { characters: 200_000, depth: 30, elements: 2_000 };

const DECLARATION = /^\uFEFF?<\?xml version=(?:"1\.0"|'1\.0')(?: +encoding=(?:"[Uu][Tt][Ff]-8"|'[Uu][Tt][Ff]-8'))?(?: +standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? *\?>/;
const TAG = /<(\/?)([A-Za-z_][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;
const CHARACTER = /&#(?:(\d+)|x([0-9A-Fa-f]+));/g;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)/;

/** The text of a form field: plain base64, as the HTTP-POST binding has it. */
export function decodeMessage(field: unknown, limits: XmlLimits = MESSAGE_LIMITS): string {
  if (typeof field !== 'string' || field === '') throw new SamlFault('NOT_BASE64', 'no single message');
  if (field.length > limits.characters * 1.4) throw new SamlFault('TOO_LARGE');
  const compact = field.replace(/[\r\n]/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) throw new SamlFault('NOT_BASE64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(compact, 'base64'));
  } catch {
    throw new SamlFault('NOT_XML', 'not UTF-8');
  }
}

/**
 * Parses after the text itself was found harmless: no document type, comment, processing instruction or marked section, no entity but
 * the five of XML, nothing too big or too deep, no id twice.
 */
export function parseXml(text: string, limits: XmlLimits = MESSAGE_LIMITS): Element {
  const body = text.replace(DECLARATION, '').replace(/^\uFEFF/, '');
  refuseForbidden(body, limits);
  const faults: string[] = [];
  let root: Element | null;
  try {
    root = new DOMParser({ onError: (_level, message) => { faults.push(message); } }).parseFromString(body, 'text/xml').documentElement;
  } catch {
    throw new SamlFault('NOT_XML');
  }
  if (root === null || faults.length > 0) throw new SamlFault('NOT_XML', faults[0]?.slice(0, 100));
  refuseRepeatedIds(root);
  return root;
}

function refuseForbidden(text: string, { characters, depth, elements, allowsComments = false }: XmlLimits): void {
  if (text.length > characters) throw new SamlFault('TOO_LARGE');
  const body = allowsComments ? text.replace(/<!--(?:(?!--)[\s\S])*-->/g, '') : text;
  if (body.includes('<!') || body.includes('<?')) throw new SamlFault('FORBIDDEN_XML', 'a declaration, comment, marked section or instruction');
  if (ENTITY.test(body) || [...body.matchAll(CHARACTER)].some(([, decimal, hex]) => !isXmlCharacter(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)))) throw new SamlFault('FORBIDDEN_XML', 'an entity');
  // eslint-disable-next-line no-control-regex -- these are exactly what XML forbids
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(body)) throw new SamlFault('FORBIDDEN_XML', 'a control character');
  let level = 0;
  let count = 0;
  for (const [, isEnd, , , isEmpty] of body.matchAll(TAG)) {
    if (isEnd === '/') { level -= 1; continue; }
    count += 1;
    if (isEmpty !== '/') level += 1;
    if (level > depth || count > elements) throw new SamlFault('TOO_DEEP');
  }
}

function isXmlCharacter(code: number): boolean {
  return code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** A signature names what it signs by an id; two of the same name would let one be shown and the other be checked. */
function refuseRepeatedIds(root: Element): void {
  const seen = new Set<string>();
  for (const element of [root, ...descendants(root)]) {
    for (const name of ['ID', 'Id', 'id', 'xml:id']) {
      const id = element.getAttribute(name);
      if (id === null || id === '') continue;
      if (seen.has(id)) throw new SamlFault('REPEATED_ID');
      seen.add(id);
    }
  }
}

export function descendants(root: Element): Element[] {
  return Array.from(root.getElementsByTagName('*'));
}

export function children(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

export function childrenNamed(parent: Element, namespace: string, name: string): Element[] {
  return children(parent).filter((child) => is(child, namespace, name));
}

export function is(element: Element, namespace: string, name: string): boolean {
  return element.namespaceURI === namespace && element.localName === name;
}

/** The text of an element without children, exactly as it stands. */
export function textOf(element: Element): string | null {
  return children(element).length === 0 ? (element.textContent ?? '') : null;
}

/** An attribute without a namespace; null where it is absent or empty. */
export function attributeOf(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  return value === null || value === '' ? null : value;
}
