// Which numbers of people may be shown, and in which form. The HESA standard rounding methodology, and a minimum cell size.

import { roundedQuotient, toNearestFive } from './rounding.js';

/** A policy is chosen for each outcome by its institution, and stamped on every number that is shown under it. */
export const DISCLOSURE_POLICIES = ['hesa-standard', 'us-minimum-cell-10'] as const;
export type DisclosurePolicy = (typeof DISCLOSURE_POLICIES)[number];

/** Why a figure is not shown; a term of the vocabulary `suppression`. */
export type SuppressionReason = `suppression:${string}`;

export interface PeopleCount {
  readonly count: number;
  /** The people the count is taken from. */
  readonly base: number;
}

/** What may be shown of a count. Null is always accompanied by a reason, and shown as that reason's symbol, never as 0 or blank. */
export interface ShownCount {
  readonly count: number | null;
  readonly base: number;
  readonly percent: number | null;
  readonly reason: SuppressionReason | null;
  readonly policy: DisclosurePolicy;
}

/** Percentages on fewer people than this are withheld; with whole people, 23 are enough. */
const SMALLEST_BASE = 22.5;
/** Averages over this many people or fewer are withheld. */
const FEW_PEOPLE = 7;
const SMALLEST_CELL = 10;
/** Below this base a percentage has no decimal places. */
const LARGE_BASE = 1000;

const WITHHELD_BASE: SuppressionReason = 'suppression:base-under-threshold';
const WITHHELD_COUNT: SuppressionReason = 'suppression:count-under-threshold';
const WITHHELD_AVERAGE: SuppressionReason = 'suppression:average-small-n';

export function isDisclosurePolicy(id: string): id is DisclosurePolicy {
  return DISCLOSURE_POLICIES.some((known) => known === id);
}

/**
 * What the policy lets be shown. Percentages come from the unrounded numbers, so rows need not add up.
 * `withhold` hides the percentage for a further reason, for example so that another hidden one cannot be worked out.
 */
export function shownCount(policy: DisclosurePolicy, { count, base }: PeopleCount, withhold: SuppressionReason | null = null): ShownCount {
  if (policy === 'us-minimum-cell-10') {
    if (count < SMALLEST_CELL) return { count: null, base, percent: null, reason: WITHHELD_COUNT, policy };
    return { count, base, percent: withhold === null ? percentOf(count, base) : null, reason: withhold, policy };
  }
  const reason = base < SMALLEST_BASE ? WITHHELD_BASE : withhold;
  return { count: toNearestFive(count), base: toNearestFive(base), percent: reason === null ? percentOf(count, base) : null, reason, policy };
}

/** An average of something about people, or the reason why it is withheld. It is not rounded. */
export function shownAverage(average: number, people: number): { readonly value: number | null; readonly reason: SuppressionReason | null } {
  return people <= FEW_PEOPLE ? { value: null, reason: WITHHELD_AVERAGE } : { value: average, reason: null };
}

/** Whole below a base of 1,000, one decimal place from there. */
export function percentOf(count: number, base: number): number | null {
  return roundedQuotient(count * 100, base, base < LARGE_BASE ? 0 : 1);
}

/** Whether the policy rounds counts: said beside every number, whatever the number is. */
export function isRounding(policy: string): boolean {
  return policy === 'hesa-standard';
}
