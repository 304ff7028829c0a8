import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADAPT, Adapter, type Pulled, UPSTREAM, type UpstreamAnswer } from '../../../test/adapter.js';
import { NOTE } from '../../../test/operations.js';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { keyOf } from '../../platform/ids/ids.js';

let world: World;
let release: Release;
let nia: Adapter;
let stranger: TestPerson;

beforeAll(async () => {
  world = await World.create();
  const moderator = await world.person({ at: 'Aberwen', isModerator: true });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), moderator);
  nia = new Adapter(world, new Release(world, await world.person({ at: 'Northmoor' }), await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), moderator));
  stranger = await world.person({ at: 'Tarnside' });
}, 60_000);
afterAll(() => world.close());

const STEP = NOTE.steps[0];
/** Three changes: the title, the need, and a further step. */
const NEWER = { title: 'Micro drop-ins at the bus stop and the station', problem: { markdown: 'Commuters leave **long before** we open.' }, steps: [STEP, { ...STEP, order: 2, title: 'Write down what they ask' }] };

/** A playbook of Calderfold, Nia's adaptation of it, and a second version of the original. */
async function adapted(newer: object = NEWER): Promise<{ original: Started; copy: Started }> {
  const original = await release.publish();
  const copy = await nia.adapt(original.id);
  await withIdsKept(original, newer);
  return { original, copy };
}

/** The steps of a revision keep their ids, as they do in the editor. */
async function withIdsKept(original: Started, content: object): Promise<void> {
  const [row] = await world.rows<{ steps: { id: string }[] }>(`select v.content -> 'steps' as steps from resource r join resource_version v on v.id = r.published_version_id where r.id = $1`, [keyOf('resource', original.id)]);
  const steps = (content as { steps?: object[] }).steps ?? NOTE.steps;
  await release.revise(original.id, { content: { ...content, steps: steps.map((step, at) => ({ ...(row?.steps[at] === undefined ? {} : { id: row.steps[at].id }), ...step })) } });
}

const keys = ({ changes }: UpstreamAnswer): readonly string[] => changes.map(({ id }) => id.replace(/\w{8}$/, 'ID'));
const refusal = ({ errors }: Pulled): readonly string[] => errors.map(({ code }) => code);

