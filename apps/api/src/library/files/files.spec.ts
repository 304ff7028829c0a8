import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pdf, picture, Sender } from '../../../test/files.js';
import { DECIDE, SAVE, SUBMIT } from '../../../test/operations.js';
import { Release, type ReleaseOptions, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId, newKey } from '../../platform/ids/ids.js';
import { place } from '../interchange/import-source.js';

let world: World;
let author: TestPerson;
let stranger: TestPerson;
let release: Release;
beforeAll(async () => {
  world = await World.create();
  author = await world.person({ at: 'Calderfold' });
  stranger = await world.person({ at: 'Aberwen' });
  release = new Release(world, author, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

interface Problem { message: string; path: string[] }
interface Shown { id: string; name: string; altText: string | null; address: string | null; withheld: string | null; standsInText: boolean; consent: { reference: string | null; scopes: { id: string }[]; expiresOn: string | null } | null }
const FIELDS = 'id name altText address withheld standsInText consent { reference scopes { id } expiresOn }';
const READ = `query Read($slug: String!) { resource(slug: $slug) { id files { ${FIELDS} } version { number files { id } } draft { files { ${FIELDS} } content { ... on PlaybookContent { problem { plain } } } } } }`;
interface Read { resource: { id: string; files: Shown[]; version: { number: number; files: { id: string }[] } | null; draft: { files: Shown[]; content: { problem: { plain: string } } } | null } | null }
const read = async (slug: string, person: TestPerson | null = author): Promise<NonNullable<Read['resource']>> => {
  const { data } = await world.run<Read>(person, READ, { slug });
  if (data.resource === null) throw new Error('It is not there.');
  return data.resource;
};
const DESCRIBE = 'mutation Describe($input: DescribeFileInput!) { describeFile(input: $input) { resource { id } errors { message path } } }';
const REMOVE = 'mutation Remove($input: RemoveFileInput!) { removeFile(input: $input) { resource { draft { files { id } } } errors { message } } }';
const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { slug } errors { message } } }';

const AGREED = { altText: 'A student at a fair', showsPerson: true, consentReference: 'C-17', consentScopes: ['consent-scope:other-members'], consentExpiresOn: '2099-01-31' };
const NOBODY = { altText: 'A bus stop', showsPerson: false, consentReference: null, consentScopes: [], consentExpiresOn: null };
const describeFile = async (id: string, fileId: string, said: object, by = author): Promise<Problem[]> => {
  const { data, errors } = await world.run<{ describeFile: { errors: Problem[] } }>(by, DESCRIBE, { input: { id, fileId, ...said } });
  return errors ? [{ message: errors[0]?.extensions.code ?? '', path: [] }] : data.describeFile.errors;
};
const get = (path: string, person: TestPerson | null = null, headers: Record<string, string> = {}) => new Sender(world, person).ask('GET', path, headers);

/** A draft with a picture that its text shows. */
async function illustrated(said: object, options: ReleaseOptions = {}): Promise<Started & { readonly fileId: string; readonly address: string; readonly revision: number }> {
  const started = await release.draft(options);
  const { fileId } = await new Sender(world, author).upload(started.id, await picture(), 'fair.png');
  const address = `/files/${fileId}/fair.png`;
  expect(await describeFile(started.id, fileId, said)).toEqual([]);
  await release.save(started.id, 2, { ...options, content: { problem: { markdown: `Before.\n\n![A student at a fair](${address})\n\nAfter.` } } });
  return { ...started, fileId, address, revision: 3 };
}

async function publish(id: string, revision: number, isPublic = true): Promise<void> {
  await release.submit(id, revision);
  await release.decide(release.approver, id, { approve: true, withoutName: false });
  if (isPublic) await release.decide(release.moderator, id);
}

const onDisk = async (): Promise<number> => (await readdir(join(world.filesFolder, 'kept'), { recursive: true })).filter((name) => name.length > 3).length;

describe('A file of a draft', () => {
  it('is served to those who see the draft, kept by no cache but their own', async () => {
    const { address } = await illustrated(NOBODY);
    const own = await get(address, author);
    expect([own.status, own.headers.get('cache-control'), own.headers.get('vary')]).toEqual([200, 'private, no-cache', 'cookie']);
    expect([(await get(address)).status, (await get(address, stranger)).status, (await get(address, release.moderator)).status]).toEqual([404, 404, 404]);
    expect((await get(address)).headers.get('cache-control')).toBe('private, no-store');
  });

  it('comes before the moderator with the draft, and leaves their sight with it', async () => {
    const { id, address, slug } = await illustrated(AGREED);
    await release.submit(id, 3);
    await release.decide(release.approver, id);
    expect((await get(address, release.moderator)).status).toBe(200);
    expect((await read(slug, release.moderator)).draft?.files).toMatchObject([{ consent: { reference: 'C-17' } }]);
    await release.decide(release.moderator, id, { approve: false, reason: 'Not yet.' });
    expect((await get(address, release.moderator)).status).toBe(404);
  });

  it('is described and removed by nobody who may not write the draft', async () => {
    const { id, fileId } = await illustrated(NOBODY);
    expect(await describeFile(id, fileId, NOBODY, stranger)).toMatchObject([{ message: 'NOT_FOUND' }]);
    expect((await world.run(stranger, REMOVE, { input: { id, fileId } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const other = await release.draft();
    expect(await describeFile(other.id, fileId, NOBODY)).toMatchObject([{ message: 'NOT_FOUND' }]);
    expect(await describeFile(id, apiId('file', '00000000-0000-7000-8000-000000000000'), NOBODY)).toMatchObject([{ message: 'NOT_FOUND' }]);
  });

  it('is described with tags of the scheme, a day and few words alone', async () => {
    const { id, fileId } = await illustrated(NOBODY);
    expect(await describeFile(id, fileId, { ...AGREED, consentScopes: ['topic:service-how-to'] })).toMatchObject([{ path: ['consentScopes'] }]);
    expect(await describeFile(id, fileId, { ...AGREED, altText: 'x'.repeat(501), consentReference: 'x'.repeat(201) })).toMatchObject([{ path: ['altText'] }, { path: ['consentReference'] }]);
  });

  it('goes with its bytes, but only once no text shows it', async () => {
    const { id, fileId, slug } = await illustrated(NOBODY);
    const standing = await world.run<{ removeFile: { errors: Problem[] } }>(author, REMOVE, { input: { id, fileId } });
    expect(standing.data.removeFile.errors).toMatchObject([{ message: expect.stringContaining('Take it out of the text first') }]);
    await release.save(id, 3);
    const before = await onDisk();
    await world.run(author, REMOVE, { input: { id, fileId } });
    expect((await read(slug)).draft?.files).toEqual([]);
    expect(await onDisk()).toBe(before - 1);
  });
});

describe('Publishing', () => {
  it('is refused beside each file that shows a person and lacks an agreement, and passes once it is there', async () => {
    const { id, fileId } = await illustrated({ ...NOBODY, altText: null, showsPerson: true });
    const second = await new Sender(world, author).upload(id, pdf(), 'plan.pdf');
    const submit = async () => (await world.run<{ submitForReview: { errors: Problem[] } }>(author, SUBMIT.replace('code message', 'code message path'), { input: { id, expectedRevision: 3 } })).data.submitForReview.errors;
    expect(await submit()).toMatchObject([{ path: ['files', fileId], message: expect.stringContaining('what the picture shows') }, { path: ['files', second.fileId], message: expect.stringContaining('whether it shows a person') }]);
    await describeFile(id, second.fileId, { ...NOBODY, altText: null });
    await describeFile(id, fileId, { ...AGREED, consentExpiresOn: '2020-01-01' });
    expect(await submit()).toMatchObject([{ path: ['files', fileId], message: expect.stringContaining('ended on 2020-01-01') }]);
    await describeFile(id, fileId, AGREED);
    expect(await submit()).toEqual([]);
  });

  it('is refused at the last release too, where the agreement ended while it waited', async () => {
    const { id, slug } = await illustrated(AGREED);
    await release.submit(id, 3);
    await release.decide(release.approver, id);
    await world.rows(`update draft_file set consent_expires_on = current_date - 1 where draft_id = (select d.id from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1)`, [slug]);
    const [item] = (await world.rows<{ id: string; revision: number }>(`select i.id, i.revision from review_item i join resource r on r.id = i.resource_id where r.slug = $1 and i.status = 'OPEN'`, [slug]));
    const decided = await world.run<{ decideReview: { errors: Problem[] } }>(release.moderator, DECIDE, { input: { id: apiId('reviewItem', item?.id ?? ''), revision: item?.revision, approve: true } });
    expect(decided.data.decideReview.errors).toMatchObject([{ message: expect.stringContaining('ended on') }]);
    expect((await read(slug)).version).toBeNull();
  });
});

describe('A file of a published version', () => {
  it('is served to everybody who reads it, so that nothing in it runs', async () => {
    const { id, address, slug } = await illustrated(AGREED, { visibility: 'PUBLIC' });
    const { fileId } = await new Sender(world, author).upload(id, pdf(), 'plan.pdf');
    await describeFile(id, fileId, { ...NOBODY, altText: null });
    await publish(id, 3);
    const shown = await get(address);
    expect(shown.status).toBe(200);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'content-security-policy', 'x-content-type-options', 'cross-origin-resource-policy', 'cache-control'].map((name) => [name, shown.headers.get(name)]))).toEqual({
      'content-type': 'image/png', 'content-disposition': 'inline; filename="fair.png"', 'content-security-policy': `sandbox; default-src 'none'`, 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'public, max-age=300',
    });
    expect((await get(address, null, { 'if-none-match': shown.headers.get('etag') ?? '', 'cache-control': 'max-age=0' })).status).toBe(304);
    expect((await get(`/files/${fileId}/plan.pdf`)).headers.get('content-disposition')).toBe('attachment; filename="plan.pdf"');
    const files = (await read(slug, null)).files;
    expect(files).toMatchObject([{ altText: 'A student at a fair', standsInText: true, consent: null, address }, { name: 'plan.pdf', standsInText: false }]);
    expect((await read(slug)).files[0]?.consent?.reference).toBe('C-17');
    expect((await read(slug, stranger)).files[0]?.consent).toBeNull();
  });

  it('is for its audience alone', async () => {
    const members = await illustrated(AGREED);
    await publish(members.id, 3);
    expect([(await get(members.address)).status, (await get(members.address, stranger)).status, (await get(members.address, stranger)).headers.get('cache-control')]).toEqual([404, 200, 'private, no-cache']);
    const own = await illustrated(AGREED, { visibility: 'INSTITUTION' });
    await publish(own.id, 3, false);
    expect([(await get(own.address, stranger)).status, (await get(own.address, author)).status]).toEqual([404, 200]);
  });

  it('is found by its id alone, under the name that it has, and by nothing like it', async () => {
    const { id, address, fileId } = await illustrated(AGREED, { visibility: 'PUBLIC' });
    await publish(id, 3);
    for (const path of [`/files/${fileId}/other.png`, `/files/${fileId}/..%2f..%2fetc%2fpasswd`, `/files/${fileId}/%00`, `/files/${fileId}/fair.png%0d%0aset-cookie:a=b`]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('set-cookie'), answer.headers.get('content-disposition')]).toEqual([path, 200, null, 'inline; filename="fair.png"']);
    }
    for (const path of [`/files/..%2f..%2f/fair.png`, `/files/${fileId.replace('fil_', 'res_')}/fair.png`, `/files/${fileId}`, `${address}/..`]) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('set-cookie')]).toEqual([path, 404, null]);
    }
  });

  it('stays with its version when the next draft drops it, and comes back with that version', async () => {
    const { id, address, slug, fileId } = await illustrated(AGREED, { visibility: 'PUBLIC' });
    await publish(id, 3);
    await release.save(id, 0, { visibility: 'PUBLIC' });
    expect((await read(slug)).draft?.files).toMatchObject([{ id: fileId, standsInText: false }]);
    await world.run(author, REMOVE, { input: { id, fileId } });
    expect((await read(slug)).files).toMatchObject([{ id: fileId }]);
    await publish(id, 1);
    expect((await read(slug)).files).toEqual([]);
    expect((await get(address)).status).toBe(200);
    const restored = await world.run<{ restoreVersion: { errors: Problem[] } }>(author, 'mutation Restore($id: ID!) { restoreVersion(input: { id: $id, number: 1 }) { errors { message } } }', { id });
    expect(restored.data.restoreVersion.errors).toEqual([]);
    expect((await read(slug)).draft?.files).toMatchObject([{ id: fileId, standsInText: true }]);
  });

  it('is said of as it was published, whatever the next draft says of it', async () => {
    const { id, slug, fileId } = await illustrated(AGREED);
    await publish(id, 3);
    await world.run(author, SAVE, { input: { id, expectedRevision: 0, visibility: 'MEMBERS', changeNote: 'x', content: { playbook: { title: 'Micro drop-ins at the bus stop' } } } });
    await describeFile(id, fileId, { ...NOBODY, altText: 'Something else' });
    expect((await read(slug)).files[0]?.altText).toBe('A student at a fair');
  });

  it('is served no longer once the agreement has ended, and says why', async () => {
    const { id, address, slug, fileId } = await illustrated(AGREED, { visibility: 'PUBLIC' });
    await publish(id, 3);
    await world.rows('update version_file set consent_expires_on = current_date where name = $1', ['fair.png']);
    expect((await get(address)).status).toBe(200);
    await world.rows(`update version_file set consent_expires_on = current_date - 1 where version_id in (select v.id from resource_version v join resource r on r.id = v.resource_id where r.slug = $1)`, [slug]);
    expect([(await get(address)).status, (await get(address, author)).status]).toEqual([404, 404]);
    expect((await read(slug, null)).files).toMatchObject([{ id: fileId, address: null, withheld: 'CONSENT_ENDED', altText: 'A student at a fair' }]);
  });
});

