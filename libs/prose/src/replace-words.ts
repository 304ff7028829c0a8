import type { ProseDocument, ProseNode } from './types.js';

/** A document with words replaced, and in how many places. */
export interface ReplacedWords {
  readonly document: ProseDocument;
  readonly count: number;
}

/** Attributes that hold words for readers. */
const WORDED = ['alt', 'title'];

/**
 * Replaces what `pattern` (global) finds, also where it runs across marks: the replacement takes the marks of its first letter.
 * Everything else, down to the order of marks and attributes, stays as it is.
 */
export function replaceWords(document: ProseDocument, pattern: RegExp, replacement: string): ReplacedWords {
  let count = 0;
  const inText = (text: string): string => text.replace(pattern, () => { count += 1; return replacement; });
  const inNode = (node: ProseNode): ProseNode => {
    const attrs = node.attrs === undefined ? undefined : Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [name, WORDED.includes(name) && typeof value === 'string' ? inText(value) : value]));
    const content = node.content === undefined ? undefined : inContent(node.content);
    return { ...node, ...(attrs === undefined ? {} : { attrs }), ...(content === undefined ? {} : { content }) };
  };
  const inContent = (nodes: readonly ProseNode[]): readonly ProseNode[] => runsOf(nodes).flatMap((run) => (isText(run[0]) ? inRun(run) : run.map(inNode)));
  const inRun = (run: readonly ProseNode[]): readonly ProseNode[] => {
    const found = [...run.map(({ text = '' }) => text).join('').matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
    count += found.length;
    return found.length === 0 ? run : withoutSpans(run, found, replacement);
  };
  const content = inContent(document.content);
  return { document: count === 0 ? document : { ...document, content }, count };
}

const isText = (node: ProseNode | undefined): boolean => node?.text !== undefined;

/** Neighbouring texts together, everything else alone. */
function runsOf(nodes: readonly ProseNode[]): readonly (readonly ProseNode[])[] {
  const runs: ProseNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last !== undefined && isText(node) && isText(last[0])) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

interface Span { readonly from: number; readonly to: number }

function withoutSpans(run: readonly ProseNode[], spans: readonly Span[], replacement: string): readonly ProseNode[] {
  let start = 0;
  return run.flatMap((node) => {
    const { text = '' } = node;
    const [from, to] = [start, start + text.length];
    start = to;
    let [kept, at] = ['', from];
    for (const span of spans) {
      if (span.to <= from || span.from >= to) continue;
      kept += text.slice(at - from, Math.max(span.from, from) - from) + (span.from >= from ? replacement : '');
      at = Math.min(span.to, to);
    }
    kept += text.slice(at - from);
    return kept === '' ? [] : [{ ...node, text: kept }];
  });
}
