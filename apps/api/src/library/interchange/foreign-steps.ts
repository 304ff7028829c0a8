/** A numbered list as the steps of a playbook. */
import { MOST_ITEMS } from '@passalong/domain';
import { type ProseNode, toPlain } from '@passalong/prose';
import { documentOf } from './sections.js';

const LONGEST_TITLE = 160;

/** Null where the section is anything but one numbered list: then it stays text. */
export function stepsOf(nodes: readonly ProseNode[]): Record<string, unknown>[] | null {
  const [list, ...others] = nodes;
  const items = list?.content ?? [];
  if (list?.type !== 'ordered_list' || others.length > 0 || items.length > MOST_ITEMS) return null;
  return items.map((item, index) => stepOf(item.content ?? [], index + 1));
}

function stepOf(blocks: readonly ProseNode[], order: number): Record<string, unknown> {
  const [first, ...rest] = blocks;
  const words = first === undefined ? '' : toPlain(documentOf([first])).replaceAll(/\s+/g, ' ').trim();
  const isPlain = first?.content?.every(({ type, marks = [] }) => type === 'text' && marks.length === 0) ?? true;
  const instruction = words.length <= LONGEST_TITLE && isPlain ? rest : blocks;
  return {
    order, title: words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`,
    ...(instruction.length === 0 ? {} : { instruction: { document: documentOf(instruction) } }),
  };
}
