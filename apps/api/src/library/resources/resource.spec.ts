import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiId } from '../../platform/ids/ids.js';
import { type TestPerson, World } from '../../../test/world.js';
import { CREATE, DECIDE, FULL_NOTE, NOTE, READ, SAVE, SUBMIT } from '../../../test/operations.js';

interface Payload { resource: { id: string; slug: string; state: string; draft: { id: string; revision: number; missing: { path: string }[]; stage: string } | null; version: { number: number } | null } | null; errors: { __typename: string; code: string; message: string; path: string[]; current?: { revision: number }; missing?: { path: string }[] }[] }

let world: World;
let amina: TestPerson;
let tom: TestPerson;
let bea: TestPerson;
let gwen: TestPerson;
let nia: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  bea = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  nia = await world.person({ at: 'Northmoor' });
}, 60_000);
afterAll(() => world.close());

async function draft(by = amina): Promise<{ id: string; slug: string }> {
  const { data } = await world.run<{ createResource: Payload }>(by, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary } });
  const resource = data.createResource.resource;
  if (resource === null) throw new Error(data.createResource.errors[0]?.message);
  return resource;
}

async function save(by: TestPerson, id: string, expectedRevision: number, playbook: object = NOTE, visibility = 'MEMBERS'): Promise<Payload> {
  const answer = await world.run<{ saveDraft: Payload }>(by, SAVE, { input: { id, expectedRevision, visibility, content: { playbook } } });
  if (answer.errors) throw new Error(`${answer.errors[0]?.extensions.code} ${answer.errors[0]?.message}`);
  return answer.data.saveDraft;
}

async function openItem(resourceSlug: string): Promise<{ id: string; revision: number }> {
  const [row] = await world.rows<{ id: string; revision: number }>(`select i.id, i.revision from review_item i join resource r on r.id = i.resource_id where r.slug = $1 and i.status = 'OPEN'`, [resourceSlug]);
  if (row === undefined) throw new Error('no open review item');
  return { id: apiId('reviewItem', row.id), revision: row.revision };
}

async function decide(by: TestPerson, slug: string, input: object = { approve: true }): Promise<{ payload: Payload | null; code: string | undefined }> {
  const item = await openItem(slug);
  const answer = await world.run<{ decideReview: Payload }>(by, DECIDE, { input: { ...item, ...input } });
  return { payload: answer.data?.decideReview ?? null, code: answer.errors?.[0]?.extensions.code };
}

async function published(visibility: string, by = amina): Promise<{ id: string; slug: string }> {
  const resource = await draft(by);
  const full = visibility === 'PUBLIC' ? FULL_NOTE : NOTE;
  await save(by, resource.id, 1, full, visibility);
  const submitted = await world.run<{ submitForReview: Payload }>(by, SUBMIT, { input: { id: resource.id, expectedRevision: 2 } });
  expect(submitted.data.submitForReview.errors).toEqual([]);
  expect((await decide(tom, resource.slug)).payload?.errors).toEqual([]);
  expect((await decide(gwen, resource.slug)).payload?.errors).toEqual([]);
  return resource;
}

