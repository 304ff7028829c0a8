import { describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, type Json, wholeContent } from '../content/content.js';
import { phrasePattern, phraseProblem, redactedContent, redactionMarker, replacedText } from './redaction.js';

const MARKER = redactionMarker('NAME', '2026-11-28');
const gone = (text: string, phrase: string): string => replacedText(text, phrasePattern(phrase), MARKER).value.replaceAll(MARKER, '▮');

describe('A phrase', () => {
  it.each([
    ['Sam Reed wrote to sam  reed and SAM\u00a0REED.', 'Sam Reed', '▮ wrote to ▮ and ▮.'],
    ['Samuel Reed, Sam Reeder, Asam Reed', 'Sam Reed', 'Samuel Reed, Sam Reeder, Asam Reed'],
    ['Zoe\u0308 and Zo\u00eb', 'Zoë', '▮ and ▮'],
    ['Siân’s and Siân\'s', 'siân’s', '▮ and ▮'],
    ['“I cried (a bit).” she said', 'I cried (a bit).', '“▮” she said'],
    ['a.b and axb', 'a.b', '▮ and axb'],
    ['علي أحمد قال', 'علي أحمد', '▮ قال'],
  ])('in %j is found as %j', (text, phrase, expected) => {
    expect(gone(text, phrase)).toBe(expected);
  });

  it('is neither so short that it is found everywhere nor without a letter', () => {
    expect([phraseProblem('ab'), phraseProblem('…!?'), phraseProblem('x'.repeat(2001)), phraseProblem('Bo Li')]).toEqual([expect.stringContaining('3 to 2,000'), expect.stringContaining('words'), expect.any(String), null]);
  });
});

describe('A content without a phrase', () => {
  const replacing = (phrase: string) => {
    const pattern = phrasePattern(phrase);
    return { text: (text: string) => replacedText(text, pattern, MARKER), prose: (document: Json) => { const { value, count } = replacedText(String(document), pattern, MARKER); return { value: value as Json, count }; } };
  };
  const content = wholeContent(CONTENT_FIELDS.PLAYBOOK, {
    title: 'Ask commuter Sam', audiences: ['audience:commuter'], problem: 'Sam is a commuter.', authors: [{ name: 'Sam Commuter', role: 'role:author' }],
    steps: [{ id: 'abcdefgh', order: 1, title: 'Meet Sam', outputs: ['a note for Sam'] }], extra: { sources: ['Sam', { of: 'Sam' }] },
  });

  it('says so wherever a person wrote it, at any depth, and keeps ids, terms and numbers', () => {
    const { value, count } = redactedContent('PLAYBOOK', content, replacing('Sam'));
    expect(count).toBe(7);
    expect(JSON.stringify(value)).toBe(JSON.stringify(content).replaceAll(/\bSam\b/g, MARKER));
    const terms = redactedContent('PLAYBOOK', content, replacing('commuter'));
    expect([terms.value['audiences'], terms.count]).toEqual([['audience:commuter'], 3]);
  });

  it('is the same one where nothing is found', () => {
    expect(redactedContent('PLAYBOOK', content, replacing('Nobody')).value).toBe(content);
  });
});