describe('An adaptation', () => {
  const adapted = async (id: string): Promise<NonNullable<Read['resource']>> => {
    const { data } = await world.run<{ adaptResource: { resource: { slug: string } } }>(stranger, ADAPT, { id });
    return read(data.adaptResource.resource.slug, stranger);
  };

  it('takes files along whose agreement names other institutions, at the same address', async () => {
    const { id, address, fileId } = await illustrated(AGREED);
    await publish(id, 3);
    const { draft } = await adapted(id);
    expect(draft?.files).toMatchObject([{ id: fileId, address, standsInText: true, consent: { reference: 'C-17' } }]);
    expect((await get(address, stranger)).status).toBe(200);
  });

  it('leaves the others behind, and the text says what was there', async () => {
    const { id, address } = await illustrated({ ...AGREED, consentScopes: ['consent-scope:own-institution-organic'] });
    await publish(id, 3);
    const { draft } = await adapted(id);
    expect(draft?.files).toEqual([]);
    expect(draft?.content.problem.plain).toContain('[Picture left out: A student at a fair. The person shown agreed to its use by the original institution alone.]');
    expect((await get(address, stranger)).status).toBe(200);
    expect((await world.rows<{ there: boolean }>(`select bool_or(d.content::text like '%' || $1 || '%') as there from resource_draft d where d.institution_id = $2`, [address, stranger.institutionId]))[0]?.there).toBe(false);
  });
});

