import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { docx, pdf, picture, Sender } from '../../../test/files.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';
import { FILE_STORE, type FileStore } from './store/file-store.js';
import { StoredBytes } from './stored-bytes.js';
import { Uploads } from './uploads.js';

let world: World;
let author: TestPerson;
let release: Release;
let sender: Sender;
beforeAll(async () => {
  world = await World.create();
  author = await world.person({ at: 'Calderfold' });
  release = new Release(world, author, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
  sender = new Sender(world, author);
}, 60_000);
afterAll(() => world.close());

interface Shown { id: string; name: string; mediaType: string; size: number; width: number | null; height: number | null; address: string | null; showsPerson: boolean | null; withheld: string | null }
const FILES = 'query Files($slug: String!) { resource(slug: $slug) { draft { files { id name mediaType size width height address showsPerson withheld } } } }';
const filesOf = async (slug: string, person = author): Promise<Shown[]> => (await world.run<{ resource: { draft: { files: Shown[] } | null } | null }>(person, FILES, { slug })).data.resource?.draft?.files ?? [];
const incoming = async (): Promise<string[]> => readdir(join(world.filesFolder, 'incoming'));

describe('An upload', () => {
  it('becomes a file of the draft, known by its content and under a safe name', async () => {
    const { id, slug } = await release.draft();
    const sent = await sender.upload(id, await picture(60, 40), '../Spring fair.html');
    expect(sent.status).toBe(204);
    const [file] = await filesOf(slug);
    expect(file).toMatchObject({ id: sent.fileId, name: 'Spring-fair.png', mediaType: 'image/png', width: 60, height: 40, showsPerson: null, address: `/files/${sent.fileId}/Spring-fair.png` });
    expect((await incoming()).filter((name) => name.includes(sent.fileId))).toEqual([]);
  });

  it('goes on where it was cut off, and says to whoever did not hear the end that it is there', async () => {
    const { id, slug } = await release.draft();
    const bytes = await picture(500, 400);
    const path = (await sender.announce(id, bytes.length)).headers.get('location') ?? '';
    expect((await sender.send(path, 0, bytes.subarray(0, 300))).status).toBe(204);
    const asked = await sender.ask('HEAD', path);
    expect([asked.headers.get('upload-offset'), asked.headers.get('upload-length')]).toEqual(['300', String(bytes.length)]);
    expect((await sender.send(path, 0, bytes)).status).toBe(409);
    expect((await sender.send(path, 300, bytes.subarray(300))).status).toBe(204);
    expect(await filesOf(slug)).toHaveLength(1);
    const again = await sender.ask('HEAD', path);
    expect([again.status, again.headers.get('upload-offset')]).toEqual([200, String(bytes.length)]);
    expect((await sender.send(path, 0, bytes)).status).toBe(409);
    expect(await filesOf(slug)).toHaveLength(1);
  });

  it('keeps what came before the line broke', async () => {
    const { id, slug } = await release.draft();
    const bytes = Buffer.concat([pdf().subarray(0, 9), Buffer.alloc(3_000_000, '% words\n'), pdf().subarray(9)]);
    const path = (await sender.announce(id, bytes.length, 'plan.pdf')).headers.get('location') ?? '';
    const cut = new AbortController();
    const half = new ReadableStream({ start(stream) { stream.enqueue(new Uint8Array(bytes.subarray(0, 1_000_000))); setTimeout(() => cut.abort(), 300); } });
    await fetch(`${world.url}${path}`, { method: 'PATCH', signal: cut.signal, body: half, duplex: 'half', headers: { cookie: author.cookie, 'sec-fetch-site': 'same-origin', 'tus-resumable': '1.0.0', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' } } as RequestInit).catch(() => null);
    // As much as had arrived; it is settled once two answers say the same.
    let [offset, before] = [0, -1];
    for (let tries = 0; (offset === 0 || offset !== before) && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      [before, offset] = [offset, Number((await sender.ask('HEAD', path)).headers.get('upload-offset'))];
    }
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(1_000_000);
    expect((await sender.send(path, offset, bytes.subarray(offset))).status).toBe(204);
    expect(await filesOf(slug)).toMatchObject([{ name: 'plan.pdf', size: bytes.length }]);
  });

  it('is refused in words for what it holds, and leaves nothing', async () => {
    const { id, slug } = await release.draft();
    const svg = await sender.upload(id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'logo.png');
    expect([svg.status, svg.text]).toEqual([422, expect.stringContaining('SVG is not taken')]);
    const macros = await sender.upload(id, docx({ 'word/vbaProject.bin': 'x' }), 'plan.docx');
    expect([macros.status, macros.text]).toEqual([422, expect.stringContaining('macros')]);
    expect(await filesOf(slug)).toEqual([]);
    expect((await incoming()).filter((name) => name.includes(svg.fileId) || name.includes(macros.fileId))).toEqual([]);
    expect((await sender.ask('HEAD', `/files/uploads/${svg.fileId}`)).status).toBe(404);
  });

  it('is refused before it begins where it is empty, too large or says nothing of its size', async () => {
    const { id } = await release.draft();
    expect((await sender.announce(id, 0)).status).toBe(422);
    expect((await sender.announce(id, 50_000_001)).status).toBe(413);
    expect((await sender.ask('POST', '/files/uploads', { 'upload-defer-length': '1', 'upload-metadata': `resource ${Buffer.from(id).toString('base64')}` })).status).toBe(400);
    const path = (await sender.announce(id, 10)).headers.get('location') ?? '';
    expect((await sender.send(path, 0, Buffer.alloc(50))).status).toBeGreaterThanOrEqual(400);
  });

  it('is for somebody who is signed in, from our own pages, and who writes this draft', async () => {
    const { id, slug } = await release.draft();
    const bytes = await picture();
    expect((await new Sender(world, null).announce(id, bytes.length)).status).toBe(401);
    expect((await sender.announce(id, bytes.length, 'a.png', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const stranger = new Sender(world, await world.person({ at: 'Aberwen' }));
    expect((await stranger.announce(id, bytes.length)).status).toBe(404);
    expect((await stranger.announce(apiId('resource', '00000000-0000-7000-8000-000000000000'), bytes.length)).status).toBe(404);
    const colleague = new Sender(world, await world.person({ at: 'Calderfold' }));
    expect((await colleague.announce(id, bytes.length)).status).toBe(404);
    const path = (await sender.announce(id, bytes.length)).headers.get('location') ?? '';
    for (const other of [stranger, colleague]) {
      expect([(await other.ask('HEAD', path)).status, (await other.send(path, 0, bytes)).status, (await other.ask('DELETE', path)).status]).toEqual([404, 404, 404]);
    }
    expect((await sender.ask('PATCH', path, { 'sec-fetch-site': 'cross-site', 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, bytes)).status).toBe(403);
    expect((await sender.ask('GET', path)).status).toBe(405);
    expect((await sender.ask('POST', path, { 'x-http-method-override': 'DELETE' })).status).toBe(405);
    expect(await filesOf(slug)).toEqual([]);
  });

  it('ends with the draft: what is sent to review takes none, and what was cancelled is gone', async () => {
    const { id, slug } = await release.draft();
    const bytes = await picture();
    const path = (await sender.announce(id, bytes.length)).headers.get('location') ?? '';
    await release.submit(id);
    expect((await sender.announce(id, bytes.length)).status).toBe(409);
    const late = await sender.send(path, 0, bytes);
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('being reviewed')]);
    expect((await sender.ask('DELETE', path)).status).toBe(204);
    expect((await sender.ask('HEAD', path)).status).toBe(404);
    expect(await filesOf(slug)).toEqual([]);
  });

  it('makes one file where its last bytes are sent twice at once', async () => {
    const { id, slug } = await release.draft();
    const bytes = await picture();
    const path = (await sender.announce(id, bytes.length)).headers.get('location') ?? '';
    const sent = await Promise.all([sender.send(path, 0, bytes), sender.send(path, 0, bytes)]);
    expect(sent.some(({ status }) => status === 204)).toBe(true);
    expect(await filesOf(slug)).toHaveLength(1);
  });

  it('finds no room beyond forty files, however many come at once', async () => {
    const { id, slug } = await release.draft();
    await world.rows(`insert into draft_file (draft_id, id, position, name, media_type, size, store_key) select d.id, gen_random_uuid(), n, 'a.pdf', 'application/pdf', 10, gen_random_uuid()::text
      from resource_draft d join resource r on r.id = d.resource_id, generate_series(1, 38) n where r.slug = $1`, [slug]);
    const announced = await Promise.all(Array.from({ length: 6 }, () => sender.announce(id, 100)));
    expect(announced.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
    expect(announced.find(({ status }) => status === 409)?.text).toContain('At most 40 files');
  });

  it('is forgotten after a day', async () => {
    const { id } = await release.draft();
    const path = (await sender.announce(id, 1_000)).headers.get('location') ?? '';
    await world.rows(`update file_upload set began_at = now() - interval '25 hours' where id in (select u.id from file_upload u join resource r on r.id = u.resource_id) and finished_at is null`);
    expect((await sender.ask('HEAD', path)).status).toBe(404);
    await world.app.get(Uploads).sweep();
    expect(await world.rows(`select id from file_upload where began_at < now() - interval '24 hours'`)).toEqual([]);
  });
});

describe('The store', () => {
  it('is swept of bytes that no row came to carry within a day, and of nothing else', async () => {
    const [bytes, store] = [world.app.get(StoredBytes), world.app.get<FileStore>(FILE_STORE)];
    const { id } = await release.draft();
    const { fileId } = await sender.upload(id, await picture(), 'fair.png');
    const [left, young] = [await bytes.keep(Buffer.from('cut off'), 'application/pdf'), await bytes.keep(Buffer.from('on its way'), 'application/pdf')];
    await world.rows(`update kept_bytes set put_at = now() - interval '25 hours' where store_key <> $1`, [young]);
    await world.app.get(Uploads).sweep();
    const isThere = async (key: string): Promise<boolean> => {
      const stream = await store.read(key);
      stream?.destroy();
      return stream !== null;
    };
    expect([await isThere(left), await isThere(young), (await sender.ask('GET', `/files/${fileId}/fair.png`)).status]).toEqual([false, true, 200]);
    expect(await world.rows('select store_key from kept_bytes where store_key = any($1)', [[left, young]])).toEqual([{ store_key: young }]);
  });

  it('keeps no bytes of a refused upload', async () => {
    const count = async (): Promise<number> => (await world.rows<{ count: number }>('select count(*)::int as count from kept_bytes'))[0]?.count ?? 0;
    const before = await count();
    const { id } = await release.draft();
    await sender.upload(id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'fair.png');
    expect(await count()).toBe(before);
  });
});
