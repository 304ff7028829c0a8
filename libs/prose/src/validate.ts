import { canonicalDocument, tableProblem } from './canonical.js';
import { isSafeHref } from './href.js';
import { childrenOf } from './nodes.js';
import { proseSchema } from './schema.js';
import type { ProseDocument, ProseNode, Validation } from './types.js';

/** How large a document may be. Depth counts levels below the document itself. */
export const PROSE_LIMITS = { depth: 40, nodes: 50_000, text: 200_000 } as const;

const NODE_KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text']);
const MARK_KEYS = new Set(['type', 'attrs']);
const BAD_TEXT = /[^\P{Cc}\t\n]|\p{Surrogate}/u;

class Refusal extends Error {}

function refuse(problem: string): never {
  throw new Refusal(problem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'that is not a name';
}

function checkKeys(value: Record<string, unknown>, allowed: ReadonlySet<string>): void {
  for (const key of Object.keys(value)) {
    if (!allowed.has(key)) refuse(`The document holds an unknown property ${shown(key)}.`);
  }
}

function checkAttributes(attrs: unknown, allowed: readonly string[], owner: string): void {
  if (attrs === undefined || attrs === null) return;
  if (!isRecord(attrs)) refuse(`The attributes of ${owner} are not an object.`);
  for (const [key, value] of Object.entries(attrs)) {
    if (!allowed.includes(key)) refuse(`${owner} has an unknown attribute ${shown(key)}.`);
    if (value !== null && typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      refuse(`The attribute ${shown(key)} of ${owner} is neither text, number, true, false nor null.`);
    }
  }
}

function checkMarks(marks: unknown): void {
  if (marks === undefined) return;
  if (!Array.isArray(marks) || marks.length > Object.keys(proseSchema.marks).length) refuse('The marks of a node are not a short list.');
  for (const mark of marks) {
    if (!isRecord(mark)) refuse('A mark is not an object.');
    checkKeys(mark, MARK_KEYS);
    const type = typeof mark.type === 'string' && Object.hasOwn(proseSchema.marks, mark.type) ? mark.type : null;
    if (type === null) refuse(`The document holds an unknown mark ${shown(mark.type)}.`);
    checkAttributes(mark.attrs, type === 'link' ? ['href', 'title'] : [], type);
    if (type === 'link' && !(isRecord(mark.attrs) && isSafeHref(mark.attrs.href))) {
      refuse('A link leads to an http, https or mailto address or to a page of this site.');
    }
  }
}

/** Checks one node without looking into its children; returns the length of its text. */
function checkNode(node: unknown): { content: readonly unknown[]; length: number } {
  if (!isRecord(node)) refuse('A node is not an object.');
  checkKeys(node, NODE_KEYS);
  const type = typeof node.type === 'string' ? node.type : '';
  if (!Object.hasOwn(proseSchema.nodes, type)) refuse(`The document holds an unknown node ${shown(node.type)}.`);
  checkAttributes(node.attrs, Object.keys(proseSchema.nodes[type]?.spec.attrs ?? {}), type);
  checkMarks(node.marks);
  if (node.content !== undefined && !Array.isArray(node.content)) refuse(`The content of ${type} is not a list.`);
  const content: readonly unknown[] = Array.isArray(node.content) ? node.content : [];
  if (type !== 'text') {
    if (node.text !== undefined) refuse(`${type} cannot hold text directly.`);
    return { content, length: 0 };
  }
  if (typeof node.text !== 'string' || node.text === '') refuse('A text node without text.');
  if (content.length > 0) refuse('A text node cannot have content.');
  if (node.text.length <= PROSE_LIMITS.text && BAD_TEXT.test(node.text)) refuse('The text holds a control character or half a character.');
  return { content, length: node.text.length };
}

/** Walks the tree with a stack of its own, so that no depth can exhaust the call stack. */
function walk(root: unknown): void {
  const waiting: { node: unknown; depth: number }[] = [{ node: root, depth: 0 }];
  let nodes = 1;
  let text = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { content, length } = checkNode(next.node);
    text += length;
    nodes += content.length;
    if (text > PROSE_LIMITS.text) refuse(`The text is longer than ${PROSE_LIMITS.text} characters.`);
    if (nodes > PROSE_LIMITS.nodes) refuse(`The document has more than ${PROSE_LIMITS.nodes} parts.`);
    if (content.length > 0 && next.depth >= PROSE_LIMITS.depth) {
      refuse(`The document is nested more than ${PROSE_LIMITS.depth} levels deep.`);
    }
    for (const child of content) waiting.push({ node: child, depth: next.depth + 1 });
  }
}

function checkTables(node: ProseNode): void {
  if (node.type === 'table') {
    const problem = tableProblem(node);
    if (problem !== null) refuse(problem);
  }
  for (const child of childrenOf(node)) checkTables(child);
}

/**
 * Checks a value that came from outside and returns it as a document in
 * canonical form: neighbouring runs of text joined, defaults filled in, line
 * ends within text turned into spaces.
 * Refuses unknown nodes, marks, attributes and properties, unsafe links,
 * misshapen tables, control characters, and whatever exceeds
 * {@link PROSE_LIMITS}. Never throws: `problem` is a sentence for a person.
 */
export function validateDocument(value: unknown): Validation {
  try {
    walk(value);
    const root = proseSchema.nodeFromJSON(value);
    if (root.type !== proseSchema.topNodeType) refuse('The value is not a document.');
    root.check();
    const document: ProseDocument = canonicalDocument(root);
    checkTables(document);
    return { ok: true, document };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.message };
    const reason = error instanceof RangeError ? error.message.slice(0, 200) : 'it cannot be read';
    return { ok: false, problem: `The document does not follow the schema: ${reason}` };
  }
}
