/** A collection as a file: whole, in its order, and for each reader what they read on its page. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;
let author: TestPerson;
let approver: TestPerson;
let works: readonly Started[];
let slug: string;

const get = (path: string, by: TestPerson | null = null): Promise<Response> => fetch(`${world.url}${path}`, { headers: by === null ? {} : { cookie: by.cookie } });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
interface Made { readonly id: string; readonly slug: string; readonly revision: number }
async function changed(by: TestPerson, name: string, type: string, input: object): Promise<Made> {
  const { data } = await world.run<Record<string, { collection: Made; errors: object[] }>>(by, `mutation Change($input: ${type}!) { ${name}(input: $input) { collection { id slug revision } errors { message } } }`, { input });
  const made = data[name]?.collection;
  if (made === undefined || made === null) throw new Error(JSON.stringify(data));
  return made;
}

beforeAll(async () => {
  world = await World.create();
  author = await world.person({ at: 'Calderfold' });
  approver = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  const release = new Release(world, author, approver, await world.person({ at: 'Tidewell', isModerator: true }));
  const titled = (title: string, visibility = 'PUBLIC'): Promise<Started> => release.publish({ visibility, content: { title } });
  const published = [await titled('Zest for the first week'), await titled('Kept within the house', 'INSTITUTION'), await titled('A bus stop <in> the rain')];
  // Publication gave them the addresses of their titles.
  works = await Promise.all(published.map(async ({ id }) => (await world.run<{ node: Started }>(author, 'query Now($id: ID!) { node(id: $id) { id ... on Resource { slug } } }', { id })).data.node));
  let made = await changed(author, 'createCollection', 'CreateCollectionInput', { title: 'Where to begin, and why', introduction: 'For whoever is new.\n\nTake your time.' });
  for (const [at, { id }] of works.entries()) made = await changed(author, 'addToCollection', 'AddToCollectionInput', { id: made.id, resourceId: id, note: at === 2 ? 'Last, because it is hard.\nReally.' : null });
  await changed(approver, 'saveCollection', 'SaveCollectionInput', { id: made.id, expectedRevision: made.revision, title: 'Where to begin, and why', introduction: 'For whoever is new.\n\nTake your time.', visibility: 'PUBLIC' });
  slug = made.slug;
}, 60_000);
afterAll(() => world.close());

describe('A collection that is downloaded', () => {
  it('is one web page with its words first and its works in their order', async () => {
    const response = await get(`/download/collections/${slug}.html`, author);
    const html = await response.text();
    expect([response.status, response.headers.get('content-disposition'), response.headers.get('cache-control')]).toEqual([200, `attachment; filename="${slug}.html"`, 'private, no-store']);
    expect([...html.matchAll(/<h1>([^<]*)<\/h1>/g)].map(([, title]) => title)).toEqual(['Where to begin, and why', 'Zest for the first week', 'Kept within the house', 'A bus stop &lt;in&gt; the rain']);
    for (const part of ['<title>Where to begin, and why</title>', '<p>For whoever is new.</p>\n<p>Take your time.</p>', 'A collection by Calderfold.', '<li><p>A bus stop &lt;in&gt; the rain</p>\n<p>Last, because it is hard.\nReally.</p></li>']) expect(html).toContain(part);
  });

  it('is an archive of record files whose names follow its order, with its words beside them', async () => {
    const zip = await JSZip.loadAsync(await bytesOf(await get(`/download/collections/${slug}.md`, author)));
    expect(Object.keys(zip.files)).toEqual(['contents.txt', ...works.map((work, at) => `0${at + 1}-${work.slug}.md`)]);
    const contents = await zip.file('contents.txt')?.async('string');
    expect(contents).toContain('Where to begin, and why\n\nA collection by Calderfold.\n\nhttp://localhost:4000/collections/');
    expect(contents).toContain(`03-${works[2]?.slug ?? ''}: A bus stop <in> the rain\n    Last, because it is hard.\n    Really.\n`);
    expect(await zip.file(`01-${works[0]?.slug ?? ''}.md`)?.async('string')).toContain('kind: "resource-kind:playbook"');
  });

  it('opens as Word, and as a tagged PDF in which each work is an article', async () => {
    const word = await JSZip.loadAsync(await bytesOf(await get(`/download/collections/${slug}.docx`, author)));
    expect(await word.file('docProps/core.xml')?.async('string')).toContain('<dc:title>Where to begin, and why');
    const pdf = await getDocument({ data: new Uint8Array(await bytesOf(await get(`/download/collections/${slug}.pdf`, author))), verbosity: 0 }).promise;
    const { info } = (await pdf.getMetadata()) as unknown as { info: { Title: string } };
    const first = await pdf.getPage(1);
    expect([info.Title, (await pdf.getMarkInfo())?.Marked, pdf.numPages >= 4]).toEqual(['Where to begin, and why', true, true]);
    expect((await first.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')).toContain('Take your time.');
    await pdf.destroy();
  });

  it('holds for others what they read on its page, and no trace of the rest', async () => {
    const html = await (await get(`/download/collections/${slug}.html`)).text();
    expect([html.match(/<article/g)?.length, html.includes('Kept within')]).toEqual([3, false]);
    const zip = await JSZip.loadAsync(await bytesOf(await get(`/download/collections/${slug}.md`)));
    expect(Object.keys(zip.files)).toEqual(['contents.txt', `01-${works[0]?.slug ?? ''}.md`, `02-${works[2]?.slug ?? ''}.md`]);
  });

  it('is absent where the collection is not for the reader, where nothing in it is, and in other forms', async () => {
    const own = await changed(author, 'createCollection', 'CreateCollectionInput', { title: 'Only for our own people', resourceId: works[1]?.id });
    const empty = await changed(author, 'createCollection', 'CreateCollectionInput', { title: 'Nothing in it as of yet' });
    expect([(await get(`/download/collections/${own.slug}.pdf`)).status, (await get(`/download/collections/${own.slug}.pdf`, author)).status, (await get(`/download/collections/${empty.slug}.html`, author)).status, (await get(`/download/collections/${own.slug}.exe`, author)).status]).toEqual([404, 200, 404, 404]);
  });

  it('is found by search engines as long as it is for everyone', async () => {
    const addresses = await (await get('/sitemap.xml')).text();
    expect([addresses.includes(`/collections/${slug}<`), addresses.includes('only-for-our-own')]).toEqual([true, false]);
  });

  it('comes in several questions where it is long, and still whole', async () => {
    const copies = await world.rows<{ id: string; slug: string }>(`with made as (insert into resource (id, kind, institution_id, slug, visibility) select gen_random_uuid(), kind, institution_id, 'copy-' || to_char(n, 'FM00'), visibility from resource, generate_series(1, 47) n where slug = $1 returning id, slug) select id, slug from made order by slug`, [works[0]?.slug]);
    await world.rows(`insert into resource_version (id, resource_id, number, content, content_format, credit, author_id) select gen_random_uuid(), c.id, 1, v.content, v.content_format, v.credit, v.author_id from unnest($1::uuid[]) c(id), resource_version v join resource r on r.published_version_id = v.id where r.slug = $2`, [copies.map(({ id }) => id), works[0]?.slug]);
    await world.rows(`update resource r set published_version_id = v.id, published_at = now() from resource_version v where v.resource_id = r.id and r.id = any ($1::uuid[])`, [copies.map(({ id }) => id)]);
    await world.rows(`insert into collection_item (collection_id, resource_id, position) select c.id, w, 10 + n from collection c, unnest($1::uuid[]) with ordinality t(w, n) where c.slug = $2`, [copies.map(({ id }) => id), slug]);
    const zip = await JSZip.loadAsync(await bytesOf(await get(`/download/collections/${slug}.md`, author)));
    expect(Object.keys(zip.files)).toHaveLength(51);
    expect(Object.keys(zip.files).at(-1)).toBe('50-copy-47.md');
    const pdf = await get(`/download/collections/${slug}.pdf`, author);
    expect([pdf.status, (await bytesOf(pdf)).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  }, 60_000);
});
