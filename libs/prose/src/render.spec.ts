import { describe, expect, it } from '@jest/globals';
import { fromMarkdown, isBlank, proseSchema, toHtml, toPlain } from './index.js';

const html = (markdown: string): string => toHtml(fromMarkdown(markdown));

describe('HTML', () => {
  it('escapes text, code and attributes', () => {
    expect(html('<script>"x" & \'y\'</script>')).toBe('<p>&lt;script&gt;&quot;x&quot; &amp; &#39;y&#39;&lt;/script&gt;</p>');
    expect(html('`<b>`')).toBe('<p><code>&lt;b&gt;</code></p>');
    expect(html('```ts\na < b\n```')).toBe('<pre><code class="language-ts">a &lt; b</code></pre>');
    expect(html('[a](/x?a&b \'"><script>\')')).toBe('<p><a href="/x?a&amp;b" title="&quot;&gt;&lt;script&gt;">a</a></p>');
  });

  it('marks links to other sites and only those', () => {
    expect(html('[a](https://e.org)')).toBe('<p><a href="https://e.org" rel="noopener nofollow ugc">a</a></p>');
    expect(html('[a](/x) [b](#y) [c](mailto:a@b.cd)')).toBe('<p><a href="/x">a</a> <a href="#y">b</a> <a href="mailto:a@b.cd">c</a></p>');
  });

  it('never renders an unsafe address, even from a document nobody validated', () => {
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)', title: null } }];
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks }] }] } as const;
    expect(toHtml(document)).toBe('<p><span>x</span></p>');
  });

  it('renders tables with a head, a body and scoped header cells', () => {
    expect(html('| a | b |\n|---|--:|\n| 1 | 2 |')).toBe(
      '<table><thead><tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table>',
    );
    expect(html('| a |\n|---|')).toBe('<table><thead><tr><th scope="col">a</th></tr></thead></table>');
  });

  it('shifts headings within the levels HTML has', () => {
    const document = fromMarkdown('## a\n\n#### b');
    expect(toHtml(document, { headingOffset: 1 })).toBe('<h3>a</h3><h5>b</h5>');
    expect(toHtml(document, { headingOffset: 9 })).toBe('<h6>a</h6><h6>b</h6>');
    expect(toHtml(document, { headingOffset: -9 })).toBe('<h1>a</h1><h1>b</h1>');
  });

  it('renders lists, quotations, rules and breaks', () => {
    expect(html('- a\n  1. b\n- c')).toBe('<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>');
    expect(html('3. a\n\n   b')).toBe('<ol start="3"><li><p>a</p><p>b</p></li></ol>');
    expect(html('> a\\\n> b\n\n---')).toBe('<blockquote><p>a<br>b</p></blockquote><hr>');
  });

  it('renders a checklist whose boxes are named by their words', () => {
    expect(html('- [x] a *b*\n- [ ] c\n  - d')).toBe(
      '<ul class="tasks"><li><label><input type="checkbox" disabled checked> <span>a <em>b</em></span></label></li>' +
        '<li><label><input type="checkbox" disabled> <span>c</span></label><ul><li>d</li></ul></li></ul>',
    );
  });

  it('names a call-out in a word, so that its colour says nothing alone', () => {
    expect(html('> [!WARNING]\n> Stairs')).toBe('<div class="callout warning"><p class="callout-name">Take care</p><p>Stairs</p></div>');
  });

  it('loads images from here and links to those elsewhere', () => {
    expect(html('![a "b"](/files/c.png)')).toBe('<p class="picture"><img src="/files/c.png" alt="a &quot;b&quot;" loading="lazy"></p>');
    expect(html('![a](https://e.org/c.png)')).toBe('<p class="picture elsewhere"><a href="https://e.org/c.png" rel="noopener nofollow ugc">a</a></p>');
    expect(toHtml({ type: 'doc', content: [{ type: 'image', attrs: { src: 'javascript:x', alt: '<a>' } }] })).toBe('<p>&lt;a&gt;</p>');
    expect(toHtml({ type: 'doc', content: [{ type: 'callout', attrs: { tone: '"><b>' }, content: [] }] })).toBe('<div class="callout note"><p class="callout-name">Note</p></div>');
  });

  it('keeps a link whole around other marks', () => {
    expect(html('**a [b** *c*](/x)')).toContain('<a href="/x">');
    expect(html('**a**[**b** c](/x)')).toBe('<p><strong>a</strong><a href="/x"><strong>b</strong> c</a></p>');
    expect(html('[*a* ~~b~~](/x)')).toBe('<p><a href="/x"><em>a</em> <s>b</s></a></p>');
  });
});

describe('Plain text', () => {
  it('reads like the document', () => {
    const markdown = '## Title\n\nA **b** [c](/x)\\\nd\n\n- one\n  - two\n\n2. x\n3. y\n\n> q\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```\ncode\n```';
    expect(toPlain(fromMarkdown(markdown))).toBe(
      'Title\n\nA b c\nd\n\n- one\n  - two\n\n2. x\n3. y\n\n> q\n\na | b\n1 | 2\n\n---\n\ncode',
    );
  });

  it('says what is done, what is called out and what an image shows', () => {
    expect(toPlain(fromMarkdown('- [x] a\n- [ ] b\n  - c\n\n> [!TIP]\n> d\n\n![A chart](/files/e)'))).toBe('[x] a\n[ ] b\n    - c\n\nTIP:\nd\n\nA chart');
  });

  it('tells a blank document from one that says something', () => {
    for (const blank of ['', '\n', '---', '-', '>', '&nbsp;', '\u200b', '| |\n|-|', '- [ ]', '> [!NOTE]']) expect(isBlank(fromMarkdown(blank))).toBe(true);
    for (const full of ['a', '- a', '| a |\n|-|', '🎉', '```\nx\n```', '![a](/files/b)']) expect(isBlank(fromMarkdown(full))).toBe(false);
  });
});

describe('The schema', () => {
  it('describes every node and mark to an editor', () => {
    for (const type of Object.values(proseSchema.nodes)) {
      const standsAlone = type.name !== 'doc' && type.name !== 'text';
      expect(type.spec.toDOM !== undefined).toBe(standsAlone);
      expect(type.spec.parseDOM !== undefined).toBe(standsAlone);
    }
    for (const type of Object.values(proseSchema.marks)) expect(type.spec.toDOM).toBeDefined();
  });

  it('takes only safe links from pasted content', () => {
    const rule = proseSchema.marks.link?.spec.parseDOM?.[0];
    const paste = (href: string): unknown => {
      const element = { getAttribute: (name: string) => (name === 'href' ? href : null) };
      return rule !== undefined && 'getAttrs' in rule && typeof rule.getAttrs === 'function' ? Reflect.apply(rule.getAttrs, null, [element]) : null;
    };
    expect(paste('javascript:x')).toBe(false);
    expect(paste('/ok')).toEqual({ href: '/ok', title: null });
  });
});
