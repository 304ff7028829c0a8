import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wordMarks } from '@passalong/domain';
import { fromMarkdown, toPlain } from '@passalong/prose';
import { NOTE, SAVE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

interface Refusal { code: string; message: string; path: string[] }
interface Draft { markdown: string; html: string; plain: string; document: unknown }

let world: World;
let release: Release;
let amina: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

async function refusalsOf(document: unknown): Promise<readonly Refusal[]> {
  const { id } = await release.draft();
  const { data } = await world.run<{ saveDraft: { errors: Refusal[] } }>(amina, SAVE, { input: { id, expectedRevision: 2, content: { playbook: { ...NOTE, problem: { document } } } } });
  return data.saveDraft.errors;
}

async function savedAs(problem: object): Promise<Draft> {
  const { id } = await release.draft();
  const { data } = await world.run<{ saveDraft: { errors: Refusal[] } }>(amina, SAVE, { input: { id, expectedRevision: 2, content: { playbook: { ...NOTE, problem } } } });
  expect(data.saveDraft.errors).toEqual([]);
  const read = await world.run<{ node: { draft: { content: { problem: Draft } } } }>(amina, 'query D($id: ID!) { node(id: $id) { ... on Playbook { draft { content { ... on PlaybookContent { problem { markdown html plain document } } } } } } }', { id });
  return read.data.node.draft.content.problem;
}

const text = (words: string, marks?: unknown): unknown => ({ type: 'text', text: words, ...(marks === undefined ? {} : { marks }) });
const paragraph = (...content: unknown[]): unknown => ({ type: 'paragraph', content });
const doc = (...content: unknown[]): unknown => ({ type: 'doc', content });
const image = (attrs: object): unknown => doc({ type: 'image', attrs });

describe('Rich text', () => {
  it('comes back as the document that was sent, in its canonical form', async () => {
    const sent = doc({ type: 'task_list', content: [{ type: 'task_item', attrs: { checked: true }, content: [paragraph(text('Signed'), text(' list'))] }] }, { type: 'callout', attrs: { tone: 'tip' }, content: [paragraph(text('Bring a pen'))] });
    const read = await savedAs({ document: sent });
    expect(read).toMatchObject({ markdown: '- [x] Signed list\n\n> [!TIP]\n>\n> Bring a pen\n', plain: '[x] Signed list\n\nTIP:\nBring a pen' });
    expect(read.document).toEqual(doc({ type: 'task_list', content: [{ type: 'task_item', attrs: { checked: true }, content: [paragraph(text('Signed list'))] }] }, { type: 'callout', attrs: { tone: 'tip' }, content: [paragraph(text('Bring a pen'))] }));
    expect(await savedAs({ document: read.document })).toEqual(read);
  });

  it('says the same however it was sent', async () => {
    const read = await savedAs({ markdown: '- [ ] a\n\n![A chart](/files/b.png)\n\n| h |\n|---|\n| c |' });
    expect(await savedAs({ document: read.document })).toEqual(read);
    expect(read.html).toContain('<img src="/files/b.png" alt="A chart" loading="lazy">');
  });

  it.each([
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://e.org' } }), 'unknown node “iframe”'],
    ['an unknown mark', doc(paragraph(text('x', [{ type: 'underline' }]))), 'unknown mark “underline”'],
    ['a script for an address', doc(paragraph(text('x', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]))), 'http, https or mailto'],
    ['an image of inline data', image({ src: 'data:image/svg+xml,<svg onload=alert(1)>', alt: 'x' }), 'https address'],
    ['an image that climbs out of the files', image({ src: '/files/../graphql', alt: 'x' }), 'https address'],
    ['an image without words', image({ src: '/files/a', alt: '' }), 'says in words'],
    ['a handler', image({ src: '/files/a', alt: 'x', onerror: 'alert(1)' }), 'unknown attribute “onerror”'],
    ['a style', doc({ type: 'callout', attrs: { tone: 'note', style: 'position:fixed' }, content: [paragraph()] }), 'unknown attribute “style”'],
    ['a polluted prototype', doc(JSON.parse('{"type":"paragraph","attrs":{"__proto__":{"polluted":1}}}')), 'unknown attribute “__proto__”'],
    ['an attribute that is an object', doc({ type: 'heading', attrs: { level: { valueOf: 2 } }, content: [text('x')] }), 'neither text, number'],
    ['too much text', doc(paragraph(text('x'.repeat(200_001)))), 'longer than 200000'],
  ])('refuses %s beside its field', async (_name, document, message) => {
    expect(await refusalsOf(document)).toMatchObject([{ code: 'INVALID_VALUE', path: ['content', 'playbook', 'problem'], message: expect.stringContaining(message) }]);
  });
});

describe('A comparison of rich text', () => {
  const told = (before: string, after: string): string => {
    const [old, now] = [before, after].map((markdown) => toPlain(fromMarkdown(markdown)));
    return wordMarks(old ?? '', now ?? '').map(({ is, text: words }) => (is === 'SAME' ? words : `${is === 'ADDED' ? '{+' : '[-'}${words}${is === 'ADDED' ? '+}' : '-]'}`)).join('');
  };

  it.each([
    ['a row that was added to a table', '| a |\n|---|\n| b |', '| a |\n|---|\n| b |\n| c |', 'a\nb{+\nc+}'],
    ['a cell that changed', '| a | b |\n|---|---|\n| c | d |', '| a | b |\n|---|---|\n| c | e |', 'a | b\nc | [-d-]{+e+}'],
    ['an item that was added to a list', '- a\n- b', '- a\n- b\n- c', '- a\n- b{+\n- c+}'],
    ['the tone of a call-out', '> [!NOTE]\n> a', '> [!WARNING]\n> a', '[-NOTE-]{+WARNING+}:\na'],
  ])('tells %s and nothing else', (_name, before, after, expected) => {
    expect(told(before, after)).toBe(expected);
  });

  it('tells a box that was ticked', () => {
    expect(told('- [ ] a', '- [x] a')).toMatch(/\{\+.*x.*\+\}/);
  });
});
