import { describe, expect, it } from '@jest/globals';
import { fromMarkdown, isImageSource, isSafeHref, PROSE_LIMITS, validateDocument } from './index.js';

const GOOD_LINKS = [
  'https://example.org', 'http://example.org/a?b=c#d', 'HTTPS://EXAMPLE.ORG', 'mailto:careers@example.org', '/', '/playbooks/1',
  '/a//b', '#', '#top', 'https://example.org/字', 'https://example.org/a_(b)|c',
];
const BAD_LINKS = [
  '', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)', '\u0001javascript:alert(1)',
  'javascript\u0000:alert(1)', 'java\u200bscript:x', 'data:text/html,x', 'DATA:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'blob:https://e.org/1',
  'ftp://example.org', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example', ' /a', '/a b', 'https:', 'https://',
  'https:///evil', 'https:evil.example', 'https://e.org/\u202egpj', 'https://e.org/"x', 'https://e.org/<x>', 'mailto:', 'relative/path', './a', '../a',
  '?q=1', 'example.org', 'http\u0000s://e.org', '\ufeffhttps://e.org', 'https://e.org/\ud800', `https://e.org/${'a'.repeat(5000)}`,
];

const text = (value: string, marks?: unknown): unknown => ({ type: 'text', text: value, ...(marks === undefined ? {} : { marks }) });
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content });
const linked = (href: unknown): unknown => doc(paragraph(text('x', [{ type: 'link', attrs: { href, title: null } }])));

function nested(levels: number): unknown {
  let node = paragraph(text('x'));
  for (let level = 0; level < levels; level += 1) node = { type: 'blockquote', content: [node] };
  return doc(node);
}

function problemOf(value: unknown): string {
  const result = validateDocument(value);
  return result.ok ? '' : result.problem;
}

const cell = (type: string, alignment: unknown = null): unknown => ({ type, attrs: { alignment }, content: [text('x')] });
const row = (...content: unknown[]): unknown => ({ type: 'table_row', content });
const table = (...content: unknown[]): unknown => doc({ type: 'table', content });

const image = (src: unknown, alt: unknown): unknown => ({ type: 'image', attrs: { src, alt } });

const GOOD_IMAGES = ['/files/1a2b', '/files/chart.png?w=2', 'https://example.org/a.png', 'HTTPS://example.org/a'];
const BAD_IMAGES = [
  'http://example.org/a.png', 'data:image/png;base64,AAAA', 'javascript:alert(1)', 'blob:https://e.org/1', '//evil.example/a', '/a.png', '#a', 'mailto:a@b.cd', '/files/', '/files',
  '/files/../graphql', '/files/a/../../graphql', '/files/%2e%2e/graphql', '/files/a/%2E%2E', '/files/.', '/files/fil%5F1/a.png', '/files//evil.example', 'file:///etc/passwd', '', ' https://e.org/a', null, 1, {},
];

