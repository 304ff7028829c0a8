import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { picture, Sender } from '../../../../test/files.js';
import { Release } from '../../../../test/release.js';
import { KEY, S3Server } from '../../../../test/s3.js';
import { World } from '../../../../test/world.js';
import { newKey } from '../../../platform/ids/ids.js';
import { FolderStore } from './folder-store.js';
import { S3Store } from './s3-store.js';

let s3: S3Server;
let folder: string;
beforeAll(async () => {
  s3 = await S3Server.start();
  folder = await mkdtemp(join(tmpdir(), 'passalong-store-'));
});
afterEach(() => { s3.failures.length = 0; });
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const stores = { folder: () => new FolderStore(folder), bucket: () => new S3Store({ bucketUrl: s3.bucketUrl, ...KEY }) };
async function bytesOf(stream: Readable | null): Promise<string | null> {
  if (stream === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString();
}

describe.each(Object.entries(stores))('A store in a %s', (_name, made) => {
  it('gives back what it was given, and nothing once it is removed, twice if need be', async () => {
    const [store, key] = [made(), newKey()];
    expect(await store.read(key)).toBeNull();
    await store.put(key, Buffer.from('words'), 'application/pdf');
    expect(await bytesOf(await store.read(key))).toBe('words');
    await store.remove(key);
    await store.remove(key);
    expect(await store.read(key)).toBeNull();
  });

  it('is shared by several processes', async () => {
    const key = newKey();
    await made().put(key, Buffer.from('words'), 'application/pdf');
    expect(await bytesOf(await made().read(key))).toBe('words');
  });
});

describe('A store in a folder', () => {
  it('takes no key that leads elsewhere, and leaves no half of a file', async () => {
    await expect(stores.folder().put('../../../etc/passwd', Buffer.from('x'))).rejects.toThrow('no key');
    await expect(stores.folder().read('..')).rejects.toThrow('no key');
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('A store in a bucket', () => {
  it('tries again where the store is out of breath, and says so where it stays so', async () => {
    const [store, key] = [stores.bucket(), newKey()];
    s3.failures.push(503);
    await store.put(key, Buffer.from('words'), 'application/pdf');
    expect(await bytesOf(await store.read(key))).toBe('words');
    s3.failures.push(400);
    await expect(store.read(key)).rejects.toThrow('400');
  });

  it('is refused with a wrong secret', async () => {
    await expect(new S3Store({ bucketUrl: s3.bucketUrl, ...KEY, secret: 'guessed' }).put(newKey(), Buffer.from('x'), 'application/pdf')).rejects.toThrow('403');
  });

  it('serves an upload through Passalong, which sends nobody there', async () => {
    const incoming = await mkdtemp(join(tmpdir(), 'passalong-incoming-'));
    const world = await World.create({ files: { folder: incoming, s3: { bucketUrl: s3.bucketUrl, ...KEY } } });
    const author = await world.person({ at: 'Calderfold' });
    const { id } = await new Release(world, author, author, author).draft();
    const sender = new Sender(world, author);
    const { status, fileId } = await sender.upload(id, await picture(), 'fair.png');
    const served = await sender.ask('GET', `/files/${fileId}/fair.png`);
    expect([status, served.status, served.headers.get('location'), served.headers.get('content-type')]).toEqual([204, 200, null, 'image/png']);
    expect([...s3.objects.values()].map(({ type }) => type)).toContain('image/png');
    await world.close();
    await rm(incoming, { recursive: true, force: true });
  });
});
