import { isImageSource } from './image-source.js';
import { type HtmlLoss, InlineReader, isHeadingClass } from './html-inline.js';
import { boxOf, listOf, type ListEntry, listsOf, typedLists, wordItem } from './html-lists.js';
import { attributeOf, DEEPEST, type HtmlNode, isBlock, isDeletion, isSilent, isText, nameOf, partsOf, textIn } from './html-node.js';
import { cellsOf, rowsOf, tableOf } from './html-tables.js';
import { isAlternative, MAX_HEADING, MIN_HEADING } from './schema.js';
import type { ProseDocument, ProseNode } from './types.js';

/** What a page or a clipboard became. */
export interface ReadHtml {
  readonly document: ProseDocument;
  /** What did not survive, once for each kind. */
  readonly lost: readonly HtmlLoss[];
}

/** Lists and quotations nested deeper than this are unwrapped. */
const DEEPEST_CONTAINER = 12;

/**
 * Reads HTML as other programs put it on the clipboard (Word, Outlook, Google
 * Docs, web pages) into a document: headings, lists, tables, links and emphasis
 * stay; scripts, styles, hidden text, comments and tracked deletions go. Takes
 * a parsed tree and never runs or loads anything of it. The result may be
 * larger than `validateDocument` allows.
 */
export function fromHtml(root: HtmlNode): ReadHtml {
  const reader = new BlockReader();
  const content = typedLists(reader.flow(partsOf(root), 0, 0));
  return { document: { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content }, lost: [...reader.lost] };
}

class BlockReader {
  readonly lost = new Set<HtmlLoss>();
  private readonly known = new Map<HtmlNode, boolean>();

  /** Blocks from a mixture of blocks and loose text. */
  flow(nodes: readonly HtmlNode[], depth: number, containers: number): ProseNode[] {
    const blocks: ProseNode[] = [];
    let loose: HtmlNode[] = [];
    let entries: ListEntry[] = [];
    const flush = (): void => {
      blocks.push(...this.paragraphs(loose));
      loose = [];
    };
    const flushLists = (): void => {
      blocks.push(...listsOf(entries));
      entries = [];
    };
    for (const node of nodes) {
      if (isSilent(node)) continue;
      if (!this.holdsBlocks(node, depth)) {
        if (entries.length > 0 && isText(node) && (node.nodeValue ?? '').trim() === '') continue;
        flushLists();
        loose.push(node);
        continue;
      }
      flush();
      const item = wordItem(node);
      if (item !== null) {
        entries.push({ ...item, content: this.paragraphs(partsOf(node)) });
        continue;
      }
      flushLists();
      blocks.push(...this.block(node, depth, containers));
    }
    flush();
    flushLists();
    return blocks;
  }

  private block(node: HtmlNode, depth: number, containers: number): ProseNode[] {
    if (isDeletion(node)) { this.lost.add('DELETION'); return []; }
    if (depth > DEEPEST) return paragraph([{ type: 'text', text: textIn(node).replace(/\s+/g, ' ').trim() }]);
    const name = nameOf(node);
    const level = /^h([1-6])$/.exec(name)?.[1] ?? isHeadingClass(node);
    if (level !== null) return this.heading(node, Number(level));
    switch (name) {
      case 'ul': case 'ol': return containers < DEEPEST_CONTAINER ? this.list(node, depth, containers) : this.flow(partsOf(node).flatMap(partsOf), depth + 1, containers);
      case 'blockquote': return this.quotation(node, depth, containers);
      case 'pre': return codeBlock(node);
      case 'hr': return [{ type: 'horizontal_rule' }];
      case 'img': return this.image(node);
      case 'table': return this.table(node, depth, containers);
      default: return this.flow(partsOf(node), depth + 1, containers);
    }
  }

