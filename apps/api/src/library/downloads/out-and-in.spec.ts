/** What the demo commons gives away comes in again: as record files whole, and from Word with the fields that headings name. */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ResourceKind } from '@passalong/domain';
import { loadDemo } from '../../commands/demo/load.js';
import { type TestPerson, World } from '../../../test/world.js';
import { LINK_FIELDS } from '../kinds/linked-resources.js';

jest.setTimeout(180_000);

type Content = Readonly<Record<string, unknown>>;
interface Published { slug: string; kind: ResourceKind; content: Content }

let world: World;
let person: TestPerson;
const chosen: Published[] = [];
const OF_EACH_KIND = 2;

beforeAll(async () => {
  let env: Record<string, string> = {};
  world = await World.create({ mode: 'demo' }, async ({ databaseUrl }) => { env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: 'http://localhost:4000' }; });
  await world.rows(`update setting set value = 'demo' where name = 'mode'`);
  await loadDemo({ ...env, DATABASE_OWNER_URL: world.ownerUrl });
  person = await world.person({ at: 'Calderfold' });
  const all = await world.rows<Published>(`select r.slug, r.kind, v.content from resource r join resource_version v on v.id = r.published_version_id where r.visibility = 'PUBLIC' and r.archived_at is null and r.hidden_at is null order by r.slug`);
  for (const kind of ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY']) chosen.push(...all.filter((one) => one.kind === kind).slice(0, OF_EACH_KIND));
});
afterAll(() => world.close());

/** The content of the draft that a file becomes. */
async function takenIn({ slug, kind }: Published, format: string): Promise<Content> {
  const file = await fetch(`${world.url}/download/${slug}.${format}`);
  expect([slug, format, file.status]).toEqual([slug, format, 200]);
  const sent = await fetch(`${world.url}/documents?${new URLSearchParams({ kind, name: `${slug}.${format}` }).toString()}`, { method: 'POST', body: await file.arrayBuffer(), headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/octet-stream', cookie: person.cookie } });
  const { id, problems } = (await sent.json()) as { id: string | null; problems: object[] };
  if (id === null) throw new Error(`${slug}: ${JSON.stringify(problems)}`);
  const [row] = await world.rows<{ content: Content }>('select content from resource_draft where saved_by = $1 order by updated_at desc, id desc limit 1', [person.id]);
  return row?.content ?? {};
}

/** Items get new ids, and links to other work are chosen anew. */
function withoutIdsAndLinks(value: unknown, links: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutIdsAndLinks(item, links));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name, part]) => !links.includes(name) && !(name === 'id' && typeof part === 'string' && /^[0-9a-z]{8}$/.test(part))).map(([name, part]) => [name, withoutIdsAndLinks(part, links)]));
}

it('as record files, of every kind, with the same content', async () => {
  expect(chosen.map(({ kind }) => kind).sort()).toEqual(['CASE_STUDY', 'CASE_STUDY', 'CONTENT_TEMPLATE', 'CONTENT_TEMPLATE', 'PLAYBOOK', 'PLAYBOOK']);
  for (const one of chosen) {
    const links = LINK_FIELDS[one.kind];
    expect(withoutIdsAndLinks(await takenIn(one, 'md'), links)).toEqual(withoutIdsAndLinks(one.content, links));
  }
});

const NAMED: Readonly<Record<ResourceKind, readonly string[]>> = { PLAYBOOK: ['problem', 'whatDidNotWork'], CONTENT_TEMPLATE: ['toneNotes', 'inclusionCheck'], CASE_STUDY: ['intervention', 'whatDidNotWork', 'limits', 'transferability'] };

it('from Word, of every kind, with title and every field that a heading names', async () => {
  for (const one of chosen) {
    const content = await takenIn(one, 'docx');
    const fields = ['title', ...NAMED[one.kind]];
    expect([one.slug, fields.map((name) => content[name])]).toEqual([one.slug, fields.map((name) => one.content[name])]);
  }
});

it('and every format of each is written', async () => {
  for (const { slug } of chosen) for (const format of ['html', 'pdf']) expect([slug, format, (await fetch(`${world.url}/download/${slug}.${format}`)).status]).toEqual([slug, format, 200]);
});
