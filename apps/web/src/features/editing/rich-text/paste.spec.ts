import { describe, expect, it } from '@jest/globals';
import { PROSE_LIMITS, type HtmlNode } from '@passalong/prose';
import { fits, pasteOf } from './paste';

/** A parsed page of paragraphs, one for each line. */
const parse = (html: string): HtmlNode => element('body', html.split('\n').map((line) => element('p', [{ nodeType: 3, nodeName: '#text', nodeValue: line, childNodes: [] }])));
const element = (nodeName: string, childNodes: HtmlNode[]): HtmlNode => ({ nodeType: 1, nodeName, nodeValue: null, childNodes, getAttribute: () => null });
const never = (): HtmlNode => { throw new Error('This is not to be parsed.'); };

describe('A paste', () => {
  it('of HTML becomes a document', () => {
    expect(pasteOf({ html: 'one\ntwo', text: 'one two' }, parse)).toMatchObject({ kind: 'DOCUMENT', document: { content: [{ type: 'paragraph' }, { type: 'paragraph' }] }, lost: [] });
  });

  it.each(['# Title', 'a\n- b\n- c', '1. a\n2. b', '> q', '```\nx\n```', '| a | b |', 'some **bold** words', 'see [here](https://example.org)'])('of text like %j is read as Markdown', (text) => {
    expect(pasteOf({ html: '', text }, never)).toEqual({ kind: 'MARKDOWN', markdown: text });
  });

  it('of typed bullets becomes a list', () => {
    expect(pasteOf({ html: '', text: '•\tone\n  ◦ two' }, never)).toEqual({ kind: 'MARKDOWN', markdown: '- one\n  - two' });
  });

  it.each(['', 'Plain words.', 'Two\nlines', '2 * 3 * 4', '#hashtag', 'a - b', 'C:\\*.*', '[x] y'])('of ordinary words like %j is left to the editor', (text) => {
    expect(pasteOf({ html: '', text }, never)).toEqual({ kind: 'ORDINARY' });
  });

  it('of what was copied in the editor is left to it', () => {
    expect(pasteOf({ html: '<p data-pm-slice="1 1 []">a</p>', text: 'a' }, never)).toEqual({ kind: 'ORDINARY' });
  });

  it.each([
    ['five megabytes of text', { html: '', text: 'word '.repeat(1_000_000) }],
    ['five megabytes of HTML', { html: 'x'.repeat(5_000_000), text: 'x'.repeat(5_000_000) }],
    ['too many lines', { html: '', text: 'a\n'.repeat(100_000) }],
    ['too many paragraphs', { html: 'a\n'.repeat(20_000), text: '' }],
    ['too much from the editor itself', { html: '<p data-pm-slice="1 1 []">', text: 'x'.repeat(PROSE_LIMITS.text + 1) }],
  ])('of %s is refused', (_name, clipboard) => {
    expect(pasteOf(clipboard, parse)).toEqual({ kind: 'TOO_MUCH' });
  });

  it('takes the plain text where the HTML around it is too much', () => {
    expect(pasteOf({ html: 'x'.repeat(5_000_000), text: 'Plain words.' }, never)).toEqual({ kind: 'ORDINARY' });
  });

  it('is refused where the field has no room for it', () => {
    expect(pasteOf({ html: 'one', text: 'one' }, parse, 2)).toEqual({ kind: 'TOO_MUCH' });
    expect(pasteOf({ html: '', text: 'one' }, never, 2)).toEqual({ kind: 'TOO_MUCH' });
    expect(fits({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'one' }] }] }, 3)).toBe(true);
  });
});
