import { attribute, childrenOf, numberAttribute, stringAttribute } from './nodes.js';
import type { ProseDocument, ProseNode } from './types.js';

const INVISIBLE = /[\s\p{Cc}\p{Cf}\u2800\u3164\uffa0]/gu;

function inlineText(node: ProseNode): string {
  return childrenOf(node)
    .map((child) => (child.type === 'hard_break' ? '\n' : (child.text ?? '')))
    .join('');
}

function indent(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n');
}

function labelOf(list: ProseNode, item: ProseNode, number: number): string {
  if (list.type === 'ordered_list') return `${number}. `;
  return list.type === 'task_list' ? `[${attribute(item, 'checked') === true ? 'x' : ' '}] ` : '- ';
}

function calloutText(node: ProseNode): string {
  return [`${stringAttribute(node, 'tone').toUpperCase()}:`, joinBlocks(childrenOf(node))].join('\n').trimEnd();
}

function listText(list: ProseNode): string {
  const start = numberAttribute(list, 'order', 1);
  return childrenOf(list)
    .map((item, index) => {
      const label = labelOf(list, item, start + index);
      return indent(childrenOf(item).map(blockText).filter((text) => text !== '').join('\n'), label, ' '.repeat(label.length));
    })
    .join('\n');
}

function blockText(node: ProseNode): string {
  switch (node.type) {
    case 'bullet_list':
    case 'ordered_list':
    case 'task_list':
      return listText(node);
    case 'callout':
      return calloutText(node);
    case 'image':
      return stringAttribute(node, 'alt');
    case 'blockquote':
      return indent(joinBlocks(childrenOf(node)), '> ', '> ');
    case 'table':
      return childrenOf(node).map((row) => childrenOf(row).map(inlineText).join(' | ')).join('\n');
    case 'horizontal_rule':
      return '---';
    default:
      return inlineText(node);
  }
}

function joinBlocks(nodes: readonly ProseNode[]): string {
  return nodes.map(blockText).filter((text) => text !== '').join('\n\n');
}

/**
 * The readable text of a document without marks and link addresses: blocks
 * apart by a blank line, list items with `-`, `[ ]` or their number, quotations
 * with `>`, call-outs under their name, table cells apart by `|`, images as the
 * words that stand for them. Meant for previews, search and e-mail. Never
 * throws on a validated document.
 */
export function toPlain(document: ProseDocument): string {
  return joinBlocks(document.content);
}

function hasVisibleText(node: ProseNode): boolean {
  return node.type === 'image' || (node.text ?? '').replace(INVISIBLE, '') !== '' || childrenOf(node).some(hasVisibleText);
}

/**
 * Tells whether a document says nothing: no visible character anywhere. Rules,
 * empty lists, white space and invisible characters do not count as content.
 */
export function isBlank(document: ProseDocument): boolean {
  return !hasVisibleText(document);
}
