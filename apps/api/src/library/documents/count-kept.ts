/** Counts what of a document stands in the rich text that was made of it. */
import type { ProseNode } from '@passalong/prose';
import type { KeptPart, Tally } from './document-report.js';

const PARTS: Readonly<Record<string, KeptPart>> = { heading: 'HEADING', paragraph: 'PARAGRAPH', bullet_list: 'LIST', ordered_list: 'LIST', task_list: 'LIST', callout: 'QUOTATION', table: 'TABLE', blockquote: 'QUOTATION', code_block: 'CODE' };
/** Their paragraphs are parts of them, and not counted again. */
const WHOLE = new Set(['bullet_list', 'ordered_list', 'task_list', 'callout', 'blockquote', 'table']);

export function countKept(nodes: readonly ProseNode[], tally: Tally, isWithin = false): void {
  for (const node of nodes) {
    const part = PARTS[node.type];
    if (part !== undefined && !(isWithin && part === 'PARAGRAPH')) tally.keep(part);
    const children = node.content ?? [];
    tally.keep('LINK', linksAmong(children));
    countKept(children, tally, isWithin || WHOLE.has(node.type));
  }
}

/** Neighbouring runs of text with the same address are one link. */
function linksAmong(nodes: readonly ProseNode[]): number {
  const addresses = nodes.map(({ marks }) => marks?.find(({ type }) => type === 'link')?.attrs?.['href'] ?? null);
  return addresses.filter((address, index) => address !== null && address !== addresses[index - 1]).length;
}
