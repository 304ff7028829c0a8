/** Reads HTML, by the rules that browsers go by, as rich text; whatever it cannot keep is counted. */
import { isSafeHref, type ProseMark, type ProseNode } from '@passalong/prose';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { DocumentRefusal } from './document-problem.js';
import type { Tally } from './document-report.js';
import { attributeOf, childElements, isElement, tableOf } from './html-tables.js';

type Element = DefaultTreeAdapterTypes.Element;
type ChildNode = DefaultTreeAdapterTypes.ChildNode;

/** A heading keeps the level it was written with until the whole document is known. */
export interface ReadHeading { readonly level: number; readonly isTitle: boolean; readonly content: readonly ProseNode[] }
export type ReadBlock = { readonly heading: ReadHeading } | { readonly node: ProseNode };
export interface ReadHtml { readonly title: string; readonly language: string | null; readonly blocks: readonly ReadBlock[]; /** The items of footnotes and endnotes. */ readonly notes: readonly ProseNode[] }

const DEEPEST = 150;
const MARKS: Readonly<Record<string, string>> = { strong: 'strong', b: 'strong', em: 'em', i: 'em', cite: 'em', s: 'strike', del: 'strike', strike: 'strike', code: 'code', kbd: 'code', samp: 'code', tt: 'code' };
const MARK_ORDER = ['link', 'strong', 'em', 'strike', 'code'];
const SILENT = new Set(['style', 'template', 'noscript', 'head', 'title', 'meta', 'link', 'base', 'colgroup', 'col', 'wbr', 'map', 'area', 'rp']);
const EMBEDDED = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'svg', 'math', 'canvas', 'applet', 'frameset']);
/** The arrow behind a note. */
const BACK_TO_TEXT = /^#(foot|end)note-ref-/;
const CONTROLS = new Set(['select', 'button', 'textarea', 'datalist', 'output', 'progress', 'meter']);
const FURNITURE = new Set(['nav', 'header', 'footer', 'aside']);
const BLOCKS = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'footer', 'nav', 'aside', 'figure', 'figcaption', 'address', 'form', 'fieldset', 'details', 'summary', 'center', 'hgroup', 'dl', 'dt', 'dd', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption', 'body', 'html', 'legend', 'menu', 'dir', 'tr', 'td', 'th', 'thead', 'tbody', 'tfoot']);

export function readHtml(html: string, tally: Tally, isWebPage: boolean): ReadHtml {
  const document = parse(html);
  checkDepth(document);
  const root = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html');
  const [head, body] = [childElement(root, 'head'), childElement(root, 'body')];
  const reader = new HtmlReader(tally, isWebPage);
  const title = childElement(head, 'title')?.childNodes.map((node) => ('value' in node ? node.value : '')).join('') ?? '';
  tally.lose('SCRIPT', head === undefined ? 0 : childElements(head).filter(({ tagName }) => tagName === 'script').length);
  return { title: oneLine(title), language: root === undefined ? null : attributeOf(root, 'lang') ?? null, blocks: reader.read(body?.childNodes ?? []), notes: reader.notes };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const childElement = (element: Element | undefined, name: string): Element | undefined => (element === undefined ? undefined : childElements(element).find(({ tagName }) => tagName === name));

/** With a list of its own, so that no depth exhausts the stack before it is refused. */
function checkDepth(document: DefaultTreeAdapterTypes.Document): void {
  let level: readonly ChildNode[] = document.childNodes;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new DocumentRefusal('TOO_DEEP');
    level = level.flatMap((node) => (isElement(node) ? node.childNodes : []));
  }
}

class HtmlReader {
  readonly notes: ProseNode[] = [];

  constructor(private readonly tally: Tally, private readonly isWebPage: boolean) {}

  read(nodes: readonly ChildNode[]): ReadBlock[] {
    return this.blocks(nodes, true);
  }

  /** Blocks as they come; what stands between them without an element of its own becomes paragraphs. */
  private blocks(nodes: readonly ChildNode[], isTop = false): ReadBlock[] {
    const result: ReadBlock[] = [];
    let inline: ChildNode[] = [];
    const flush = (): void => {
      const content = this.inline(inline);
      if (content.length > 0) result.push({ node: { type: 'paragraph', content } });
      inline = [];
    };
    for (const node of nodes) {
      if (!isElement(node) || !holdsBlock(node)) { inline.push(node); continue; }
      flush();
      for (const block of this.block(node, isTop)) result.push(block);
    }
    flush();
    return result;
  }

