// Comparisons of two groups: how even the uptake was, and how far two arms lie apart.

import type { PeopleCount } from '../disclosure/people.js';
import { roundedQuotient } from '../disclosure/rounding.js';

/** 97.5 % of a normal distribution lie below. */
const Z = 1.959963984540054;

/** Uptake of the group over uptake of the comparison, two places; null where it has no meaning. */
export function parityOf(group: PeopleCount, comparison: PeopleCount): number | null {
  if (group.base === 0 || comparison.base === 0) return null;
  return roundedQuotient(group.count * comparison.base, group.base * comparison.count, 2);
}

export interface Contrast {
  /** First minus second, in percentage points, one place. */
  readonly difference: number;
  /** The hybrid score interval of Newcombe at 95 %, in percentage points, one place. */
  readonly interval: readonly [number, number];
}

/** How far two shares lie apart; null where one has no base. */
export function contrastOf(first: PeopleCount, second: PeopleCount): Contrast | null {
  if (first.base === 0 || second.base === 0) return null;
  const difference = first.count / first.base - second.count / second.base;
  const [a, b] = [scoreInterval(first), scoreInterval(second)];
  const p = first.count / first.base;
  const q = second.count / second.base;
  const below = difference - Math.hypot(p - a.low, b.high - q);
  const above = difference + Math.hypot(a.high - p, q - b.low);
  const points = roundedQuotient((first.count * second.base - second.count * first.base) * 100, first.base * second.base, 1);
  return points === null ? null : { difference: points, interval: [onePlace(below), onePlace(above)] };
}

/** The score interval of Wilson. */
function scoreInterval({ count, base }: PeopleCount): { low: number; high: number } {
  const share = count / base;
  const centre = share + (Z * Z) / (2 * base);
  const spread = Z * Math.sqrt((share * (1 - share)) / base + (Z * Z) / (4 * base * base));
  const whole = 1 + (Z * Z) / base;
  return { low: (centre - spread) / whole, high: (centre + spread) / whole };
}

function onePlace(share: number): number {
  return Math.floor(share * 1000 + 0.5) / 10;
}
