import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelProfile, looksOld } from '../channels/index.js';
import { CONTENT_TEMPLATE } from '../content/content-template.js';
import { type Content, wholeContent } from '../content/content.js';
import { exampleRows, renderVariant, templateErrors, templateOf, templateProblems, type TemplateProblem, valueFault, valueWords, variablesOf } from './index.js';

const asOf = { asOf: '2026-11-23', confidence: 'B' };
const PROFILES = new Map([
  channelProfile('format:instagram-reel', { channel: 'channel:instagram', constraints: { captionMaxChars: 30, hashtagsMax: 1, durationMaxSeconds: 60, altText: false, ...asOf } }),
  channelProfile('format:tiktok-video', { channel: 'channel:tiktok', constraints: { captionMaxChars: 4000, captionMaxCharsInterface: 20, durationMinSeconds: 3, ...asOf } }),
  channelProfile('format:x-post', { channel: 'channel:x', constraints: { captionMaxChars: 30, lengthUnit: 'weighted', linkWeight: 23, altTextMaxChars: 10, ...asOf, source: 'docs.x.com' } }),
  channelProfile('format:bluesky-post', { channel: 'channel:bluesky', constraints: { captionMaxChars: 10, lengthUnit: 'graphemes', maxBytes: 30, ...asOf } }),
  channelProfile('format:email-targeted', { channel: 'channel:email', constraints: { subjectMaxCharsAdvised: 10, ...asOf } }),
].map((profile) => [profile.format, profile]));

const content = (variables: readonly object[], variants: readonly object[], language = 'en-GB'): Content => wholeContent(CONTENT_TEMPLATE, { language, variables, variants });
const NAME = { name: 'name', type: 'string', required: true, maxLength: 20, example: 'Dario' };
const problemsOf = (variables: readonly object[], variants: readonly object[]) => templateProblems(templateOf(content(variables, variants)), PROFILES);
const brief = (problems: readonly TemplateProblem[]) => problems.map((problem) => (problem.about === 'VARIABLE' ? `${problem.code} ${problem.variable}.${problem.field}` : problem.about === 'GAP' ? `${problem.code} ${problem.variant}.${problem.field} ${problem.gap}` : `${problem.code} ${problem.variant}.${problem.field} ${problem.actual}/${problem.limit} ${problem.unit}`) + (problem.isWarning ? ' (warning)' : ''));

function rendered(format: string, variant: object, values: Readonly<Record<string, string>> = {}, variables: readonly object[] = [NAME]) {
  return renderVariant(templateOf(content(variables, [{ format, ...variant }])), 0, values, PROFILES.get(format) ?? null);
}