describe('Writing a playbook', () => {
  it('starts from three answers and is seen by its author team alone', async () => {
    const { slug } = await draft();
    const mine = await world.run<{ resource: { title: string; state: string } | null }>(amina, READ, { slug });
    expect(mine.data.resource).toMatchObject({ __typename: 'Playbook', title: NOTE.title, state: 'DRAFT', draft: { revision: 1 }, viewerCan: { edit: true } });
    for (const other of [bea, tom, gwen, nia, null]) expect((await world.run<{ resource: null }>(other, READ, { slug })).data.resource).toBeNull();
  });

  it('keeps rich text, steps with stable ids and tags, and answers them under the keys that were asked for', async () => {
    const { id, slug } = await draft();
    const saved = await save(amina, id, 1);
    expect(saved.errors).toEqual([]);
    expect(saved.resource?.draft).toMatchObject({ revision: 2, missing: [] });
    const { data } = await world.run<{ resource: { content: { problem: object; steps: { id: string }[] } } }>(amina, READ, { slug });
    expect(data.resource.content).toMatchObject({
      problem: { markdown: 'Commuters leave **before** we open.\n', html: '<p>Commuters leave <strong>before</strong> we open.</p>' },
      steps: [{ order: 1, title: 'Stand where they wait', ownerRole: { label: 'Careers consultant' }, dependsOn: [] }],
      audiences: [{ id: 'audience:commuter' }],
    });
    const stepId = data.resource.content.steps[0]?.id;
    await save(amina, id, 2, { ...NOTE, steps: [{ ...NOTE.steps[0], id: stepId, title: 'Stand with them' }] });
    const again = await world.run<{ resource: { content: { steps: { id: string; title: string }[] } } }>(amina, READ, { slug });
    expect(again.data.resource.content.steps).toMatchObject([{ id: stepId, title: 'Stand with them' }]);
  });

  it('refuses a stale save, shows where the draft stands, and overwrites nothing', async () => {
    const { id } = await draft();
    await save(amina, id, 1);
    const stale = await save(amina, id, 1, { ...NOTE, title: 'An older thought about this' });
    expect(stale.errors).toMatchObject([{ __typename: 'StaleDraftError', code: 'STALE_DRAFT', current: { revision: 2 } }]);
  });

  it('lets one of two simultaneous saves win and tells the other', async () => {
    const { id } = await draft();
    const both = await Promise.all([save(amina, id, 1), save(amina, id, 1)]);
    expect(both.map((payload) => payload.errors.length).sort()).toEqual([0, 1]);
  });

  it('names the nearest tag for an unknown one, and the place where it stands', async () => {
    const { id } = await draft();
    const { errors } = await save(amina, id, 1, { ...NOTE, audiences: ['audience:comuter'] });
    expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['content', 'playbook', 'audiences', '0'] }]);
    expect(errors[0]?.message).toContain('Did you mean "audience:commuter"?');
  });

  it('refuses ten thousand steps, a circle of steps and an unsafe link', async () => {
    const { id } = await draft();
    const step = NOTE.steps[0];
    const many = await save(amina, id, 1, { ...NOTE, steps: Array.from({ length: 1000 }, (_, index) => ({ ...step, order: index + 1 })) });
    expect(many.errors[0]?.message).toBe('At most 200 are kept here; this has 1000.');
    const circle = await save(amina, id, 1, { ...NOTE, steps: [{ ...step, order: 1, dependsOn: [2] }, { ...step, order: 2, dependsOn: [1] }] });
    expect(circle.errors[0]?.message).toContain('circle');
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)', title: null } }] }] }] };
    const unsafe = await save(amina, id, 1, { ...NOTE, problem: { document } });
    expect(unsafe.errors).toHaveLength(1);
  });

  it('keeps emoji and right-to-left text as written', async () => {
    const { id, slug } = await draft();
    const title = 'مرحبا 👩🏽‍🎓 welcome week';
    await save(amina, id, 1, { ...NOTE, title });
    expect((await world.run<{ resource: { title: string } }>(amina, READ, { slug })).data.resource.title).toBe(title);
  });

  it('is refused to anonymous people, to colleagues outside the team and under another institution', async () => {
    const anonymous = await world.run(null, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: '' } });
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { id } = await draft();
    const input = { id, expectedRevision: 1, content: { playbook: NOTE } };
    expect((await world.run(bea, SAVE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.run(nia, SAVE, { input })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const other = await world.run<{ saveDraft: Payload }>(amina, SAVE, { input: { ...input, actingInstitutionId: nia.actingInstitutionId } });
    expect(other.data.saveDraft.errors).toMatchObject([{ code: 'OTHER_INSTITUTION' }]);
  });
});

