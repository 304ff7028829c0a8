// Two texts word by word, and a third merged from two that were both changed.

import { stretchesBetween } from './sequence.js';

export interface WordMark {
  readonly is: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });
/** Where no word goes on. The segmenter takes the square of the length of its text, so what is written without spaces is cut at its own punctuation, or after 100 characters. */
const PIECES = /\s+|[^\s、。，！？]{1,100}[、。，！？]*|[、。，！？]+/gu;

/**
 * Both texts in one row of stretches: what stands in both, what was removed, what was added, removals first. Words are those of Unicode Standard
 * Annex 29, so that Chinese, Japanese and Thai are marked by word too. The stretches that are not added make the first text, those not removed the second.
 */
export function wordMarks(before: string, after: string): readonly WordMark[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  return withoutLoneSpaces(stretchesBetween(left, right).map(({ is, before: [from, to], after: [start, end] }) => ({ is, text: (is === 'ADDED' ? right.slice(start, end) : left.slice(from, to)).join('') })));
}

/** A space that alone stays between two changes belongs to both: otherwise a sentence written anew would be marked word by word. */
function withoutLoneSpaces(marks: readonly WordMark[]): readonly WordMark[] {
  const joined: WordMark[] = [];
  let [removed, added] = ['', ''];
  const close = (): void => {
    if (removed !== '') joined.push({ is: 'REMOVED', text: removed });
    if (added !== '') joined.push({ is: 'ADDED', text: added });
    [removed, added] = ['', ''];
  };
  marks.forEach((mark, at) => {
    if (mark.is === 'REMOVED') removed += mark.text;
    else if (mark.is === 'ADDED') added += mark.text;
    else if (removed !== '' && added !== '' && at < marks.length - 1 && /^\s+$/.test(mark.text)) [removed, added] = [removed + mark.text, added + mark.text];
    else { close(); joined.push(mark); }
  });
  close();
  return joined;
}

/** The text with both changes in it; null where they touch each other, which somebody has to decide. */
export function mergedText(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const words = wordsOf(base);
  const changes = [...replacementsIn(words, wordsOf(mine)), ...replacementsIn(words, wordsOf(theirs))].sort((a, b) => a.from - b.from || a.to - b.to);
  const distinct = changes.filter((change, at) => at === 0 || !isSame(change, changes[at - 1]));
  if (distinct.some(({ from }, at) => at > 0 && from <= (distinct[at - 1]?.to ?? -1))) return null;
  const merged: string[] = [];
  let done = 0;
  for (const { from, to, text } of distinct) { merged.push(...words.slice(done, from), text); done = to; }
  return [...merged, ...words.slice(done)].join('');
}

interface Replacement { readonly from: number; readonly to: number; readonly text: string }

function replacementsIn(base: readonly string[], changed: readonly string[]): readonly Replacement[] {
  const found: Replacement[] = [];
  for (const { is, before: [from, to], after: [start, end] } of stretchesBetween(base, changed)) {
    if (is === 'SAME') continue;
    const last = found.at(-1);
    const text = is === 'ADDED' ? changed.slice(start, end).join('') : '';
    if (last !== undefined && last.to === from) found[found.length - 1] = { from: last.from, to, text: last.text + text };
    else found.push({ from, to, text });
  }
  return found;
}

function isSame(first: Replacement, second: Replacement | undefined): boolean {
  return first.from === second?.from && first.to === second.to && first.text === second.text;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(PIECES) ?? []).flatMap((piece) => (piece.trim() === '' ? [piece] : Array.from(SEGMENTER.segment(piece), ({ segment }) => segment)));
}
