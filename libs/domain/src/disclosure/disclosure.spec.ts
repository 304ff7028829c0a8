import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANNEL_COUNTS, countsPeople, percentOf, roundedQuotient, shownAverage, shownCount, shownRate, shownValue, toNearestFive } from './index.js';

const hesa = (count: number, base: number) => shownCount('hesa-standard', { count, base });

describe('rounding people', () => {
  it.each([[0, 0], [1, 0], [2, 0], [2.5, 5], [3, 5], [7, 5], [8, 10], [12.5, 15], [84, 85], [240, 240]])('%p becomes %p', (count, rounded) => {
    expect(toNearestFive(count)).toBe(rounded);
  });

  it('moves no count by more than two and a half, and always lands on a five', () => {
    fc.assert(fc.property(fc.nat(1_000_000), (count) => {
      const rounded = toNearestFive(count);
      return rounded % 5 === 0 && Math.abs(rounded - count) <= 2.5;
    }));
  });
});

describe('the worked examples of the HESA standard', () => {
  it('11 of 84 care-experienced students: 10 of 85, 13 %', () => {
    expect(hesa(11, 84)).toEqual({ count: 10, base: 85, percent: 13, reason: null, policy: 'hesa-standard' });
  });

  it('4 of 19 estranged students: 5 of 20, and no percentage', () => {
    expect(hesa(4, 19)).toEqual({ count: 5, base: 20, percent: null, reason: 'suppression:base-under-threshold', policy: 'hesa-standard' });
  });

  it('2 of 240: none of 240, and still 1 %, because percentages come from unrounded numbers', () => {
    expect(hesa(2, 240)).toMatchObject({ count: 0, base: 240, percent: 1, reason: null });
  });
});

describe('what is withheld', () => {
  it.each([[22, null], [22.5, 44], [23, 43]])('a percentage on a base of %p is %p', (base, percent) => {
    expect(hesa(10, base).percent).toBe(percent);
  });

  it('a percentage that would give away another one, for its own reason', () => {
    expect(shownCount('hesa-standard', { count: 6, base: 24 }, 'suppression:secondary')).toMatchObject({ count: 5, base: 25, percent: null, reason: 'suppression:secondary' });
  });

  it('an average over seven people, and not over eight', () => {
    expect(shownAverage(3.2, 7)).toEqual({ value: null, reason: 'suppression:average-small-n' });
    expect(shownAverage(3.2, 8)).toEqual({ value: 3.2, reason: null });
  });

  it('under a minimum cell of ten, the count below it and its percentage; the rest is exact', () => {
    const cell = (count: number, base: number) => shownCount('us-minimum-cell-10', { count, base });
    expect(cell(7, 44)).toEqual({ count: null, base: 44, percent: null, reason: 'suppression:count-under-threshold', policy: 'us-minimum-cell-10' });
    expect(cell(10, 44)).toMatchObject({ count: 10, base: 44, percent: 23, reason: null });
    expect(cell(1204, 13860)).toMatchObject({ count: 1204, percent: 8.7 });
  });

  it('never without a reason, and never a reason beside a whole figure', () => {
    fc.assert(fc.property(fc.constantFrom('hesa-standard' as const, 'us-minimum-cell-10' as const), fc.nat(500), fc.integer({ min: 1, max: 500 }), (policy, count, more) => {
      const shown = shownCount(policy, { count, base: count + more });
      return (shown.percent === null) === (shown.reason !== null);
    }));
  });
});

describe('percentages', () => {
  it.each([[9, 206, 4], [5, 999, 1], [50, 1000, 5], [873, 14380, 6.1], [145, 1000, 14.5], [25, 1000, 2.5]])('%p of %p is %p', (count, base, percent) => {
    expect(percentOf(count, base)).toBe(percent);
  });

  it('round halves upward exactly, also below zero', () => {
    expect(roundedQuotient(1005, 1000, 2)).toBe(1.01);
    expect(roundedQuotient(-25, 10, 0)).toBe(-2);
    expect(roundedQuotient(-26, 10, 0)).toBe(-3);
    expect(roundedQuotient(1, 0, 2)).toBeNull();
  });
});

describe('numbers that a channel reports', () => {
  it('are shown as they are, unless they count people the service knows', () => {
    expect(shownValue(3127, false)).toEqual({ value: 3127, reason: null, policy: CHANNEL_COUNTS });
    expect(['first-time-users', 'attendances', 'likes'].map((metric) => countsPeople(metric, metric === 'first-time-users' ? 'people' : 'count'))).toEqual([true, true, false]);
  });

  it('are people where the audience is itself a small protected group', () => {
    expect(['views', 'reach', 'posts', 'watch-time'].map((metric) => countsPeople(metric, { views: 'count', reach: 'accounts', posts: 'count' }[metric] ?? 'seconds', true))).toEqual([true, true, false, false]);
    expect(shownValue(14, true)).toEqual({ value: 15, reason: null, policy: 'hesa-standard' });
  });

  it('give no rate on a base of few people', () => {
    const few = { value: 64.29, numerator: 9, denominator: 14, isOfPeople: { numerator: true, denominator: true } };
    expect(shownRate(few)).toEqual({ value: null, numerator: 10, denominator: 15, reason: 'suppression:base-under-threshold', policy: 'hesa-standard' });
    expect(shownRate({ ...few, value: 25.13, numerator: 101, denominator: 402 })).toMatchObject({ value: 25, numerator: 100, denominator: 400 });
  });
});