describe('Acting for one institution at a time', () => {
  const ACT = 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { actingInstitutionId errors { message } } }';

  it('switches to another of one’s own institutions and refuses any other, and a save made for the first changes nothing', async () => {
    const carys = await world.person({ at: 'Tarnside' });
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values (gen_random_uuid(), $1, $2, '{PRACTITIONER}')`, [carys.id, nia.institutionId]);
    expect((await world.run(carys, ACT, { id: amina.actingInstitutionId })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.run(null, ACT, { id: nia.actingInstitutionId })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const { id } = await draft(carys);
    expect((await world.run<{ actFor: object }>(carys, ACT, { id: nia.actingInstitutionId })).data.actFor).toEqual({ actingInstitutionId: nia.actingInstitutionId, errors: [] });
    const input = { id, expectedRevision: 1, content: { playbook: NOTE }, actingInstitutionId: carys.actingInstitutionId };
    expect((await world.run<{ saveDraft: Payload }>(carys, SAVE, { input })).data.saveDraft.errors).toMatchObject([{ code: 'OTHER_INSTITUTION' }]);
  });
});

describe('Releasing a playbook', () => {
  it('names what a draft lacks, more for the public than for members', async () => {
    const { id } = await draft();
    const empty = await world.run<{ submitForReview: Payload }>(amina, SUBMIT, { input: { id, expectedRevision: 1 } });
    expect(empty.data.submitForReview.errors[0]?.missing?.map((answer) => answer.path)).toEqual(['problem', 'steps', 'whatDidNotWork']);
    await save(amina, id, 1, NOTE, 'PUBLIC');
    const open = await world.run<{ submitForReview: Payload }>(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect(open.data.submitForReview.errors[0]?.missing?.map((answer) => answer.path)).toEqual(expect.arrayContaining(['topics', 'timeline', 'risks']));
  });

  it('goes from the author to the own approver and on to a moderator of another institution, and then members read it', async () => {
    const { slug } = await published('MEMBERS');
    const read = await world.run<{ resource: object | null }>(nia, READ, { slug });
    expect(read.data.resource).toMatchObject({ state: 'PUBLISHED', visibility: 'MEMBERS', version: { number: 1 }, draft: null, attributedTo: { name: 'Calderfold' }, viewerCan: { edit: false, adapt: true } });
    expect((await world.run<{ resource: null }>(null, READ, { slug })).data.resource).toBeNull();
  });

  it('is read by anyone once it is public, with a credit line, in one statement', async () => {
    const { slug } = await published('PUBLIC');
    let read: { data: { resource: { attribution: string } | null } } = { data: { resource: null } };
    const anonymousRead = READ.replace('draft { revision } viewerCan { edit adapt }', '');
    expect(await world.statements(async () => { read = await world.run(null, anonymousRead, { slug }); })).toBe(1);
    expect(read.data.resource?.attribution).toContain(`http://localhost:4000/r/${slug}`);
    expect(read.data.resource?.attribution).toContain('Calderfold');
  });

  it('cannot be signed off by its author, a colleague or a stranger, nor moderated from within', async () => {
    const { id, slug } = await draft();
    await save(amina, id, 1);
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect((await decide(amina, slug)).code).toBe('FORBIDDEN');
    for (const stranger of [bea, gwen, nia]) expect((await decide(stranger, slug)).code).toBe('NOT_FOUND');
    await decide(tom, slug);
    expect((await decide(tom, slug)).code).toBe('FORBIDDEN');
    expect((await decide(nia, slug)).code).toBe('NOT_FOUND');
    expect((await decide(gwen, slug)).payload?.errors).toEqual([]);
  });

  it('goes back to the author with a reason, which is required, and can be saved again', async () => {
    const { id, slug } = await draft();
    await save(amina, id, 1);
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect((await save(amina, id, 2)).errors).toMatchObject([{ code: 'NOT_POSSIBLE' }]);
    expect((await decide(tom, slug, { approve: false })).payload?.errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['reason'] }]);
    expect((await decide(tom, slug, { approve: false, reason: 'Say who pays the adviser.' })).payload?.errors).toEqual([]);
    expect((await save(amina, id, 2)).errors).toEqual([]);
  });

  it('goes back from a moderator too, and leaves their sight with that', async () => {
    const { id, slug } = await draft();
    await save(amina, id, 1);
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    await decide(tom, slug);
    expect((await world.run<{ resource: object | null }>(gwen, READ, { slug })).data.resource).toMatchObject({ state: 'IN_REVIEW' });
    expect((await decide(gwen, slug, { approve: false, reason: 'Consent for the photograph is not stated.' })).payload?.errors).toEqual([]);
    expect((await world.run<{ resource: null }>(gwen, READ, { slug })).data.resource).toBeNull();
    expect((await world.run<{ resource: object }>(amina, READ, { slug })).data.resource).toMatchObject({ state: 'DRAFT', draft: { revision: 2 } });
  });

  it('stays inside when it is for the institution, where its own approver publishes it', async () => {
    const { id, slug } = await draft();
    await save(amina, id, 1, NOTE, 'INSTITUTION');
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect((await decide(tom, slug)).payload?.resource).toMatchObject({ state: 'PUBLISHED', visibility: 'INSTITUTION' });
    expect((await world.run<{ resource: object | null }>(bea, READ, { slug })).data.resource).not.toBeNull();
    for (const outsider of [gwen, nia, null]) expect((await world.run<{ resource: null }>(outsider, READ, { slug })).data.resource).toBeNull();
  });

  it('keeps the published version in place while a revision is written', async () => {
    const { id, slug } = await published('MEMBERS');
    await save(amina, id, 0, { ...NOTE, title: 'Micro drop-ins, second thoughts' });
    expect((await world.run<{ resource: { title: string } }>(nia, READ, { slug })).data.resource.title).toBe(NOTE.title);
    expect((await world.run<{ resource: object }>(amina, READ, { slug })).data.resource).toMatchObject({ title: NOTE.title, draft: { revision: 1 } });
  });
});

