import { linkTail, longestRun } from './escape.js';
import { attribute, childrenOf, isEmptyParagraph, isList, numberAttribute, stringAttribute } from './nodes.js';
import { MAX_ORDER } from './schema.js';
import type { ProseDocument, ProseNode } from './types.js';
import { writeInline } from './write-inline.js';

interface Place {
  readonly first: boolean;
  /** The marker of the list whose item begins with this block, if any. */
  readonly outerMarker: string | null;
  readonly previous: { readonly type: string; readonly marker: string } | null;
}

const ALONE: Place = { first: false, outerMarker: null, previous: null };
const RULES: Readonly<Record<string, string>> = { left: ':--', center: ':-:', right: '--:' };

/**
 * Writes a document as Markdown that `fromMarkdown` reads back as the same
 * document. Empty paragraphs and breaks at the end of a paragraph, which
 * Markdown cannot express, are left out. Throws RangeError on a block the
 * schema does not know, so validate what came from outside first.
 */
export function toMarkdown(document: ProseDocument): string {
  const lines = writeBlocks(document.content, false, null);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function trimBreaks(content: readonly ProseNode[]): readonly ProseNode[] {
  const end = content.findLastIndex((node) => node.type !== 'hard_break');
  return content.slice(0, end + 1);
}

function writeCode(block: ProseNode): string[] {
  const text = childrenOf(block).map((node) => node.text ?? '').join('');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const lines = text === '' ? [] : text.split('\n');
  return [`${fence}${stringAttribute(block, 'language')}`, ...lines, fence];
}

function writeTable(table: ProseNode): string[] {
  const rows = childrenOf(table).map((row) => childrenOf(row));
  const cells = rows.map((row) => row.map((cell) => writeInline(childrenOf(cell), false).replace(/\|/g, '\\|')));
  const [head, ...body] = cells.map((row) => `| ${row.join(' | ')} |`);
  const rules = (rows[0] ?? []).map((cell) => RULES[String(attribute(cell, 'alignment'))] ?? '---');
  return [head ?? '', `| ${rules.join(' | ')} |`, ...body];
}

function prefixed(lines: readonly string[], first: string, rest: string): string[] {
  return lines.map((line, index) => {
    const prefix = index === 0 ? first : rest;
    return line === '' ? prefix.trimEnd() : prefix + line;
  });
}

function isWordless(block: ProseNode | undefined): boolean {
  return block === undefined || isEmptyParagraph({ ...block, content: trimBreaks(childrenOf(block)) });
}

function presentBlocks(blocks: readonly ProseNode[]): readonly ProseNode[] {
  return blocks.filter((block) => !isWordless(block));
}

/** A list is written without blank lines when nothing in it could run together. */
function isTight(list: ProseNode): boolean {
  return childrenOf(list).every((item) => {
    const [lead, nested, ...more] = presentBlocks(childrenOf(item));
    if (lead === undefined) return true;
    if (item.type === 'task_item' && isWordless(childrenOf(item)[0])) return false;
    if (lead.type !== 'paragraph' || more.length > 0) return false;
    return nested === undefined || (isList(nested) && isTight(nested) && canFollowText(nested));
  });
}

function canFollowText(list: ProseNode): boolean {
  const start = childrenOf(list)[0];
  const lead = start === undefined ? undefined : presentBlocks(childrenOf(start))[0];
  return lead?.type === 'paragraph' && (list.type !== 'ordered_list' || numberAttribute(list, 'order', 1) === 1);
}

/** Markdown tells neighbouring lists apart by their markers; a checklist is a list with bullets to it. */
function markerFor(list: ProseNode, place: Place): string {
  const { previous } = place;
  const isSameKind = previous !== null && previous.marker !== '' && (previous.type === 'ordered_list') === (list.type === 'ordered_list');
  const repeats = isSameKind ? previous.marker : null;
  if (list.type === 'ordered_list') return repeats === '.' ? ')' : '.';
  const plain = place.outerMarker === '-' ? '*' : '-';
  return repeats === plain ? '+' : plain;
}

function writeList(list: ProseNode, marker: string): string[] {
  const tight = isTight(list);
  const start = numberAttribute(list, 'order', 1);
  return childrenOf(list).flatMap((item, index) => {
    const label = list.type === 'ordered_list' ? `${Math.min(start + index, MAX_ORDER)}${marker} ` : `${marker} `;
    const lines = item.type === 'task_item' ? writeTask(item, tight) : writeBlocks(childrenOf(item), tight, marker);
    const written = prefixed(lines.length === 0 ? [''] : lines, label, ' '.repeat(label.length));
    return index > 0 && !tight ? ['', ...written] : written;
  });
}

function writeTask(item: ProseNode, tight: boolean): string[] {
  const box = attribute(item, 'checked') === true ? '[x]' : '[ ]';
  const [lead, ...rest] = childrenOf(item);
  const words = lead === undefined || isWordless(lead) ? [box] : prefixed(writeBlock(lead, ALONE, ''), `${box} `, '');
  const more = writeBlocks(rest, tight, null);
  return more.length === 0 ? words : [...words, ...(tight ? [] : ['']), ...more];
}

function writeBlock(block: ProseNode, place: Place, marker: string): string[] {
  const children = childrenOf(block);
  switch (block.type) {
    case 'paragraph':
      return writeInline(trimBreaks(children), true).split('\n');
    case 'heading':
      return [`${'#'.repeat(numberAttribute(block, 'level', 2))} ${writeInline(children, false)}`.trimEnd()];
    case 'code_block':
      return writeCode(block);
    case 'horizontal_rule':
      return [place.first ? '___' : '---'];
    case 'table':
      return writeTable(block);
    case 'image':
      return [`![${writeInline([{ type: 'text', text: stringAttribute(block, 'alt') }], false)}${linkTail(stringAttribute(block, 'src'), '')}`];
    case 'callout':
      return prefixed([`[!${stringAttribute(block, 'tone').toUpperCase()}]`, ...writeBlocks(children, false, null).flatMap((line, index) => (index === 0 ? ['', line] : [line]))], '> ', '> ');
    case 'blockquote': {
      const lines = writeBlocks(children, false, null);
      return prefixed(lines.length === 0 ? [''] : lines, '> ', '> ');
    }
    case 'bullet_list':
    case 'ordered_list':
    case 'task_list':
      return writeList(block, marker);
    default:
      throw new RangeError(`A document cannot hold a block of type “${block.type}”.`);
  }
}

/** The lines of a sequence of blocks; `outerMarker` is that of the list they begin an item of. */
function writeBlocks(blocks: readonly ProseNode[], tight: boolean, outerMarker: string | null): string[] {
  const lines: string[] = [];
  let previous: Place['previous'] = null;
  presentBlocks(blocks).forEach((block, index) => {
    const place: Place = { first: index === 0, outerMarker: index === 0 ? outerMarker : null, previous };
    const marker = isList(block) ? markerFor(block, place) : '';
    if (index > 0 && !tight) lines.push('');
    for (const line of writeBlock(block, place, marker)) lines.push(line);
    previous = { type: block.type, marker };
  });
  return lines;
}
