/** Rich text as blocks of a piece. A kind of node that has no form here is a fault that the tests find. */
import { isExternalHref, isSafeHref, type ProseNode } from '@passalong/prose';
import type { Block, Run, TextRun } from './piece.js';

export interface ProsePlace {
  /** Added to the level of every heading. */
  readonly deeper: number;
  /** Of this site, for links that begin with a slash. */
  readonly publicUrl: string;
}

const DEEPEST_HEADING = 6;
const TONES: Readonly<Record<string, string>> = { note: 'Note', tip: 'Tip', warning: 'Warning' };

export function proseBlocks(nodes: readonly ProseNode[], place: ProsePlace): Block[] {
  return nodes.map((node) => proseBlock(node, place));
}

function proseBlock(node: ProseNode, place: ProsePlace): Block {
  const children = node.content ?? [];
  switch (node.type) {
    case 'paragraph': return { type: 'PARAGRAPH', runs: runsOf(children, place) };
    case 'heading': return { type: 'HEADING', level: Math.min(Number(node.attrs?.['level'] ?? 2) + place.deeper, DEEPEST_HEADING), runs: runsOf(children, place) };
    case 'bullet_list': return { type: 'LIST', isOrdered: false, start: 1, items: children.map((item) => proseBlocks(item.content ?? [], place)) };
    case 'ordered_list': return { type: 'LIST', isOrdered: true, start: Number(node.attrs?.['order'] ?? 1), items: children.map((item) => proseBlocks(item.content ?? [], place)) };
    case 'task_list': return { type: 'LIST', isOrdered: false, start: 1, items: children.map((item) => proseBlocks(withBox(item), place)) };
    case 'callout': return { type: 'QUOTATION', blocks: [{ type: 'PARAGRAPH', runs: [{ text: TONES[String(node.attrs?.['tone'])] ?? 'Note', isStrong: true }] }, ...proseBlocks(children, place)] };
    case 'image': return { type: 'PARAGRAPH', runs: [withAddress({ text: `Picture: ${String(node.attrs?.['alt'] ?? '')}` }, node.attrs?.['src'], place)] };
    case 'blockquote': return { type: 'QUOTATION', blocks: proseBlocks(children, place) };
    case 'code_block': return { type: 'CODE', text: children.map(({ text = '' }) => text).join('') };
    case 'horizontal_rule': return { type: 'RULE' };
    case 'table': return tableBlock(children, place);
    default: throw new RangeError(`A download has no form for a block of type “${node.type}”.`);
  }
}

/** A box that is ticked or not, in signs that every font has, before the words of an item. */
function withBox({ attrs, content: [first, ...rest] = [] }: ProseNode): readonly ProseNode[] {
  const box = { type: 'text', text: attrs?.['checked'] === true ? '[x] ' : '[ ] ' };
  return [{ type: 'paragraph', content: [box, ...(first?.content ?? [])] }, ...rest];
}

function tableBlock([head, ...body]: readonly ProseNode[], place: ProsePlace): Block {
  const cells = (row: ProseNode | undefined): Run[][] => (row?.content ?? []).map((cell) => runsOf(cell.content ?? [], place));
  return { type: 'TABLE', header: cells(head), rows: body.map(cells) };
}

function runsOf(nodes: readonly ProseNode[], place: ProsePlace): Run[] {
  return nodes.map((node): Run => {
    if (node.type === 'hard_break') return 'BREAK';
    if (node.type !== 'text') throw new RangeError(`A download has no form for “${node.type}” within a line.`);
    return (node.marks ?? []).reduce<TextRun>((run, { type, attrs }) => {
      switch (type) {
        case 'strong': return { ...run, isStrong: true };
        case 'em': return { ...run, isEmphasised: true };
        case 'strike': return { ...run, isStruck: true };
        case 'code': return { ...run, isCode: true };
        case 'link': return withAddress(run, attrs?.['href'], place);
        default: throw new RangeError(`A download has no form for the mark “${type}”.`);
      }
    }, { text: node.text ?? '' });
  });
}

/** A page of this site is named with the site; a place on the page is nowhere in a file. */
function withAddress(run: TextRun, href: unknown, { publicUrl }: ProsePlace): TextRun {
  if (!isSafeHref(href) || href.startsWith('#')) return run;
  return { ...run, href: isExternalHref(href) || href.startsWith('mailto:') ? href : `${publicUrl}${href}` };
}
