import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { picture, Sender } from '../../../test/files.js';
import { Release, type Started } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';

const REDACT = 'mutation Redact($input: RedactInput!) { redact(input: $input) { reach { resources versions drafts places beyond } errors { __typename message path } } }';
const VERSION = 'query Version($slug: String!, $number: Int!) { resourceVersion(slug: $slug, number: $number) { attribution redactions { what reason marker places } content { ... on PlaybookContent { title problem { plain } authors { name } } } } }';
const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { id slug } errors { message } } }';
const SEARCH = 'query Search($query: String!) { search(query: $query, first: 10) { edges { node { id } } } }';

interface Reach { resources: number; versions: number; drafts: number; places: number; beyond: number }
interface Payload { reach: Reach | null; errors: { __typename: string; message: string; path: string[] }[] }
interface Version { attribution: string; redactions: { what: string; reason: string; marker: string; places: number }[]; content: { title: string; problem: { plain: string }; authors: { name: string }[] } }

let world: World;
let release: Release;
let neighbour: Release;
let stranger: TestPerson;
beforeAll(async () => {
  world = await World.create();
  const gwen = await world.person({ at: 'Aberwen', isModerator: true });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), gwen);
  neighbour = new Release(world, await world.person({ at: 'Northmoor' }), await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), gwen);
  stranger = await world.person({ at: 'Kestrel' });
}, 60_000);
afterAll(() => world.close());

const TODAY = new Date().toISOString().slice(0, 10);
const MARKER = `[name removed ${TODAY}]`;
const NAMED = { problem: { markdown: 'Commuters leave early, says **Samira** Quill. Ask samira  quill.' }, authors: [{ name: 'Samira Quill', role: 'role:author' }] };
const ask = (by: TestPerson | null, input: object): Promise<Answer<{ redact: Payload }>> => world.run(by, REDACT, { input: { what: 'NAME', words: 'Samira Quill', reason: 'She asked us to.', ...input } });
const redact = async (by: TestPerson, input: object): Promise<Payload> => (await ask(by, input)).data.redact;
const version = async (slug: string, number: number, by: TestPerson | null = null): Promise<Version> => (await world.run<{ resourceVersion: Version }>(by, VERSION, { slug, number })).data.resourceVersion;
const adapt = async (by: Release, id: string): Promise<Started> => (await world.run<{ adaptResource: { resource: Started } }>(by.author, ADAPT, { id })).data.adaptResource.resource;

/** Everything that is kept of resources, as one text, without the record of redactions itself. */
async function everything(): Promise<string> {
  const tables = ['resource_version', 'resource_draft', 'lifecycle_event', 'review_item', 'version_origin', 'redaction', 'audit_entry', 'outbox', 'resource', 'upstream_pull', 'upstream_offer', 'draft_file', 'version_file'];
  const rows = await Promise.all(tables.map((table) => world.rows(`select to_jsonb(t)::text as row from ${table} t`)));
  return JSON.stringify(rows);
}

