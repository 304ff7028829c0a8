/** Every kind of node and mark that rich text may hold has a form in a download: a new one fails here until it has. */
import { expect, it } from '@jest/globals';
import { type ProseNode, proseSchema } from '@passalong/prose';
import { proseBlocks } from './prose-blocks.js';

const PLACE = { deeper: 1, publicUrl: 'https://passalong.example' };
/** Parts of a block, which stand nowhere alone. */
const PARTS = new Set(['doc', 'text', 'hard_break', 'list_item', 'task_item', 'table_row', 'table_header', 'table_cell']);

it.each(Object.keys(proseSchema.nodes).filter((name) => !PARTS.has(name)))('a block of type %s', (type) => {
  expect(() => proseBlocks([{ type, attrs: {}, content: [] }], PLACE)).not.toThrow();
});

it.each(Object.keys(proseSchema.marks))('a mark of type %s', (type) => {
  const text: ProseNode = { type: 'text', text: 'words', marks: [{ type, attrs: { href: 'https://example.org/' } }] };
  expect(() => proseBlocks([{ type: 'paragraph', content: [text] }], PLACE)).not.toThrow();
});

it('and nothing that the schema does not know', () => expect(() => proseBlocks([{ type: 'poem' }], PLACE)).toThrow('poem'));

it('ticks the boxes of a checklist, names a call-out, and gives the words of a picture with its address', () => {
  const task = (checked: boolean, text: string): ProseNode => ({ type: 'task_item', attrs: { checked }, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
  const words = (text: string): object => ({ type: 'PARAGRAPH', runs: [{ text }] });
  expect(proseBlocks([
    { type: 'task_list', content: [task(true, 'Asked'), task(false, 'Filmed')] }, { type: 'callout', attrs: { tone: 'tip' }, content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Early.' }] }] },
    { type: 'image', attrs: { src: '/files/fil_1/stand.png', alt: 'A stand' } },
  ], PLACE)).toEqual([
    { type: 'LIST', isOrdered: false, start: 1, items: [[{ type: 'PARAGRAPH', runs: [{ text: '[x] ' }, { text: 'Asked' }] }], [{ type: 'PARAGRAPH', runs: [{ text: '[ ] ' }, { text: 'Filmed' }] }]] },
    { type: 'QUOTATION', blocks: [{ type: 'PARAGRAPH', runs: [{ text: 'Tip', isStrong: true }] }, words('Early.')] },
    { type: 'PARAGRAPH', runs: [{ text: 'Picture: A stand', href: 'https://passalong.example/files/fil_1/stand.png' }] },
  ]);
});

it('names the site for a page of this site, and leads nowhere for a place on the page', () => {
  const linked = (href: string): ProseNode => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] });
  expect(proseBlocks([{ type: 'paragraph', content: [linked('/find'), linked('#top'), linked('javascript:alert(1)'), linked('mailto:a@example.org')] }], PLACE))
    .toEqual([{ type: 'PARAGRAPH', runs: [{ text: 'x', href: 'https://passalong.example/find' }, { text: 'x' }, { text: 'x' }, { text: 'x', href: 'mailto:a@example.org' }] }]);
});
