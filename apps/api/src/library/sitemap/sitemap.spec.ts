import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { SitemapReader } from './sitemap.reader.js';

const ARCHIVE = 'mutation Archive($input: ResourceIdInput!) { archiveResource(input: $input) { errors { message } } }';

let world: World;
let amina: TestPerson;
let release: Release;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

async function text(path: string): Promise<{ status: number; type: string | null; body: string }> {
  const response = await fetch(`${world.url}${path}`);
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

const addresses = (body: string): string[] => [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? '');

describe('The sitemap', () => {
  it('names what is offered to everyone, standing pages and institutions that take part, and nothing that is private', async () => {
    const open = await release.publish({ visibility: 'PUBLIC' });
    const members = await release.publish({ visibility: 'MEMBERS' });
    const draft = await release.draft({ visibility: 'PUBLIC' });
    const { type, body } = await text('/sitemap.xml');
    expect(type).toContain('application/xml');
    const named = addresses(body).map((address) => new URL(address).pathname);
    expect(named).toContain(`/r/${open.slug}`);
    expect(named).toContain('/about');
    expect(named.filter((path) => path.startsWith('/institutions/calderfold'))).toHaveLength(1);
    expect(named).not.toContain(`/r/${members.slug}`);
    expect(named).not.toContain(`/r/${draft.slug}`);
  });

  it('forgets what is archived', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC' });
    expect((await text('/sitemap.xml')).body).toContain(slug);
    await world.run(release.approver, ARCHIVE, { input: { id } });
    expect((await text('/sitemap.xml')).body).not.toContain(slug);
  });

  it('becomes an index of parts once there is more than one sitemap may hold, and every address is in exactly one', async () => {
    for (let count = 0; count < 3; count += 1) await release.publish({ visibility: 'PUBLIC' });
    const whole = (await new SitemapReader(world.database).resources(null)).map(({ path }) => path);
    const reader = new SitemapReader(world.database, 2);
    const pieces = await reader.pieces();
    expect(pieces).toHaveLength(Math.ceil(whole.length / 2));
    const parts = await Promise.all(pieces.map((after) => reader.resources(after)));
    expect(parts.flat().map(({ path }) => path)).toEqual(whole);
  });

  it('answers parts by their name, and 404 for a part that is none', async () => {
    expect(addresses((await text('/sitemap.xml?part=pages')).body).some((address) => address.includes('/r/'))).toBe(false);
    expect(addresses((await text('/sitemap.xml?part=first')).body).every((address) => address.includes('/r/'))).toBe(true);
    expect((await text('/sitemap.xml?part=1;drop')).status).toBe(404);
  });

  it('is named in robots.txt, which keeps a sandbox out of every index', async () => {
    const { body } = await text('/robots.txt');
    expect(body).toContain('Sitemap: http://localhost:4000/sitemap.xml');
    expect(body).toContain('Disallow: /\n');
  });
});
