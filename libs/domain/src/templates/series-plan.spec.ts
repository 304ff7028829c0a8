import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SeriesPlan, seriesPlanOf } from './series-plan.js';

const START = '2027-01-31';
const told = (plan: SeriesPlan | null): readonly string[] => (plan?.pieces ?? []).map(({ turn, about, on }) => `${turn} ${about} ${on}`);

describe('the plan of a series', () => {
  it.each<[string, object, string | null, readonly string[]]>([
    ['brings one piece a turn', { cadence: 'P1W', slots: ['pay', 'rent'] }, START, ['1 pay 2027-01-31', '2 rent 2027-02-07']],
    ['brings several pieces in one turn', { cadence: 'P2W', itemsPerCadence: 2, slots: ['a', 'b', 'c'] }, START, ['1 a 2027-01-31', '1 b 2027-01-31', '2 c 2027-02-14']],
    ['counts months from the first day', { cadence: 'P1M', slots: ['a', 'b', 'c'] }, START, ['1 a 2027-01-31', '2 b 2027-02-28', '3 c 2027-03-31']],
    ['knows turns and no days without a first day', { cadence: 'P3D', slots: ['a', 'b'] }, null, ['1 a null', '2 b null']],
    ['knows no days from a day that does not exist', { cadence: 'P3D', slots: ['a'] }, '2027-02-30', ['1 a null']],
    ['knows only the first day without a cadence', { slots: ['a', 'b'] }, START, ['1 a 2027-01-31', '2 b null']],
    ['leaves empty slots out', { cadence: 'P1W', slots: ['a', ' ', 'b'] }, START, ['1 a 2027-01-31', '2 b 2027-02-07']],
  ])('%s', (_, series, start, expected) => expect(told(seriesPlanOf(series, start))).toEqual(expected));

  it.each([[null], [{}], [{ cadence: 'P1W', slots: [] }], [{ cadence: 'P1W', itemsPerCadence: 3 }]])('is none where %j names no slot', (series) => expect(seriesPlanOf(series, START)).toBeNull());

  it('never goes back, names every slot once, and brings no more a turn than it says', () => {
    const cadences = fc.constantFrom('P1W', 'P2D', 'P1M', 'PT4H', 'nonsense');
    fc.assert(fc.property(cadences, fc.integer({ min: -3, max: 9 }), fc.array(fc.string({ minLength: 1 }).filter((slot) => slot.trim() !== ''), { minLength: 1, maxLength: 40 }), (cadence, itemsPerCadence, slots) => {
      const plan = seriesPlanOf({ cadence, itemsPerCadence, slots }, START);
      expect(plan?.pieces.map(({ about }) => about)).toEqual(slots.map((slot) => slot.trim()));
      const days = plan?.pieces.map(({ on }) => on ?? '') ?? [];
      expect(days).toEqual([...days].sort());
      const turns = new Map<number, number>();
      for (const { turn } of plan?.pieces ?? []) turns.set(turn, (turns.get(turn) ?? 0) + 1);
      expect(Math.max(...turns.values())).toBeLessThanOrEqual(Math.max(1, itemsPerCadence));
    }));
  });
});