describe('Reading lists', () => {
  const LIST = `query List($first: Int!, $after: String, $filter: ResourceFilter) { resources(first: $first, after: $after, filter: $filter) { edges { cursor node { id title attributedTo { name } terms { label } } } pageInfo { hasNextPage endCursor } } }`;
  interface List { resources: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }

  it('pages through everything once, in one statement a page', async () => {
    for (let made = 0; made < 3; made += 1) await published('MEMBERS');
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50; page += 1) {
      const { data }: { data: List } = await world.run<List>(nia, LIST, { first: 2, after });
      seen.push(...data.resources.edges.map((edge) => edge.node.id));
      if (!data.resources.pageInfo.hasNextPage) break;
      after = data.resources.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
    const listing = (first: number) => world.statements(() => world.run(null, LIST, { first }));
    expect([await listing(1), await listing(30)]).toEqual([1, 1]);
  });

  it('refuses a page of none, one too large and the cursor of another query', async () => {
    for (const first of [0, 101, -1]) expect((await world.run(nia, LIST, { first })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    const { data } = await world.run<List>(nia, LIST, { first: 1 });
    const after = data.resources.pageInfo.endCursor;
    expect((await world.run(nia, LIST, { first: 1, after, filter: { kind: 'PLAYBOOK' } })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
    expect((await world.run(nia, LIST, { first: 1, after: 'nonsense' })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('answers an id of another type, a garbled one and a private one exactly like an absent one', async () => {
    const { id } = await draft();
    const NODE = 'query Node($id: ID!) { node(id: $id) { id } }';
    const answers = await Promise.all([id, id.replace('res_', 'ver_'), 'res_nonsense', id.replace('res_', 'ins_')].map((asked) => world.run<{ node: null }>(nia, NODE, { id: asked })));
    expect(answers.map((answer) => JSON.stringify(answer))).toEqual(Array(4).fill('{"data":{"node":null}}'));
    expect((await world.run<{ node: { id: string } }>(amina, NODE, { id })).data.node.id).toBe(id);
  });
});

describe('Passing a playbook on', () => {
  const ADAPT = `mutation Adapt($input: AdaptResourceInput!) { adaptResource(input: $input) { resource { id slug title state contributors { name } adaptedFrom { number title resourceSlug } } errors { code message } } }`;
  const MOVE = (name: string) => `mutation Move($input: ResourceIdInput!) { moved: ${name}(input: $input) { resource { state } errors { code } } }`;
  const QUEUE = `query Queue { reviewItems(first: 100) { edges { node { id stage revision resource { slug title draft { visibility } } } } } }`;
  interface Queue { reviewItems: { edges: { node: { stage: string; resource: { slug: string } } }[] } }

  it('copies what a member of another institution may read, without its credits, and names the exact version', async () => {
    const { id, slug } = await published('MEMBERS');
    const { data } = await world.run<{ adaptResource: { resource: { id: string; slug: string } } }>(nia, ADAPT, { input: { id } });
    expect(data.adaptResource).toMatchObject({ errors: [], resource: { title: NOTE.title, state: 'DRAFT', contributors: [], adaptedFrom: { number: 1, resourceSlug: slug } } });
    expect((await world.run<{ resource: null }>(amina, READ, { slug: data.adaptResource.resource.slug })).data.resource).toBeNull();
  });

  it('refuses what may not be read, exactly as if it were absent', async () => {
    const { id } = await draft();
    expect((await world.run(nia, ADAPT, { input: { id } })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await world.run(null, ADAPT, { input: { id } })).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('shows each reviewer their own queue and nobody another', async () => {
    const { id, slug } = await draft();
    await save(amina, id, 1);
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    const waits = async (by: TestPerson | null) => (await world.run<Queue>(by, QUEUE)).data.reviewItems.edges.some((edge) => edge.node.resource.slug === slug);
    expect(await Promise.all([tom, amina, bea, gwen, nia, null].map(waits))).toEqual([true, false, false, false, false, false]);
    await decide(tom, slug);
    expect(await Promise.all([tom, amina, bea, gwen, nia, null].map(waits))).toEqual([false, false, false, true, false, false]);
    expect(await world.statements(() => world.run(gwen, QUEUE))).toBe(2);
  });

  it('is narrowed at once, and widened only by the way of any release', async () => {
    const SET = `mutation Set($input: SetVisibilityInput!) { setVisibility(input: $input) { resource { visibility draft { visibility revision } } errors { code } } }`;
    interface Set { setVisibility: { resource: object | null; errors: object[] } }
    const { id, slug } = await published('MEMBERS');
    expect((await world.run(nia, SET, { input: { id, visibility: 'PUBLIC' } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const wider = await world.run<Set>(amina, SET, { input: { id, visibility: 'PUBLIC' } });
    expect(wider.data.setVisibility).toEqual({ resource: { visibility: 'MEMBERS', draft: { visibility: 'PUBLIC', revision: 1 } }, errors: [] });
    expect((await world.run<{ resource: null }>(null, READ, { slug })).data.resource).toBeNull();
    const narrower = await world.run<Set>(amina, SET, { input: { id, visibility: 'INSTITUTION' } });
    expect(narrower.data.setVisibility.resource).toMatchObject({ visibility: 'INSTITUTION' });
    expect((await world.run<{ resource: null }>(nia, READ, { slug })).data.resource).toBeNull();
  });

  it('is taken back from review by its author', async () => {
    const { id } = await draft();
    await save(amina, id, 1);
    await world.run(amina, SUBMIT, { input: { id, expectedRevision: 2 } });
    expect((await world.run<{ moved: object }>(amina, MOVE('withdrawFromReview'), { input: { id } })).data.moved).toEqual({ resource: { state: 'DRAFT' }, errors: [] });
    expect((await world.run<{ moved: object }>(amina, MOVE('withdrawFromReview'), { input: { id } })).data.moved).toEqual({ resource: null, errors: [{ code: 'NOT_POSSIBLE' }] });
  });

  it('is archived and offered again by those who answer for it, and stays readable meanwhile', async () => {
    const { id, slug } = await published('MEMBERS');
    expect((await world.run(nia, MOVE('archiveResource'), { input: { id } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await world.run<{ moved: object }>(tom, MOVE('archiveResource'), { input: { id } })).data.moved).toEqual({ resource: { state: 'ARCHIVED' }, errors: [] });
    expect((await world.run<{ resource: object | null }>(nia, READ, { slug })).data.resource).toMatchObject({ state: 'ARCHIVED' });
    expect((await world.run<{ moved: object }>(amina, MOVE('restoreResource'), { input: { id } })).data.moved).toEqual({ resource: { state: 'PUBLISHED' }, errors: [] });
  });
});

describe('Vocabularies and institutions', () => {
  it('lists the terms of a scheme, in order, and institutions with members first', async () => {
    const terms = await world.run<{ terms: { id: string }[] }>(null, '{ terms(scheme: "purpose") { id label } }');
    expect(terms.data.terms[0]).toEqual({ id: 'purpose:inform', label: 'Inform' });
    await world.institution('Zennor Listed College', 'LISTED');
    const found = await world.run<{ institutions: { edges: { node: { name: string; standing: string } }[] } }>(null, '{ institutions(first: 10) { edges { node { name standing } } } }');
    expect(found.data.institutions.edges.map((edge) => edge.node.standing).sort().reverse()).toEqual(found.data.institutions.edges.map((edge) => edge.node.standing));
    const one = await world.run<{ institutions: { edges: object[] } }>(null, '{ institutions(first: 10, query: "zennor") { edges { node { name } } } }');
    expect(one.data.institutions.edges).toHaveLength(1);
    expect((await world.run<{ institutions: { edges: object[] } }>(null, '{ institutions(first: 10, query: "100%_") { edges { node { name } } } }')).data.institutions.edges).toEqual([]);
  });
});

describe('Searching', () => {
  const SEARCH = `query Search($query: String!, $first: Int!, $after: String, $filter: ResourceFilter) { search(query: $query, first: $first, after: $after, filter: $filter) { total isAnyWord kinds { id count } tags { id count } edges { cursor highlight { text isHit } node { slug title } } pageInfo { hasNextPage endCursor } } }`;
  interface Found { search: { total: number; isAnyWord: boolean; kinds: { id: string; count: number }[]; tags: { id: string; count: number }[]; edges: { highlight: { text: string; isHit: boolean }[]; node: { slug: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }
  const search = async (by: TestPerson | null, query: string, more: object = {}) => (await world.run<Found>(by, SEARCH, { query, first: 50, ...more })).data.search;

  it('finds words of the body, marks hits in the summary, and counts only what the viewer may see', async () => {
    const { slug } = await published('MEMBERS');
    const found = await search(nia, 'leaflets commuters');
    expect(found.edges.map((edge) => edge.node.slug)).toContain(slug);
    expect(found.edges[0]?.highlight).toContainEqual({ text: 'commuter', isHit: true });
    expect(found.kinds).toEqual([{ id: 'PLAYBOOK', count: found.total }]);
    const outside = await search(null, 'leaflets commuters');
    expect(outside.total).toBeLessThan(found.total);
    expect(outside.edges).toHaveLength(outside.total);
  });

  it('falls back to any word and says so, and answers nonsense with nothing', async () => {
    const any = await search(nia, 'leaflets zeppelin');
    expect([any.isAnyWord, any.total > 0]).toEqual([true, true]);
    for (const nothing of ['', '   ', 'the', '!!!', '\' or 1=1 --', 'zeppelin', '🎓']) expect((await search(nia, nothing)).total).toBe(0);
    expect((await world.run(nia, SEARCH, { query: 'x'.repeat(401), first: 5 })).errors?.[0]?.extensions.code).toBe('INVALID_INPUT');
  });

  it('pages through all results once, in one statement, and narrows by kind and tag', async () => {
    const all = await search(nia, 'commuters');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await search(nia, 'commuters', { first: 2, after });
      seen.push(...page.edges.map((edge) => edge.node.slug));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null && seen.length < 100);
    expect([seen.length, new Set(seen).size]).toEqual([all.total, all.total]);
    expect((await search(nia, 'commuters', { filter: { kind: 'CASE_STUDY' } })).total).toBe(0);
    expect((await search(nia, 'commuters', { filter: { terms: ['audience:commuter'] } })).total).toBe(all.total);
    expect(await world.statements(() => search(null, 'commuters'))).toBe(1);
  });

  it('finds by the words of a tag that stand nowhere in the text, and counts tags as often as results carry them', async () => {
    const { slug } = await published('MEMBERS');
    await world.rows(`update resource set search_words = search_words('nothing but its tags', array['channel:tiktok', 'topic:labour-market']), search_facets = search_facets(kind, array['channel:tiktok', 'topic:labour-market', 'season:exam']) where slug = $1`, [slug]);
    const found = await search(nia, 'tiktok');
    expect(found.edges.map((edge) => edge.node.slug)).toContain(slug);
    const only = await search(nia, 'nothing tiktok tags');
    expect([only.total, only.kinds]).toEqual([1, [{ id: 'PLAYBOOK', count: 1 }]]);
    expect(only.tags).toEqual([{ id: 'channel:tiktok', count: 1 }, { id: 'topic:labour-market', count: 1 }]);
  });
});
