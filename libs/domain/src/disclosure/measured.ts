// Which of a channel's numbers are shown as they are, and which are numbers of known people.

import { percentOf, type SuppressionReason } from './people.js';
import { toNearestFive } from './rounding.js';

/** The policy on numbers a channel reports, which are not counts of known people and are shown as they are. */
export const CHANNEL_COUNTS = 'channel-counts';
export type MeasuredPolicy = typeof CHANNEL_COUNTS | 'hesa-standard';

export interface ShownValue {
  readonly value: number | null;
  readonly reason: SuppressionReason | null;
  readonly policy: MeasuredPolicy;
}

export interface ShownRate extends ShownValue {
  readonly numerator: number;
  readonly denominator: number;
}

/** Metrics whose unit is not people, but which count people the service knows. */
const COUNT_KNOWN_PEOPLE: ReadonlySet<string> = new Set(['bookings', 'attendances']);
const SMALLEST_BASE = 22.5;

/**
 * Whether the metric (without its prefix) counts known people. Where the audience is itself a small protected group, so do its views
 * and clicks; what was posted, and time, never do.
 */
export function countsPeople(metric: string, unit: string | null, isSmallAudience = false): boolean {
  if (unit === 'people' || COUNT_KNOWN_PEOPLE.has(metric)) return true;
  return isSmallAudience && (unit === 'count' || unit === 'accounts') && metric !== 'posts';
}

/** A count as it may be shown. */
export function shownValue(value: number, isOfPeople: boolean): ShownValue {
  return isOfPeople ? { value: toNearestFive(value), reason: null, policy: 'hesa-standard' } : { value, reason: null, policy: CHANNEL_COUNTS };
}

export interface MeasuredRate {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly isOfPeople: { readonly numerator: boolean; readonly denominator: boolean };
}

/** A computed rate with its parts as they may be shown: withheld on a base of few people, coarser where people are counted. */
export function shownRate({ value, numerator, denominator, isOfPeople }: MeasuredRate): ShownRate {
  const parts = {
    numerator: isOfPeople.numerator ? toNearestFive(numerator) : numerator,
    denominator: isOfPeople.denominator ? toNearestFive(denominator) : denominator,
  };
  if (!isOfPeople.numerator && !isOfPeople.denominator) return { ...parts, value, reason: null, policy: CHANNEL_COUNTS };
  if (isOfPeople.denominator && denominator < SMALLEST_BASE) return { ...parts, value: null, reason: 'suppression:base-under-threshold', policy: 'hesa-standard' };
  return { ...parts, value: isOfPeople.numerator ? percentOf(numerator, denominator) : value, reason: null, policy: 'hesa-standard' };
}
