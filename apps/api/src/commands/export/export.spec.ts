/** Export on the command line: every kind in every format, one resource or a collection in its order. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import JSZip from 'jszip';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Commons, commons } from '../../../test/command-line.js';
import { newKey } from '../../platform/ids/ids.js';

jest.setTimeout(120_000);

const SEEDS = fileURLToPath(new URL('../../../seeds/records/', import.meta.url));

interface Work { readonly id: string; readonly slug: string; readonly kind: string; readonly title: string; readonly visibility: string }

let here: Commons;
let folder: string;
let works: readonly Work[];
/** One of each kind. */
let kinds: readonly Work[];

beforeAll(async () => {
  [here, folder] = await Promise.all([commons(), mkdtemp(join(tmpdir(), 'passalong-export-'))]);
  await here.run('import', SEEDS, '--publish');
  works = await here.world.rows<Work>(`select r.id, r.slug, r.kind, v.content ->> 'title' as title, r.visibility from resource r join resource_version v on v.id = r.published_version_id order by r.slug desc`);
  kinds = ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'].flatMap((kind) => works.find((work) => work.kind === kind) ?? []);
}, 120_000);
afterAll(async () => { await here.world.close(); await rm(folder, { recursive: true }); });

const read = (...path: string[]): Promise<Buffer> => readFile(join(folder, ...path));
const named = (of: readonly Work[]): string => of.map(({ slug }) => slug).join(',');

/** A collection of Northmoor that holds these, the first with a note. */
async function collected(of: readonly Work[]): Promise<string> {
  const [id, slug] = [newKey(), `chosen-${newKey().slice(-6)}`];
  const person = await here.world.person({ at: 'Calderfold' });
  await here.world.rows(`insert into collection (id, institution_id, slug, title, introduction, visibility, created_by) values ($1, $2, $3, 'Where we would begin', 'For the first week.', 'INSTITUTION', $4)`, [id, person.institutionId, slug, person.id]);
  await here.world.rows('insert into collection_item (collection_id, resource_id, position, note) select $1, w, n, case n when 1 then $3 end from unnest($2::uuid[]) with ordinality t(w, n)', [id, of.map((work) => work.id), 'Start here.']);
  return slug;
}

describe('A resource of each kind', () => {
  it('is a web page, a Word file and a tagged PDF that say its title and open', async () => {
    expect(kinds).toHaveLength(3);
    for (const format of ['html', 'docx', 'pdf']) expect(await here.run('export', join(folder, format), '--format', format, '--slug', named(kinds))).toEqual({ code: 0, error: '', out: `3 ${format} files are written to ${join(folder, format)}.` });
    for (const { slug, title } of kinds) {
      expect(JSON.stringify((await read('html', `${slug}.html`)).toString().replaceAll('&#39;', '\'').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))).toContain(JSON.stringify(`<h1>${title}</h1>`).slice(1, -1));
      const word = await JSZip.loadAsync(await read('docx', `${slug}.docx`));
      expect(word.file('word/document.xml')).not.toBeNull();
      const pdf = await getDocument({ data: new Uint8Array(await read('pdf', `${slug}.pdf`)), verbosity: 0 }).promise;
      expect([(await pdf.getMarkInfo())?.Marked, ((await pdf.getMetadata()) as unknown as { info: { Title: string } }).info.Title]).toEqual([true, title]);
      await pdf.destroy();
    }
  });

  it('is a record file where no format is named', async () => {
    expect((await here.run('export', join(folder, 'records'), '--slug', named(kinds))).out).toBe(`3 record files are written to ${join(folder, 'records')}.`);
    for (const name of await readdir(join(folder, 'records'))) expect((await read('records', name)).toString()).toMatch(/^---\nid: /);
  });
});

describe('A collection', () => {
  it('is written in its order, with its words beside it, in any format', async () => {
    const slug = await collected(works.slice(0, 11));
    for (const format of ['markdown', 'html']) {
      const out = join(folder, `collection-${format}`);
      expect((await here.run('export', out, '--format', format, '--collection', slug)).out).toContain('11 ');
      const ending = format === 'html' ? 'html' : 'md';
      expect((await readdir(out)).sort()).toEqual([...works.slice(0, 11).map((work, at) => `${String(at + 1).padStart(2, '0')}-${work.slug}.${ending}`), 'contents.txt']);
      const contents = (await readFile(join(out, 'contents.txt'))).toString();
      expect(contents).toContain(`Where we would begin\n\nA collection by Calderfold.\n\nhttp://localhost:4000/collections/${slug}\n\nFor the first week.\n\n01-${works[0]?.slug ?? ''}: ${works[0]?.title ?? ''}\n    Start here.\n`);
    }
    expect((await here.run('import', join(folder, 'collection-markdown'), '--publish')).out).toContain('11 ');
  });

  it('has only what anyone may read where that is asked for, and nothing that is archived', async () => {
    const [first, second, third] = works;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    await here.world.rows(`update resource set visibility = 'MEMBERS' where id = $1`, [first.id]);
    await here.world.rows(`update resource set visibility = 'PUBLIC', archived_at = now() where id = $1`, [second.id]);
    await here.world.rows(`update resource set visibility = 'PUBLIC' where id = $1`, [third.id]);
    const slug = await collected([first, second, third]);
    await here.run('export', join(folder, 'open'), '--format', 'html', '--collection', slug, '--public');
    expect((await readdir(join(folder, 'open'))).sort()).toEqual([`01-${third.slug}.html`, 'contents.txt']);
    expect((await read('open', 'contents.txt')).toString()).not.toContain(first.title);
    await here.run('export', join(folder, 'whole'), '--format', 'html', '--collection', slug);
    expect((await readdir(join(folder, 'whole'))).sort()).toEqual([`01-${first.slug}.html`, `02-${third.slug}.html`, 'contents.txt']);
  });

  it('with nothing in it writes nothing but its words', async () => {
    const slug = await collected([]);
    for (const format of ['markdown', 'html']) expect((await here.run('export', join(folder, 'empty'), '--format', format, '--collection', slug)).out).toContain('0 ');
    expect(await readdir(join(folder, 'empty'))).toEqual(['contents.txt']);
  });
});

describe('Work that is not for everyone', () => {
  it('is written as its own approver reads it, whoever else may', async () => {
    const [work] = works.slice(5);
    await here.world.rows(`update resource set visibility = 'PRIVATE' where id = $1`, [work?.id]);
    expect((await here.run('export', join(folder, 'private'), '--format', 'html', '--slug', work?.slug ?? '')).code).toBe(0);
    expect((await read('private', `${work?.slug ?? ''}.html`)).toString()).toContain('<h1>');
  });
});

describe('A command that asks for too much or too little', () => {
  it('says so, and writes nothing', async () => {
    const out = join(folder, 'nothing');
    expect(await here.run('export', out, '--format', 'odt')).toMatchObject({ code: 2, error: expect.stringContaining('export knows the formats markdown, html, docx, pdf.') });
    expect(await here.run('export', out, '--slug', 'a', '--collection', 'b')).toMatchObject({ code: 2 });
    expect(await here.run('export', out, '--collection', 'absent')).toMatchObject({ code: 1, error: 'There is no collection with the slug "absent".' });
    expect(await here.run('export', out, '--format', 'pdf', '--slug', 'absent')).toMatchObject({ code: 1, error: 'Of 1 named resources 0 are published.' });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });
});
