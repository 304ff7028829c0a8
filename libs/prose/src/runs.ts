import type { ProseMark, ProseNode } from './types.js';

export interface TextPiece {
  readonly kind: 'text';
  readonly text: string;
  readonly code: boolean;
  readonly marks: readonly ProseMark[];
}
export interface BreakPiece {
  readonly kind: 'break';
  readonly marks: readonly ProseMark[];
}
export type Piece = TextPiece | BreakPiece;

/** The flat marks of a line of text turned into properly nested events. */
export type InlineEvent =
  | { readonly kind: 'open'; readonly mark: ProseMark }
  | { readonly kind: 'close'; readonly mark: ProseMark }
  | { readonly kind: 'piece'; readonly piece: Piece };

const ORDER = ['link', 'strong', 'em', 'strike'];

export function markKey(mark: ProseMark): string {
  return mark.type === 'link' ? `link ${JSON.stringify([mark.attrs?.href, mark.attrs?.title])}` : mark.type;
}

function spans(node: ProseNode | undefined): readonly ProseMark[] {
  return node?.text === undefined ? [] : (node.marks ?? []).filter((mark) => mark.type !== 'code');
}

/** Cuts inline content into pieces; a break carries what both its neighbours carry. */
export function piecesOf(content: readonly ProseNode[]): Piece[] {
  return content.map((node, index): Piece => {
    if (node.type === 'hard_break') {
      const after = new Set(spans(content[index + 1]).map(markKey));
      return { kind: 'break', marks: spans(content[index - 1]).filter((mark) => after.has(markKey(mark))) };
    }
    const code = (node.marks ?? []).some((mark) => mark.type === 'code');
    return { kind: 'text', text: node.text ?? '', code, marks: spans(node) };
  });
}

function runEnds(pieces: readonly Piece[]): Map<string, number>[] {
  const ends: Map<string, number>[] = [];
  let following = new Map<string, number>();
  for (let index = pieces.length - 1; index >= 0; index -= 1) {
    const here = new Map<string, number>();
    for (const mark of pieces[index]?.marks ?? []) {
      const key = markKey(mark);
      here.set(key, following.get(key) ?? index + 1);
    }
    ends[index] = here;
    following = here;
  }
  return ends;
}

/**
 * Nests flat marks. The mark that lasts longest is opened first, so that as few
 * as possible are interrupted; with `linkFirst` a link is never interrupted.
 */
export function inlineEvents(content: readonly ProseNode[], linkFirst: boolean): InlineEvent[] {
  const pieces = piecesOf(content);
  const ends = runEnds(pieces);
  const events: InlineEvent[] = [];
  const stack: ProseMark[] = [];
  const closeFrom = (depth: number): void => {
    for (const mark of stack.splice(depth).reverse()) events.push({ kind: 'close', mark });
  };
  pieces.forEach((piece, index) => {
    const wanted = new Set(piece.marks.map(markKey));
    const firstGone = stack.findIndex((mark) => !wanted.has(markKey(mark)));
    if (firstGone >= 0) closeFrom(firstGone);
    let missing = missingFrom(piece, stack);
    if (linkFirst && missing.some((mark) => mark.type === 'link')) {
      closeFrom(0);
      missing = missingFrom(piece, stack);
    }
    const weight = (mark: ProseMark): number =>
      linkFirst && mark.type === 'link' ? Infinity : (ends[index]?.get(markKey(mark)) ?? 0);
    missing.sort((a, b) => {
      const difference = weight(b) - weight(a);
      return difference === 0 || Number.isNaN(difference) ? ORDER.indexOf(a.type) - ORDER.indexOf(b.type) : difference;
    });
    for (const mark of missing) {
      stack.push(mark);
      events.push({ kind: 'open', mark });
    }
    events.push({ kind: 'piece', piece });
  });
  closeFrom(0);
  return events;
}

function missingFrom(piece: Piece, stack: readonly ProseMark[]): ProseMark[] {
  const open = new Set(stack.map(markKey));
  return piece.marks.filter((mark) => !open.has(markKey(mark)));
}
