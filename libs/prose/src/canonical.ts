import type { Node } from 'prosemirror-model';
import { canonicalSource } from './image-source.js';
import { attribute, childrenOf, isEmptyParagraph } from './nodes.js';
import { markKey } from './runs.js';
import type { ProseDocument, ProseNode } from './types.js';

/** Containers nested deeper than this are unwrapped when reading Markdown. */
export const DEEPEST_CONTAINER = 34;

const EMPTY: ProseNode = { type: 'paragraph' };

function sameMarks(a: ProseNode, b: ProseNode): boolean {
  const keys = (node: ProseNode): string => (node.marks ?? []).map(markKey).join('\n');
  return keys(a) === keys(b);
}

/** Outside code blocks, tabs and line ends within a text are spaces; Unicode's line separators are everywhere. */
function canonicalText(text: string, code: boolean): string {
  return text.replace(code ? /[\u2028\u2029]/g : /[\t\n\u2028\u2029]/g, ' ');
}

/** Joins neighbouring runs of text with the same marks and strips marks off breaks. */
function canonicalInline(content: readonly ProseNode[], code: boolean): ProseNode[] {
  const result: ProseNode[] = [];
  let parts: string[] = [];
  let first: ProseNode | undefined;
  const flush = (): void => {
    if (first !== undefined) result.push({ ...first, text: parts.join('') });
    first = undefined;
    parts = [];
  };
  for (const node of content) {
    if (node.text === undefined) {
      flush();
      result.push({ type: node.type });
      continue;
    }
    if (first !== undefined && !sameMarks(first, node)) flush();
    first ??= node;
    parts.push(canonicalText(node.text, code));
  }
  flush();
  return result;
}

function isInlineParent(node: ProseNode): boolean {
  return childrenOf(node).some((child) => child.type === 'text' || child.type === 'hard_break');
}

/** Puts a tree of at most ordinary depth into its one canonical form. */
export function canonicalNode(node: ProseNode): ProseNode {
  if (node.type === 'image') return { ...node, attrs: { ...node.attrs, src: canonicalSource(String(attribute(node, 'src'))) } };
  if (node.content === undefined) return node;
  const code = node.type === 'code_block';
  return { ...node, content: isInlineParent(node) ? canonicalInline(node.content, code) : node.content.map(canonicalNode) };
}

function tidyParagraph(node: ProseNode): ProseNode {
  const content = canonicalInline(childrenOf(node), false);
  while (content.at(-1)?.type === 'hard_break') content.pop();
  return content.length === 0 ? EMPTY : { ...node, content };
}

function withoutEmptyParagraphs(blocks: readonly ProseNode[]): ProseNode[] {
  const kept = blocks.filter((block) => !isEmptyParagraph(block));
  return kept.length === 0 ? [EMPTY] : kept;
}

/** What the tree is on the Markdown side: nothing that Markdown cannot say. */
function tidyBlocks(blocks: readonly ProseNode[], depth: number, onUnwrap: () => void): ProseNode[] {
  const tidy = blocks.flatMap((block): ProseNode[] => {
    const children = childrenOf(block);
    switch (block.type) {
      case 'paragraph':
        return [tidyParagraph(block)];
      case 'blockquote':
      case 'callout':
        if (depth < DEEPEST_CONTAINER) return [{ ...block, content: tidyBlocks(children, depth + 1, onUnwrap) }];
        onUnwrap();
        return tidyBlocks(children, depth, onUnwrap);
      case 'bullet_list':
      case 'ordered_list':
      case 'task_list':
        if (depth < DEEPEST_CONTAINER) {
          const items = children.map((item) => ({ ...item, content: tidyItem(item, depth + 2, onUnwrap) }));
          return [{ ...block, content: items }];
        }
        onUnwrap();
        return children.flatMap((item) => tidyBlocks(childrenOf(item), depth, onUnwrap));
      default:
        return [canonicalNode(block)];
    }
  });
  return withoutEmptyParagraphs(tidy);
}

/** An item of a checklist begins with its words, even where there are none. */
function tidyItem(item: ProseNode, depth: number, onUnwrap: () => void): ProseNode[] {
  const tidy = tidyBlocks(childrenOf(item), depth, onUnwrap);
  const [lead] = childrenOf(item);
  const isWordless = item.type === 'task_item' && lead !== undefined && isEmptyParagraph(tidyParagraph(lead)) && !isEmptyParagraph(tidy[0] ?? EMPTY);
  return isWordless ? [EMPTY, ...tidy] : tidy;
}

/** The document that Markdown can express, from a freshly read tree. */
export function tidyDocument(root: Node, onUnwrap: () => void): ProseDocument {
  return { type: 'doc', content: tidyBlocks(childrenOf(toPlainTree(root)), 1, onUnwrap) };
}

/** The canonical document of a tree that the schema has accepted. */
export function canonicalDocument(root: Node): ProseDocument {
  return { type: 'doc', content: childrenOf(canonicalNode(toPlainTree(root))) };
}

function toPlainTree(node: Node): ProseNode {
  const tree: { -readonly [Key in keyof ProseNode]: ProseNode[Key] } = { type: node.type.name };
  if (Object.keys(node.attrs).length > 0) tree.attrs = { ...node.attrs };
  if (node.childCount > 0) tree.content = node.children.map(toPlainTree);
  if (node.marks.length > 0) {
    tree.marks = node.marks.map((mark) =>
      Object.keys(mark.attrs).length > 0 ? { type: mark.type.name, attrs: { ...mark.attrs } } : { type: mark.type.name },
    );
  }
  if (node.text !== undefined) tree.text = node.text;
  return tree;
}

/** Says what is wrong with the shape of a table, or null: the schema alone cannot count columns. */
export function tableProblem(table: ProseNode): string | null {
  const [head, ...body] = childrenOf(table);
  const columns = head === undefined ? [] : childrenOf(head);
  if (columns.some((cell) => cell.type !== 'table_header')) return 'The first row of a table consists of header cells.';
  for (const row of body) {
    const cells = childrenOf(row);
    if (cells.some((cell) => cell.type !== 'table_cell')) return 'Only the first row of a table has header cells.';
    if (cells.length !== columns.length) return 'All rows of a table have the same number of cells.';
    const skewed = cells.some((cell, index) => attribute(cell, 'alignment') !== attribute(columns[index] ?? cell, 'alignment'));
    if (skewed) return 'All cells of a table column have the same alignment.';
  }
  return null;
}