  private block(element: Element, isTop: boolean): ReadBlock[] {
    const { tagName: tag, childNodes } = element;
    if (this.isHidden(element)) return [];
    if (this.isWebPage && isTop && FURNITURE.has(tag)) { this.tally.lose('PAGE_FURNITURE'); return []; }
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level !== undefined) return this.heading(element, Number(level));
    switch (tag) {
      case 'hr': return [{ node: { type: 'horizontal_rule' } }];
      case 'pre': return codeBlock(element);
      case 'ul': case 'ol': case 'menu': case 'dir': return this.list(element);
      case 'blockquote': { const content = this.nodes(childNodes); return content.length === 0 ? [] : [{ node: { type: 'blockquote', content } }]; }
      case 'table': return this.table(element);
      default: return this.blocks(childNodes, isTop && ['div', 'main', 'article', 'body', 'section'].includes(tag));
    }
  }

  /** Blocks where no heading may stand: one becomes a paragraph in bold. */
  private nodes(nodes: readonly ChildNode[]): ProseNode[] {
    return this.blocks(nodes).map((block) => ('node' in block ? block.node : { type: 'paragraph', content: block.heading.content.map((node) => withMark(node, { type: 'strong' })) }));
  }

  private heading(element: Element, level: number): ReadBlock[] {
    const content = withoutBreaks(this.inline(element.childNodes));
    return content.length === 0 ? [] : [{ heading: { level, isTitle: /\bdocument-title\b/.test(attributeOf(element, 'class') ?? ''), content } }];
  }

  private list(element: Element): ReadBlock[] {
    const items: ProseNode[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child)) { if ('value' in child && child.value.trim() !== '') items.push({ type: 'list_item', content: this.nodes([child]) }); continue; }
      const content = this.nodes(child.tagName === 'li' ? child.childNodes : [child]);
      if (content.length === 0) continue;
      const item = { type: 'list_item', content };
      if (/^(foot|end)note-/.test(attributeOf(child, 'id') ?? '')) this.notes.push(item);
      else items.push(item);
    }
    if (items.length === 0) return [];
    if (element.tagName !== 'ol') return [{ node: { type: 'bullet_list', content: items } }];
    const start = Number(attributeOf(element, 'start') ?? '1');
    return [{ node: { type: 'ordered_list', attrs: { order: Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1 }, content: items } }];
  }

  private table(element: Element): ReadBlock[] {
    const caption = childElement(element, 'caption');
    const table = tableOf(element, (cell) => withoutBreaks(this.inline(cell.childNodes)), this.tally);
    return [...(caption === undefined ? [] : this.blocks(caption.childNodes)), ...(table === null ? [] : [{ node: table }])];
  }

  private inline(nodes: readonly ChildNode[]): ProseNode[] {
    return tidyInline(nodes.flatMap((node) => this.inlineOf(node, [])));
  }

  private inlineOf(node: ChildNode, marks: readonly ProseMark[]): ProseNode[] {
    if (!isElement(node)) return 'value' in node && node.nodeName === '#text' ? textNodes(node.value, marks) : [];
    const { tagName: tag, childNodes } = node;
    if (SILENT.has(tag) || this.isHidden(node)) return [];
    if (tag === 'script') { this.tally.lose('SCRIPT'); return []; }
    if (EMBEDDED.has(tag)) { this.tally.lose('EMBEDDED_OBJECT'); return []; }
    if (CONTROLS.has(tag)) { this.tally.lose('FORM_CONTROL'); return []; }
    if (tag === 'br') return [{ type: 'hard_break' }];
    if (tag === 'img') return this.image(node, marks);
    if (tag === 'input') return this.input(node, marks);
    if (tag === 'a' && BACK_TO_TEXT.test(attributeOf(node, 'href') ?? '')) return [];
    if (tag === 'table') this.tally.lose('NESTED_TABLE');
    const within = this.inlineMarks(node, marks);
    const content = childNodes.flatMap((child) => this.inlineOf(child, within));
    return BLOCKS.has(tag) ? [{ type: 'text', text: ' ' }, ...content, { type: 'text', text: ' ' }] : content;
  }

  private inlineMarks(element: Element, marks: readonly ProseMark[]): readonly ProseMark[] {
    const name = MARKS[element.tagName];
    if (name !== undefined) return marked(marks, { type: name });
    const href = element.tagName === 'a' ? attributeOf(element, 'href')?.trim() : undefined;
    if (href === undefined || href === '') return marks;
    if (isSafeHref(href) && !href.startsWith('#')) return marked(marks, { type: 'link', attrs: { href, title: null } });
    if (!href.startsWith('#')) this.tally.lose('UNSAFE_LINK');
    return marks;
  }

  private image(element: Element, marks: readonly ProseMark[]): ProseNode[] {
    this.tally.lose('IMAGE');
    return textNodes(attributeOf(element, 'alt') ?? '', marks);
  }

  private input(element: Element, marks: readonly ProseMark[]): ProseNode[] {
    if (attributeOf(element, 'type') === 'checkbox') return textNodes(attributeOf(element, 'checked') === undefined ? '☐ ' : '☑ ', marks);
    if (attributeOf(element, 'type') !== 'hidden') this.tally.lose('FORM_CONTROL');
    return [];
  }

  private isHidden(element: Element): boolean {
    const isHidden = attributeOf(element, 'hidden') !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributeOf(element, 'style') ?? '');
    if (isHidden && element.childNodes.length > 0) this.tally.lose('HIDDEN_TEXT');
    return isHidden;
  }
}

