import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemoInstitutions } from '../../commands/demo/institutions.js';
import { withDatabase } from '../../commands/settings.js';
import { freePort } from '../../../test/free-port.js';
import { CREATE, DECIDE, NOTE, READ, SAVE, SUBMIT } from '../../../test/operations.js';
import { CookieJar, reachCallback, signIn, visit } from '../../../test/sign-in-flow.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  world = await World.create({ mode: 'demo', port, publicUrl }, ({ databaseUrl }) => withDatabase({ DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: publicUrl, PORT: String(port) }, loadDemoInstitutions));
}, 60_000);
afterAll(() => world.close());

const origin = (): string => world.url.replace('127.0.0.1', 'localhost');
const sessions = async (): Promise<number> => (await world.rows('select 1 from session')).length;

async function person(slug: string, subject: string): Promise<TestPerson> {
  return { id: '', institutionId: '', actingInstitutionId: '', cookie: await signIn(origin(), slug, subject) };
}

describe("Signing in through one's own university", () => {
  it('makes a person of that university, and nobody of another', async () => {
    const amina = await person('calderfold', 'amina');
    const { data } = await world.run<{ viewer: { kind: string; canApprove: boolean } }>(amina, '{ viewer { kind canWrite canApprove canModerate } }');
    expect(data.viewer).toEqual({ kind: 'PERSON', canWrite: true, canApprove: false, canModerate: false });
  });

  it('refuses a callback that comes twice, from another browser, or with a changed state, and makes no session', async () => {
    const jar = new CookieJar();
    const callback = await reachCallback(jar, origin(), 'calderfold', 'tom');
    const before = await sessions();
    expect((await visit(new CookieJar(), callback)).status).toBeGreaterThanOrEqual(400);
    expect((await visit(jar, callback.replace(/state=[^&]+/, 'state=forged'))).status).toBeGreaterThanOrEqual(400);
    expect(await sessions()).toBe(before);
    const again = new CookieJar();
    const good = await reachCallback(again, origin(), 'calderfold', 'tom');
    expect((await visit(again, good)).status).toBe(303);
    expect((await visit(again, good)).status).toBeGreaterThanOrEqual(400);
    expect(await sessions()).toBe(before + 1);
  });

  it('returns to where the reader was, and never to another site', async () => {
    const to = async (returnTo: string): Promise<string | null> => {
      const jar = new CookieJar();
      return (await visit(jar, await reachCallback(jar, origin(), 'northmoor', 'nia', returnTo))).headers.get('location');
    };
    expect(await to('/r/some-playbook-abc123')).toBe('/r/some-playbook-abc123');
    for (const hostile of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/\t/evil.example']) {
      const chooser = await fetch(`${origin()}/auth/sign-in?return_to=${encodeURIComponent(hostile)}`);
      expect([chooser.status, (await chooser.text()).includes('evil.example')]).toEqual([400, false]);
    }
  });

  it('carries the main job: written at one university, released by its approver, published by a moderator of a second, read and adapted at a third', async () => {
    const [amina, tom, gwen, dana] = await Promise.all([person('calderfold', 'amina'), person('calderfold', 'tom'), person('aberwen', 'gwen'), person('kestrel-ridge', 'dana')]);
    const created = await world.run<{ createResource: { resource: { id: string; slug: string } } }>(amina, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary } });
    const { id, slug } = created.data.createResource.resource;
    await world.run(amina, SAVE, { input: { id, expectedRevision: 1, content: { playbook: NOTE } } });
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    for (const reviewer of [tom, gwen]) {
      const queue = await world.run<{ reviewItems: { edges: { node: { id: string; revision: number } }[] } }>(reviewer, '{ reviewItems(first: 10) { edges { node { id revision } } } }');
      const item = queue.data.reviewItems.edges[0]?.node;
      expect((await world.run<{ decideReview: { errors: object[] } }>(reviewer, DECIDE, { input: { ...item, approve: true } })).data.decideReview.errors).toEqual([]);
    }
    expect((await world.run<{ resource: object }>(dana, READ, { slug })).data.resource).toMatchObject({ state: 'PUBLISHED', attributedTo: { name: 'Calderfold University' }, viewerCan: { adapt: true } });
    const adapted = await world.run<{ adaptResource: { resource: object } }>(dana, 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { state adaptedFrom { resourceSlug } } errors { message } } }', { id });
    expect(adapted.data.adaptResource).toEqual({ resource: { state: 'DRAFT', adaptedFrom: { resourceSlug: slug } }, errors: [] });
  });

  it('lets somebody of two universities in at either, and a page made for the one writes nothing for the other', async () => {
    const ME = '{ viewer { person { id } actingInstitutionId canApprove memberships { institution { id name } isCurrent } } }';
    interface Me { viewer: { person: { id: string }; actingInstitutionId: string; canApprove: boolean; memberships: { institution: { id: string; name: string }; isCurrent: boolean }[] } }
    const [north, salt] = [await person('northmoor', 'leila'), await person('saltmarsh', 'leila')];
    const [first, second] = [(await world.run<Me>(north, ME)).data.viewer, (await world.run<Me>(salt, ME)).data.viewer];
    expect([first.person.id, first.canApprove, second.canApprove]).toEqual([second.person.id, false, true]);
    expect(first.memberships.map(({ institution, isCurrent }) => [institution.name, isCurrent])).toEqual([['Northmoor University', true], ['Saltmarsh Institute of Art and Design', false]]);

    // Two tabs of one browser: the first was opened for Northmoor, the second has since changed to Saltmarsh.
    const ofFirstTab = { actingInstitutionId: first.actingInstitutionId };
    const refused = { code: 'OTHER_INSTITUTION', message: 'You now act for another institution in this browser. Your text is kept; switch back to save it.', path: [] };
    const actFor = (institutionId: string): Promise<unknown> => world.run(north, 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { errors { code } } }', { id: institutionId });
    const start = { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary, ...ofFirstTab };
    const { data: { createResource: { resource: { id } } } } = await world.run<{ createResource: { resource: { id: string } } }>(north, CREATE, { input: start });
    await actFor(second.actingInstitutionId);
    const save = async (): Promise<unknown> => (await world.run<{ saveDraft: { errors: object[] } }>(north, SAVE, { input: { id, expectedRevision: 1, content: { playbook: NOTE }, ...ofFirstTab } })).data.saveDraft.errors;
    const written = (): Promise<object[]> => world.rows('select resource_id, revision from resource_draft order by resource_id');
    const before = await written();
    expect((await world.run<{ createResource: object }>(north, CREATE, { input: start })).data.createResource).toEqual({ resource: null, errors: [refused] });
    expect(await save()).toMatchObject([refused]);
    expect(await written()).toEqual(before);
    await actFor(first.actingInstitutionId);
    expect(await save()).toEqual([]);
  });

  it('ends when the person signs out', async () => {
    const { cookie } = await person('saltmarsh', 'ines');
    const response = await fetch(`${origin()}/auth/sign-out`, { method: 'POST', redirect: 'manual', headers: { cookie, origin: origin(), 'sec-fetch-site': 'same-origin' } });
    expect(response.status).toBe(303);
    expect((await world.run<{ viewer: object }>({ id: '', institutionId: '', actingInstitutionId: '', cookie }, '{ viewer { kind } }')).data.viewer).toEqual({ kind: 'ANONYMOUS' });
    const elsewhere = await fetch(`${origin()}/auth/sign-out`, { method: 'POST', redirect: 'manual', headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } });
    expect(elsewhere.status).toBeGreaterThanOrEqual(400);
  });
});
