import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CALLOUT_TONES, fromForeignMarkdown, fromMarkdown, toMarkdown, validateDocument } from './index.js';

const SAMPLES = [
  '',
  'Plain text with a wrapped\nline and *em*, **strong**, ~~gone~~ and `code`.',
  '# One\n\n## Two ##\n\n###### Six\n\nSetext\n===\n\n##',
  '- a\n- b\n  - c\n    1. d\n    2. e\n\n* other list\n\n+ third',
  '3. three\n4. four\n\n7) seven',
  '- \n- a\n\n  second\n- ```ts\n  code\n\n    indented\n  ```\n- > quoted\n- - nested\n  - - deeper\n- ---\n- ## Heading',
  '- * -\n  *\n-',
  '> a\n> > b\n>\n> - c\n\n> separate\n\n>',
  '```js title=x\nconst a = `b`;\n```\n\n````\n```\n````\n\n    indented\n\n~~~\n\n\tx\n   \n~~~',
  '| a | b \\| c | d |\n|:--|:-:|--:|\n| `x\\|y` | [l](/p) | |\n| **z** |\n\n| only |\n|---|\n|  |',
  'a\\\nb  \nc\\\n\\- d\\\n\\=\\\n1\\. e\\\n:-\\|-',
  '*a*__b__ ***c** d* **e*f*** un*believ*able 这是*强调*文字。 **“x”**y ~~a~~b',
  '*&nbsp;a&nbsp;* &#32;edge&#32; **&#32;b** a&amp;b &amp;copy; &lt;b&gt; snake_case_name',
  '[a](https://x.org/a_(b) "t \\"q\\" & \\&amp;") [b](<https://x.org/c d>) <https://x.org/~me> <a@b.cd> [#](#top) [m](mailto:a@b.cd)',
  '[*a* b](/x)*[c](/x)d* ![alt *text*](/i.png) !\\[no](/x) \\![l](/y) [![i](/i)](/o)',
  '[x](javascript:alert(1)) [y](//evil.example) <b>raw</b> <!-- c --> \\<i>',
  '1\\) not a list\n\n\\# not a heading\n\n\\+ no\n\n2020\\. year\n\n\\---\n\n\\[a]: /b\n\n\\~~~',
  'Emoji 👩🏽‍🎓*👍*🎉 and العربية **مرحبا** עברית',
  '- [ ] to do\n- [x] done\n  - [ ] nested\n    more\n- [X]\n\n* [ ] *other*\n\n  - plain',
  '- [ ] mixed\n- not a box\n\n+ \\[ ] escaped\n+ [ ]tight\n\n- [x]\n\n  ## Heading\n- [ ] \\\n  [x] a',
  '> [!NOTE]\n> Said\n>\n> - list\n\n> [!WARNING] not alone\n\n> [!tip]\n\n> \\[!NOTE]\n\n- > [!CAUTION]\n  >\n  > > [!TIP]\n  > > deep',
  '![A *chart* \\] of `x`](/files/chart.png)\n\n- ![two](https://e.org/a_(b))\n\ntext ![in](/files/line.png) text\n\n![no](http://e.org/x) \n\n![](/files/none)\n\n![&nbsp;](/files/blank)',
  'hard  \n![](/x)\n\n![](/only)\n\nafter',
  '``a`b`` `` ` `` ` `  `  ` `` ` a` `` **`x`**`y` `z\\`',
];

function expectRoundTrip(markdown: string): void {
  const document = fromMarkdown(markdown);
  const written = toMarkdown(document);
  const again = fromMarkdown(written);
  expect({ written, document: again }).toEqual({ written, document });
  expect(toMarkdown(again)).toBe(written);
  expect(validateDocument(document)).toEqual({ ok: true, document });
}

const task = (checked: boolean, text: string): unknown => ({ type: 'task_item', attrs: { checked }, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

const ALPHABET = [
  'a', 'b', 'é', '字', '👍', 'م', ' ', ' ', '  ', '\n', '\n', '\n\n', '\t', '\u00a0', '*', '*', '**', '_', '__', '~', '~~', '`', '``',
  '```', '[', ']', '](/x)', '](https://e.org "t")', '!', '(', ')', '<', '>', '> ', '#', '## ', '- ', '-', '---', '+ ', '* ', '1. ', '2) ', '12',
  '.', ':', '|', '| ', '|-|-|\n', '\\', '\\\n', '&', '&amp;', '&#32;', '&nbsp;', '&#10;', '=', '    ', '"', "'", '\ufeff', '\u2028','&#8232;', '<https://e.org/>', '<b>', '</b>',
  '[ ] ', '[x] ', '- [ ] ', '- [x]', '> [!NOTE]\n', '[!TIP]', '![', '![a](/files/b)', '](/files/c.png)\n\n',
];
const noise = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 40 }).map((parts) => parts.join(''));

