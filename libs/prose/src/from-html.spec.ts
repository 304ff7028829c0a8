import { describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { CLIPBOARDS } from './clipboards.fixture.js';
import { fromHtml, toMarkdown, validateDocument } from './index.js';
import type { ReadHtml } from './index.js';

function read(html: string): ReadHtml {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return fromHtml(document.body);
}

const markdown = (html: string): string => toMarkdown(read(html).document);

describe('HTML from a clipboard', () => {
  it.each(CLIPBOARDS)('keeps its structure and drops its junk: $name', ({ html, markdown: expected, lost }) => {
    const { document, lost: found } = read(html);
    expect(toMarkdown(document)).toBe(expected);
    expect([...found].sort()).toEqual([...lost].sort());
    expect(validateDocument(document).ok).toBe(true);
  });

  it.each([
    ['scripts', '<p>a<script>alert(1)</script></p><script>x</script>', 'a\n'],
    ['styles', '<style>p{}</style><p style="color:red;background:url(javascript:x)" onclick="x">a</p>', 'a\n'],
    ['frames and forms', '<iframe src="https://e.org"></iframe><form><input value="x"><button>b</button>a</form>', 'a\n'],
    ['hidden words', '<p>a<span style="display:none">b</span><span style="mso-hide: all">c</span></p>', 'a\n'],
    ['unsafe links', '<p><a href="javascript:alert(1)">a</a> <a href="file:///c:/x">b</a> <a href="#_Toc1">c</a></p>', 'a b c\n'],
    ['vector pictures', '<svg><text>x</text></svg><math><mi>y</mi></math><p>a</p>', 'a\n'],
  ])('never brings along %s', (_name, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  it('knows bold by its weight, whatever the tag says', () => {
    expect(markdown('<b style="font-weight:normal"><p>a <span style="font-weight:700">b</span> <b>c</b></p></b>')).toBe('a **b** **c**\n');
    expect(markdown('<h1><b>Title</b></h1>')).toBe('## Title\n');
  });

  it('takes images with words, and says which it left out', () => {
    const { document, lost } = read('<p>a<img src="https://e.org/i.png" alt="A chart">b<img src="https://e.org/x.png"><img src="data:image/png;base64,AA" alt="x"></p>');
    expect(toMarkdown(document)).toBe('a\n\n![A chart](https://e.org/i.png)\n\nb\n');
    expect([...lost].sort()).toEqual(['IMAGE_ADDRESS', 'IMAGE_WITHOUT_WORDS']);
  });

  it('flattens tables in tables and takes merged cells apart', () => {
    const { document, lost } = read('<table><tr><th colspan="2">a</th></tr><tr><td rowspan="2">b</td><td>c<table><tr><td>d</td><td>e</td></tr></table></td></tr><tr><td>f</td></tr></table>');
    expect(toMarkdown(document)).toBe('| a |  |\n| --- | --- |\n| b | c d e |\n|  | f |\n');
    expect([...lost].sort()).toEqual(['MERGED_CELLS', 'NESTED_TABLE']);
  });

  it('unwraps a table that only places something on a page', () => {
    expect(markdown('<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>')).toBe('a\n\n- b\n');
  });

  it('begins a paragraph where two breaks leave a line empty', () => {
    expect(markdown('<div>a<br>b<br><br>c<br></div>')).toBe('a\\\nb\n\nc\n');
  });

  it('reads a page that nests a thousand levels, and lists that nest forty', () => {
    expect(markdown(`${'<div>'.repeat(1000)}a${'</div>'.repeat(1000)}`)).toBe('a\n');
    const deep = read(`${'<ul><li>x'.repeat(40)}a${'</li></ul>'.repeat(40)}`);
    expect(validateDocument(deep.document).ok).toBe(true);
    expect(toMarkdown(deep.document)).toContain('a');
  });

  it('makes something of nothing', () => {
    for (const html of ['', '   ', '<p></p>', '<!-- x -->', '<table></table>', '<ul></ul>', '<p>&nbsp;</p>']) {
      expect(read(html)).toEqual({ document: { type: 'doc', content: [{ type: 'paragraph' }] }, lost: [] });
    }
  });
});
