import { describe, expect, it } from '@jest/globals';
import { computeMetric, contrastOf, parityOf, partsOf, readFormula } from './index.js';

const FORMULAS = {
  'er-reach': '(likes + comments + shares + saves) / reach * 100',
  'save-rate': 'saves / reach * 100',
  'avg-watch-time': 'watch-time / views',
  'net-followers': 'followers-end - followers-start',
  'follower-growth': 'net-followers / followers-start * 100',
  'parity-ratio': 'uptake(group) / uptake(comparison)',
};
const REEL = { reach: 6480, likes: 214, comments: 9, saves: 131, shares: 58 };

describe('a formula of the vocabulary', () => {
  it('is a sum over another number, times a factor', () => {
    expect(readFormula(FORMULAS['er-reach'])).toEqual({ plus: ['likes', 'comments', 'shares', 'saves'], minus: [], over: 'reach', factor: 100 });
    expect(readFormula(FORMULAS['net-followers'])).toEqual({ plus: ['followers-end'], minus: ['followers-start'], over: null, factor: 1 });
    expect(readFormula(FORMULAS['parity-ratio'])).toBeNull();
  });

  it('gives a rate with what stands above and below the line', () => {
    expect(computeMetric('er-reach', REEL, FORMULAS)).toEqual({ value: 6.36, numerator: 412, denominator: 6480 });
    expect(computeMetric('avg-watch-time', { 'watch-time': 117572, views: 22610 }, FORMULAS)?.value).toBe(5.2);
    expect(partsOf('save-rate', FORMULAS)).toEqual({ numerator: ['saves'], denominator: ['reach'] });
  });

  it('counts an absent part as nothing only where the row says that it is missing', () => {
    const without = { ...REEL, saves: null };
    expect(computeMetric('er-reach', without, FORMULAS)).toBeNull();
    expect(computeMetric('er-reach', without, FORMULAS, ['saves'])?.numerator).toBe(281);
  });

  it('gives no rate over nothing or over an unknown', () => {
    expect(computeMetric('save-rate', { saves: 4, reach: null }, FORMULAS, ['reach'])).toBeNull();
    expect(computeMetric('save-rate', { saves: 4, reach: 0 }, FORMULAS)).toBeNull();
  });

  it('computes a part that has a formula of its own', () => {
    expect(computeMetric('follower-growth', { 'followers-start': 1842, 'followers-end': 2395 }, FORMULAS)).toEqual({ value: 30.02, numerator: 553, denominator: 1842 });
  });
});

describe('comparisons of groups', () => {
  it('parity is uptake over uptake, from unrounded numbers', () => {
    expect(parityOf({ count: 97, base: 2910 }, { count: 301, base: 6205 })).toBe(0.69);
    expect(parityOf({ count: 3, base: 0 }, { count: 301, base: 6205 })).toBeNull();
    expect(parityOf({ count: 3, base: 50 }, { count: 0, base: 60 })).toBeNull();
  });

  it('two arms lie apart by percentage points, within the interval of Newcombe', () => {
    expect(contrastOf({ count: 103, base: 1595 }, { count: 99, base: 1595 })).toEqual({ difference: 0.3, interval: [-1.4, 2] });
    expect(contrastOf({ count: 37, base: 1595 }, { count: 41, base: 1595 })).toEqual({ difference: -0.3, interval: [-1.3, 0.8] });
  });

  it('agrees with the published example: 56 of 70 against 48 of 80', () => {
    expect(contrastOf({ count: 56, base: 70 }, { count: 48, base: 80 })).toEqual({ difference: 20, interval: [5.2, 33.4] });
  });
});
