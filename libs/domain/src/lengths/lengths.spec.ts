import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hashtagsIn, LENGTH_UNITS, lengthOf, type LengthUnit } from './index.js';
import { linksIn } from './links.js';

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';
const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

/** Text, then its length in utf16, graphemes, code points, weighted, characters with emoji as bytes, and bytes of UTF-8. */
const GOLDEN: readonly (readonly [what: string, text: string, ...lengths: readonly [number, number, number, number, number, number]])[] = [
  ['nothing', '', 0, 0, 0, 0, 0, 0],
  ['a letter', 'a', 1, 1, 1, 1, 1, 1],
  ['a sentence of X’s tests', 'This is a test.', 15, 15, 15, 15, 15, 15],
  ['é as one character', '\u00e9', 1, 1, 1, 1, 1, 2],
  ['é as a letter and an accent', 'e\u0301', 2, 1, 2, 1, 1, 3],
  ['Ồ as a letter and two accents', 'O\u0302\u0300', 3, 1, 3, 2, 1, 5],
  ['Ӑ of Cyrillic, composed from two', '\u0410\u0306', 2, 1, 2, 1, 1, 4],
  ['café in two writings', 'caf\u00e9 cafe\u0301', 10, 9, 10, 9, 9, 12],
  ['a letter under sixty accents', `z${'\u0301'.repeat(60)}`, 61, 1, 61, 60, 1, 121],
  ['Welsh ŵ and ŷ', 'dŵr a thŷ', 9, 9, 9, 9, 9, 11],
  ['a line feed', 'a\nb', 3, 3, 3, 3, 3, 3],
  ['a carriage return and line feed', 'a\r\nb', 4, 3, 4, 4, 3, 4],
  ['two empty lines', 'a\n\n\nb', 5, 5, 5, 5, 5, 5],
  ['a tab', 'a\tb', 3, 3, 3, 3, 3, 3],
  ['NUL', 'a\u0000b', 3, 3, 3, 3, 3, 3],
  ['a no-break space', 'a\u00a0b', 3, 3, 3, 3, 3, 4],
  ['a zero-width space', 'a\u200bb', 3, 3, 3, 3, 3, 5],
  ['curly quotation marks', '“Hi”', 4, 4, 4, 4, 4, 8],
  ['a dash and an ellipsis', '– …', 3, 3, 3, 4, 3, 7],
  ['primes', '5′ 6″', 5, 5, 5, 5, 5, 9],
  ['a bullet', '• one', 5, 5, 5, 6, 5, 7],
  ['the euro sign', '€5', 2, 2, 2, 3, 2, 4],
  ['a right-to-left mark', 'a\u200fb', 3, 3, 3, 4, 3, 5],
  ['a right-to-left override', 'a\u202eb', 3, 3, 3, 4, 3, 5],
  ['Arabic', 'مرحبا', 5, 5, 5, 5, 5, 10],
  ['Arabic with vowel signs', 'مَرْحَبًا', 9, 5, 9, 9, 5, 18],
  ['Hebrew with points', 'שָׁלוֹם', 7, 4, 7, 7, 4, 14],
  ['Devanagari with vowel signs', 'हिन्दी', 6, 2, 6, 6, 2, 18],
  ['Thai with tone marks', 'น้ำ', 3, 1, 3, 3, 1, 9],
  ['Georgian, the last block that weighs 1', 'ჿ', 1, 1, 1, 1, 1, 3],
  ['Hangul Jamo, the first block that weighs 2', '\u1100', 1, 1, 1, 2, 1, 3],
  ['Chinese', '职业规划', 4, 4, 4, 8, 4, 12],
  ['Japanese', 'のの', 2, 2, 2, 4, 2, 6],
  ['Korean syllables of X’s tests', '저찀쯿쿿', 4, 4, 4, 8, 4, 12],
  ['a Korean syllable from three letters', '\u1112\u1161\u11ab', 3, 1, 3, 2, 1, 9],
  ['full-width letters', 'ＡＢ', 2, 2, 2, 4, 2, 6],
  ['a character beyond the first plane', '\u{10000}', 2, 1, 1, 2, 1, 4],
  ['the last character there is', '\u{10ffff}', 2, 1, 1, 2, 1, 4],
  ['letters of mathematics that look bold', '\u{1d401}\u{1d428}', 4, 2, 2, 4, 2, 8],
  ['half a surrogate pair', 'a\ud83d', 2, 2, 2, 3, 2, 4],
  ['an emoji', '\u{1f47e}', 2, 1, 1, 2, 4, 4],
  ['a letter, an emoji and a smiling face of X’s tests', 'H\u{1f431}☺', 4, 3, 3, 5, 8, 8],
  ['an emoji with a skin tone', '\u{1f64b}\u{1f3fd}', 4, 1, 2, 2, 8, 8],
  ['an emoji joined from two', '\u{1f468}\u200d\u{1f3a4}', 5, 1, 3, 2, 11, 11],
  ['a family of four', FAMILY, 11, 1, 7, 2, 25, 25],
  ['a heart with its selector', '❤\ufe0f', 2, 1, 2, 2, 6, 6],
  ['a heart without', '❤', 1, 1, 1, 2, 3, 3],
  ['a heart as text', '❤\ufe0e', 2, 1, 2, 4, 1, 6],
  ['a flag', '\u{1f1e8}\u{1f1ed}', 4, 1, 2, 2, 8, 8],
  ['two flags side by side', '\u{1f1e8}\u{1f1ed}\u{1f1ec}\u{1f1e7}', 8, 2, 4, 4, 16, 16],
  ['half a flag', '\u{1f1e8}', 2, 1, 1, 2, 1, 4],
  ['the flag of England', ENGLAND, 14, 1, 7, 2, 28, 28],
  ['a key', '1\ufe0f\u20e3', 3, 1, 3, 2, 7, 7],
  ['a digit', '1', 1, 1, 1, 1, 1, 1],
  ['the copyright sign', '©', 1, 1, 1, 1, 1, 2],
  ['the copyright sign as a picture', '©\ufe0f', 2, 1, 2, 2, 5, 5],
  ['the trade mark sign', '™', 1, 1, 1, 2, 1, 3],
  ['three emoji in a row', '\u{1f389}\u{1f389}\u{1f389}', 6, 3, 3, 6, 12, 12],
  ['a hashtag', '#FirstInFamily', 14, 14, 14, 14, 14, 14],
  ['a hashtag with an accent', '#Carrières', 10, 10, 10, 10, 10, 11],
];