describe('When the original is published again', () => {
  it('its changes are told to those who may edit the adaptation, and to nobody else', async () => {
    const { copy } = await adapted();
    const upstream = await nia.upstream(copy);
    expect(upstream).toMatchObject({ state: 'OFFERED', waiting: 3, cameFrom: { number: 1 }, levelWith: { number: 1 }, latest: { number: 2 }, licenceProblem: null });
    expect(keys(upstream)).toEqual(['EDITED:title', 'EDITED:problem', 'ADDED:steps/ID']);
    expect(upstream.changes[0]).toMatchObject({ standing: 'FREE', mine: [], merged: null, change: { kind: 'EDITED', section: { label: 'Title' } } });
    for (const other of [stranger, release.author, nia.release.approver, null]) {
      expect((await world.run<{ resource: { upstream: object | null } | null }>(other, UPSTREAM, { slug: copy.slug })).data.resource?.upstream ?? null).toBeNull();
    }
  });

  it('is no matter of work that was not adapted', async () => {
    const { slug } = await release.draft();
    expect((await world.run<{ resource: { upstream: object | null } }>(release.author, UPSTREAM, { slug })).data.resource.upstream).toBeNull();
  });

  it('one of three is taken, the others wait, and what the adaptation came from stays', async () => {
    const { copy } = await adapted();
    const { resource } = await nia.pulled(copy, { 'EDITED:title': 'TAKE' });
    expect(resource).toMatchObject({ title: NEWER.title, adaptedFrom: { number: 1 }, draft: { revision: 2 } });
    const upstream = await nia.upstream(copy);
    expect([upstream.waiting, upstream.levelWith?.number]).toEqual([2, 1]);
    expect(keys(upstream)).toEqual(['EDITED:problem', 'ADDED:steps/ID']);
  });

  it('it is level once every change is decided, and only newer ones are told', async () => {
    const { original, copy } = await adapted();
    const { changes } = await nia.upstream(copy);
    await nia.pulled(copy, Object.fromEntries(changes.map(({ id }) => [id, id === 'EDITED:problem' ? 'KEEP_MINE' : 'TAKE'])));
    expect(await nia.upstream(copy)).toMatchObject({ waiting: 0, changes: [], levelWith: { number: 2 } });
    await withIdsKept(original, { ...NEWER, summary: 'For whoever waits for a bus.' });
    expect(keys(await nia.upstream(copy))).toEqual(['EDITED:summary']);
  });

  it('a change that meets mine is a conflict, which can be merged where both have room', async () => {
    const { copy } = await adapted();
    await nia.save(copy, 1, { title: 'Short drop-ins at the bus stop', problem: { markdown: 'Commuters leave **before** we open. So do carers.' } });
    const { changes } = await nia.upstream(copy);
    expect(changes.slice(0, 2).map(({ standing, mine, merged }) => [standing, mine.length, merged?.texts[0]?.runs.map(({ kind, text }) => `${kind} ${text.trim()}`)])).toEqual([
      ['CONFLICT', 1, ['KEPT Short drop-ins at the bus stop', 'ADDED and the station']], ['CONFLICT', 1, ['KEPT Commuters leave', 'ADDED long', 'KEPT before we open. So do carers.']],
    ]);
    const { resource } = await nia.pulled(copy, { 'EDITED:title': 'MERGE', 'EDITED:problem': 'MERGE' }, 2);
    expect(resource).toMatchObject({ title: 'Short drop-ins at the bus stop and the station', content: { problem: { markdown: 'Commuters leave **long before** we open. So do carers.\n' } } });
  });

  it('what I made myself is told as made, waits for nothing, and is decided with the first decision', async () => {
    const { copy } = await adapted();
    await nia.save(copy, 1, { title: NEWER.title });
    const upstream = await nia.upstream(copy);
    expect([upstream.waiting, upstream.changes.map(({ standing }) => standing)]).toEqual([2, ['MADE', 'FREE', 'FREE']]);
    await nia.pulled(copy, { 'EDITED:problem': 'KEEP_MINE' }, 2);
    expect((await nia.upstream(copy)).changes).toHaveLength(1);
  });

  it('leaves credits, licence and version label to each work', async () => {
    const { copy } = await adapted({ authors: [{ name: 'The team of Calderfold', role: 'role:careers-consultant' }], label: '2.0.0', reviewBy: '2027-05-01' });
    expect(await nia.upstream(copy)).toMatchObject({ waiting: 0, changes: [] });
  });
});

