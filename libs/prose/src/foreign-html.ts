import MarkdownIt from 'markdown-it';
import type { Notes } from './notes.js';

const TAG = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>?|<\/?[a-z][a-z0-9-]{0,40}(?:"[^"]{0,4000}"|'[^']{0,4000}'|[^'"<>]){0,2000}>/gi;
const NAME = /^<(\/?)([a-z][a-z0-9-]*)/i;
const ALT = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg']);
const INLINE = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'font', 'i', 'img', 'ins', 'kbd', 'label', 'mark',
  'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr',
]);
const decode = new MarkdownIt().utils.unescapeAll;

/** Entities become their characters; a backslash stays what it is. */
function decodeEntities(text: string): string {
  return decode(text.replace(/\\/g, '\\\\'));
}

/** Strips tags one at a time and knows when it is inside content that is never text. */
export class HtmlStripper {
  private readonly silent: string[] = [];

  constructor(private readonly notes: Notes) {}

  get skipping(): boolean {
    return this.silent.length > 0;
  }

  /** The text that stands for a tag: an image's alternative text, else nothing. */
  tag(source: string): string {
    const [, slash, rawName] = NAME.exec(source) ?? [];
    if (rawName === undefined) {
      if (!this.skipping) this.notes.add(source.startsWith('<!--') ? 'Dropped an HTML comment' : 'Dropped an HTML declaration');
      return '';
    }
    const name = rawName.toLowerCase();
    if (slash === '/') {
      if (this.silent.at(-1) === name) this.silent.pop();
      return '';
    }
    if (this.skipping && this.silent.at(-1) !== name) return '';
    if (SILENT.has(name)) {
      if (!this.skipping) this.notes.add(`Dropped the HTML element <${name}> with its content`);
      if (!source.endsWith('/>')) this.silent.push(name);
      return '';
    }
    const match = name === 'img' ? ALT.exec(source) : null;
    const alt = decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
    this.notes.add(alt === '' ? `Removed the HTML tag <${name}>` : 'Replaced an HTML image by its alternative text');
    return alt;
  }
}

/** The text of a block of HTML, one entry for each paragraph of it. */
export function htmlParagraphs(source: string, notes: Notes): string[] {
  const stripper = new HtmlStripper(notes);
  let text = '';
  let position = 0;
  for (const match of source.matchAll(TAG)) {
    if (!stripper.skipping) text += decodeEntities(source.slice(position, match.index));
    text += stripper.tag(match[0]);
    if (!INLINE.has(NAME.exec(match[0])?.[2]?.toLowerCase() ?? 'a')) text += '\n\n';
    position = match.index + match[0].length;
  }
  if (!stripper.skipping) text += decodeEntities(source.slice(position));
  return text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}
