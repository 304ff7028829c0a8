import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { risingRun, stretchesBetween } from './sequence.js';
import { mergedText, wordMarks } from './words.js';

const shown = (before: string, after: string): string => wordMarks(before, after).map(({ is, text }) => (is === 'SAME' ? text : is === 'ADDED' ? `[+${text}]` : `[-${text}]`)).join('');

describe('words', () => {
  it.each([
    ['Stand where they wait.', 'Stand where they wait.', 'Stand where they wait.'],
    ['Stand where they wait.', 'Stand where students wait.', 'Stand where [-they][+students] wait.'],
    ['', 'New', '[+New]'],
    ['Old', '', '[-Old]'],
    ['', '', ''],
    ['one two three', 'one three', 'one [-two ]three'],
    ['我们提供职业规划', '我们提供职业咨询', '我们提供职业[-规划][+咨询]'],
    ['caf\u00e9', 'cafe\u0301', '[-caf\u00e9][+cafe\u0301]'],
    ['a \u{1f468}\u200d\u{1f3a4} b', 'a \u{1f468} b', 'a [-\u{1f468}\u200d\u{1f3a4}][+\u{1f468}] b'],
    ['مرحبا بكم', 'مرحبا بهم', 'مرحبا [-بكم][+بهم]'],
  ])('of %j and %j are marked %j', (before, after, marked) => {
    expect(shown(before, after)).toBe(marked);
  });

  const sentence = fc.array(fc.constantFrom('a', 'b', ' ', 'cat', '.', '日本', '\n', 'e\u0301')).map((parts) => parts.join(''));

  it('that are not added make the first text, those not removed the second', () => {
    fc.assert(fc.property(sentence, sentence, (before, after) => {
      const marks = wordMarks(before, after);
      expect(marks.filter(({ is }) => is !== 'ADDED').map(({ text }) => text).join('')).toBe(before);
      expect(marks.filter(({ is }) => is !== 'REMOVED').map(({ text }) => text).join('')).toBe(after);
    }));
  });

  it('of two long texts with nothing in common are found different in bounded time', () => {
    const began = performance.now();
    expect(wordMarks('one '.repeat(50_000), 'two '.repeat(50_000)).length).toBeLessThan(1300);
    expect(wordMarks('a'.repeat(3900), 'b '.repeat(1900)).length).toBeGreaterThan(1);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('a merge of three texts', () => {
  it.each<[string, string, string, string | null]>([
    ['one two three', 'ONE two three', 'one two THREE', 'ONE two THREE'],
    ['one two three', 'one 2 three', 'one zwei three', null],
    ['one two three', 'one 2 three', 'one 2 three', 'one 2 three'],
    ['one two three', 'one two three', 'one three', 'one three'],
    ['one two three', 'one three', 'one two three', 'one three'],
    ['one two three four', 'zero one two three four', 'one two three four five', 'zero one two three four five'],
    ['one', 'one two', 'one three', null],
    ['', 'a', 'b', null],
  ])('%j, mine %j, theirs %j: %j', (base, mine, theirs, merged) => {
    expect(mergedText(base, mine, theirs)).toBe(merged);
  });

  it('with an unchanged side is the other side', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (base, changed) => {
      expect(mergedText(base, base, changed)).toBe(changed);
      expect(mergedText(base, changed, base)).toBe(changed);
      expect(mergedText(base, changed, changed)).toBe(changed);
    }));
  });

  it('is the same whichever side is called mine', () => {
    const text = fc.array(fc.constantFrom('a ', 'b ', 'c ', 'd '), { maxLength: 8 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, text, (base, mine, theirs) => expect(mergedText(base, mine, theirs)).toBe(mergedText(base, theirs, mine))));
  });
});

describe('sequences', () => {
  it('have as much in common as the longest common subsequence', () => {
    const items = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
    fc.assert(fc.property(items, items, (before, after) => {
      const same = stretchesBetween(before, after).filter(({ is }) => is === 'SAME').reduce((sum, { before: [from, to] }) => sum + to - from, 0);
      expect(same).toBe(longestCommon(before, after));
    }));
  });

  it('keep a longest rising run in its place', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat(40), { maxLength: 10 }), (places) => {
      const run = [...risingRun(places)].sort((a, b) => a - b).map((at) => places[at] ?? -1);
      expect(run).toEqual([...run].sort((a, b) => a - b));
      expect(run.length).toBe(longestCommon(places, [...places].sort((a, b) => a - b)));
    }));
  });
});

/** By the table of the textbook, which is slow and plain. */
function longestCommon(before: readonly number[], after: readonly number[]): number {
  const table = before.map(() => after.map(() => 0));
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  before.forEach((item, row) => after.forEach((other, column) => {
    const line = table[row];
    if (line !== undefined) line[column] = item === other ? at(row - 1, column - 1) + 1 : Math.max(at(row - 1, column), at(row, column - 1));
  }));
  return at(before.length - 1, after.length - 1);
}
