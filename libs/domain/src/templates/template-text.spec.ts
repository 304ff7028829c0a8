import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { filledText } from './fill.js';
import { gapsOf, MOST_FAULTS, readTemplateText } from './template-text.js';

const written = (text: string): string => readTemplateText(text).parts.map((part) => ('gap' in part ? `<${part.gap}>` : part.text)).join('');
const faults = (text: string) => readTemplateText(text).faults.map(({ code, at, written: words }) => `${code} ${at} ${words}`);

describe('a text with gaps', () => {
  it.each([
    ['no gap at all', 'no gap at all'],
    ['Hello {{first_name}}!', 'Hello <first_name>!'],
    ['{{ a }} and {{\tb\n}}', '<a> and <b>'],
    ['{{a}}{{a}}', '<a><a>'],
    ['two braces: \\{{a}}', 'two braces: {{a}}'],
    ['{ {a} } {a}', '{ {a} } {a}'],
    ['{{a}}}', '<a>}'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['{{constructor}} {{x1}}', '<constructor> <x1>'],
  ])('%j is read as %j', (text, read) => {
    expect(written(text)).toBe(read);
  });

  it.each<[string, readonly string[]]>([
    ['{{unclosed', ['UNCLOSED 0 {{unclosed']],
    ['{{unclosed and then {{a}}', ['UNCLOSED 0 {{unclosed and then ']],
    ['{{a {{b}} }}', ['NESTED 0 {{a {{b}} }}']],
    ['a }} b', ['UNOPENED 2 }}']],
    ['{{}} {{  }}', ['NAMELESS 0 {{}}', 'NAMELESS 5 {{  }}']],
    ['{{First Name}}', ['BAD_NAME 0 {{First Name}}']],
    ['{{{a}}}', ['BAD_NAME 0 {{{a}}']],
    ['{{1a}} {{a-b}} {{__proto__}}', ['BAD_NAME 0 {{1a}}', 'BAD_NAME 7 {{a-b}}', 'BAD_NAME 15 {{__proto__}}']],
    [`{{${'a'.repeat(61)}}}`, [`BAD_NAME 0 {{${'a'.repeat(58)}`]],
    ['{{a\u0000}}', ['BAD_NAME 0 {{a\u0000}}']],
  ])('%j is at fault: %j', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it('keeps every letter that is no gap', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{', '}', '{{', '}}', 'a', '{{a}}', ' ', '\n', '\u202e', '\u0000')), (parts) => {
      const text = parts.join('');
      const read = readTemplateText(text).parts.map((part) => ('gap' in part ? `{{${part.gap}}}` : part.text)).join('');
      expect(read.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }));
  });

  it('names each gap once', () => expect(gapsOf(readTemplateText('{{b}} {{a}} {{b}}'))).toEqual(['b', 'a']));

  it.each(['{', '{{', '}}', '{{a}}', '\\{{', '{{a {{', '\u202e', '\u0000', '\r\n'])('a text of five million units of %j is read in one pass', (part) => {
    const began = performance.now();
    const { faults: found } = readTemplateText(part.repeat(Math.ceil(5_000_000 / part.length)));
    expect(found.length).toBeLessThanOrEqual(MOST_FAULTS);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('filling', () => {
  const fill = (text: string, values: Readonly<Record<string, string>> = {}) => filledText(readTemplateText(text).parts, (name) => values[name] ?? null);

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['{{a}} and {{a}}', 'one and one', { a: 'one' }],
    ['{{a}} {{b}}', '{{b}} {{b}}', { a: '{{b}}' }],
    ['#{{a}} #{{b}} end', '#One end', { a: 'One', b: '' }],
    ['by @{{a}}.', 'by', { a: '' }],
    ['Source. {{credit}}. #{{tag}}', 'Source. #T', { credit: '', tag: 'T' }],
    ['{{a}}, {{b}}', 'two', { a: '', b: 'two' }],
    ['one {{a}} two', 'one two', { a: '' }],
    ['one{{a}} two', 'one two', { a: '' }],
    ['one ({{a}}) two', 'one () two', { a: '' }],
    ['{{a}} first', 'first', { a: '' }],
    ['last {{a}}', 'last', { a: '' }],
    ['one\n{{a}}\ntwo', 'one\ntwo', { a: '' }],
    ['one\n\n{{a}}.\n\ntwo', 'one\n\ntwo', { a: '' }],
    ['one\n\n{{a}}.\n{{b}}.\n\ntwo', 'one\n\ntwo', { a: '', b: '' }],
    ['one\n\n\n\ntwo {{a}}', 'one\n\ntwo', { a: '' }],
    ['one\n\n\n\ntwo {{a}}', 'one\n\n\n\ntwo x', { a: 'x' }],
    ['{{a}}', '', { a: '' }],
    ['{{a}}{{b}}.', 'B.', { a: '', b: 'B' }],
    ['{{a}}', 'one\ntwo', { a: 'one\ntwo' }],
    ['keeps {{unknown}} as written', 'keeps {{unknown}} as written', {}],
  ])('%j gives %j with %j', (text, expected, values) => {
    expect(fill(text, values)).toBe(expected);
  });

  it('with words for every gap changes nothing but the gaps', () => {
    const part = fc.constantFrom('a ', '. ', '\n', '\n\n\n', ' #', '  ', '{{x}}', '{{y}}');
    fc.assert(fc.property(fc.array(part), fc.string({ minLength: 1 }), (parts, value) => {
      const text = parts.join('');
      expect(fill(text, { x: value, y: 'Y' })).toBe(text.replaceAll('{{x}}', () => value).replaceAll('{{y}}', 'Y'));
    }));
  });
});
