import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Adapter, type Answered, DECLINE_OFFER, type Offer, OFFER_UPSTREAM, READ_OFFER, TAKE_OFFER, WITHDRAW_OFFER } from '../../../test/adapter.js';
import { FULL_NOTE } from '../../../test/operations.js';
import { Release, type ReleaseOptions, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

const READ = 'query Read($slug: String!) { resource(slug: $slug) { title attribution version { changesOfferedBy } draft { title revision } history { action reason } ... on Playbook { content { problem { markdown } } } } }';
const TO_OFFER = 'query ToOffer($slug: String!) { resource(slug: $slug) { upstream { offerProblem toOffer { id } offers { id status answer taken } } } }';
const WORDS = 'texts { runs { kind text } }';
const WAITING = '{ upstreamOffers { id from message } }';

let world: World;
let release: Release;
let nia: Adapter;
let colleague: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  world = await World.create();
  const moderator = await world.person({ at: 'Aberwen', isModerator: true });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), moderator);
  nia = new Adapter(world, new Release(world, await world.person({ at: 'Northmoor' }), await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), moderator));
  colleague = await world.person({ at: 'Calderfold' });
  stranger = await world.person({ at: 'Tarnside' });
}, 60_000);
afterAll(() => world.close());

const MINE = { title: 'Drop-ins where buses end', problem: { markdown: 'Commuters leave **well before** we open.' } };
const CHANGES = ['EDITED:title', 'EDITED:problem'];

/** A playbook of Calderfold, and Nia's published adaptation of it, with two changes. */
async function published(options: ReleaseOptions = {}, mine: object = MINE, withoutName = false): Promise<{ original: Started; copy: Started }> {
  const original = await release.publish(options);
  const copy = await nia.adapt(original.id);
  await nia.save(copy, 1, mine);
  await nia.release.submit(copy.id, 2);
  await nia.release.decide(nia.release.approver, copy.id, { approve: true, withoutName });
  await nia.release.decide(nia.release.moderator, copy.id);
  return { original, copy };
}

async function done(by: TestPerson, operation: string, input: object): Promise<Answered> {
  const { data, errors } = await world.run<{ done: Answered }>(by, operation, { input });
  if (errors !== undefined) return { offer: null, errors: errors.map(({ message, extensions }) => ({ message, code: extensions.code, path: [] })) };
  return data.done;
}

async function offered(copy: Started, changes: readonly string[] = CHANGES): Promise<Offer> {
  const { offer, errors } = await done(nia.release.author, OFFER_UPSTREAM, { id: copy.id, changes, message: 'Both read better aloud.' });
  if (offer === null) throw new Error(JSON.stringify(errors));
  return offer;
}

const read = async (by: TestPerson, id: string): Promise<Offer | null> => (await world.run<{ upstreamOffer: Offer | null }>(by, READ_OFFER, { id })).data.upstreamOffer;
const answer = async (id: string, decisions: Readonly<Record<string, string>>, more: object = {}): Promise<Answered> => {
  const offer = await read(release.author, id);
  return done(release.author, TAKE_OFFER, { id, expectedRevision: offer?.original?.draft?.revision ?? 0, versionId: offer?.original?.version.id, decisions: Object.entries(decisions).map(([change, decision]) => ({ change, decision })), ...more });
};
const codes = ({ errors }: Answered): readonly string[] => errors.map(({ code }) => code);

