import type { ProseDocument, ProseNode } from './types.js';

/** A document with words replaced, and in how many places. */
export interface ReplacedWords {
  readonly document: ProseDocument;
  readonly count: number;
}

/** Attributes of nodes and of marks that hold words for readers. */
const WORDED = ['alt', 'title'];

/**
 * Replaces what `pattern` (global) finds, also where it runs across marks or a line break: the replacement takes the marks of its first letter.
 * Everything else, down to the order of marks and attributes, stays as it is.
 */
export function replaceWords(document: ProseDocument, pattern: RegExp, replacement: string): ReplacedWords {
  let count = 0;
  const inText = (text: string): string => text.replace(pattern, () => { count += 1; return replacement; });
  const inAttributes = <Attributes extends NonNullable<ProseNode['attrs']>>(attrs: Attributes): Attributes => Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, WORDED.includes(name) && typeof value === 'string' ? inText(value) : value])) as Attributes;
  const inMarks = (node: ProseNode): ProseNode => (node.marks === undefined ? node : { ...node, marks: node.marks.map((mark) => (mark.attrs === undefined ? mark : { ...mark, attrs: inAttributes(mark.attrs) })) });
  const inNode = (node: ProseNode): ProseNode => {
    const attrs = node.attrs === undefined ? undefined : inAttributes(node.attrs);
    const content = node.content === undefined ? undefined : inContent(node.content);
    return { ...node, ...(attrs === undefined ? {} : { attrs }), ...(content === undefined ? {} : { content }) };
  };
  const inContent = (nodes: readonly ProseNode[]): readonly ProseNode[] => runsOf(nodes).flatMap((run) => (isInline(run[0]) ? inRun(run.map(inMarks)) : run.map(inNode)));
  const inRun = (run: readonly ProseNode[]): readonly ProseNode[] => {
    const found = [...run.map(wordsOf).join('').matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
    count += found.length;
    return found.length === 0 ? run : withoutSpans(run, found, replacement);
  };
  const content = inContent(document.content);
  return { document: count === 0 ? document : { ...document, content }, count };
}

const isInline = (node: ProseNode | undefined): boolean => node?.text !== undefined || node?.type === 'hard_break';
/** As the pattern reads it: a line that breaks is a blank. */
const wordsOf = ({ text = '\n' }: ProseNode): string => text;

/** Neighbouring texts and the breaks between them together, everything else alone. */
function runsOf(nodes: readonly ProseNode[]): readonly (readonly ProseNode[])[] {
  const runs: ProseNode[][] = [];
  for (const node of nodes) {
    const last = runs.at(-1);
    if (last !== undefined && isInline(node) && isInline(last[0])) last.push(node);
    else runs.push([node]);
  }
  return runs;
}

interface Span { readonly from: number; readonly to: number }

function withoutSpans(run: readonly ProseNode[], spans: readonly Span[], replacement: string): readonly ProseNode[] {
  let start = 0;
  return run.flatMap((node) => {
    const text = wordsOf(node);
    const [from, to] = [start, start + text.length];
    start = to;
    let [kept, at] = ['', from];
    for (const span of spans) {
      if (span.to <= from || span.from >= to) continue;
      kept += text.slice(at - from, Math.max(span.from, from) - from) + (span.from >= from ? replacement : '');
      at = Math.min(span.to, to);
    }
    kept += text.slice(at - from);
    return kept === '' ? [] : node.text === undefined ? [node] : [{ ...node, text: kept }];
  });
}
