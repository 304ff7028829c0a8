import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { REASONS_IN_WORDS } from '../../migrations/20261125130000-author-teams-on-record.js';
import { apiId } from '../../platform/ids/ids.js';

const QUEUE = `query Queue($first: Int = 20, $after: String, $filter: ReviewItemFilter) { reviewItems(first: $first, after: $after, filter: $filter) { pageInfo { hasNextPage endCursor } edges { cursor node { id stage status revision waitingDays createdAt
  submittedBy { displayName } institution { name } decidedBy { displayName } reason earlierDecisions { stage status reason revision } resource { id slug title attributedTo { name } contributors { name } draft { content { ... on PlaybookContent { authors { name } } } } } } } } }`;
const ONE = 'query One($id: ID!) { reviewItem(id: $id) { id status resource { id } } }';
const HISTORY = 'query History($slug: String!) { resource(slug: $slug) { history { action from to reason by { displayName } happenedAt } } }';

interface Item { id: string; stage: string; status: string; reason: string | null; waitingDays: number; submittedBy: object | null; institution: object | null; earlierDecisions: object[]; resource: { id: string; slug: string; title: string; contributors: object[] } }
interface Queue { reviewItems: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { cursor: string; node: Item }[] } }

let world: World;
let amina: TestPerson;
let tom: TestPerson;
let gwen: TestPerson;
let nia: TestPerson;
let release: Release;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, amina, tom, gwen);
}, 60_000);
afterAll(() => world.close());

async function queue(by: TestPerson | null, variables: object = {}): Promise<Queue['reviewItems']> {
  const { data, errors } = await world.run<Queue>(by, QUEUE, { ...variables });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data.reviewItems;
}

const about = async (by: TestPerson | null, id: string, filter?: object): Promise<Item | undefined> => (await queue(by, { first: 100, filter })).edges.map((edge) => edge.node).find((node) => node.resource.id === id);
const history = async (by: TestPerson | null, slug: string): Promise<{ action: string; reason: string | null; by: object | null }[] | undefined> =>
  (await world.run<{ resource: { history: { action: string; reason: string | null; by: object | null }[] } | null }>(by, HISTORY, { slug })).data.resource?.history;