describe('A person who is taken out', () => {
  it('goes from every version, its draft and its adaptations, down to what is kept, and a dated marker stands there; number, address and the rest stay', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: NAMED });
    await release.revise(id, { visibility: 'PUBLIC', content: { ...NAMED, summary: 'For commuters, by Samira Quill.' } });
    const adapted = await adapt(neighbour, id);
    await neighbour.save(adapted.id, 1, { visibility: 'PUBLIC', content: NAMED });
    await release.save(id, 0, { visibility: 'PUBLIC', content: NAMED });
    expect((await everything()).toLowerCase()).toContain('quill');
    const trial = await redact(release.moderator, { id, isTrial: true });
    // The drafts of both institutions lose it, and a moderator of a third is told of neither.
    expect(trial).toEqual({ reach: { resources: 1, versions: 2, drafts: 0, places: expect.any(Number), beyond: 0 }, errors: [] });
    expect((await everything()).toLowerCase()).toContain('quill');

    const before = await version(slug, 1);
    expect(await redact(release.moderator, { id })).toEqual(trial);
    expect((await everything()).toLowerCase()).not.toContain('quill');
    const after = await version(slug, 1);
    expect(after).toEqual({
      attribution: before.attribution.replaceAll('Samira Quill', MARKER), redactions: [{ what: 'NAME', reason: 'She asked us to.', marker: MARKER, places: 4 }],
      content: { ...before.content, problem: { plain: `Commuters leave early, says ${MARKER}. Ask ${MARKER}.` }, authors: [{ name: MARKER }] },
    });
    expect((await world.run<{ search: { edges: object[] } }>(null, SEARCH, { query: 'Quill' })).data.search.edges).toEqual([]);
    const drafts = await world.rows<{ revision: number }>('select revision from resource_draft order by revision');
    expect(drafts).toEqual([{ revision: 2 }, { revision: 3 }]);
    const stale = await world.run<{ saveDraft: { errors: { __typename: string }[] } }>(release.author, 'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { errors { __typename } } }', { input: { id, expectedRevision: 1, content: { playbook: { title: 'By Samira Quill', ...NAMED } } } });
    expect(stale.data.saveDraft.errors).toEqual([{ __typename: 'StaleDraftError' }]);
  });

  it('goes from what stands beside: bases of adaptations, offers, whom a version thanks, words about files, and reports of imports', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: NAMED });
    const adapted = await adapt(neighbour, id);
    const of = 'from resource r join resource_version v on v.id = r.adapted_from_version_id where r.slug = $1';
    await world.rows(`insert into upstream_pull (id, resource_id, institution_id, version_id, base, is_level, pulled_by) select gen_random_uuid(), r.id, r.institution_id, v.id, v.content, true, $2 ${of}`, [adapted.slug, neighbour.author.id]);
    await world.rows(`update resource_draft set import_report = '{"fileName": "Samira Quill.docx"}', offered_by = '{Samira Quill}' where resource_id = (select id from resource where slug = $1)`, [adapted.slug]);
    await world.rows(`update resource_version v set offered_by = '{Samira Quill}' from resource r where r.id = v.resource_id and r.slug = $1`, [slug]);
    const file = `'Samira Quill.png', 'image/png', 1, 'key', 'Samira Quill at her desk'`;
    await world.rows(`insert into version_file (version_id, id, position, name, media_type, size, store_key, alt_text) select published_version_id, gen_random_uuid(), 0, ${file} from resource where slug = $1`, [slug]);
    await world.rows(`insert into draft_file (draft_id, id, position, name, media_type, size, store_key, alt_text) select d.id, gen_random_uuid(), 0, ${file} from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1`, [adapted.slug]);
    await redact(release.moderator, { id });
    expect((await everything()).toLowerCase()).not.toContain('quill');
  });

  it.each(['Sam Reed', 'Reed'])('goes from the names of files too (%s), in every address that has them, and version 1 still shows its picture', async (words) => {
    const { id, slug } = await release.draft({ visibility: 'PUBLIC' });
    const { fileId } = await new Sender(world, release.author).upload(id, await picture(60, 40, 'jpeg'), 'Sam Reed.jpg');
    const [old, neutral] = [`/files/${fileId}/Sam-Reed.jpg`, `/files/${fileId}/file.jpg`];
    await world.run(release.author, 'mutation Describe($input: DescribeFileInput!) { describeFile(input: $input) { errors { message } } }', { input: { id, fileId, altText: 'A bus stop', showsPerson: false, consentScopes: [] } });
    const shown = { problem: { markdown: `![A bus stop](${old})\n\nAlso [as it is](${old}), ${old} or Sam-Reed.jpg.` } };
    await release.save(id, 2, { visibility: 'PUBLIC', content: shown });
    await release.submit(id, 3);
    await release.decide(release.approver, id);
    await release.decide(release.moderator, id);
    await release.revise(id, { visibility: 'PUBLIC', content: { ...shown, summary: 'For whoever waits.' } });
    const adapted = await adapt(neighbour, id);
    await world.rows(`insert into upstream_pull (id, resource_id, institution_id, version_id, base, is_level, pulled_by) select gen_random_uuid(), r.id, r.institution_id, v.id, v.content, true, $2 from resource r join resource_version v on v.id = r.adapted_from_version_id where r.slug = $1`, [adapted.slug, neighbour.author.id]);
    expect(await redact(release.moderator, { id, words })).toMatchObject({ errors: [], reach: { versions: 2 } });
    expect(await everything()).not.toMatch(/sam[-_. ]reed/iu);
    const read = await world.run<{ resourceVersion: { files: object[]; content: { problem: { html: string } } } }>(null, 'query V($slug: String!) { resourceVersion(slug: $slug, number: 1) { files { name address standsInText } content { ... on PlaybookContent { problem { html } } } } }', { slug });
    expect(read.data.resourceVersion.files).toEqual([{ name: 'file.jpg', address: neutral, standsInText: true }]);
    expect(read.data.resourceVersion.content.problem.html).toContain(`<img src="${neutral}" alt="A bus stop"`);
    for (const address of [neutral, old]) {
      const served = await new Sender(world, null).ask('GET', address);
      expect([served.status, served.headers.get('content-disposition')]).toEqual([200, 'inline; filename="file.jpg"']);
    }
    expect(await redact(release.moderator, { id, words })).toMatchObject({ errors: [{ __typename: 'NotPossibleError' }] });
  });

  it('goes by an approver from the work of their institution, who is told what a moderator has to do', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: NAMED });
    const adapted = await adapt(neighbour, id);
    expect(await redact(release.approver, { id })).toMatchObject({ reach: { resources: 1, versions: 1, drafts: 0, beyond: 0 }, errors: [] });
    expect((await version(slug, 1)).content.authors).toEqual([{ name: MARKER }]);
    expect(await redact(release.moderator, { id })).toMatchObject({ reach: { resources: 0, versions: 0, drafts: 0, places: 0, beyond: 0 }, errors: [] });
    const [draft] = await world.rows<{ text: string }>(`select d.content::text as text from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1`, [adapted.slug]);
    expect(draft?.text).not.toContain('Quill');
  });

  it('is told to an approver as far as other institutions have published it: a trial reads nobody’s draft', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC' });
    const adapted = await adapt(neighbour, id);
    await neighbour.save(adapted.id, 1, { visibility: 'PUBLIC', content: { summary: 'A pay dispute that nobody knows of.' } });
    const secret = { id, what: 'QUOTE', words: 'pay dispute', isTrial: true };
    for (const who of [release.approver, release.moderator]) expect(await redact(who, secret)).toMatchObject({ reach: { resources: 0, versions: 0, drafts: 0, places: 0, beyond: 0 } });
    await neighbour.submit(adapted.id, 2);
    await neighbour.decide(neighbour.approver, adapted.id);
    await neighbour.decide(release.moderator, adapted.id);
    expect(await redact(release.approver, secret)).toMatchObject({ reach: { resources: 0, beyond: 1 } });
    expect(await redact(release.moderator, secret)).toMatchObject({ reach: { resources: 1, versions: 1, drafts: 0, beyond: 0 } });
  });

  it('goes from work that is being reviewed, which is then asked about as it stands', async () => {
    const { id } = await release.publish({ visibility: 'MEMBERS', content: NAMED });
    await release.save(id, 0, { content: NAMED });
    await release.submit(id, 1);
    await redact(release.moderator, { id });
    await release.decide(release.approver, id);
    await release.decide(release.moderator, id);
    expect((await everything())).not.toContain('Samira');
  });
});