describe('a rendering', () => {
  it('fills every part of a variant and counts it as its channel does', () => {
    const { texts, counts, problems } = rendered('format:x-post', { caption: 'Hi {{name}} https://a.example/long #Tag', altText: ['Portrait'], hook: 'Is {{name}} there?' }, { name: '職業' });
    expect(texts.map(({ field, position, text }) => [field, position, text])).toEqual([['hook', null, 'Is 職業 there?'], ['caption', null, 'Hi 職業 https://a.example/long #Tag'], ['altText', 0, 'Portrait']]);
    expect(counts).toEqual([
      { field: 'caption', position: null, unit: 'weighted', actual: 3 + 4 + 1 + 23 + 5, limit: 30, isAdvice: false, checkedOn: '2026-11-23', confidence: 'B', source: 'docs.x.com' },
      { field: 'altText', position: 0, unit: 'weighted', actual: 8, limit: 10, isAdvice: false, checkedOn: '2026-11-23', confidence: 'B', source: 'docs.x.com' },
    ]);
    expect(problems).toEqual([{
      about: 'LIMIT', code: 'OVER', channel: 'channel:x', format: 'format:x-post', variant: 0, field: 'caption', position: null, limit: 30, actual: 36, unit: 'weighted',
      isAdvice: false, isWarning: false, checkedOn: '2026-11-23', confidence: 'B', source: 'docs.x.com', message: 'The text: at most 30 weighted characters; this has 36.',
    }]);
  });

  it.each<[string, string, object, readonly string[]]>([
    ['the lower of two limits', 'format:tiktok-video', { caption: 'x'.repeat(21) }, ['OVER 0.caption 21/20 utf16']],
    ['a length exactly at the limit', 'format:tiktok-video', { caption: 'x'.repeat(20) }, []],
    ['hashtags in number and in length', 'format:instagram-reel', { caption: '#One #Two and twenty letters more' }, ['OVER 0.caption 33/30 utf16', 'OVER 0.caption 2/1 hashtags']],
    ['bytes beside graphemes', 'format:bluesky-post', { caption: '職業職業職業職業職業職' }, ['OVER 0.caption 11/10 graphemes', 'OVER 0.caption 33/30 utf8-bytes']],
    ['a joined emoji as one', 'format:bluesky-post', { caption: '\u{1f468}\u200d\u{1f3a4}' }, []],
    ['combining marks once, and right-to-left text', 'format:bluesky-post', { caption: 'مَرْحَبًا' }, []],
    ['advice as a warning', 'format:email-targeted', { subject: 'Longer than ten', caption: 'Hello' }, ['OVER 0.subject 15/10 utf16 (warning)']],
    ['seconds below and above', 'format:tiktok-video', { durationSeconds: 2 }, ['UNDER 0.durationSeconds 2/3 seconds']],
    ['seconds above', 'format:instagram-reel', { durationSeconds: 61 }, ['OVER 0.durationSeconds 61/60 seconds']],
    ['alt text that the format takes not', 'format:instagram-reel', { altText: ['A'] }, ['NOT_TAKEN 0.altText 1/0 items (warning)']],
    ['a format that nobody knows', 'format:unheard-of', { caption: 'x'.repeat(9000) }, []],
    ['an unknown gap', 'format:email-targeted', { caption: '{{name}} {{nobody}} {{nobody}}' }, ['UNKNOWN 0.caption nobody']],
    ['a gap called like a method of every object', 'format:email-targeted', { caption: '{{constructor}}' }, ['UNKNOWN 0.caption constructor']],
    ['braces that nothing closes', 'format:email-targeted', { caption: '{{unclosed', altText: ['{{Not a name}}'] }, ['UNCLOSED 0.caption {{unclosed', 'BAD_NAME 0.altText {{Not a name}}']],
  ])('names %s', (_, format, variant, expected) => {
    expect(brief(rendered(format, variant, { name: 'Dario' }).problems)).toEqual(expected);
  });

  it('names what is missing in every part that needs it, and leaves the gap standing', () => {
    const { texts, problems } = rendered('format:email-targeted', { subject: '{{name}}', caption: 'Dear {{name}}' }, {});
    expect(brief(problems)).toEqual(['UNRESOLVED 0.subject name', 'UNRESOLVED 0.caption name']);
    expect(texts.map(({ text }) => text)).toEqual(['{{name}}', 'Dear {{name}}']);
  });

  it.each<[string, object, Readonly<Record<string, string>>, string]>([
    ['what is given', { default: 'D' }, { name: 'G' }, 'G.'],
    ['the default where nothing is', { default: 'D' }, {}, 'D.'],
    ['the gap where a required one is given as nothing', { default: 'D' }, { name: '  ' }, '{{name}}.'],
    ['nothing where an optional one is given as nothing', { required: false, default: 'D' }, { name: '' }, ''],
    ['nothing where an optional one has no default', { required: false }, {}, ''],
    ['a value with braces as it is', {}, { name: '{{name}}' }, '{{name}}.'],
    ['a value that breaks its limit all the same', {}, { name: 'x'.repeat(21) }, `${'x'.repeat(21)}.`],
  ])('puts in %s', (_, change, values, expected) => {
    expect(rendered('format:email-targeted', { caption: '{{name}}.' }, values, [{ ...NAME, ...change }]).texts[0]?.text).toBe(expected);
  });

  it('names a value that breaks its limit, and never repeats it', () => {
    const { problems } = rendered('format:email-targeted', { caption: '{{name}}' }, { name: 'secret'.repeat(9) }, [{ ...NAME, sensitive: true }]);
    expect(problems).toEqual([{ about: 'VARIABLE', code: 'TOO_LONG', variable: 'name', position: 0, field: 'value', limit: 20, actual: 54, isWarning: false, message: 'name: at most 20 characters; this has 54.' }]);
  });

  it('of a hundred variants with long texts takes little time', () => {
    const template = templateOf(content([NAME], Array.from({ length: 40 }, () => ({ format: 'format:x-post', caption: 'é {{name}} https://a.example '.repeat(300) }))));
    const began = performance.now();
    template.variants.forEach((_, at) => renderVariant(template, at, { name: '日' }, PROFILES.get('format:x-post') ?? null));
    expect(performance.now() - began).toBeLessThan(8000);
  });

  it('of more than anybody posts fills and counts nothing, and says so', () => {
    const { texts, counts, problems } = rendered('format:bluesky-post', { caption: '{{name}}é '.repeat(900) }, { name: 'é'.repeat(20_000) });
    expect([texts[0]?.text.startsWith('{{name}}é'), counts, brief(problems)]).toEqual([true, [], ['TOO_MUCH 0.caption ']]);
  });

  it('leaves no gap where every variable has a value, whatever the values are', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{{name}}', ' ', 'a', '\n', '#')), fc.string({ minLength: 1, unit: 'binary' }).filter((value) => value.trim() !== ''), (parts, value) => {
      const { texts, problems } = rendered('format:email-targeted', { caption: `a${parts.join('')}` }, { name: value });
      expect(problems.filter(({ about }) => about === 'GAP')).toEqual([]);
      expect(texts[0]?.text).toBe(`a${parts.join('')}`.replaceAll('{{name}}', () => value.replace(/\r\n?/g, '\n')));
    }));
  });
});

