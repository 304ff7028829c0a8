/** Collections: who makes them, who reads what of them, and that nothing of a work tells itself through one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release, type Started } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { keyOf } from '../../platform/ids/ids.js';

const SHOWN = 'id slug title introduction visibility revision takenBackReason institution { name } viewerCan { edit open takeBack } items(first: 50) { edges { cursor node { note resource { id title } } } pageInfo { hasNextPage } }';
const READ = `query Read($slug: String!) { collection(slug: $slug) { ${SHOWN} } }`;
const mutation = (name: string, type: string): string => `mutation Change($input: ${type}!) { ${name}(input: $input) { collection { ${SHOWN} } errors { __typename code message path ... on StaleCollectionError { current { title revision } } } } }`;
const OPERATIONS = {
  createCollection: 'CreateCollectionInput', saveCollection: 'SaveCollectionInput', addToCollection: 'AddToCollectionInput', removeFromCollection: 'RemoveFromCollectionInput',
  moveInCollection: 'MoveInCollectionInput', deleteCollection: 'CollectionIdInput', takeBackCollection: 'TakeBackCollectionInput',
} as const;

interface Shown { id: string; slug: string; title: string; introduction: string; visibility: string; revision: number; takenBackReason: string | null; viewerCan: Record<'edit' | 'open' | 'takeBack', boolean>; items: { edges: { cursor: string; node: { note: string | null; resource: { id: string; title: string } } }[]; pageInfo: { hasNextPage: boolean } } }
interface Payload { collection: Shown | null; errors: { __typename: string; code: string; message: string; path: string[]; current?: { title: string; revision: number } }[] }

const TITLE = 'How we begin with commuter students';

let world: World;
let release: Release;
let amina: TestPerson;
let approver: TestPerson;
let outsider: TestPerson;
let moderator: TestPerson;
let open: Started;
let members: Started;
let internal: Started;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  approver = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  outsider = await world.person({ at: 'Aberwen' });
  moderator = await world.person({ at: 'Tidewell', isModerator: true });
  release = new Release(world, amina, approver, moderator);
  open = await release.publish({ visibility: 'PUBLIC' });
  members = await release.publish({ visibility: 'MEMBERS' });
  internal = await release.publish({ visibility: 'INSTITUTION' });
}, 60_000);
afterAll(() => world.close());

const asked = (by: TestPerson | null, name: keyof typeof OPERATIONS, input: object): Promise<Answer<Record<string, Payload>>> => world.run(by, mutation(name, OPERATIONS[name]), { input });
async function changed(by: TestPerson, name: keyof typeof OPERATIONS, input: object): Promise<Payload> {
  const { data, errors } = await asked(by, name, input);
  const payload = data?.[name];
  if (errors !== undefined || payload === undefined) throw new Error(JSON.stringify(errors));
  return payload;
}
async function done(by: TestPerson, name: keyof typeof OPERATIONS, input: object): Promise<Shown> {
  const { collection, errors } = await changed(by, name, input);
  if (collection === null) throw new Error(JSON.stringify(errors));
  return collection;
}
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;
const read = async (by: TestPerson | null, slug: string): Promise<Shown | null> => (await world.run<{ collection: Shown | null }>(by, READ, { slug })).data.collection;
const worksOf = (shown: Shown | null): string[] => shown?.items.edges.map(({ node }) => node.resource.id) ?? [];
const made = (by: TestPerson = amina, input: object = {}): Promise<Shown> => done(by, 'createCollection', { title: TITLE, introduction: 'For whoever is new.', ...input });
async function withWorks(...works: Started[]): Promise<Shown> {
  let shown = await made();
  for (const { id } of works) shown = await done(amina, 'addToCollection', { id: shown.id, resourceId: id });
  return shown;
}
const opened = ({ id, title, introduction, revision }: Shown, visibility: string): Promise<Shown> => done(approver, 'saveCollection', { id, expectedRevision: revision, title, introduction, visibility });

describe('Making a collection', () => {
  it('is for people of member institutions, who may change it from then on, and nobody else sees it', async () => {
    const shown = await made(amina, { resourceId: open.id, note: 'First of all.' });
    expect(shown).toMatchObject({ title: TITLE, introduction: 'For whoever is new.', visibility: 'INSTITUTION', revision: 2, institution: { name: 'Calderfold' }, viewerCan: { edit: true, open: false, takeBack: false } });
    expect([shown.id.slice(0, 4), /^how-we-begin-with-commuter-students-[0-9a-f]{6}$/.test(shown.slug), shown.items.edges.map(({ node }) => [node.resource.id, node.note])]).toEqual(['col_', true, [[open.id, 'First of all.']]]);
    expect([await read(outsider, shown.slug), await read(moderator, shown.slug), await read(null, shown.slug)]).toEqual([null, null, null]);
    expect((await read(approver, shown.slug))?.viewerCan).toEqual({ edit: true, open: true, takeBack: false });
    const listed = await world.person({ at: 'Listed', standing: 'LISTED' });
    expect([codeOf(await asked(null, 'createCollection', { title: TITLE })), codeOf(await asked(listed, 'createCollection', { title: TITLE }))]).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });

  it('asks for a title that says something, and for words of a bounded length', async () => {
    const problems = async (input: object): Promise<unknown> => (await changed(amina, 'createCollection', input)).errors.map(({ path, code }) => [code, ...path]);
    expect(await problems({ title: ' too short  ' })).toEqual([['INVALID_VALUE', 'title']]);
    expect(await problems({ title: 'x'.repeat(121), introduction: 'y'.repeat(1001) })).toEqual([['INVALID_VALUE', 'title'], ['INVALID_VALUE', 'introduction']]);
    expect(await problems({ title: 'x'.repeat(120), introduction: 'y'.repeat(1000) })).toEqual([]);
  });

  it('refuses a page that was made for another institution', async () => {
    expect((await changed(amina, 'createCollection', { title: TITLE, actingInstitutionId: outsider.actingInstitutionId })).errors).toMatchObject([{ code: 'OTHER_INSTITUTION' }]);
  });
});

describe('The works in a collection', () => {
  it('stand in the order in which they were put, moved and taken out', async () => {
    const { id } = await withWorks(open, members, internal);
    expect(worksOf(await done(amina, 'moveInCollection', { id, resourceId: internal.id, beforeId: open.id }))).toEqual([internal.id, open.id, members.id]);
    expect(worksOf(await done(amina, 'moveInCollection', { id, resourceId: internal.id }))).toEqual([open.id, members.id, internal.id]);
    expect(worksOf(await done(amina, 'moveInCollection', { id, resourceId: open.id, beforeId: open.id }))).toEqual([open.id, members.id, internal.id]);
    expect(worksOf(await done(amina, 'removeFromCollection', { id, resourceId: members.id }))).toEqual([open.id, internal.id]);
    const again = await done(amina, 'removeFromCollection', { id, resourceId: members.id });
    expect((await changed(amina, 'moveInCollection', { id, resourceId: members.id })).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect(worksOf(await done(amina, 'addToCollection', { id, resourceId: members.id }))).toEqual([open.id, internal.id, members.id]);
    expect(again.revision).toBe(7);
  });

  it('are there once, however often and by however many they are added at the same time, and a second note replaces the first', async () => {
    const { id, slug } = await made();
    await Promise.all([amina, approver, amina, approver].map((by) => done(by, 'addToCollection', { id, resourceId: open.id })));
    expect((await done(amina, 'addToCollection', { id, resourceId: open.id, note: ' Start here. ' })).items.edges).toMatchObject([{ node: { note: 'Start here.' } }]);
    expect((await done(amina, 'addToCollection', { id, resourceId: open.id })).items.edges).toMatchObject([{ node: { note: 'Start here.' } }]);
    expect((await done(amina, 'addToCollection', { id, resourceId: open.id, note: ' ' })).items.edges).toMatchObject([{ node: { note: null } }]);
    expect((await changed(amina, 'addToCollection', { id, resourceId: open.id, note: 'x'.repeat(301) })).errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['note'] }]);
    expect((await read(amina, slug))?.revision).toBe(4);
  });

  it('are published, and for whoever adds them to read', async () => {
    const draft = await release.draft();
    const mine = await made(outsider);
    expect(codeOf(await asked(amina, 'addToCollection', { id: (await made()).id, resourceId: draft.id }))).toBe('NOT_FOUND');
    expect(codeOf(await asked(outsider, 'addToCollection', { id: mine.id, resourceId: internal.id }))).toBe('NOT_FOUND');
    expect(codeOf(await asked(outsider, 'createCollection', { title: TITLE, resourceId: internal.id }))).toBe('NOT_FOUND');
    expect(worksOf(await done(outsider, 'addToCollection', { id: mine.id, resourceId: members.id }))).toEqual([members.id]);
  });

  it('are at most fifty', async () => {
    const { id } = await made();
    const works = await world.rows<{ id: string }>(`insert into resource (id, kind, institution_id, slug, visibility, published_version_id, published_at) select gen_random_uuid(), kind, institution_id, 'copy-' || n, visibility, null, null from resource, generate_series(1, 49) n where slug = $1 returning id`, [open.slug]);
    await world.rows(`insert into collection_item (collection_id, resource_id, position) select $2, w, n from unnest($1::uuid[]) with ordinality t(w, n)`, [works.map((work) => work.id), keyOf('collection', id)]);
    expect(worksOf(await done(amina, 'addToCollection', { id, resourceId: open.id }))).toEqual([open.id]);
    expect((await changed(amina, 'addToCollection', { id, resourceId: members.id })).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect((await changed(amina, 'addToCollection', { id, resourceId: open.id, note: 'Still here.' })).errors).toEqual([]);
    expect(worksOf(await done(amina, 'removeFromCollection', { id, resourceId: open.id }))).toEqual([]);
  });
});

describe('Opening a collection', () => {
  it('is for approvers and administrators; each reader then finds the works that they may read, and no trace of others', async () => {
    const shown = await withWorks(internal, open, members);
    const wider = { id: shown.id, expectedRevision: shown.revision, title: TITLE, introduction: '', visibility: 'PUBLIC' };
    expect(codeOf(await asked(amina, 'saveCollection', wider))).toBe('FORBIDDEN');
    await opened(shown, 'PUBLIC');
    expect(worksOf(await read(null, shown.slug))).toEqual([open.id]);
    expect(worksOf(await read(outsider, shown.slug))).toEqual([open.id, members.id]);
    expect(worksOf(await read(amina, shown.slug))).toEqual([internal.id, open.id, members.id]);
    const [first] = (await world.run<{ collection: Shown }>(null, `query Read($slug: String!) { collection(slug: $slug) { items(first: 1) { edges { cursor } pageInfo { hasNextPage } } } }`, { slug: shown.slug })).data.collection.items.edges;
    const rest = await world.run<{ collection: Shown }>(null, `query Read($slug: String!, $after: String) { collection(slug: $slug) { items(first: 1, after: $after) { edges { cursor } pageInfo { hasNextPage } } } }`, { slug: shown.slug, after: first?.cursor });
    expect(rest.data.collection.items).toEqual({ edges: [], pageInfo: { hasNextPage: false } });
    const entries = await world.rows<{ action: string; details: object }>(`select action, details from audit_entry where subject_type = 'COLLECTION' order by sequence desc limit 1`);
    expect(entries).toEqual([{ action: 'OPEN_COLLECTION', details: { from: 'INSTITUTION', to: 'PUBLIC' } }]);
  });

  it('to members keeps it from everybody else, and makes its words theirs to change who opened it', async () => {
    const shown = await opened(await withWorks(open), 'MEMBERS');
    expect([await read(null, shown.slug), (await read(outsider, shown.slug))?.viewerCan]).toEqual([null, { edit: false, open: false, takeBack: false }]);
    for (const [name, input] of [['saveCollection', { expectedRevision: shown.revision, title: TITLE, introduction: '', visibility: 'MEMBERS' }], ['addToCollection', { resourceId: members.id }], ['removeFromCollection', { resourceId: open.id }], ['moveInCollection', { resourceId: open.id }], ['deleteCollection', {}]] as const) {
      for (const by of [amina, outsider, moderator]) expect([name, codeOf(await asked(by, name, { id: shown.id, ...input }))]).toEqual([name, 'FORBIDDEN']);
    }
    expect(worksOf(await read(amina, shown.slug))).toEqual([open.id]);
    const administrator = await world.person({ at: 'Calderfold', roles: ['ADMINISTRATOR'] });
    expect(worksOf(await done(administrator, 'addToCollection', { id: shown.id, resourceId: members.id }))).toEqual([open.id, members.id]);
  });

  it('is done on what was looked at: a note that came in between makes the save stale', async () => {
    const shown = await withWorks(open);
    await done(amina, 'addToCollection', { id: shown.id, resourceId: open.id, note: 'Unread so far.' });
    const { errors } = await changed(approver, 'saveCollection', { id: shown.id, expectedRevision: shown.revision, title: TITLE, introduction: '', visibility: 'PUBLIC' });
    expect(errors).toMatchObject([{ __typename: 'StaleCollectionError', code: 'STALE_COLLECTION', current: { title: TITLE, revision: shown.revision + 1 } }]);
    expect(await read(null, shown.slug)).toBeNull();
  });

  it('is taken back by a moderator, with a reason that its institution reads until it is open again', async () => {
    const shown = await opened(await withWorks(open), 'PUBLIC');
    expect((await read(moderator, shown.slug))?.viewerCan.takeBack).toBe(true);
    expect(codeOf(await asked(outsider, 'takeBackCollection', { id: shown.id, reason: 'No.' }))).toBe('FORBIDDEN');
    expect((await changed(moderator, 'takeBackCollection', { id: shown.id, reason: '  ' })).errors).toMatchObject([{ path: ['reason'] }]);
    expect(await changed(moderator, 'takeBackCollection', { id: shown.id, reason: 'It names a student.' })).toEqual({ collection: null, errors: [] });
    const [mine, theirs] = [await read(amina, shown.slug), await read(null, shown.slug)];
    expect([mine?.takenBackReason, mine?.visibility, theirs]).toEqual(['It names a student.', 'INSTITUTION', null]);
    if (mine === null) throw new Error('gone');
    expect((await opened(mine, 'MEMBERS')).takenBackReason).toBeNull();
  });
});

describe('What becomes of a work', () => {
  it('follows its own reading rule in every collection: archived it stays readable, hidden it is gone', async () => {
    const [kept, hidden] = [await release.publish({ visibility: 'PUBLIC' }), await release.publish({ visibility: 'PUBLIC' })];
    const { slug } = await opened(await withWorks(kept, hidden), 'PUBLIC');
    await world.run(approver, 'mutation Archive($input: ResourceIdInput!) { archiveResource(input: $input) { errors { message } } }', { input: { id: kept.id } });
    await world.rows('update resource set hidden_at = now() where slug = $1', [hidden.slug]);
    expect(worksOf(await read(null, slug))).toEqual([kept.id]);
    expect(worksOf(await read(amina, slug))).toEqual([kept.id, hidden.id]);
  });

  it('tells in which collections it is, as far as they are for the reader', async () => {
    const work = await release.publish({ visibility: 'PUBLIC' });
    const [own, shared] = [await withWorks(work), await opened(await withWorks(work), 'PUBLIC')];
    const holding = async (by: TestPerson | null): Promise<string[]> => (await world.run<{ resource: { collections: { edges: { node: { slug: string } }[] } } }>(by, 'query Those($slug: String!) { resource(slug: $slug) { collections(first: 10) { edges { node { slug } } } } }', { slug: work.slug })).data.resource.collections.edges.map(({ node }) => node.slug);
    expect([await holding(null), await holding(outsider), (await holding(amina)).sort()]).toEqual([[shared.slug], [shared.slug], [own.slug, shared.slug].sort()]);
  });
});

describe('Lists of collections', () => {
  const LIST = `query List($first: Int!, $after: String, $filter: CollectionFilter) { collections(first: $first, after: $after, filter: $filter) { edges { cursor node { slug items(first: 50) { edges { node { note } } } } } pageInfo { hasNextPage endCursor } } }`;
  interface List { collections: { edges: { node: { slug: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
  const list = async (by: TestPerson | null, variables: object = {}): Promise<List['collections']> => (await world.run<List>(by, LIST, { first: 100, ...variables })).data.collections;

  it('are narrowed to an institution and to what one may change, and every one is on one page', async () => {
    const theirs = await made(outsider);
    const [institution] = await world.rows<{ slug: string }>('select slug from institution where id = $1', [outsider.institutionId]);
    const found = await list(outsider, { filter: { institution: institution?.slug } });
    expect(found.edges.map(({ node }) => node.slug)).toContain(theirs.slug);
    const whole = (await list(amina, { filter: { editable: true } })).edges.map(({ node }) => node.slug);
    expect(whole).not.toContain(theirs.slug);
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const page: List['collections'] = await list(amina, { first: 3, after, filter: { editable: true } });
      pages.push(...page.edges.map(({ node }) => node.slug));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pages).toEqual(whole);
  });

  it('cost the same statements with few and with many', async () => {
    const cost = (first: number): Promise<number> => world.statements(() => list(amina, { first }));
    expect(await cost(1)).toBe(await cost(50));
  });
});

describe('Deleting a collection', () => {
  it('leaves its works, and cannot be done twice or from outside', async () => {
    const { id, slug } = await withWorks(open);
    expect(codeOf(await asked(outsider, 'deleteCollection', { id }))).toBe('NOT_FOUND');
    expect(await changed(amina, 'deleteCollection', { id })).toEqual({ collection: null, errors: [] });
    expect([await read(amina, slug), codeOf(await asked(amina, 'deleteCollection', { id }))]).toEqual([null, 'NOT_FOUND']);
    expect((await world.run<{ resource: object | null }>(null, 'query Still($slug: String!) { resource(slug: $slug) { id } }', { slug: open.slug })).data.resource).not.toBeNull();
  });
});
