// Two texts word by word, and a third merged from two that were both changed.

import { stretchesBetween } from './sequence.js';

export interface WordMark {
  readonly is: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'word' });
/** Longer texts are divided at spaces alone; the segmenter takes the square of the length of its text. */
const LONGEST_SEGMENTED = 4000;

/**
 * Both texts in one row of stretches: what stands in both, what was removed, what was added, removals first. Words are those of Unicode Standard
 * Annex 29, so that Chinese, Japanese and Thai are marked by word too. The stretches that are not added make the first text, those not removed the second.
 */
export function wordMarks(before: string, after: string): readonly WordMark[] {
  const [left, right] = [wordsOf(before), wordsOf(after)];
  return stretchesBetween(left, right).map(({ is, before: [from, to], after: [start, end] }) => ({ is, text: (is === 'ADDED' ? right.slice(start, end) : left.slice(from, to)).join('') }));
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
  if (text.length > LONGEST_SEGMENTED) return text.match(/\s+|\S+/g) ?? [];
  return [...SEGMENTER.segment(text)].map(({ segment }) => segment);
}