describe('a declaration', () => {
  const used = [{ format: 'format:email-targeted', caption: '{{name}}' }];

  it.each<[string, readonly object[], readonly string[]]>([
    ['that is whole', [NAME], []],
    ['twice the same name', [NAME, { ...NAME }], ['NAMED_TWICE name.name']],
    ['without a name', [NAME, { type: 'string', example: 'x' }], ['BAD_NAME .name']],
    ['with a name for people', [NAME, { name: 'First Name', example: 'x' }], ['BAD_NAME First Name.name']],
    ['with a default over its own limit', [{ ...NAME, default: 'x'.repeat(21) }], ['TOO_LONG name.default']],
    ['with an example under its own limit', [{ ...NAME, minLength: 6 }], ['TOO_SHORT name.example']],
    ['with limits that cross', [{ ...NAME, minLength: 6, maxLength: 5, example: 'Dario!' }], ['LIMITS_CROSSED name.minLength', 'TOO_LONG name.example']],
    ['without an example', [{ ...NAME, example: null }], ['NO_EXAMPLE name.example', 'UNRESOLVED 0.caption name']],
    ['of a choice of nothing', [{ ...NAME, type: 'choice' }], ['NO_CHOICES name.choices', 'NO_CHOICE name.example']],
    ['that nothing uses', [NAME, { ...NAME, name: 'other' }], ['UNUSED other.name (warning)']],
  ])('%s', (_, variables, expected) => {
    expect(brief(problemsOf(variables, used))).toEqual(expected);
  });

  it('breaks a limit with its example, without what may be left out, or only when it is as long as it may be: each is named once', () => {
    const optional = { name: 'tags', type: 'string', required: false, maxLength: 5, default: '', example: 'a' };
    const variant = (caption: string) => [{ format: 'format:tiktok-video', caption }];
    expect(brief(problemsOf([NAME], variant('Sixteen letters {{name}}')))).toEqual(['OVER 0.caption 21/20 utf16']);
    expect(brief(problemsOf([NAME], variant('A real day of {{name}}')))).toEqual(['OVER 0.caption 34/20 utf16 (warning)']);
    expect(brief(problemsOf([NAME, optional], variant('{{tags}} {{name}}')))).toEqual(['OVER 0.caption 26/20 utf16 (warning)']);
  });
});

describe('a template that asks for too much', () => {
  it('is told so for each variant beyond what is filled', () => {
    const greedy = templateOf(content([{ ...NAME, maxLength: 10_000, example: 'é'.repeat(2000) }], Array.from({ length: 40 }, () => ({ format: 'format:bluesky-post', caption: '{{name}}é '.repeat(25) }))));
    expect(templateErrors(greedy, PROFILES).filter(({ code }) => code === 'TOO_MUCH')).toHaveLength(35);
  });
});