describe('An import', () => {
  it('keeps no picture that the work does not have, and says what it showed', async () => {
    const { address } = await illustrated(AGREED);
    const [source] = await world.rows<{ content: { [key: string]: never } }>(`select content from resource_draft where content::text like '%' || $1 || '%'`, [address]);
    const resourceId = newKey();
    const incoming = { sourceKey: 'record:pb-elsewhere', contentHash: 'one', institutionId: author.institutionId, authorId: author.id, resourceId, kind: 'PLAYBOOK' as const, content: source?.content ?? {}, visibility: 'MEMBERS' as const, originalVersionId: null, changeNote: null, revisesPublished: false };
    await world.database.transaction('SYSTEM', (transaction) => place(transaction, incoming));
    const [imported] = await world.rows<{ content: object }>('select content from resource_draft where resource_id = $1', [resourceId]);
    expect(JSON.stringify(imported)).not.toContain(address);
    expect(JSON.stringify(imported)).toContain('[Picture left out: A student at a fair. A record file brings no pictures.]');
  });
});

describe('An agreement that ends', () => {
  const LIST = '{ resources(first: 100, filter: { inMyCare: true, consentEndsSoon: true, state: PUBLISHED }) { edges { node { slug } } } }';
  const warned = async (person: TestPerson): Promise<string[]> => (await world.run<{ resources: { edges: { node: { slug: string } }[] } }>(person, LIST)).data.resources.edges.map(({ node }) => node.slug);

  it('warns whoever looks after the work thirty days ahead, and nobody else', async () => {
    const { id, slug } = await illustrated(AGREED);
    await publish(id, 3);
    const ends = (days: number) => world.rows('update version_file f set consent_expires_on = current_date + $2::int from resource_version v join resource r on r.id = v.resource_id where v.id = f.version_id and r.slug = $1', [slug, days]);
    await ends(31);
    expect(await warned(author)).not.toContain(slug);
    await ends(30);
    expect([(await warned(author)).includes(slug), (await warned(release.approver)).includes(slug), (await warned(stranger)).includes(slug)]).toEqual([true, true, false]);
  });
});

