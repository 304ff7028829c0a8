import { attributeOf, type HtmlNode, nameOf, partsOf, styleOf, textIn } from './html-node.js';
import type { ProseNode } from './types.js';

/** One item on its way into a list; `content` begins with a paragraph. */
export interface ListEntry {
  readonly level: number;
  readonly kind: 'BULLET' | 'NUMBER' | 'BOX';
  readonly number: number;
  readonly isChecked: boolean;
  /** Items of different lists do not run together. */
  readonly list: string;
  readonly content: readonly ProseNode[];
}

const NUMBER = /^\(?(?:(\d{1,4})|[a-z]|[ivxlcdm]{1,7})[.)]/i;
const BOX = /^[\u2610\u25a1\u25a2\uf0a8\uf06f]/;
const CHECKED = /^[\u2611\u2612\u25a0\u2713\u2714\uf0fe\uf0fd]/;
const GLYPH = /^[•‣▪◦●·\u25cb]\s+/;

/** What Word says of a paragraph that is an item of a list in disguise; null where it is an ordinary one. */
export function wordItem(node: HtmlNode): Omit<ListEntry, 'content'> | null {
  const said = /^(\w+)\s+level(\d+)/.exec(styleOf(node, 'mso-list'));
  return said === null ? null : { ...kindOf(markerOf(node).trim()), level: Math.min(Number(said[2]), 9), list: said[1] ?? '' };
}

function markerOf(node: HtmlNode, depth = 0): string {
  if (styleOf(node, 'mso-list') === 'ignore') return textIn(node).replace(/\u00a0/g, ' ');
  if (depth > 12) return '';
  for (const part of partsOf(node)) {
    const marker = markerOf(part, depth + 1);
    if (marker !== '') return marker;
  }
  return '';
}

function kindOf(marker: string): Pick<ListEntry, 'kind' | 'number' | 'isChecked'> {
  const number = NUMBER.exec(marker);
  if (number !== null) return { kind: 'NUMBER', number: Number(number[1] ?? '1'), isChecked: false };
  const isChecked = CHECKED.test(marker);
  return { kind: isChecked || BOX.test(marker) ? 'BOX' : 'BULLET', number: 1, isChecked };
}

/** Lists of entries: a deeper level belongs to the item before it. */
export function listsOf(entries: readonly ListEntry[]): ProseNode[] {
  const lists: { first: ListEntry; items: { entry: ListEntry; below: ListEntry[] }[] }[] = [];
  for (const entry of entries) {
    const list = lists.at(-1);
    const last = list?.items.at(-1);
    if (list !== undefined && last !== undefined && entry.level > list.first.level) last.below.push(entry);
    else if (list !== undefined && entry.kind === list.first.kind && entry.list === list.first.list) list.items.push({ entry, below: [] });
    else lists.push({ first: entry, items: [{ entry, below: [] }] });
  }
  return lists.map(({ first, items }) => listOf(first, items.map(({ entry, below }) => ({ isChecked: entry.isChecked, content: [...entry.content, ...listsOf(below)] }))));
}

export function listOf({ kind, number }: Pick<ListEntry, 'kind' | 'number'>, items: readonly { readonly isChecked: boolean; readonly content: readonly ProseNode[] }[]): ProseNode {
  if (kind === 'BOX') return { type: 'task_list', content: items.map(({ isChecked, content }) => ({ type: 'task_item', attrs: { checked: isChecked }, content: ledByWords(content) })) };
  const content = items.map((item) => ({ type: 'list_item', content: item.content.length === 0 ? [{ type: 'paragraph' }] : item.content }));
  return kind === 'NUMBER' ? { type: 'ordered_list', attrs: { order: number }, content } : { type: 'bullet_list', content };
}

function ledByWords(content: readonly ProseNode[]): readonly ProseNode[] {
  return content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content];
}

/** Whether an item of a list has a box, and a tick in it; null where it has none. */
export function boxOf(item: HtmlNode): boolean | null {
  if (attributeOf(item, 'role') === 'checkbox') return attributeOf(item, 'aria-checked') === 'true';
  const box = partsOf(item).flatMap((part) => [part, ...partsOf(part)]).find((part) => nameOf(part) === 'input' && attributeOf(part, 'type') === 'checkbox');
  return box === undefined ? null : box.getAttribute?.('checked') !== null;
}

/** Paragraphs that begin with a typed bullet, as mail programs and PDF readers give them. */
export function typedLists(blocks: readonly ProseNode[]): ProseNode[] {
  const result: ProseNode[] = [];
  let items: ProseNode[] = [];
  const flush = (): void => {
    if (items.length > 0) result.push({ type: 'bullet_list', content: items });
    items = [];
  };
  for (const block of blocks) {
    const [lead, ...rest] = block.content ?? [];
    if (block.type !== 'paragraph' || lead?.text === undefined || !GLYPH.test(lead.text)) {
      flush();
      result.push(block);
    } else items.push({ type: 'list_item', content: [{ type: 'paragraph', content: [{ ...lead, text: lead.text.replace(GLYPH, '') }, ...rest].filter(({ text }) => text !== '') }] });
  }
  flush();
  return result;
}
