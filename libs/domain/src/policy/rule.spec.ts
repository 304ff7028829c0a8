import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, always, any, assuming, holds, never, not, rulesAbout, toSql, type Rule, type RuleColumns } from './rule.js';

type Facts = { colour: 'RED' | 'BLUE' | null; isOpen: boolean | null; tags: readonly string[] | null };

const { is, oneOf, overlaps } = rulesAbout<Facts>();
const facts: Facts = { colour: 'RED', isOpen: true, tags: ['a', 'b'] };
const nothing: Facts = { colour: null, isOpen: null, tags: null };

function sql(rule: Rule<Facts>, columns: Partial<RuleColumns<Facts>> = {}) {
  const values: (string | readonly string[])[] = [];
  const param = (value: string | readonly string[]) => `$${values.push(value)}`;
  const text = toSql(rule, { colour: 't.colour', isOpen: 't.closed_at IS NULL', tags: 't.tags', ...columns }, param);
  return { text, values };
}

describe('a rule in memory', () => {
  it.each<[string, Rule<Facts>, boolean]>([
    ['always', always, true],
    ['never', never, false],
    ['an equal value', is('colour', 'RED'), true],
    ['another value', is('colour', 'BLUE'), false],
    ['a true claim', is('isOpen', true), true],
    ['a denied claim', is('isOpen', false), false],
    ['one of several', oneOf('colour', ['BLUE', 'RED']), true],
    ['none of several', oneOf('colour', ['BLUE']), false],
    ['a shared value', overlaps('tags', ['b', 'c']), true],
    ['no shared value', overlaps('tags', ['c']), false],
    ['a negation', not(is('colour', 'RED')), false],
    ['both', all(is('colour', 'RED'), is('isOpen', true)), true],
    ['only one of both', all(is('colour', 'RED'), is('isOpen', false)), false],
    ['either', any(is('colour', 'BLUE'), is('isOpen', true)), true],
    ['neither', any(is('colour', 'BLUE'), is('isOpen', false)), false],
  ])('reads %s', (_name, rule, expected) => {
    expect(holds(rule, facts)).toBe(expected);
  });

  it('lets a null fact equal nothing', () => {
    for (const rule of [is('colour', 'RED'), is('isOpen', true), is('isOpen', false), oneOf('colour', ['RED']), overlaps('tags', ['a'])]) {
      expect(holds(rule, nothing)).toBe(false);
      expect(holds(not(rule), nothing)).toBe(true);
    }
  });
});

describe('a simplified rule', () => {
  it('drops what changes nothing and stops at what decides', () => {
    const red = is('colour', 'RED');
    expect(all(always, red)).toEqual(red);
    expect(all(red, never)).toEqual(never);
    expect(any(never, red)).toEqual(red);
    expect(any(red, always)).toEqual(always);
    expect(all<Facts>()).toEqual(always);
    expect(any<Facts>()).toEqual(never);
    expect(not(not(red))).toEqual(red);
    expect(not<Facts>(always)).toEqual(never);
  });

  it('leaves out what another part already demands or admits', () => {
    const [red, open, tagged] = [is('colour', 'RED'), is('isOpen', true), overlaps('tags', ['a'])];
    expect(any(red, all(red, open))).toEqual(red);
    expect(all(red, any(red, open))).toEqual(red);
    expect(any(all(red, open), all(open, red, tagged), open)).toEqual(open);
    expect(all(red, open, red)).toEqual(all(red, open));
  });

  it('loses what known facts settle', () => {
    const rule = any(all(is('isOpen', true), is('colour', 'RED')), all(is('isOpen', false), not(overlaps('tags', ['a']))));
    expect(assuming(rule, { isOpen: true })).toEqual(is('colour', 'RED'));
    expect(assuming(rule, { isOpen: false, tags: ['b'] })).toEqual(always);
    expect(assuming(rule, {})).toEqual(rule);
  });

  it('treats an empty choice as never', () => {
    expect(oneOf('colour', [])).toEqual(never);
    expect(overlaps('tags', [])).toEqual(never);
  });

  it('means what the unsimplified one means', () => {
    const leaf = fc.constantFrom<Rule<Facts>>(always, never, is('colour', 'RED'), is('isOpen', true), overlaps('tags', ['a']));
    const someFacts = fc.record<Facts>({
      colour: fc.constantFrom('RED', 'BLUE', null),
      isOpen: fc.constantFrom(true, false, null),
      tags: fc.constantFrom(['a'], [], null),
    });
    fc.assert(
      fc.property(fc.array(leaf), fc.array(leaf), someFacts, (left, right, given) => {
        const each = (rules: readonly Rule<Facts>[]) => rules.map((rule) => holds(rule, given));
        const expected = each(left).every(Boolean) && !each(right).some(Boolean);
        return holds(all(all(...left), not(any(...right))), given) === expected;
      }),
    );
  });
});

describe('a rule in SQL', () => {
  it('is TRUE or FALSE where nothing is asked', () => {
    expect(sql(always).text).toBe('TRUE');
    expect(sql(never).text).toBe('FALSE');
    expect(sql({ op: 'all', rules: [] }).text).toBe('TRUE');
    expect(sql({ op: 'any', rules: [] }).text).toBe('FALSE');
  });

  it('is refused where a fact has no column', () => {
    expect(() => toSql(is('colour', 'RED'), { tags: 't.tags' }, () => '$1')).toThrow('No column is given for the fact colour');
  });

  it('binds text and leaves claims as bare conditions', () => {
    const rule = all(is('colour', 'RED'), is('isOpen', true), any(is('isOpen', false), oneOf('colour', ['RED', 'BLUE'])));
    expect(sql(rule)).toEqual({
      text: '(t.colour = $1 AND (t.closed_at IS NULL) AND (NOT (t.closed_at IS NULL) OR t.colour = ANY($2)))',
      values: ['RED', ['RED', 'BLUE']],
    });
  });

  it('keeps a negation true where the fact is null', () => {
    expect(sql(not(is('colour', 'RED'))).text).toBe('(t.colour = $1) IS NOT TRUE');
  });

  it('compares lists by what they share', () => {
    expect(sql(overlaps('tags', ['a', 'b']))).toEqual({ text: 't.tags && $1', values: [['a', 'b']] });
  });

  it('hands an array to a column that is a function', () => {
    const exists = (placeholder: string) => `EXISTS (SELECT 1 FROM tag g WHERE g.t = t.id AND g.name = ANY(${placeholder}))`;
    expect(sql(overlaps('tags', ['a']), { tags: exists })).toEqual({ text: exists('$1'), values: [['a']] });
    expect(sql(is('colour', 'RED'), { colour: exists })).toEqual({ text: exists('$1'), values: [['RED']] });
    expect(sql(oneOf('colour', ['RED']), { colour: exists })).toEqual({ text: exists('$1'), values: [['RED']] });
  });

  it('never writes a value into the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        expect(sql(overlaps('tags', values))).toEqual({ text: 't.tags && $1', values: [values] });
      }),
    );
  });
});