const runText = fc.array(fc.constantFrom('a', 'word', 'é', '字', '👍', ' ', '!', '(', '*', '_', '`', '|', '\\', '#', '-', '&', '1.', '~', '\u00a0'), { minLength: 1, maxLength: 5 });
const run = fc.record({
  text: runText.map((parts) => parts.join('')),
  marks: fc.subarray([
    { type: 'link', attrs: { href: '/x|y', title: null } },
    { type: 'strong' },
    { type: 'em' },
    { type: 'strike' },
    { type: 'code' },
  ]),
});
const line = fc.array(run.map(({ text, marks }) => ({ type: 'text', text, marks })), { minLength: 1, maxLength: 6 });

const words = fc.constantFrom('a', 'one two', '[ ] box', '[x] b', '[!NOTE]', '![a](/files/b)', '- c', '1. d', '> e', '# f', '| g', '`h', '*i*', '&amp;', '&#32;', 'j\\\\', '!', '字');
const said = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => ({ type: 'paragraph', content: [{ type: 'text', text: parts.join(' ') }] }));
/** Documents of every block there is, as an editor may send them; only what Markdown cannot say is left out. */
const { blocks } = fc.letrec<{ blocks: unknown[]; block: unknown }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3, depthIdentifier: 'nesting' }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, depthIdentifier: 'nesting' },
    said,
    fc.tuple(said, fc.constantFrom(2, 3, 4)).map(([{ content }, level]) => ({ type: 'heading', attrs: { level }, content })),
    words.map((alt) => ({ type: 'image', attrs: { src: '/files/a_(b).png', alt } })),
    fc.constant({ type: 'horizontal_rule' }),
    words.map((text) => ({ type: 'code_block', attrs: { language: '' }, content: [{ type: 'text', text }] })),
    fc.array(words, { minLength: 1, maxLength: 2 }).map((cells) => ({ type: 'table', content: [
      { type: 'table_row', content: cells.map((text) => ({ type: 'table_header', content: [{ type: 'text', text }] })) },
      { type: 'table_row', content: cells.map((text) => ({ type: 'table_cell', content: [{ type: 'text', text }] })) },
    ] })),
    tie('blocks').map((content) => ({ type: 'blockquote', content })),
    fc.tuple(tie('blocks'), fc.constantFrom(...CALLOUT_TONES)).map(([content, tone]) => ({ type: 'callout', attrs: { tone }, content })),
    fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((items) => ({ type: 'bullet_list', content: items.map((content) => ({ type: 'list_item', content })) })),
    fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }).map((items) => ({ type: 'ordered_list', attrs: { order: 3 }, content: items.map((content) => ({ type: 'list_item', content })) })),
    fc.array(fc.tuple(fc.oneof(said, fc.constant({ type: 'paragraph' })), fc.oneof(tie('blocks'), fc.constant([])), fc.boolean()), { minLength: 1, maxLength: 3 })
      .map((items) => ({ type: 'task_list', content: items.map(([lead, rest, checked]) => ({ type: 'task_item', attrs: { checked }, content: [lead, ...rest as unknown[]] })) })),
  ),
}));

describe('Markdown', () => {
  it.each(SAMPLES)('comes back as the same document: %j', (sample) => {
    expectRoundTrip(sample);
  });

  it('comes back as the same document whatever was typed', () => {
    fc.assert(fc.property(noise, expectRoundTrip));
  });

  it('keeps any combination of marks an editor can produce', () => {
    const property = fc.property(line, fc.boolean(), (content, inTable) => {
      const cell = { type: 'table_header', content };
      const block = inTable ? { type: 'table', content: [{ type: 'table_row', content: [cell, cell] }] } : { type: 'paragraph', content };
      const checked = validateDocument({ type: 'doc', content: [block] });
      if (!checked.ok) throw new Error(checked.problem);
      expect(fromMarkdown(toMarkdown(checked.document))).toEqual(checked.document);
    });
    fc.assert(property);
  });

  it('keeps any nesting of the blocks there are', () => {
    fc.assert(fc.property(blocks, (content) => {
      const checked = validateDocument({ type: 'doc', content });
      if (!checked.ok) throw new Error(checked.problem);
      const written = toMarkdown(checked.document);
      expect({ written, document: fromMarkdown(written) }).toEqual({ written, document: checked.document });
    }));
  });

  it('reads the checklists and call-outs that other programs write', () => {
    const { content } = fromMarkdown('* [X] sent\n* [ ] not yet\n\n> [!important]\n> Bring a pen.');
    expect(content).toEqual([
      { type: 'task_list', content: [task(true, 'sent'), task(false, 'not yet')] },
      { type: 'callout', attrs: { tone: 'note' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bring a pen.' }] }] },
    ]);
  });

  it('reads thousands of call-outs and boxes in a moment', () => {
    const many = `${'> [!NOTE]\n\n'.repeat(15_000)}${'- [ ]\n'.repeat(15_000)}`;
    expect(fromMarkdown(many).content).toHaveLength(15_001);
  }, 5_000);

  it('keeps a mark that begins with a single letter within a word', () => {
    const em = { type: 'em' };
    const strike = { type: 'strike' };
    const content = [
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b', marks: [strike] },
      { type: 'text', text: 'c', marks: [em, strike, { type: 'code' }] },
      { type: 'text', text: 'd' },
    ];
    const document = { type: 'doc', content: [{ type: 'paragraph', content }] } as const;
    expect(fromMarkdown(toMarkdown(document))).toEqual(document);
  });

  it('turns a wrapped line into one space', () => {
    expect(fromMarkdown('one\n   two').content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'one two' }] }]);
  });

  it('writes what a person would write', () => {
    const text = '## Title\n\nSome _soft_ and **loud** words, a [link](https://e.org/a) and `code`.\n\n- one\n  - two\n- three\n\n| a | b |\n| --- | --: |\n| 1 | 2 \\| 3 |\n';
    expect(toMarkdown(fromMarkdown(text))).toBe(text);
  });

  it('writes two neighbouring lists so that they stay two', () => {
    expect(toMarkdown(fromMarkdown('- a\n\n* b'))).toBe('- a\n\n+ b\n');
  });

  it('keeps HTML as text', () => {
    expect(fromMarkdown('<b>x</b>').content).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: '<b>x</b>' }] }]);
  });

  it('flattens what is nested too deeply, so that the result is valid', () => {
    for (const deep of [`${'> '.repeat(80)}a`, `${'- '.repeat(45)}a`, `${'> '.repeat(300)}a`, `${'- '.repeat(3000)}a`]) {
      const document = fromMarkdown(deep);
      expect(JSON.stringify(document)).toMatch(/"text":"[- >]*a"/);
      expect(validateDocument(document)).toEqual({ ok: true, document });
      expect(fromMarkdown(toMarkdown(document))).toEqual(document);
    }
  });

  it('leaves out empty paragraphs, which Markdown cannot express', () => {
    const word = { type: 'paragraph', content: [{ type: 'text', text: 'a' }] };
    const document = { type: 'doc', content: [word, { type: 'paragraph' }, word] } as const;
    expect(toMarkdown(document)).toBe('a\n\na\n');
  });

  it('refuses to write a block it does not know', () => {
    expect(() => toMarkdown({ type: 'doc', content: [{ type: 'video' }] })).toThrow(RangeError);
  });
});