describe('Validation', () => {
  it.each(GOOD_IMAGES)('accepts an image at %j', (src) => {
    expect(validateDocument(doc(image(src, 'A chart'))).ok).toBe(true);
  });

  it.each(BAD_IMAGES)('refuses an image at %j', (src) => {
    expect(isImageSource(src)).toBe(false);
    expect(problemOf(doc(image(src, 'A chart')))).not.toBe('');
  });

  it('accepts call-outs and checklists, and fills in what is usual', () => {
    const sent = doc({ type: 'callout', content: [paragraph(text('a'))] }, { type: 'task_list', content: [{ type: 'task_item', content: [paragraph()] }] });
    const filled = doc({ type: 'callout', attrs: { tone: 'note' }, content: [paragraph(text('a'))] }, { type: 'task_list', content: [{ type: 'task_item', attrs: { checked: false }, content: [{ type: 'paragraph' }] }] });
    expect(validateDocument(sent)).toEqual({ ok: true, document: filled });
  });


  it.each(GOOD_LINKS)('accepts a link to %j', (href) => {
    expect(isSafeHref(href)).toBe(true);
    expect(validateDocument(linked(href)).ok).toBe(true);
  });

  it.each(BAD_LINKS)('refuses a link to %j', (href) => {
    expect(isSafeHref(href)).toBe(false);
    expect(problemOf(linked(href))).not.toBe('');
    expect(JSON.stringify(fromMarkdown(`[x](<${href}>) [x](${href})`))).not.toContain(JSON.stringify({ href, title: null }));
  });

  it('refuses a link that is not text or not there', () => {
    for (const href of [1, null, undefined, {}, ['https://e.org']]) expect(problemOf(linked(href))).not.toBe('');
  });

  it('returns the canonical form of what an editor sends', () => {
    const strong = { type: 'strong' };
    const sent = doc({ type: 'heading', content: [text('a'), text('b'), text('c', [{ type: 'em' }, strong])] });
    const content = [text('ab'), text('c', [strong, { type: 'em' }])];
    expect(validateDocument(sent)).toEqual({ ok: true, document: doc({ type: 'heading', attrs: { level: 2 }, content }) });
  });

  it.each([
    ['no object', 'text'], ['null', null], ['undefined', undefined], ['a number', 1], ['a list', []], ['no type', {}],
    ['another root', paragraph(text('x'))], ['an empty document', doc()], ['text at the top', doc(text('x'))],
    ['an unknown node', doc({ type: 'video', attrs: { src: '/x' } })], ['an inherited name', doc({ type: 'constructor' })],
    ['an unknown mark', doc(paragraph(text('x', [{ type: 'underline' }])))], ['an inherited mark', doc(paragraph(text('x', [{ type: 'toString' }])))],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { class: 'x' } })], ['an attribute on a plain mark', doc(paragraph(text('x', [{ type: 'em', attrs: { a: 1 } }])))],
    ['an unknown link attribute', doc(paragraph(text('x', [{ type: 'link', attrs: { href: '/', target: '_blank' } }])))],
    ['an unknown property', { ...Object(doc(paragraph())), extra: 1 }], ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } })],
    ['a heading of level "2"', doc({ type: 'heading', attrs: { level: '2' } })], ['a break in a heading', doc({ type: 'heading', content: [{ type: 'hard_break' }] })],
    ['a negative list start', doc({ type: 'ordered_list', attrs: { order: -1 }, content: [{ type: 'list_item', content: [paragraph()] }] })],
    ['an empty list', doc({ type: 'bullet_list', content: [] })], ['marked code blocks', doc({ type: 'code_block', content: [text('x', [{ type: 'em' }])] })],
    ['a strange code language', doc({ type: 'code_block', attrs: { language: 'a b' } })], ['empty text', doc(paragraph(text('')))],
    ['a control character', doc(paragraph(text('a\u0000b')))], ['half a character', doc(paragraph(text('a\ud800')))],
    ['two links at once', doc(paragraph(text('x', [{ type: 'link', attrs: { href: '/a' } }, { type: 'link', attrs: { href: '/b' } }])))],
    ['marks that are no list', doc(paragraph(text('x', 'em')))], ['content that is no list', doc({ type: 'paragraph', content: 'x' })],
    ['a null child', doc(null)], ['a marked block', doc({ type: 'paragraph', marks: [{ type: 'em' }] })],
    ['a title of two lines', doc(paragraph(text('x', [{ type: 'link', attrs: { href: '/', title: 'a\nb' } }])))],
    ['a table without header cells', table(row(cell('table_cell')))], ['a ragged table', table(row(cell('table_header')), row(cell('table_cell'), cell('table_cell')))],
    ['header cells further down', table(row(cell('table_header')), row(cell('table_header')))],
    ['a column aligned two ways', table(row(cell('table_header', 'left')), row(cell('table_cell', 'right')))],
    ['an image without words', doc(image('/files/a', ''))], ['an image with invisible words', doc(image('/files/a', '\u200b'))], ['an image with words in two lines', doc(image('/files/a', 'a\nb'))],
    ['an image whose words are missing', doc({ type: 'image', attrs: { src: '/files/a' } })], ['an image without an address', doc({ type: 'image', attrs: { alt: 'a' } })],
    ['an image with a handler', doc({ type: 'image', attrs: { src: '/files/a', alt: 'a', onerror: 'alert(1)' } })], ['an image with a style', doc({ type: 'image', attrs: { src: '/files/a', alt: 'a', style: 'x' } })],
    ['an image within a text', doc(paragraph(image('/files/a', 'a')))], ['words that are an object', doc(image('/files/a', { toString: 'a' }))],
    ['a call-out of an unknown tone', doc({ type: 'callout', attrs: { tone: 'danger' }, content: [paragraph()] })], ['a call-out with a class', doc({ type: 'callout', attrs: { tone: 'tip', class: 'x' }, content: [paragraph()] })],
    ['an empty call-out', doc({ type: 'callout', attrs: { tone: 'tip' }, content: [] })], ['a checklist of list items', doc({ type: 'task_list', content: [{ type: 'list_item', content: [paragraph()] }] })],
    ['a box that is half checked', doc({ type: 'task_list', content: [{ type: 'task_item', attrs: { checked: 'mixed' }, content: [paragraph()] }] })],
    ['a box without words', doc({ type: 'task_list', content: [{ type: 'task_item', attrs: { checked: true }, content: [{ type: 'horizontal_rule' }] }] })],
    ['an attribute that is an object', doc({ type: 'heading', attrs: { level: { valueOf: 2 } } })], ['attributes that are a list', doc({ type: 'heading', attrs: [2] })],
    ['a polluted prototype', JSON.parse('{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"x":1}}}]}')],
    ['a polluted node', JSON.parse('{"type":"doc","__proto__":{"x":1},"content":[{"type":"paragraph"}]}')],
    ['merged cells', table(row({ ...Object(cell('table_header')), attrs: { alignment: null, colspan: 2 } }))], ['a table in a table', table(row({ type: 'table_header', content: [{ type: 'table' }] }))],
    ['an unknown alignment', table(row(cell('table_header', 'justify')))],
  ])('refuses %s', (_name, value) => {
    expect(problemOf(value)).toMatch(/\w/);
  });

  it('accepts a well-shaped table', () => {
    expect(problemOf(table(row(cell('table_header', 'left')), row(cell('table_cell', 'left'))))).toBe('');
  });

  it('refuses a tree ten thousand levels deep without exhausting the stack', () => {
    expect(problemOf(nested(10_000))).toContain('nested');
  });

  it('refuses a tree that contains itself', () => {
    const loop: { type: string; content: unknown[] } = { type: 'blockquote', content: [] };
    loop.content.push(loop);
    expect(problemOf(doc(loop))).toContain('nested');
  });

  it('accepts forty levels and refuses forty-one', () => {
    expect(problemOf(nested(PROSE_LIMITS.depth - 2))).toBe('');
    expect(problemOf(nested(PROSE_LIMITS.depth - 1))).toContain('nested');
  });

  it('refuses more parts than the limit', () => {
    const breaks = (count: number): unknown => doc(paragraph(...Array.from({ length: count }, () => ({ type: 'hard_break' }))));
    expect(problemOf(breaks(PROSE_LIMITS.nodes - 2))).toBe('');
    expect(problemOf(breaks(PROSE_LIMITS.nodes - 1))).toContain('parts');
  });

  it('refuses more text than the limit, also in pieces', () => {
    const half = 'x'.repeat(PROSE_LIMITS.text / 2);
    expect(problemOf(doc(paragraph(text(half)), paragraph(text(half))))).toBe('');
    expect(problemOf(doc(paragraph(text(half)), paragraph(text(`${half}x`))))).toContain('longer');
  });
});