describe('The review queue', () => {
  it('tells those who may decide who asks, since when and what was said before, and tells nobody else', async () => {
    const { id } = await release.draft();
    await release.submit(id);
    await release.decide(tom, id, { approve: false, reason: 'Say who pays the adviser.' });
    await release.submit(id);
    await world.rows(`update review_item set created_at = created_at - interval '49 hours' where status = 'OPEN'`);
    await world.rows(`update review_item set created_at = created_at - interval '50 hours' where status = 'RETURNED'`);
    expect(await about(tom, id)).toMatchObject({
      stage: 'SIGN_OFF', status: 'OPEN', waitingDays: 2, institution: { name: 'Calderfold' }, submittedBy: { displayName: expect.stringContaining('Person') },
      earlierDecisions: [{ stage: 'SIGN_OFF', status: 'RETURNED', reason: 'Say who pays the adviser.', revision: 2 }],
    });
    for (const other of [amina, gwen, nia, null]) expect(await about(other, id)).toBeUndefined();
  });

  it('opens one item by its id, for those in whose list it stands, and stays open to them once it was decided', async () => {
    const { id } = await release.draft();
    await release.submit(id);
    const item = await about(tom, id);
    const opened = async (by: TestPerson | null): Promise<unknown> => (await world.run<{ reviewItem: unknown }>(by, ONE, { id: item?.id })).data.reviewItem;
    expect(await opened(tom)).toMatchObject({ id: item?.id, status: 'OPEN', resource: { id } });
    expect(await opened(amina)).toMatchObject({ status: 'OPEN' });
    for (const other of [gwen, nia, null]) expect(await opened(other)).toBeNull();
    await release.decide(tom, id, { approve: true });
    expect(await opened(tom)).toMatchObject({ status: 'APPROVED' });
    expect(await opened(gwen)).toBeNull(); // theirs is the question that follows
  });

  it('answers an id of something else like an absent one', async () => {
    const { id } = await release.draft();
    expect((await world.run<{ reviewItem: unknown }>(amina, ONE, { id })).data.reviewItem).toBeNull();
  });

  it('tells the author why it came back', async () => {
    const { id } = await release.draft();
    await release.submit(id);
    await release.decide(tom, id, { approve: false, reason: 'Say who pays the adviser.' });
    expect(await about(amina, id, { mine: true })).toMatchObject({ status: 'RETURNED', reason: 'Say who pays the adviser.', decidedBy: { displayName: expect.stringContaining('Person') } });
    expect(await about(amina, id, { mine: true, status: 'APPROVED' })).toBeUndefined();
    expect(await about(tom, id, { status: 'RETURNED' })).toBeUndefined(); // back with its author, a draft for others is not for its approver
    expect(await about(nia, id, { mine: true })).toBeUndefined();
  });

  it('keeps what was said at sign-off within the institution', async () => {
    const { id, slug } = await release.draft();
    await release.submit(id);
    await release.decide(tom, id, { approve: false, reason: 'Our dean will not like this.' });
    await release.submit(id);
    await release.decide(tom, id, { approve: true, reason: 'The dean agreed.' });
    expect(await about(gwen, id)).toMatchObject({ stage: 'MODERATION', earlierDecisions: [] });
    expect(JSON.stringify(await history(gwen, slug))).not.toContain('dean');
    expect(JSON.stringify(await history(amina, slug))).toContain('dean');
  });

  it('names nobody to a moderator where the work will be released without a name', async () => {
    const { id, slug } = await release.draft({ visibility: 'PUBLIC' });
    await release.submit(id);
    await release.decide(tom, id, { approve: true, withoutName: true });
    const seen = await about(gwen, id);
    expect(seen).toMatchObject({ institution: null, submittedBy: null, resource: { attributedTo: { name: 'A university in GB' }, contributors: [], draft: { content: { authors: [] } } } });
    expect((await history(gwen, slug))?.every((event) => event.by === null)).toBe(true);
    expect(await about(amina, id, { mine: true, status: 'OPEN' })).toMatchObject({ institution: { name: 'Calderfold' }, resource: { draft: { content: { authors: [{ name: 'Careers team' }] } } } });
  });

  it('gives the institution away to a moderator neither by the address of such work nor by any id', async () => {
    const { id, slug } = await release.draft({ visibility: 'PUBLIC', content: { title: 'How Calderfold meets commuters' } });
    await world.rows(`update resource set slug = 'calderfold-at-the-bus-stop-' || substr(slug, length(slug) - 5) where slug = $1`, [slug]);
    const telling = `calderfold-at-the-bus-stop-${slug.slice(-6)}`;
    await release.save(id, 2, { visibility: 'PUBLIC', content: { title: 'Meeting commuters' } });
    await release.submit(id, 3);
    await release.decide(tom, id, { approve: true, withoutName: true });
    const seen = await about(gwen, id);
    expect(seen?.resource.slug).toMatch(/^meeting-commuters-[0-9a-f]{6}$/);
    const [owner] = await world.rows<{ slug: string }>('select slug from institution where id = $1', [amina.institutionId]);
    const told = JSON.stringify(seen).toLowerCase();
    for (const word of ['calderfold', owner?.slug ?? '', amina.institutionId, ...[amina, tom].flatMap((person) => [person.id, apiId('person', person.id)]), amina.actingInstitutionId]) expect(told).not.toContain(word);
    expect((await world.run<{ resource: { slug: string } }>(amina, 'query Known($slug: String!) { resource(slug: $slug) { slug } }', { slug: telling })).data.resource.slug).toBe(seen?.resource.slug);
    await release.decide(gwen, id);
    expect((await world.run<{ resource: object | null }>(null, 'query Known($slug: String!) { resource(slug: $slug) { slug } }', { slug: telling })).data.resource).toBeNull();
  });

  it('shows a moderator the draft that is to be widened, and not the published version that is not for them', async () => {
    const { id } = await release.publish({ visibility: 'INSTITUTION', content: { title: 'For our own eyes only' } });
    await release.save(id, 0, { visibility: 'MEMBERS', content: { title: 'For everybody who takes part' } });
    await release.submit(id, 1);
    await release.decide(tom, id);
    expect((await about(gwen, id))?.resource.title).toBe('For everybody who takes part');
  });

  it('pages by the longest waiting, with the same number of statements for one item and for many', async () => {
    for (let count = 0; count < 3; count += 1) await release.submit((await release.draft()).id);
    const all = (await queue(tom, { first: 100 })).edges.map((edge) => edge.node.id);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Queue['reviewItems'] = await queue(tom, { first: 1, after });
      paged.push(...page.edges.map((edge) => edge.node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(await world.statements(() => queue(tom, { first: 100 }))).toBe(await world.statements(() => queue(tom, { first: 1 })));
  });

  it('refuses a page of none, a page of too many and a cursor of another list', async () => {
    const [edge] = (await queue(tom, { first: 1 })).edges;
    for (const variables of [{ first: 0 }, { first: 101 }, { after: 'rubbish' }, { after: edge?.cursor, filter: { mine: true } }, { after: edge?.cursor, filter: { stage: 'SIGN_OFF' } }]) await expect(queue(tom, variables)).rejects.toThrow('INVALID_INPUT');
  });
});

describe('The history of a resource', () => {
  it('is told to its author team and its approver, and is empty for readers', async () => {
    const { slug } = await release.publish({ visibility: 'PUBLIC' });
    const told = await history(amina, slug);
    expect(told?.map((event) => event.action)).toEqual(['PUBLISH', 'SIGN_OFF', 'SUBMIT', 'CREATE']);
    expect(told?.[0]).toMatchObject({ from: 'MODERATION', to: 'PUBLISHED', by: { displayName: expect.stringContaining('Person') } });
    expect(await history(tom, slug)).toHaveLength(4);
    for (const reader of [nia, gwen, null]) expect(await history(reader, slug)).toEqual([]);
  });

  it('says in words what an adaptation was made from, and never by a key', async () => {
    const original = await release.publish({ visibility: 'PUBLIC' });
    const { data } = await world.run<{ adaptResource: { resource: { slug: string } } }>(nia, 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { slug } } }', { id: original.id });
    const { slug } = data.adaptResource.resource;
    const made = { action: 'CREATE', reason: 'Adapted from version 1 of “Micro drop-ins at the bus stop”.' };
    expect(await history(nia, slug)).toMatchObject([made]);
    await world.rows(`update lifecycle_event e set reason = 'adapted from version ' || r.adapted_from_version_id from resource r where r.id = e.resource_id and r.slug = $1`, [slug]);
    for (const statement of REASONS_IN_WORDS) await world.rows(statement);
    expect(await history(nia, slug)).toMatchObject([made]);
    await world.rows(`update lifecycle_event e set reason = 'imported from record:pb-one' from resource r where r.id = e.resource_id and r.slug = $1`, [slug]);
    for (const statement of REASONS_IN_WORDS) await world.rows(statement);
    expect(await history(nia, slug)).toMatchObject([{ reason: 'Imported from the record pb-one.' }]);
  });

  it('keeps the record where a name was removed', async () => {
    const gone = await world.person({ at: 'Calderfold' });
    const { id, slug } = await new Release(world, gone, tom, gwen).draft();
    await world.rows('update person set display_name = null where id = $1', [gone.id]);
    expect((await history(gone, slug))?.[0]).toMatchObject({ action: 'CREATE', by: { displayName: null } });
    expect(id).toMatch(/^res_/);
  });
});