describe('the golden table of lengths', () => {
  it.each(GOLDEN)('%s: %j', (_, text, ...lengths) => {
    const units: readonly LengthUnit[] = ['utf16', 'graphemes', 'code-points', 'weighted', 'chars-emoji-as-utf8-bytes', 'utf8-bytes'];
    expect(units.map((unit) => lengthOf(text, unit))).toEqual(lengths);
  });

  it('has at least sixty rows', () => expect(GOLDEN.length).toBeGreaterThanOrEqual(60));
});

describe('links on X', () => {
  it.each<[string, number]>([
    ['http://test.com', 23],
    ['https://test.com', 23],
    ['test.com', 23],
    ['Test https://test.com test https://test.com test.com test', 86],
    ['https://example.com/path/to/resource?search=foo&lang=en', 23],
    ['HTTPS://www.ExaMPLE.COM/index.html', 23],
    ['https://careers.northmoor.example/cv-gap', 23],
    ['(see https://example.com/a)', 6 + 23],
    ['https://en.wikipedia.org/wiki/Career_(work)', 23],
    ['Read example.com.', 5 + 23 + 1],
    ['Read https://example.com/a, then act!', 5 + 23 + 11],
    ['https://example.com/Русские_слова', 23],
    ['https://example.com/仕事', 23 + 4],
    ['仕事example.comへ', 4 + 23 + 2],
    ['foo.co.jp', 23],
    ['calderfold.ac.uk', 23],
    ['t.co', 23],
    ['bbc.uk', 6],
    ['bbc.uk/careers', 23],
    ['me@example.com', 14],
    ['@handle.com', 11],
    ['version 1.2.3', 13],
    ['e.g. this', 9],
    ['end.Next', 8],
    ['notes.txt', 9],
    ['http://localhost', 16],
    ['ftp://www.example.com/', 22],
    ['see:example.com', 4 + 23],
    ['a.b', 3],
  ])('%s weighs %d', (text, weight) => {
    expect(lengthOf(text, 'weighted')).toBe(weight);
  });

  it('weigh what the profile says, and are whole in every other way of counting', () => {
    expect(lengthOf('a https://example.com/long', 'weighted', { linkWeight: 30 })).toBe(32);
    expect(lengthOf('a https://example.com/long', 'graphemes')).toBe(26);
  });

  it('overlap nowhere and come in order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('https://', 'a', '.', 'com', '/', '(', ')', ' ', '日', '-', '@', ',')), (parts) => {
      let from = 0;
      for (const { start, end } of linksIn(parts.join(''))) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        from = end;
      }
    }));
  });
});