describe('a value', () => {
  const fault = (type: string, value: string, limits: object = {}) => {
    const [variable] = variablesOf(content([{ name: 'v', type, ...limits }], []));
    return variable === undefined ? null : (valueFault(variable, value)?.code ?? null);
  };

  it.each<[string, string, string | null, object?]>([
    ['string', 'one line', null], ['string', 'two\nlines', 'LINE_BREAK'], ['text', 'two\r\nlines', null], ['string', 'a\u0000b', 'HIDDEN_CHARACTER'],
    ['string', 'a\u202eb', 'HIDDEN_CHARACTER'], ['text', 'مرحبا\u200f', null], ['string', '\ud83d', 'HIDDEN_CHARACTER'], ['string', '\u{1f468}\u200d\u{1f3a4}', null],
    ['string', 'abc', 'TOO_SHORT', { minLength: 4 }], ['string', 'e\u0301', 'TOO_LONG', { maxLength: 1 }],
    ['number', '1250.5', null], ['number', '-3', null], ['number', '1,250', 'NO_NUMBER'], ['number', '1e9', 'NO_NUMBER'], ['number', 'Infinity', 'NO_NUMBER'], ['number', '', 'NO_NUMBER'],
    ['number', '4', 'TOO_SMALL', { minValue: 5 }], ['number', '6', 'TOO_LARGE', { maxValue: 5 }], ['number', '5', null, { minValue: 5, maxValue: 5 }],
    ['date', '2027-03-05', null], ['date', '2027-02-29', 'NO_DAY'], ['date', '2028-02-29', null], ['date', '5 March', 'NO_DAY'], ['date', '2027-13-01', 'NO_DAY'],
    ['date', '2027-03-05', 'TOO_EARLY', { earliest: '2027-03-06' }], ['date', '2027-03-05', 'TOO_LATE', { latest: '2027-03-04' }],
    ['time', '17:00', null], ['time', '24:00', 'NO_TIME'], ['time', '5pm', 'NO_TIME'],
    ['url', 'https://careers.northmoor.example/cv?a=1', null], ['url', 'careers.example', 'NO_LINK'], ['url', 'javascript:alert(1)', 'NO_LINK'], ['url', 'https://a b', 'NO_LINK'],
    ['handle', 'northmoor.careers', null], ['handle', '@northmoor', 'NO_HANDLE'], ['hashtag', 'FirstInFamily', null], ['hashtag', '#Tag', 'NO_HASHTAG'], ['hashtag', '2027', 'NO_HASHTAG'], ['hashtag', 'two words', 'NO_HASHTAG'], ['hashtag', '職業', null],
    ['choice', 'b', null, { choices: ['a', 'b'] }], ['choice', 'c', 'NO_CHOICE', { choices: ['a', 'b'] }], ['choice', 'a', 'NO_CHOICE'],
    ['list', 'one\n\ntwo\n', null], ['list', 'one\ntwo', 'TOO_MANY_ITEMS', { maxItems: 1 }], ['list', 'a\nc', 'NO_CHOICE', { choices: ['a', 'b'] }],
  ])('%s %j: %s', (type, value, expected, limits = {}) => {
    expect(fault(type, value, limits)).toBe(expected);
  });

  it.each<[string, string, string | null, string]>([
    ['date', '2027-03-05', 'en-GB', '5 March 2027'], ['date', '2027-03-05', 'en-US', 'March 5, 2027'], ['date', '2027-03-05', 'cy-GB', '5 Mawrth 2027'], ['date', 'soon', 'en-GB', 'soon'],
    ['number', '12500.5', 'en-GB', '12,500.5'], ['number', '12500.5', 'de-DE', '12.500,5'], ['number', '-3', 'en-GB', '-3'],
    ['list', 'one\ntwo\nthree', 'en-GB', 'one, two and three'], ['list', 'one\ntwo\nthree', 'de-DE', 'one, two und three'], ['list', 'one', 'en-GB', 'one'],
    ['time', '17:00', 'en-US', '17:00'], ['string', '12500', 'en-GB', '12500'], ['text', 'a\r\nb', 'en-GB', 'a\nb'],
    ['date', '2027-03-05', null, '5 March 2027'], ['date', '2027-03-05', 'not a language', '5 March 2027'], ['date', '2027-03-05', 'xx-XX', '5 March 2027'],
  ])('%s %j in %s reads %j', (type, value, language, words) => {
    expect(valueWords({ type: type as 'date' }, value, language)).toBe(words);
  });
});

describe('the stored example', () => {
  it('is made from the examples, one row a variant', () => {
    const template = templateOf(content([{ name: 'what_closes', required: true, maxLength: 60, example: 'Summer internships' }, { name: 'hashtag_1', type: 'hashtag', required: false, maxLength: 30, default: '', example: 'StudentJobs' }],
      [{ format: 'format:bluesky-post', caption: '{{what_closes}}: closing on Friday. #{{hashtag_1}}' }]));
    expect(exampleRows(template, PROFILES)).toEqual([{
      format: 'format:bluesky-post', subject: null, preheader: null, title: null, documentTitle: null,
      caption: 'Summer internships: closing on Friday. #StudentJobs', count: 51, unit: 'graphemes', limit: 10, hashtags: 1,
    }]);
  });
});

describe('a channel profile', () => {
  it('ignores what is no fact, so that a wrong correction breaks no page', () => {
    const profile = channelProfile('format:a', { channel: 7, constraints: { captionMaxChars: '280', hashtagsMax: -1, altText: 'yes', lengthUnit: 'furlongs', asOf: 'yesterday', confidence: 'Z', maxBytes: Number.NaN } });
    expect(profile).toEqual({ format: 'format:a', channel: null, lengthUnit: 'utf16', linkWeight: 23, takesAltText: null, limits: [], checkedOn: null, confidence: null, source: null });
    expect(channelProfile('format:a', {})).toEqual(channelProfile('format:a', { constraints: null }));
  });

  it('looks old after 180 days, or without a day', () => {
    const sourced = (checkedOn: string | null) => ({ checkedOn, confidence: null, source: null });
    expect([looksOld(sourced('2026-11-23'), '2027-05-22'), looksOld(sourced('2026-11-23'), '2027-05-23'), looksOld(sourced(null), '2026-11-23')]).toEqual([false, true, true]);
  });
});