describe('A redaction', () => {
  it('is nobody else’s to decide', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC', content: NAMED });
    const hidden = await release.publish({ visibility: 'INSTITUTION', content: NAMED });
    expect((await ask(null, { id })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const by of [release.author, stranger, neighbour.approver]) expect((await ask(by, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    for (const by of [release.moderator, stranger]) expect((await ask(by, { id: hidden.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const draft = await release.draft();
    expect((await ask(release.author, { id: draft.id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('names what it lacks, keeps the words out of the reason, and leaves no record where nothing was found', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC' });
    const records = async (): Promise<number> => (await world.rows('select from redaction')).length;
    const before = await records();
    for (const [input, path] of [[{ words: 'ab' }, 'words'], [{ words: '…' }, 'words'], [{ words: 'x'.repeat(2001) }, 'words'], [{ reason: ' ' }, 'reason'], [{ reason: 'x'.repeat(601) }, 'reason'], [{ reason: 'samira quill asked' }, 'reason']] as const) {
      expect((await redact(release.moderator, { id, ...input })).errors.map((error) => error.path)).toEqual([['input', path]]);
    }
    expect(await redact(release.moderator, { id, words: 'Nobody Anywhere' })).toMatchObject({ reach: { resources: 0, places: 0 }, errors: [{ __typename: 'NotPossibleError' }] });
    expect(await records()).toBe(before);
  });

  it('is the only way to change what is published: the application may not, nor may a decision of another day', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC', content: NAMED });
    await redact(release.moderator, { id });
    const [row] = await world.rows<{ redaction_id: string; version_id: string }>('select redaction_id, version_id from redacted_version limit 1');
    const tamper = (statement: string): Promise<unknown> => world.database.transaction('SYSTEM', (transaction) => transaction.query(statement, [row?.redaction_id, row?.version_id]));
    await expect(tamper(`select redact_version($1, $2, '{}', '', '', 1)`)).rejects.toThrow('decided now');
    await expect(tamper(`update resource_version set content = '{}' where id = $2 and $1::uuid is not null`)).rejects.toThrow('permission denied');
    await expect(tamper(`insert into redacted_version values ($1, $2, 1)`)).rejects.toThrow('permission denied');
  });
});
