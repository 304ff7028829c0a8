import type { ProseAttribute, ProseNode } from './types.js';

export function childrenOf(node: ProseNode): readonly ProseNode[] {
  return node.content ?? [];
}

export function attribute(node: ProseNode, name: string): ProseAttribute {
  return node.attrs?.[name] ?? null;
}

export function numberAttribute(node: ProseNode, name: string, fallback: number): number {
  const value = attribute(node, name);
  return typeof value === 'number' ? value : fallback;
}

export function stringAttribute(node: ProseNode, name: string): string {
  const value = attribute(node, name);
  return typeof value === 'string' ? value : '';
}

const LISTS = new Set(['bullet_list', 'ordered_list', 'task_list']);

export function isList(node: ProseNode): boolean {
  return LISTS.has(node.type);
}

export function isEmptyParagraph(node: ProseNode): boolean {
  return node.type === 'paragraph' && childrenOf(node).length === 0;
}
