// What two sequences have in common, in order: the ground under marked words and under moved steps.

/** A stretch of the first sequence, of the second, or of both. Ends are not included. */
export interface Stretch {
  readonly is: 'SAME' | 'REMOVED' | 'ADDED';
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** Beyond so many differences the rest between equal ends is one removal and one addition: time and memory stay bounded. */
const MOST_DIFFERENCES = 600;

/**
 * The stretches of both sequences, in order, as few differences as there can be. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", Algorithmica 1 (1986). Takes time in proportion to the length times the differences, of which at most 600 are looked for.
 */
export function stretchesBetween<Item>(before: readonly Item[], after: readonly Item[]): readonly Stretch[] {
  const start = sameStart(before, after);
  const end = sameEnd(before, after, start);
  const kept = pairsBetween(before.slice(start, before.length - end), after.slice(start, after.length - end));
  const pairs = [...range(start, (at) => [at, at] as const), ...kept.map(([left, right]) => [left + start, right + start] as const), ...range(end, (at) => [before.length - end + at, after.length - end + at] as const)];
  return stretchesOf(pairs, before.length, after.length);
}

/** The places that belong to a longest rising run: what need not move. Equal numbers do not occur. */
export function risingRun(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  places.forEach((place, at) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = at;
  });
  const run = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) run.add(at);
  return run;
}

function sameStart<Item>(before: readonly Item[], after: readonly Item[]): number {
  let length = 0;
  while (length < before.length && length < after.length && before[length] === after[length]) length += 1;
  return length;
}

function sameEnd<Item>(before: readonly Item[], after: readonly Item[], start: number): number {
  let length = 0;
  while (length < Math.min(before.length, after.length) - start && before[before.length - 1 - length] === after[after.length - 1 - length]) length += 1;
  return length;
}

type Pair = readonly [number, number];

/** Pairs of equal items in order. `reach[k]` is how far into the first sequence the diagonal k has come. */
function pairsBetween<Item>(before: readonly Item[], after: readonly Item[]): readonly Pair[] {
  const most = Math.min(before.length + after.length, MOST_DIFFERENCES);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let differences = 0; differences <= most; differences += 1) {
    trace.push(reach.slice(most - differences, most + differences + 3));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const isDown = diagonal === -differences || (diagonal !== differences && at(reach, diagonal - 1, most) < at(reach, diagonal + 1, most));
      let left = isDown ? at(reach, diagonal + 1, most) : at(reach, diagonal - 1, most) + 1;
      while (left < before.length && left - diagonal < after.length && before[left] === after[left - diagonal]) left += 1;
      reach[diagonal + most + 1] = left;
      if (left >= before.length && left - diagonal >= after.length) return walkedBack(trace, before.length, after.length);
    }
  }
  return [];
}

function at(reach: Int32Array, diagonal: number, most: number): number {
  return reach[diagonal + most + 1] ?? 0;
}

function walkedBack(trace: readonly Int32Array[], before: number, after: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [before, after];
  for (let differences = trace.length - 1; differences >= 0; differences -= 1) {
    const reach = trace[differences] ?? new Int32Array();
    const diagonal = left - right;
    const isDown = diagonal === -differences || (diagonal !== differences && at(reach, diagonal - 1, differences) < at(reach, diagonal + 1, differences));
    const last = isDown ? diagonal + 1 : diagonal - 1;
    const from = differences === 0 ? 0 : at(reach, last, differences);
    while (left > Math.max(from, 0) + (differences === 0 || isDown ? 0 : 1)) { left -= 1; right -= 1; pairs.push([left, right]); }
    if (differences > 0) [left, right] = [from, from - last];
  }
  return pairs.reverse();
}

function stretchesOf(pairs: readonly Pair[], before: number, after: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const push = (is: Stretch['is'], [a, b]: Pair, [c, d]: Pair): void => {
    const last = stretches.at(-1);
    if (last?.is === is) stretches[stretches.length - 1] = { is, before: [last.before[0], b], after: [last.after[0], d] };
    else stretches.push({ is, before: [a, b], after: [c, d] });
  };
  let [left, right] = [0, 0];
  for (const [pairLeft, pairRight] of [...pairs, [before, after] as const]) {
    if (pairLeft > left) push('REMOVED', [left, pairLeft], [right, right]);
    if (pairRight > right) push('ADDED', [pairLeft, pairLeft], [right, pairRight]);
    if (pairLeft < before || pairRight < after) push('SAME', [pairLeft, pairLeft + 1], [pairRight, pairRight + 1]);
    [left, right] = [pairLeft + 1, pairRight + 1];
  }
  return stretches;
}

function range<Made>(length: number, make: (at: number) => Made): readonly Made[] {
  return Array.from({ length }, (_, at) => make(at));
}