describe('An adaptation offers changes back', () => {
  it('of which one is taken with thanks, credited in the next version and its attribution, and told to whoever offered', async () => {
    const { original, copy } = await published();
    const upstream = await world.run<{ resource: { upstream: object } }>(nia.release.author, TO_OFFER, { slug: copy.slug });
    expect(upstream.data.resource.upstream).toEqual({ offerProblem: null, toOffer: CHANGES.map((id) => ({ id })), offers: [] });
    const { id } = await offered(copy);
    expect((await world.run(release.author, WAITING)).data).toMatchObject({ upstreamOffers: expect.arrayContaining([{ id, from: 'Northmoor', message: 'Both read better aloud.' }]) });
    expect(await read(release.author, id)).toMatchObject({ status: 'OPEN', isForMe: true, adaptation: {}, changes: [{ id: 'EDITED:title', standing: 'FREE' }, { id: 'EDITED:problem', standing: 'FREE' }] });
    expect(await answer(id, { 'EDITED:problem': 'TAKE' }, { thanks: 'Thank you, that is clearer.' })).toMatchObject({ errors: [], offer: { status: 'TAKEN', taken: ['EDITED:problem'] } });
    const before = await world.run<{ resource: object }>(release.author, READ, { slug: original.slug });
    expect(before.data.resource).toMatchObject({ draft: { revision: 1, title: before.data.resource['title' as never] }, version: { changesOfferedBy: [] }, history: [{ action: 'REVISE', reason: 'Took over changes offered by Northmoor.' }, {}, {}, {}, {}] });
    await release.submit(original.id, 1);
    await release.decide(release.approver, original.id);
    await release.decide(release.moderator, original.id);
    const after = await world.run<{ resource: { attribution: string } }>(stranger, READ, { slug: original.slug });
    expect(after.data.resource).toMatchObject({ version: { changesOfferedBy: ['Northmoor'] }, content: { problem: { markdown: 'Commuters leave **well before** we open.\n' } } });
    expect(after.data.resource.attribution).toContain('With changes offered by Northmoor. Licence: CC BY 4.0.');
    const { data } = await world.run(nia.release.author, TO_OFFER, { slug: copy.slug });
    expect(data).toMatchObject({ resource: { upstream: { toOffer: [{ id: 'EDITED:title' }], offers: [{ status: 'TAKEN', answer: 'Thank you, that is clearer.', taken: ['EDITED:problem'] }] } } });
  });

  it('without its name where the adaptation has none, neither in the offer nor in the credit', async () => {
    const { original, copy } = await published({}, { ...MINE, authors: [{ name: 'Nia of Northmoor', role: 'role:careers-consultant' }] }, true);
    const { id } = await offered(copy);
    expect(JSON.stringify(await read(release.author, id))).not.toContain('Northmoor');
    await answer(id, { 'EDITED:title': 'TAKE' });
    const { data } = await world.run(release.author, 'query D($slug: String!) { resource(slug: $slug) { history { reason } } }', { slug: original.slug });
    expect(data).toMatchObject({ resource: { history: expect.arrayContaining([{ reason: 'Took over changes offered by A university in GB.' }]) } });
    const [draft] = await world.rows<{ offered_by: string[] }>(`select d.offered_by from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1`, [original.slug]);
    expect(draft?.offered_by).toEqual(['A university in GB']);
  });

  it('which are declined with a reason, or withdrawn, once', async () => {
    const { copy } = await published();
    const first = await offered(copy, ['EDITED:title']);
    expect(codes(await done(release.author, DECLINE_OFFER, { id: first.id, reason: '  ' }))).toEqual(['INVALID_VALUE']);
    expect(await done(release.author, DECLINE_OFFER, { id: first.id, reason: 'Ours ends at the stop.' })).toMatchObject({ errors: [], offer: { status: 'DECLINED' } });
    expect(await read(nia.release.author, first.id)).toMatchObject({ status: 'DECLINED', answer: 'Ours ends at the stop.' });
    const second = await offered(copy, ['EDITED:title']);
    expect(await done(nia.release.author, WITHDRAW_OFFER, { id: second.id })).toMatchObject({ errors: [], offer: { status: 'WITHDRAWN' } });
    for (const answered of [await answer(second.id, { 'EDITED:title': 'TAKE' }), await done(release.author, DECLINE_OFFER, { id: second.id, reason: 'No.' }), await done(nia.release.author, WITHDRAW_OFFER, { id: second.id })]) expect(codes(answered)).toEqual(['NOT_POSSIBLE']);
  });

  it('one offer at a time, of changes that there are, in few words', async () => {
    const { copy } = await published();
    const offer = (changes: readonly string[], message = 'Look.'): Promise<Answered> => done(nia.release.author, OFFER_UPSTREAM, { id: copy.id, changes, message });
    expect(codes(await offer([]))).toEqual(['INVALID_VALUE']);
    expect(codes(await offer(['EDITED:summary']))).toEqual(['INVALID_VALUE']);
    expect(codes(await offer(CHANGES, ''))).toEqual(['INVALID_VALUE']);
    expect((await offer(CHANGES, 'x'.repeat(2001))).errors).toMatchObject([{ message: 'At most 2000 characters; this has 2001.', path: ['message'] }]);
    const both = await Promise.all([offer(CHANGES), offer(CHANGES)]);
    expect(both.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([[], ['NOT_POSSIBLE']]);
  });

  it('under a licence that lets the original use them', async () => {
    const { copy } = await published({}, { ...MINE, licence: 'licence:cc-by-sa-4.0' });
    expect((await done(nia.release.author, OFFER_UPSTREAM, { id: copy.id, changes: CHANGES, message: 'Look.' })).errors).toMatchObject([{ code: 'NOT_POSSIBLE', message: 'The original could not use these changes under its own licence. CC BY-SA 4.0 asks that an adaptation is shared alike, under the same licence.' }]);
  });

  it('to an original that is there and offered', async () => {
    const { original, copy } = await published();
    await world.run(release.approver, 'mutation Archive($id: ID!) { archiveResource(input: { id: $id }) { errors { code } } }', { id: original.id });
    expect((await done(nia.release.author, OFFER_UPSTREAM, { id: copy.id, changes: CHANGES, message: 'Look.' })).errors).toMatchObject([{ message: 'The original is archived, so it takes no changes.' }]);
  });
});

it('a draft that was never published credits nobody yet', async () => {
  const { slug } = await release.draft();
  expect((await world.run(release.author, READ, { slug })).data).toMatchObject({ resource: { version: null, attribution: null } });
});

describe('An offer', () => {
  it('is for the authors of both works alone', async () => {
    const { copy } = await published();
    const { id } = await offered(copy);
    for (const other of [stranger, colleague, release.approver, nia.release.approver, nia.release.moderator]) {
      expect(await read(other, id)).toBeNull();
      expect(JSON.stringify(await world.run(other, WAITING))).not.toContain(id);
    }
    const input = { id, expectedRevision: 0, versionId: 'ver_00000000000000000000000000', decisions: [{ change: 'EDITED:title', decision: 'TAKE' }] };
    expect(codes(await done(stranger, TAKE_OFFER, input))).toEqual(['NOT_FOUND']);
    expect(codes(await done(colleague, TAKE_OFFER, input))).toEqual(['FORBIDDEN']);
    expect(codes(await done(nia.release.author, TAKE_OFFER, input))).toEqual(['FORBIDDEN']);
    expect(codes(await done(release.author, WITHDRAW_OFFER, { id }))).toEqual(['FORBIDDEN']);
    expect(await read(nia.release.author, id)).toMatchObject({ status: 'OPEN', isForMe: false });
  });

  it('is taken once by two at once, and not where the draft or the original moved on meanwhile', async () => {
    const { original, copy } = await published();
    const { id } = await offered(copy);
    expect(codes(await answer(id, { 'EDITED:title': 'TAKE' }, { expectedRevision: 3 }))).toEqual(['STALE_DRAFT']);
    expect(codes(await answer(id, { 'EDITED:title': 'TAKE' }, { versionId: 'ver_00000000000000000000000000' }))).toEqual(['ORIGINAL_CHANGED']);
    expect(codes(await answer(id, { 'EDITED:title': 'KEEP_MINE' }))).toEqual(['INVALID_VALUE']);
    const both = await Promise.all([answer(id, { 'EDITED:title': 'TAKE' }), answer(id, { 'EDITED:problem': 'TAKE' })]);
    expect(both.map(codes).toSorted((a, b) => a.length - b.length)[0]).toEqual([]);
    expect(both.flatMap(codes)).toEqual([expect.stringMatching(/NOT_POSSIBLE|STALE_DRAFT/)]);
    expect((await world.run<{ resource: { draft: { revision: number } } }>(release.author, READ, { slug: original.slug })).data.resource.draft.revision).toBe(1);
  });

  it('meets the draft of the original, which only its authors compare with', async () => {
    const { original, copy } = await published({ visibility: 'PUBLIC' });
    const { id } = await offered(copy);
    await release.save(original.id, 0, { visibility: 'PUBLIC', content: { ...FULL_NOTE, title: 'Drop-ins at the very last stop' } });
    expect((await read(release.author, id))?.changes[0]?.standing).toBe('CONFLICT');
    expect((await read(nia.release.author, id))?.changes[0]?.standing).toBe('FREE');
    await release.submit(original.id, 1);
    expect(codes(await answer(id, { 'EDITED:title': 'TAKE' }))).toEqual(['NOT_POSSIBLE']);
    expect(await done(release.author, DECLINE_OFFER, { id, reason: 'We chose another title.' })).toMatchObject({ errors: [] });
  });

  it('tells nothing of an original that is no longer for the one who offered', async () => {
    const { original, copy } = await published();
    const { id } = await offered(copy);
    await world.run(release.author, 'mutation Narrow($id: ID!) { setVisibility(input: { id: $id, visibility: INSTITUTION }) { errors { code } } }', { id: original.id });
    await release.revise(original.id, { visibility: 'INSTITUTION', content: { title: 'Between ourselves, at the stop' } });
    const everything = async (by: TestPerson) => (await world.run<{ upstreamOffer: { changes: { standing: string }[] } }>(by, `query Offer($id: ID!) { upstreamOffer(id: $id) { original { slug } changes { standing mine { ${WORDS} } merged { ${WORDS} } } } }`, { id })).data.upstreamOffer;
    const [seen, own] = [await everything(nia.release.author), await everything(release.author)];
    expect([seen.changes.map(({ standing }) => standing), own.changes.map(({ standing }) => standing)]).toEqual([['FREE', 'FREE'], ['CONFLICT', 'FREE']]);
    expect([JSON.stringify(seen), JSON.stringify(own)]).toEqual([expect.not.stringContaining('etween ourselves'), expect.stringContaining('etween ourselves')]);
  });

  it('that was taken binds the original to its licence', async () => {
    const { original, copy } = await published({ content: { licence: 'licence:cc-by-sa-4.0' } });
    const { id } = await offered(copy);
    expect(codes(await answer(id, { 'EDITED:problem': 'TAKE' }))).toEqual([]);
    await release.save(original.id, 1, { content: { licence: 'licence:cc-by-4.0', problem: MINE.problem } });
    await expect(release.submit(original.id, 2)).rejects.toThrow('shared alike');
  });
});