function holdsBlock(element: Element): boolean {
  if (SILENT.has(element.tagName) || EMBEDDED.has(element.tagName) || CONTROLS.has(element.tagName)) return false;
  return BLOCKS.has(element.tagName) || childElements(element).some(holdsBlock);
}

function codeBlock(element: Element): ReadBlock[] {
  const text = rawText(element).replace(/^\n|\s+$/g, '');
  return text === '' ? [] : [{ node: { type: 'code_block', attrs: { language: '' }, content: [{ type: 'text', text }] } }];
}

function rawText(node: ChildNode): string {
  return isElement(node) ? (node.tagName === 'br' ? '\n' : node.childNodes.map(rawText).join('')) : 'value' in node ? node.value : '';
}

/** White space as a browser shows it, without signs that say nothing on their own. */
function textNodes(value: string, marks: readonly ProseMark[]): ProseNode[] {
  const text = value.replaceAll(/[\p{Cc}\s]+/gu, (run) => (/^\u00a0+$/.test(run) ? run : ' ')).replaceAll(/\u00ad|\ufeff|\p{Surrogate}/gu, '');
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length === 0 ? {} : { marks }) }];
}

function marked(marks: readonly ProseMark[], mark: ProseMark): ProseMark[] {
  return [...marks.filter(({ type }) => type !== mark.type), mark].sort((first, second) => MARK_ORDER.indexOf(first.type) - MARK_ORDER.indexOf(second.type));
}

const withMark = (node: ProseNode, mark: ProseMark): ProseNode => (node.type === 'text' ? { ...node, marks: marked(node.marks ?? [], mark) } : node);

function withoutBreaks(content: readonly ProseNode[]): ProseNode[] {
  return tidyInline(content.map((node) => (node.type === 'hard_break' ? { type: 'text', text: ' ' } : node)));
}

/** One space between words, none at either end of a line, and no break at the end. */
function tidyInline(content: readonly ProseNode[]): ProseNode[] {
  const result: ProseNode[] = [];
  let atStart = true;
  for (const node of content) {
    if (node.type === 'hard_break') {
      trimEnd(result);
      if (result.length > 0) result.push(node);
      atStart = true;
      continue;
    }
    const text: string = atStart ? (node.text ?? '').replace(/^ +/, '') : (node.text ?? '');
    if (text === '') continue;
    result.push({ ...node, text });
    atStart = text.endsWith(' ');
  }
  for (trimEnd(result); result.at(-1)?.type === 'hard_break'; trimEnd(result)) result.pop();
  return result;
}

function trimEnd(nodes: ProseNode[]): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return;
  const text = (last.text ?? '').replace(/ +$/, '');
  nodes.pop();
  if (text !== '') nodes.push({ ...last, text });
}
