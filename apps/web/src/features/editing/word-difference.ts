/** Two texts word by word: what stands in both, and what stands in one only. Pure. */
export interface Stretch {
  readonly text: string;
  /** Only in the first text, which is the one that is shown. */
  readonly isOwn: boolean;
}

/** Beyond so many comparisons the texts are shown whole. */
const MOST_COMPARISONS = 1_000_000;

/** The first text in stretches, in order; joined they are the text again. */
export function wordDifference(text: string, other: string): readonly Stretch[] {
  const words = text.match(/\s+|\S+/g) ?? [];
  const others = other.match(/\s+|\S+/g) ?? [];
  const start = sameStart(words, others);
  const end = sameStart(words.slice(start).reverse(), others.slice(start).reverse());
  const middle = words.slice(start, words.length - end);
  const otherMiddle = others.slice(start, others.length - end);
  const kept = middle.length * otherMiddle.length > MOST_COMPARISONS ? new Set<number>() : inBoth(middle, otherMiddle);
  const isOwn = (index: number): boolean => index >= start && index < words.length - end && !kept.has(index - start);
  const isBetweenOwn = (index: number): boolean => words[index]?.trim() === '' && isOwn(index - 1) && isOwn(index + 1);
  return joined(words.map((word, index) => ({ text: word, isOwn: isOwn(index) || isBetweenOwn(index) })));
}

function sameStart(left: readonly string[], right: readonly string[]): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  return length;
}

/** Places of the words that belong to a longest run of words in both. */
function inBoth(words: readonly string[], others: readonly string[]): Set<number> {
  const lengths = Array.from({ length: words.length + 1 }, () => new Uint32Array(others.length + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = words.length - 1; row >= 0; row -= 1) {
    for (let column = others.length - 1; column >= 0; column -= 1) {
      const line = lengths[row];
      if (line !== undefined) line[column] = words[row] === others[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found = new Set<number>();
  for (let row = 0, column = 0; row < words.length && column < others.length;) {
    if (words[row] === others[column]) { found.add(row); row += 1; column += 1; }
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return found;
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.reduce<Stretch[]>((all, next) => {
    const last = all.at(-1);
    if (last === undefined || last.isOwn !== next.isOwn) return [...all, next];
    return [...all.slice(0, -1), { text: last.text + next.text, isOwn: last.isOwn }];
  }, []);
}
