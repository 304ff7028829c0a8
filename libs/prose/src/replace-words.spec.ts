import { describe, expect, it } from '@jest/globals';
import { fromMarkdown } from './markdown.js';
import { replaceWords } from './replace-words.js';
import { toMarkdown } from './write-markdown.js';

const without = (markdown: string, pattern = /sam\s+reed/giu): [string, number] => {
  const { document, count } = replaceWords(fromMarkdown(markdown), pattern, '[gone]');
  return [toMarkdown(document).trim(), count];
};

describe('Words that are replaced in a rich text', () => {
  it.each([
    ['Sam Reed said so.', '[gone] said so.', 1],
    ['We asked **Sam** Reed and *Sam Reed*.', 'We asked **[gone]** and _[gone]_.', 2],
    ['Ask Sam **Re**ed, **then** Sam Reed', 'Ask [gone], **then** [gone]', 2],
    ['- one\n- by Sam Reed\n\n> Sam Reed', '- one\n- by [gone]\n\n> [gone]', 2],
    ['[Sam Reed](https://example.org/sam-reed) wrote', '[[gone]](https://example.org/sam-reed) wrote', 1],
    ['[he](https://example.org "Ask Sam Reed") wrote', '[he](https://example.org "Ask [gone]") wrote', 1],
    ['By Sam  \nReed\\\nof here', 'By [gone]\nof here', 1],
    ['Nobody.', 'Nobody.', 0],
  ])('in %j', (before, after, count) => {
    const [text, found] = without(before);
    expect([text.replaceAll('\\', ''), found]).toEqual([after, count]);
  });

  it('are not found across two paragraphs, and leave a text without them as it is, to the object', () => {
    const document = fromMarkdown('Sam\n\nReed and Sam');
    expect(replaceWords(document, /sam reed/giu, '[gone]').document).toBe(document);
  });

  it('leave nothing of a text that was only them, and no empty text', () => {
    const { document } = replaceWords(fromMarkdown('**Sam** *Reed*'), /sam reed/giu, '[gone]');
    expect(document.content[0]?.content).toEqual([{ type: 'text', text: '[gone]', marks: [{ type: 'strong' }] }]);
  });
});
