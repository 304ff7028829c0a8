/** Walks the XML of an Office part once: refuses declarations of entities and depth, and says where each element begins and ends. */
import { SaxesParser } from 'saxes';
import { DocumentRefusal } from './document-problem.js';

const DEEPEST = 200;

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The same with their prefixes: whoever looks for what hides finds two of one name here. */
  readonly written: Readonly<Record<string, string>>;
  /** Where its opening tag begins and ends in the text. */
  readonly start: number;
  readonly opened: number;
}

export interface XmlVisitor {
  open?(element: XmlElement, above: readonly XmlElement[]): void;
  /** `ended` is behind its closing tag, `closing` before it; both are behind the opening one where there is no other. */
  close?(element: XmlElement, above: readonly XmlElement[], ended: number, closing: number): void;
  text?(text: string, above: readonly XmlElement[]): void;
}

export function walkXml(xml: string, { open, close, text }: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const above: XmlElement[] = [];
  parser.on('error', () => { throw new DocumentRefusal('DAMAGED'); });
  parser.on('doctype', () => { throw new DocumentRefusal('DECLARES_ENTITIES'); });
  parser.on('opentag', ({ name, attributes }) => {
    if (above.length >= DEEPEST) throw new DocumentRefusal('TOO_DEEP');
    const opened = parser.position;
    const element = { name: localName(name), attributes: byLocalName(attributes), written: attributes, start: xml.lastIndexOf('<', opened - 1), opened };
    open?.(element, above);
    above.push(element);
  });
  parser.on('closetag', () => {
    const element = above.pop();
    if (element === undefined) return;
    const ended = parser.position;
    close?.(element, above, ended, ended === element.opened ? ended : xml.lastIndexOf('<', ended - 1));
  });
  if (text !== undefined) parser.on('text', (words) => text(words, above));
  parser.write(xml).close();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function byLocalName(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}