  private heading(node: HtmlNode, level: number): ProseNode[] {
    const content = new InlineReader(this.lost, ['strong']).read(partsOf(node)).map((part) => (part.type === 'hard_break' ? { type: 'text', text: ' ' } : part));
    return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: Math.min(Math.max(level, MIN_HEADING), MAX_HEADING) }, content }];
  }

  private list(node: HtmlNode, depth: number, containers: number): ProseNode[] {
    const items: { content: ProseNode[]; box: boolean | null }[] = [];
    for (const part of partsOf(node)) {
      if (isSilent(part) || (isText(part) && (part.nodeValue ?? '').trim() === '')) continue;
      const name = nameOf(part);
      const content = this.flow(name === 'li' ? partsOf(part) : [part], depth + 1, containers + 1);
      if (content.length === 0 && name !== 'li') continue;
      const last = items.at(-1);
      if ((name === 'ul' || name === 'ol') && last !== undefined) last.content.push(...content); // nested beside its item, as some programs write it
      else items.push({ content, box: name === 'li' ? boxOf(part) : null });
    }
    if (items.length === 0) return [];
    const isChecklist = items.every(({ box }) => box !== null);
    const start = Number(attributeOf(node, 'start'));
    const number = Number.isInteger(start) && start > 0 && start < 100_000 ? start : 1;
    return [listOf({ kind: isChecklist ? 'BOX' : nameOf(node) === 'ol' ? 'NUMBER' : 'BULLET', number }, items.map(({ content, box }) => ({ content, isChecked: box === true })))];
  }

  private quotation(node: HtmlNode, depth: number, containers: number): ProseNode[] {
    const content = this.flow(partsOf(node), depth + 1, containers + 1);
    return content.length === 0 || containers >= DEEPEST_CONTAINER ? content : [{ type: 'blockquote', content }];
  }

  private image(node: HtmlNode): ProseNode[] {
    const alt = attributeOf(node, 'alt').replace(/\s+/g, ' ').trim();
    const src = attributeOf(node, 'src').trim();
    if (!isAlternative(alt)) this.lost.add('IMAGE_WITHOUT_WORDS');
    else if (!isImageSource(src)) this.lost.add('IMAGE_ADDRESS');
    else return [{ type: 'image', attrs: { src, alt } }];
    return [];
  }

  /** A table of one cell only places something on a page. */
  private table(node: HtmlNode, depth: number, containers: number): ProseNode[] {
    const [only, ...more] = rowsOf(node).flatMap(cellsOf);
    if (only === undefined) return [];
    if (more.length === 0) return this.flow(partsOf(only), depth + 1, containers);
    const table = tableOf(node, this.lost);
    return table === null ? [] : [table];
  }

  /** A line that is left empty by two breaks begins a new paragraph. */
  private paragraphs(nodes: readonly HtmlNode[]): ProseNode[] {
    if (nodes.length === 0) return [];
    const blocks: ProseNode[] = [];
    let content: ProseNode[] = [];
    for (const node of new InlineReader(this.lost).read(nodes)) {
      if (node.type === 'hard_break' && content.at(-1)?.type === 'hard_break') {
        content.pop();
        blocks.push(...paragraph(content));
        content = [];
      } else if (node.type !== 'hard_break' || content.length > 0) content.push(node);
    }
    return [...blocks, ...paragraph(content)];
  }

  /** Programs wrap whole pages in inline elements; what is in them still are blocks. */
  private holdsBlocks(node: HtmlNode, depth: number): boolean {
    if (isText(node) || depth > DEEPEST) return false;
    const known = this.known.get(node) ?? (isBlock(node) || (!isSilent(node) && partsOf(node).some((part) => this.holdsBlocks(part, depth + 1))));
    this.known.set(node, known);
    return known;
  }
}

function paragraph(content: readonly ProseNode[]): ProseNode[] {
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}

function codeBlock(node: HtmlNode): ProseNode[] {
  const text = linesIn(node, 0).replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '').replace(/^\n|\n$/g, '');
  return text === '' ? [] : [{ type: 'code_block', attrs: { language: '' }, content: [{ type: 'text', text }] }];
}

function linesIn(node: HtmlNode, depth: number): string {
  if (isText(node)) return node.nodeValue ?? '';
  if (nameOf(node) === 'br') return '\n';
  return depth > DEEPEST || isSilent(node) ? '' : partsOf(node).map((part) => linesIn(part, depth + 1)).join('');
}
