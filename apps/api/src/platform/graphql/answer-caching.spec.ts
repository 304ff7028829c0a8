import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

const FEED = '{ resources(first: 5) { edges { node { id title } } } }';

let world: World;
let amina: TestPerson;
let release: Release;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

interface Reply { status: number; headers: IncomingHttpHeaders; text: string }

/** Not fetch: it would ask every cache on the way for a fresh answer as soon as a tag is sent. */
function get(query: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(`${world.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { 'apollo-require-preflight': 'yes', ...headers } }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: body }), reject);
    }).on('error', reject).end();
  });
}

describe('An answer that nobody signed in asked for by GET', () => {
  it('may be kept for a minute, apart from the answers for people', async () => {
    const response = await get(FEED);
    expect(response.status).toBe(200);
    expect(response.headers['cache-control']).toBe('public, max-age=60');
    expect(response.headers.vary?.toLowerCase()).toMatch(/accept.*authorization.*cookie/);
  });

  it('is not sent again while nothing changed, and is once something did', async () => {
    const tag = (await get(FEED)).headers.etag ?? '';
    const again = await get(FEED, { 'if-none-match': tag });
    expect([again.status, again.text]).toEqual([304, '']);
    await release.publish({ visibility: 'PUBLIC' });
    const changed = await get(FEED, { 'if-none-match': tag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(tag);
  });

  it('is never kept for people, for POST, or where something went wrong', async () => {
    const post = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: FEED }) });
    expect([post.headers.get('cache-control'), post.headers.get('etag')]).toEqual(['private, no-store', null]);
    for (const response of [await get(FEED, { cookie: amina.cookie }), await get('{ resources(first: 0) { edges { cursor } } }'), await get('{ nothing }'), await get('{')]) {
      expect([response.headers['cache-control'], response.headers.etag]).toEqual(['private, no-store', undefined]);
    }
  });

  it('changes nothing: a mutation by GET is refused', async () => {
    const mutation = 'mutation { createResource(input: { kind: PLAYBOOK, title: "By address alone", summary: "" }) { resource { id } } }';
    const response = await get(mutation, { cookie: amina.cookie });
    expect(response.status).toBe(405);
    expect(await world.rows(`select 1 from resource_draft where content ->> 'title' = 'By address alone'`)).toEqual([]);
  });
});
