import { describe, expect, it } from '@jest/globals';
import { fromMarkdown, imagesOf, replaceImages, toMarkdown, validateDocument } from './index.js';

const TEXT = '- ![One](/files/a/one.png)\n\n> ![Two](https://example.org/two.png)\n\nWords.';

describe('Images of a rich text', () => {
  it('are found wherever they stand, in order', () => {
    expect(imagesOf(fromMarkdown(TEXT))).toEqual([{ src: '/files/a/one.png', alt: 'One' }, { src: 'https://example.org/two.png', alt: 'Two' }]);
    expect(imagesOf(fromMarkdown('None.'))).toEqual([]);
  });

  it('give way to words, and stay where there are none; a text without them stays as it is, to the object', () => {
    const document = fromMarkdown(TEXT);
    const { document: left, count } = replaceImages(document, ({ src, alt }) => (src.startsWith('/files/a/') ? `Left out: ${alt}` : null));
    expect([toMarkdown(left).trim(), count]).toEqual(['- Left out: One\n\n> ![Two](https://example.org/two.png)\n\nWords.', 1]);
    expect(replaceImages(document, () => null).document).toBe(document);
  });

  it.each([
    ['/files/a/one.png?1', '/files/a/one.png'], ['/files/a/one.png#b', '/files/a/one.png'], ['/files/a/one.png/?x=/y', '/files/a/one.png'], ['/files/a/one.png//', '/files/a/one.png'], ['/files/a/one.png', '/files/a/one.png'], ['https://example.org/a.png?1#b', 'https://example.org/a.png?1#b'],
  ])('at %j are kept at %j, written as Markdown or sent as a document', (src, kept) => {
    const sent = validateDocument({ type: 'doc', content: [{ type: 'image', attrs: { src, alt: 'A' } }] });
    expect([fromMarkdown(`![A](${src})`), sent.ok ? sent.document : null].map((document) => document === null ? null : imagesOf(document))).toEqual([[{ src: kept, alt: 'A' }], [{ src: kept, alt: 'A' }]]);
  });
});