describe('Foreign Markdown', () => {
  const plain = (markdown: string): string => toMarkdown(fromForeignMarkdown(markdown).document);

  it('loses its tags but not their text', () => {
    const { document, dropped } = fromForeignMarkdown('<div class="x">\n<p>Hello &amp; <b>you</b></p><p>there</p>\n</div>\n\nA <u>word</u><br>next');
    expect(toMarkdown(document)).toBe('Hello & you\n\nthere\n\nA word\\\nnext\n');
    expect(dropped).toEqual([
      'Removed the HTML tag <div>.',
      'Removed the HTML tag <p> (2 times).',
      'Removed the HTML tag <b>.',
      'Removed the HTML tag <u>.',
      'Removed the HTML tag <br>.',
    ]);
  });

  it('drops scripts, styles and comments entirely', () => {
    expect(plain('<script>\nalert(1)\n\nmore()\n</script>\n\n<style>p{}</style>\n\na <script>x *y*</script>b <!-- c -->d')).toBe('a b d\n');
    expect(fromForeignMarkdown('<script>x</script>').dropped).toEqual(['Dropped the HTML element <script> with its content.']);
  });

  it('keeps images as their alternative text', () => {
    const { document, dropped } = fromForeignMarkdown('![A *chart*](/c.png) ![local](c.png) ![](/x.png) <img alt="photo" src=x>');
    expect(toMarkdown(document)).toBe('[A chart](/c.png) local  photo\n');
    expect(dropped).toHaveLength(4);
  });

  it('keeps the text of a link that is not allowed', () => {
    const { document, dropped } = fromForeignMarkdown('[a](javascript:x) [b](../up.md) [c](//e.org) [d](/ok)');
    expect(toMarkdown(document)).toBe('a b c [d](/ok)\n');
    expect(dropped).toContain('Removed a link to an address that is not allowed (javascript:x) and kept its text.');
  });

  it('moves headings into the levels there are', () => {
    const { document, dropped } = fromForeignMarkdown('# a\n\n##### b\n\n###### c');
    expect(toMarkdown(document)).toBe('## a\n\n#### b\n\n#### c\n');
    expect(dropped).toEqual([
      'Changed a heading of level 1 to level 2.',
      'Changed a heading of level 5 to level 4.',
      'Changed a heading of level 6 to level 4.',
    ]);
  });

  it('removes the front matter and reports it', () => {
    expect(fromForeignMarkdown('---\ntitle: x\ntags:\n  - y\n---\n\nBody').dropped).toEqual(['Removed the front matter.']);
    expect(plain('---\n\ntext\n\n---\n')).toBe('___\n\ntext\n\n---\n');
  });

  it('reports nothing where nothing is lost', () => {
    expect(fromForeignMarkdown('## Fine\n\n| a |\n|---|\n| b |\n\n```ts\nx\n```').dropped).toEqual([]);
  });

  it('comes back as the same document whatever was typed', () => {
    const property = fc.property(noise, (text) => {
      const { document } = fromForeignMarkdown(text);
      expect(fromMarkdown(toMarkdown(document))).toEqual(document);
      expect(validateDocument(document)).toEqual({ ok: true, document });
    });
    fc.assert(property);
  });
});