describe('Taking over', () => {
  it('opens a draft of a published adaptation, on the record; keeping mine needs none', async () => {
    const { copy } = await adapted();
    await nia.publish(copy);
    const kept = await nia.pulled(copy, { 'EDITED:problem': 'KEEP_MINE' }, 0);
    expect(kept).toMatchObject({ errors: [], resource: { draft: null } });
    const { resource } = await nia.pulled(copy, { 'EDITED:title': 'TAKE' }, 0);
    expect(resource).toMatchObject({ title: NOTE.title, draft: { title: NEWER.title, revision: 1 }, history: [{ action: 'REVISE', reason: 'Took over changes from version 2 of the original.' }, {}, {}, {}, {}] });
    expect((await nia.upstream(copy)).changes).toHaveLength(1);
    await nia.publish(copy, 1);
    expect((await nia.upstream(copy)).changes).toHaveLength(1);
  });

  it('within a draft that goes away is undone with it: the change is told again', async () => {
    const { copy } = await adapted();
    await nia.publish(copy);
    await nia.pulled(copy, { 'EDITED:problem': 'KEEP_MINE' }, 0);
    await nia.pulled(copy, { 'EDITED:title': 'TAKE' }, 0);
    await world.rows('delete from resource_draft where resource_id = (select id from resource where slug = $1)', [copy.slug]);
    expect(keys(await nia.upstream(copy))).toEqual(['EDITED:title', 'ADDED:steps/ID']);
  });

  it.each<[string, object, string]>([
    ['a stale revision', { expectedRevision: 7 }, 'STALE_DRAFT'],
    ['a version that is not the latest', { versionId: 'ver_00000000000000000000000000' }, 'ORIGINAL_CHANGED'],
    ['a change that is not there', { decisions: [{ change: 'EDITED:summary', decision: 'TAKE' }] }, 'INVALID_VALUE'],
    ['a change twice', { decisions: [{ change: 'EDITED:title', decision: 'TAKE' }, { change: 'EDITED:title', decision: 'KEEP_MINE' }] }, 'INVALID_VALUE'],
    ['a merge of what needs none', { decisions: [{ change: 'EDITED:title', decision: 'MERGE' }] }, 'INVALID_VALUE'],
    ['no decision at all', { decisions: [] }, 'INVALID_VALUE'],
  ])('is refused for %s, and nothing is lost', async (_, changes, code) => {
    const { copy } = await adapted();
    expect(refusal(await nia.pull(copy, { 'EDITED:title': 'TAKE' }, 1, changes))).toEqual([code]);
    expect(await nia.upstream(copy)).toMatchObject({ waiting: 3 });
    expect((await nia.pulled(copy, { 'EDITED:title': 'TAKE' })).resource).toMatchObject({ draft: { revision: 2 } });
  });

  it('by two at once is done once; the other one is told that the draft is newer', async () => {
    const { copy } = await adapted();
    const both = await Promise.all([nia.pull(copy, { 'EDITED:title': 'TAKE' }), nia.pull(copy, { 'EDITED:problem': 'TAKE' })]);
    expect(both.map(refusal).toSorted((a, b) => a.length - b.length)).toEqual([[], ['STALE_DRAFT']]);
    expect((await nia.upstream(copy)).waiting).toBe(2);
  });

  it('waits while the draft is in review, and is nobody else’s to do', async () => {
    const { copy } = await adapted();
    const variables = (await nia.variables(copy, { 'EDITED:title': 'TAKE' }, 1));
    for (const who of [stranger, release.author, nia.release.approver]) {
      expect((await nia.pullAs(who, variables)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    await nia.release.submit(copy.id, 1);
    expect(refusal((await nia.pullAs(nia.release.author, variables)).data.pullFromUpstream)).toEqual(['NOT_POSSIBLE']);
  });

  it('ends where the original is archived or out of sight, and says no more than that', async () => {
    const { original, copy } = await adapted();
    const variables = await nia.variables(copy, { 'EDITED:title': 'TAKE' }, 1);
    await world.run(release.approver, 'mutation Archive($id: ID!) { archiveResource(input: { id: $id }) { errors { code } } }', { id: original.id });
    expect(await nia.upstream(copy)).toMatchObject({ state: 'ARCHIVED', waiting: 0, changes: [], latest: { number: 2 } });
    expect((await nia.pullAs(nia.release.author, variables)).data.pullFromUpstream.errors).toMatchObject([{ message: 'The original is archived, so nothing more is taken over from it.' }]);
    await world.rows(`update resource set archived_at = null, visibility = 'INSTITUTION' where id = $1`, [keyOf('resource', original.id)]);
    expect(await nia.upstream(copy)).toMatchObject({ state: 'UNSEEN', waiting: 0, changes: [], latest: null, cameFrom: null, levelWith: null });
    expect(refusal((await nia.pullAs(nia.release.author, variables)).data.pullFromUpstream)).toEqual(['NOT_POSSIBLE']);
  });

  it('follows the licence that the original has now', async () => {
    const { copy } = await adapted({ ...NEWER, licence: 'licence:cc-by-sa-4.0' });
    expect((await nia.upstream(copy)).licenceProblem).toContain('CC BY-SA 4.0 asks that an adaptation is shared alike');
    expect(refusal(await nia.pull(copy, { 'EDITED:title': 'TAKE' }))).toEqual(['NOT_POSSIBLE']);
    await nia.save(copy, 1, { licence: 'licence:cc-by-sa-4.0' });
    await nia.pulled(copy, { 'EDITED:title': 'TAKE' }, 2);
    await nia.save(copy, 3, { licence: 'licence:cc-by-4.0' });
    await expect(nia.release.submit(copy.id, 4)).rejects.toThrow('shared alike');
  });

  it('keeps links that the author is not shown, and takes none over', async () => {
    const hidden = await release.publish({ visibility: 'INSTITUTION', content: { title: 'Kept at Calderfold' } });
    const open = await release.publish({ content: { title: 'Open to every member' } });
    const { copy } = await adapted({ ...NEWER, linkedTemplates: [hidden.id, open.id] });
    const { changes } = await nia.upstream(copy);
    const links = changes.find(({ id }) => id.includes('linked'));
    expect(JSON.stringify(links)).not.toContain('Kept at Calderfold');
    await nia.pulled(copy, { [links?.id ?? '']: 'TAKE' });
    const [row] = await world.rows<{ count: number }>(`select count(*)::int from resource_draft d, jsonb_array_elements(d.content -> 'linkedTemplates') l where d.resource_id = (select id from resource where slug = $1)`, [copy.slug]);
    expect(row?.count).toBe(1);
  });
});

it('adapting twice makes two adaptations, each with its own decisions', async () => {
  const { original, copy } = await adapted();
  await nia.pulled(copy, { 'EDITED:title': 'TAKE' });
  const second = (await world.run<{ adaptResource: { resource: Started } }>(nia.release.author, ADAPT, { id: original.id })).data.adaptResource.resource;
  expect(await nia.upstream(second)).toMatchObject({ waiting: 0, cameFrom: { number: 2 } });
  expect((await nia.upstream(copy)).waiting).toBe(2);
});

describe('Placeholders of the original', () => {
  const READ = 'query Read($slug: String!) { resource(slug: $slug) { draft { placeholders { total done open { text path } wanted { text count } } } } }';
  const blanks = { title: 'Drop-ins at [your bus stop]', problem: { markdown: 'Commuters of Calderfold leave [service name] **early**. Ask {{name}}.' }, whatDidNotWork: { markdown: 'Calderfold had leaflets for [service name].' } };
  const placeholders = async ({ slug }: Started): Promise<unknown> => (await world.run<{ resource: { draft: { placeholders: object | null } } }>(nia.release.author, READ, { slug })).data.resource.draft.placeholders;

  it('are counted down in the draft, and lead to where they still stand', async () => {
    const original = await release.publish({ content: blanks });
    const copy = await nia.adapt(original.id);
    expect(await placeholders(copy)).toMatchObject({ total: 5, done: 0, wanted: [{ text: '[your bus stop]', count: 1 }, { text: 'Calderfold', count: 2 }, { text: '[service name]', count: 2 }] });
    await nia.save(copy, 1, { title: 'Drop-ins at the tram', whatDidNotWork: { markdown: 'Leaflets of the Careers Hub.' } });
    expect(await placeholders(copy)).toMatchObject({ total: 5, done: 3, open: [{ text: 'Calderfold', path: 'problem' }, { text: '[service name]', path: 'problem' }] });
  });

  it('are none of new work, and name nobody who released theirs without a name', async () => {
    const original = await release.publish({ content: blanks, withoutName: true });
    expect(JSON.stringify(await placeholders(await nia.adapt(original.id)))).not.toContain('"Calderfold"');
    const { slug } = await release.draft();
    const { data } = await world.run(release.author, READ, { slug });
    expect(data).toMatchObject({ resource: { draft: { placeholders: null } } });
  });
});