describe('words', () => {
  it.each([['A real day as a Placement data assistant. Scan to watch.', 11], ['', 0], [' – — ', 0], ['one\n\ntwo', 2], ['don’t self-check', 2]])('%j has %d', (text, words) => {
    expect(lengthOf(text, 'words')).toBe(words);
  });
});

describe('hashtags', () => {
  it.each<[string, readonly string[]]>([
    ['#CareerGap #StudentCV', ['CareerGap', 'StudentCV']],
    ['(#One), #Two.', ['One', 'Two']],
    ['#One#Two', ['One']],
    ['#1st and #12345', ['1st']],
    ['#ашок #트위터 #職業', ['ашок', '트위터', '職業']],
    ['＃FullWidth', ['FullWidth']],
    ['C# and a#b and &#39; and https://a.example/#part', []],
    ['#CV_tips #café', ['CV_tips', 'café']],
    ['# alone ##', []],
    ['#twice #twice', ['twice', 'twice']],
  ])('of %j', (text, tags) => {
    expect(hashtagsIn(text)).toEqual(tags);
  });
});

describe('every way of counting', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });

  it('keeps its order: clusters are no more than code points, those no more than UTF-16 units, and these no more than bytes', () => {
    fc.assert(fc.property(anyText, (text) => {
      const [graphemes, points, utf16, bytes] = [lengthOf(text, 'graphemes'), lengthOf(text, 'code-points'), lengthOf(text, 'utf16'), lengthOf(text, 'utf8-bytes')];
      expect(graphemes).toBeLessThanOrEqual(points);
      expect(points).toBeLessThanOrEqual(utf16);
      expect(utf16).toBeLessThanOrEqual(bytes);
    }));
  });

  it('agrees with the encoder of the platform on bytes, and with the iterator of the language on code points', () => {
    fc.assert(fc.property(anyText, (text) => {
      expect(lengthOf(text, 'utf8-bytes')).toBe(Buffer.byteLength(text));
      expect(lengthOf(text, 'code-points')).toBe([...text].length);
    }));
  });

  it('finds the same clusters in a long text as the segmenter does at once', () => {
    const part = fc.constantFrom('a', 'é', '\u0301', '\r', '\n', '\u{1f1e8}', '\u{1f468}', '\u200d', '\u{1f3fd}', 'हि', '\ud83d', '\u1100', '\u1161');
    fc.assert(fc.property(fc.array(part, { minLength: 600, maxLength: 1500 }), (parts) => {
      const text = parts.join('');
      expect(lengthOf(text, 'graphemes')).toBe([...new Intl.Segmenter('en').segment(text)].length);
    }), { numRuns: 20, endOnFailure: true });
  });

  it('of two lines is the sum of both and the break between them', () => {
    fc.assert(fc.property(anyText, anyText, fc.constantFrom(...LENGTH_UNITS.filter((unit) => unit !== 'words')), (first, second, unit) => {
      expect(lengthOf(`${first} \n${second}`, unit)).toBe(lengthOf(`${first} `, unit) + 1 + lengthOf(second, unit));
    }));
  });

  it.each(LENGTH_UNITS)('%s takes hostile texts in time that grows with their length, not its square', (unit) => {
    const began = performance.now();
    for (const part of ['a', 'a.', 'é', 'https://a.', '#', '{{', '(((.com', '\u202e', 'a-', 'e\u0301\u0302', '\u{1f468}\u200d', '日本語 ']) lengthOf(part.repeat(Math.ceil(100_000 / part.length)), unit);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});
