import { isSafeHref } from './href.js';
import { attributeOf, classesOf, DEEPEST, type HtmlNode, isBlock, isDeletion, isSilent, isText, nameOf, partsOf, styleOf, textIn } from './html-node.js';
import type { ProseMark, ProseNode } from './types.js';

/** What was left out or changed, once for each kind. */
export type HtmlLoss = 'DELETION' | 'IMAGE_WITHOUT_WORDS' | 'IMAGE_ADDRESS' | 'LINK_ADDRESS' | 'MERGED_CELLS' | 'NESTED_TABLE';

type Marks = ReadonlyMap<string, ProseMark>;
const NO_MARKS: Marks = new Map();
const UNREADABLE = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\u200b\u2060\ufeff]/gu;
/** Services that count clicks and lead on. */
const LEADING_ON = [/^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/i, /^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\/.*[?&]url=([^&]+)/i];

/** Reads the inline content of one block: text with its marks, breaks, and nothing else. */
export class InlineReader {
  private readonly out: ProseNode[] = [];

  constructor(private readonly lost: Set<HtmlLoss>, private readonly plain: readonly string[] = []) {}

  read(nodes: readonly HtmlNode[]): ProseNode[] {
    for (const node of nodes) this.node(node, NO_MARKS, 0);
    return trimmed(blanksUnmarked(this.out));
  }

  private node(node: HtmlNode, marks: Marks, depth: number): void {
    if (isText(node) || depth > DEEPEST) {
      this.text(isText(node) ? (node.nodeValue ?? '') : textIn(node), marks);
      return;
    }
    if (isSilent(node)) return;
    if (isDeletion(node)) { this.lost.add('DELETION'); return; }
    const name = nameOf(node);
    if (name === 'br') { this.out.push({ type: 'hard_break' }); return; }
    const inner = this.marksOf(node, name, marks);
    if (isBlock(node)) this.out.push({ type: 'text', text: ' ' });
    for (const part of partsOf(node)) this.node(part, inner, depth + 1);
    if (isBlock(node)) this.out.push({ type: 'text', text: ' ' });
  }

  private text(source: string, marks: Marks): void {
    const text = source.replace(UNREADABLE, '').replace(/\s+/g, ' ');
    if (text !== '') this.out.push(marks.size === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks.values()] });
  }

  private marksOf(node: HtmlNode, name: string, around: Marks): Marks {
    const marks = new Map(around);
    const set = (type: string, isOn: boolean | null): void => {
      if (isOn === false) marks.delete(type);
      else if (isOn && !this.plain.includes(type)) marks.set(type, { type });
    };
    set('strong', isBold(node, name));
    set('em', isItalic(node, name));
    set('strike', ['s', 'strike', 'del'].includes(name) || styleOf(node, 'text-decoration').includes('line-through') || styleOf(node, 'text-decoration-line').includes('line-through') ? true : null);
    set('code', ['code', 'tt', 'kbd', 'samp'].includes(name) ? true : null);
    if (name === 'a') this.link(node, marks);
    return marks;
  }

  private link(node: HtmlNode, marks: Map<string, ProseMark>): void {
    const href = ledTo(attributeOf(node, 'href').trim());
    if (href === '' || href.startsWith('#')) return; // a place in the document that this came from
    if (isSafeHref(href) && /^(?:https?|mailto):/i.test(href)) marks.set('link', { type: 'link', attrs: { href, title: null } });
    else this.lost.add('LINK_ADDRESS');
  }
}

/** Null where the element says nothing about it. What a style says outweighs the tag: Google Docs wraps everything in a `b` that is not bold. */
function isBold(node: HtmlNode, name: string): boolean | null {
  const weight = styleOf(node, 'font-weight');
  if (weight !== '') return /^(?:bold|bolder|[6-9]\d\d)/.test(weight);
  return name === 'b' || name === 'strong' || (name === 'th' ? false : null);
}

function isItalic(node: HtmlNode, name: string): boolean | null {
  const style = styleOf(node, 'font-style');
  if (style !== '') return /^(?:italic|oblique)/.test(style);
  return ['i', 'em', 'cite', 'dfn'].includes(name) ? true : null;
}

function ledTo(href: string): string {
  for (const service of LEADING_ON) {
    const address = service.exec(href)?.[1];
    if (address === undefined) continue;
    try {
      return decodeURIComponent(address);
    } catch {
      return href;
    }
  }
  return href;
}

/** Blanks around marked words carry no marks: nobody sees them bold, and Markdown could hardly say it. */
function blanksUnmarked(content: readonly ProseNode[]): ProseNode[] {
  const marksAt = (index: number): string => JSON.stringify(content[index]?.marks ?? []);
  return content.flatMap((node, index) => {
    if (node.text === undefined || node.marks === undefined) return [node];
    const [, before = '', words = '', after = ''] = /^( ?)(.*?)( ?)$/.exec(node.text) ?? [];
    const isFirst = before !== '' && marksAt(index - 1) !== marksAt(index);
    const isLast = after !== '' && marksAt(index + 1) !== marksAt(index);
    const parts = [isFirst ? { type: 'text', text: before } : null, { ...node, text: (isFirst ? '' : before) + words + (isLast ? '' : after) }, isLast ? { type: 'text', text: after } : null];
    return parts.filter((part): part is NonNullable<typeof part> => part !== null && part.text !== '');
  });
}

/** White space as a page shows it: one blank between words, none at the ends of a line. */
function trimmed(content: readonly ProseNode[]): ProseNode[] {
  const result: ProseNode[] = [];
  let isAtStart = true;
  for (const node of content) {
    if (node.text === undefined) {
      trimEnd(result);
      result.push(node);
      isAtStart = true;
      continue;
    }
    const text: string = isAtStart ? node.text.replace(/^ +/, '') : node.text;
    if (text === '') continue;
    const last = result.at(-1);
    if (last?.text !== undefined && last.marks === undefined && node.marks === undefined) result[result.length - 1] = { ...last, text: last.text + text };
    else result.push({ ...node, text });
    isAtStart = text.endsWith(' ');
  }
  do trimEnd(result); while (result.at(-1)?.type === 'hard_break' && result.pop() !== undefined);
  while (result[0]?.type === 'hard_break') result.shift();
  return result;
}

function trimEnd(result: ProseNode[]): void {
  const last = result.at(-1);
  if (last?.text === undefined || !last.text.endsWith(' ')) return;
  result.pop();
  const text: string = last.text.replace(/ +$/, '');
  if (text !== '') result.push({ ...last, text });
}

export function isHeadingClass(node: HtmlNode): number | null {
  const found = /\bmso(?:heading(\d)|title|subtitle)\b/.exec(classesOf(node));
  return found === null ? null : Number(found[1] ?? '1');
}
