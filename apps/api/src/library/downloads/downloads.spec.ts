/** Downloads: what stands in the files, who gets them, and that what goes out can come in again. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FULL_NOTE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;
let release: Release;
let author: TestPerson;

const CONTENT = {
  problem: { markdown: 'Commuters leave **before** we open. See [the survey](https://example.org/survey) and [our page](/find).\n\n- One\n  - deeper\n- Two\n\n3. Third\n4. Fourth\n\n> Quoted\n\n```\nx < 1\n```\n\n---\n\n| Day | Who |\n| --- | --- |\n| Monday | _All_ <b> |' },
  steps: [{ order: 1, title: 'Stand where they wait', instruction: { markdown: 'Twenty minutes.' }, ownerRole: 'role:careers-consultant', duration: 'P3D' }, { order: 2, title: 'Ask', dependsOn: [1] }],
  extra: { kept: 'here' }, resources: { staffHours: 6, directCost: { amount: '12.50', currency: 'GBP' } },
};

const get = (path: string, by: TestPerson | null = null, headers: Record<string, string> = {}): Promise<Response> => fetch(`${world.url}${path}`, { headers: { ...headers, ...(by === null ? {} : { cookie: by.cookie }) } });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

beforeAll(async () => {
  world = await World.create();
  author = await world.person({ at: 'Calderfold' });
  release = new Release(world, author, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Tidewell', isModerator: true }));
});
afterAll(() => world.close());

describe('a published playbook', () => {
  let slug = '';
  beforeAll(async () => { slug = (await release.publish({ visibility: 'PUBLIC', content: CONTENT })).slug; });

  it('is one HTML file that fetches nothing and runs nothing, for anybody', async () => {
    const response = await get(`/download/${slug}.html`);
    const html = await response.text();
    expect([response.status, response.headers.get('content-disposition'), response.headers.get('x-content-type-options'), response.headers.get('content-security-policy')]).toEqual([200, `attachment; filename="${slug}-v1.html"`, 'nosniff', "default-src 'none'; style-src 'unsafe-inline'; sandbox"]);
    expect(html).not.toMatch(/<script|\ssrc=|url\(|@import|<link rel="stylesheet"/);
    for (const part of ['<html lang="en-GB">', '<h1>Micro drop-ins at the bus stop</h1>', '<h2>The need</h2>', '<strong>before</strong>', '<ol start="3">', '<blockquote><p>Quoted</p></blockquote>', '<pre><code>x &lt; 1</code></pre>', '<hr>', '<th scope="col">Day</th>', '<em>All</em> &lt;b&gt;', '<a href="http://localhost:4000/find" rel="noopener">our page</a>', 'Owner: Careers consultant', 'Takes: 3 days', 'CC BY 4.0</a>', 'To cite or to adapt it: ']) expect(html).toContain(part);
  });

  it('is a Word file with headings, lists, links and tables whose first row repeats', async () => {
    const bytes = await bytesOf(await get(`/download/${slug}.docx`));
    const zip = await JSZip.loadAsync(bytes);
    const [xml = '', core = '', styles = ''] = await Promise.all(['word/document.xml', 'docProps/core.xml', 'word/styles.xml'].map((name) => zip.file(name)?.async('string')));
    expect([/<w:tblHeader/.test(xml), /<dc:title>Micro drop-ins at the bus stop/.test(core), /<w:lang w:val="en-GB"/.test(styles)]).toEqual([true, true, true]);
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    for (const part of ['<h2>The need</h2>', '<strong>before</strong>', '<a href="https://example.org/survey">the survey</a>', '<ol><li>Stand where they wait', '<td><p><em>All</em> &lt;b&gt;</p></td>']) expect(value).toContain(part);
  });

  it('is a PDF that can be listened to: tagged, in its language, with its title, its headings, lists, tables and links', async () => {
    const bytes = await bytesOf(await get(`/download/${slug}.pdf`));
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string; Language: string } };
    expect([info.Title, info.Language, (await pdf.getMarkInfo())?.Marked, /\/DisplayDocTitle true/.test(bytes.toString('latin1')), /\/FontFile2/.test(bytes.toString('latin1')), /pdfuaid:part/.test(bytes.toString('latin1'))]).toEqual(['Micro drop-ins at the bus stop', 'en-GB', true, true, true, true]);
    const roles = new Map<string, number>();
    const words: string[] = [];
    const count = (node: { role?: string; children?: object[] }): void => { if (node.role !== undefined) roles.set(node.role, (roles.get(node.role) ?? 0) + 1); (node.children ?? []).forEach(count); };
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      count((await page.getStructTree()) as object);
      words.push(...(await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')));
    }
    expect(words.join(' ').replaceAll(/\s+/g, ' ')).toContain('Commuters leave before we open. See the survey and our page .');
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Link', 'BlockQuote', 'Code']) expect([role, (roles.get(role) ?? 0) > 0]).toEqual([role, true]);
    expect(roles.get('H1')).toBe(1);
    await pdf.destroy();
  });

  it('is a record file that comes in again with the same content', async () => {
    const [record, id] = await importedAgain(await bytesOf(await get(`/download/${slug}.md`)), `${slug}.md`);
    expect(record).toContain('kind: "resource-kind:playbook"');
    const stored = await world.rows<{ content: Record<string, unknown> }>(`select d.content from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1`, [id]);
    const published = await world.rows<{ content: Record<string, unknown> }>(`select v.content from resource_version v join resource r on r.published_version_id = v.id where r.slug = $1`, [slug]);
    expect(withoutIds(stored[0]?.content)).toEqual(withoutIds(published[0]?.content));
  });

  it('comes in again from Word with the fields that its headings name', async () => {
    const [, id] = await importedAgain(await bytesOf(await get(`/download/${slug}.docx`)), `${slug}.docx`);
    const [stored] = await world.rows<{ content: { title: string; problem: object; whatDidNotWork: object; steps: { title: string }[] } }>(`select d.content from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1`, [id]);
    const [published] = await world.rows<{ content: { title: string; problem: object; whatDidNotWork: object; steps: { title: string }[] } }>(`select v.content from resource_version v join resource r on r.published_version_id = v.id where r.slug = $1`, [slug]);
    expect([stored?.content.title, stored?.content.steps.map(({ title }) => title), stored?.content.whatDidNotWork]).toEqual([published?.content.title, published?.content.steps.map(({ title }) => title), published?.content.whatDidNotWork]);
    expect(stored?.content.problem).toMatchObject({ type: 'doc' });
  });

  it('keeps each version at its own address, and tells a browser that has it so', async () => {
    const first = await get(`/download/${slug}/v/1.html`);
    expect([first.status, (await get(`/download/${slug}/v/1.html`, null, { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' })).status, (await get(`/download/${slug}/v/2.html`)).status]).toEqual([200, 304, 404]);
  });

  async function importedAgain(bytes: Buffer, name: string): Promise<[string, string]> {
    const response = await fetch(`${world.url}/documents?${new URLSearchParams({ kind: 'PLAYBOOK', name }).toString()}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream', cookie: author.cookie } });
    const { id, problems } = (await response.json()) as { id: string | null; problems: object[] };
    if (id === null) throw new Error(JSON.stringify(problems));
    const { data } = await world.run<{ node: { slug: string } }>(author, 'query S($id: ID!) { node(id: $id) { ... on Resource { slug } } }', { id });
    return [bytes.toString(), data.node.slug];
  }
});

/** Items get new ids when they come in; everything else is the same. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => !(name === 'id' && typeof part === 'string' && /^[0-9a-z]{8}$/.test(part))).map(([name, part]) => [name, withoutIds(part)]));
}

describe('a file is for whoever reads the page', () => {
  it('and for nobody else, in any format and among others', async () => {
    const kept = await release.publish({ visibility: 'INSTITUTION' });
    const open = await release.publish({ visibility: 'PUBLIC' });
    const draft = await release.draft();
    const stranger = await world.person({ at: 'Elsewhere' });
    for (const format of ['md', 'html', 'docx', 'pdf']) {
      expect([format, (await get(`/download/${kept.slug}.${format}`)).status, (await get(`/download/${kept.slug}.${format}`, stranger)).status, (await get(`/download/${draft.slug}.${format}`, author)).status]).toEqual([format, 404, 404, 404]);
    }
    const own = await get(`/download/${kept.slug}.html`, author);
    expect([own.status, own.headers.get('cache-control'), own.headers.get('etag')]).toEqual([200, 'private, no-store', null]);
    const several = (by: TestPerson | null): Promise<Response> => get(`/download?format=md&id=${kept.id}&id=${open.id}&id=${draft.id}`, by);
    const own2 = await JSZip.loadAsync(await bytesOf(await several(author)));
    expect(Object.keys(own2.files).sort()).toEqual([`${kept.slug}.md`, `${open.slug}.md`].sort());
    expect((await several(null)).headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  });

  it('several at once up to a bound, as one file', async () => {
    const two = [await release.publish({ visibility: 'PUBLIC' }), await release.publish({ visibility: 'PUBLIC', content: { title: 'Another title for this one' } })];
    const html = await (await get(`/download?format=html&${two.map(({ id }) => `id=${id}`).join('&')}`)).text();
    expect(html.match(/<article/g)).toHaveLength(2);
    expect(html).toContain('<h1>Another title for this one</h1>');
    expect((await get(`/download?format=html&${Array.from({ length: 21 }, () => `id=${two[0]?.id ?? ''}`).join('&')}`)).status).toBe(404);
    expect((await get('/download?format=exe&id=x')).status).toBe(404);
  });

  it('names no author of what was released without a name', async () => {
    const { slug } = await release.publish({ visibility: 'MEMBERS', withoutName: true, content: { authors: [{ name: 'Priya Named', role: 'role:careers-consultant' }] } });
    for (const format of ['md', 'html']) {
      const text = await (await get(`/download/${slug}.${format}`, await world.person({ at: 'Elsewhere' }))).text();
      expect([format, text.includes('Priya Named'), text.includes('Calderfold')]).toEqual([format, false, false]);
    }
  });
});

it('has the whole note in it, so that nothing that is asked is missing in a file', async () => {
  const { slug } = await release.publish({ visibility: 'PUBLIC' });
  const html = await (await get(`/download/${slug}.html`)).text();
  for (const said of ['Commuter', FULL_NOTE.whatDidNotWork.markdown, 'baseline first', 'Umbrella', 'listening', '6 weeks']) expect(html).toContain(said);
});