describe('A redaction of a picture', () => {
  const REDACT = 'mutation Redact($input: RedactInput!) { redact(input: $input) { reach { versions drafts resources } errors { message } } }';

  it('takes the file out of every version, draft and adaptation, with its bytes, and stands on the record', async () => {
    const { id, address, slug } = await illustrated(AGREED, { visibility: 'PUBLIC' });
    await publish(id, 3);
    const made = await world.run<{ adaptResource: { resource: { slug: string } } }>(stranger, ADAPT, { id });
    const before = await onDisk();
    const { data } = await world.run<{ redact: { reach: object; errors: Problem[] } }>(release.moderator, REDACT, { input: { id, what: 'ASSET', words: address, reason: 'The person asked for it.' } });
    expect(data.redact).toMatchObject({ errors: [], reach: { versions: 1, drafts: 1, resources: 2 } });
    expect([(await get(address)).status, (await get(address, author)).status, (await get(address, stranger)).status]).toEqual([404, 404, 404]);
    expect(await onDisk()).toBe(before - 1);
    expect((await read(slug, null)).files).toMatchObject([{ name: 'removed', altText: null, address: null, withheld: 'REDACTED' }]);
    expect((await read(made.data.adaptResource.resource.slug, stranger)).draft?.files).toEqual([]);
    await release.save(id, 0, { visibility: 'PUBLIC' });
    expect((await read(slug)).draft?.files).toEqual([]);
  });

  it('of a file that no text shows is found too', async () => {
    const started = await release.draft();
    const { fileId } = await new Sender(world, author).upload(started.id, await picture(), 'apart.png');
    await describeFile(started.id, fileId, AGREED);
    await publish(started.id, 2);
    const { data } = await world.run<{ redact: { reach: object; errors: Problem[] } }>(release.approver, REDACT, { input: { id: started.id, what: 'ASSET', words: `/files/${fileId}/apart.png`, reason: 'The person asked for it.' } });
    expect(data.redact).toMatchObject({ errors: [], reach: { versions: 1, resources: 1 } });
    expect((await get(`/files/${fileId}/apart.png`, author)).status).toBe(404);
  });
});
