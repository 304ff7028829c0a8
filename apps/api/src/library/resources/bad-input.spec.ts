import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DECIDE, NOTE, READ, SAVE, SUBMIT } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { apiId, newKey } from '../../platform/ids/ids.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';

interface Refusal { __typename: string; code: string; message: string; path: string[] }
interface Payload { resource: object | null; errors: Refusal[] }

let world: World;
let release: Release;
let amina: TestPerson;
let tom: TestPerson;
let nia: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, amina, tom, await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

const save = (by: TestPerson | null, id: string, expectedRevision: number, playbook: object = NOTE, more: object = {}): Promise<Answer<{ saveDraft: Payload }>> =>
  world.run(by, SAVE, { input: { id, expectedRevision, content: { playbook }, ...more } });
const refusals = async (id: string, playbook: object): Promise<readonly Refusal[]> => (await save(amina, id, 2, playbook)).data.saveDraft.errors;
const revisionOf = async (id: string): Promise<number | undefined> => {
  const rows = await world.rows<{ resource_id: string; revision: number }>('select resource_id, revision from resource_draft');
  return rows.find((row) => apiId('resource', row.resource_id) === id)?.revision;
};
const codeOf = (answer: Answer<unknown>): string | undefined => answer.errors?.[0]?.extensions.code;

describe('Too much', () => {
  it('is refused in words: ten thousand steps, or one step that waits for half a million', async () => {
    const { id } = await release.draft();
    const [step] = NOTE.steps;
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...step, order: index + 1, dependsOn: index === 0 ? [] : [index] }));
    expect(await refusals(id, { ...NOTE, steps: many })).toMatchObject([{ code: 'INVALID_VALUE', path: ['content', 'playbook', 'steps'], message: 'At most 200 are kept here; this has 10000.' }]);
    const waiting = { ...step, dependsOn: Array.from({ length: 500_000 }, () => 1) };
    expect(await refusals(id, { ...NOTE, steps: [waiting] })).toMatchObject([{ path: ['content', 'playbook', 'steps', '0', 'dependsOn'] }]);
    expect(await revisionOf(id)).toBe(2);
  });

  it('is refused in words: a document twenty thousand levels deep', async () => {
    const { id } = await release.draft();
    const levels = 20_000;
    const document = `${'{"type":"blockquote","content":['.repeat(levels)}{"type":"paragraph"}${']}'.repeat(levels)}`;
    const variables = JSON.stringify({ input: { id, expectedRevision: 2, content: { playbook: { ...NOTE, problem: { document: 'HERE' } } } } }).replace('"HERE"', `{"type":"doc","content":[${document}]}`);
    const response = await fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', cookie: amina.cookie }, body: `{"query":${JSON.stringify(SAVE)},"variables":${variables}}` });
    const answer = (await response.json()) as Answer<{ saveDraft: Payload }>;
    expect(answer.data.saveDraft.errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['content', 'playbook', 'problem'] }]);
  });

  it('of twenty megabytes is not read, and what is no JSON is not understood; both are answered as JSON', async () => {
    const post = (body: string) => fetch(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const large = await post(JSON.stringify({ query: `{ viewer { kind } } # ${'x'.repeat(20 * 1024 * 1024)}` }));
    expect([large.status, large.headers.get('content-type')]).toEqual([413, expect.stringContaining('application/json')]);
    expect(await large.json()).toEqual({ errors: [{ message: expect.stringContaining('too large'), extensions: { code: 'INVALID_INPUT', details: {}, requestId: expect.any(String) } }] });
    const broken = await post('{ "query": ');
    expect([broken.status, await broken.json()]).toEqual([400, { errors: [{ message: 'This is not JSON.', extensions: { code: 'INVALID_INPUT', details: {}, requestId: expect.any(String) } }] }]);
    expect((await world.run<{ viewer: object }>(null, '{ viewer { kind } }')).data.viewer).toEqual({ kind: 'ANONYMOUS' });
  });
});

describe('Text of any script', () => {
  it.each([
    ['emoji of several parts', '👩🏽‍🎓👨‍👩‍👧‍👦 welcome week 🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['right-to-left text with marks', '\u202bمرحبا بكم\u202c — שלום \u200f(1)\u200e'],
    ['letters beyond the basic plane and combining ones', '𝔚elcome é e\u0301 ñ n\u0303 ไทย'],
    ['what looks like code', `'; drop table resource; -- {{name}} <b>&amp;</b> \\u0041 %s $1`],
  ])('is kept to the last code point: %s', async (_name, title) => {
    const { id, slug } = await release.draft();
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: title }] };
    expect(await refusals(id, { ...NOTE, title, problem: { document: { type: 'doc', content: [paragraph] } } })).toEqual([]);
    const { data } = await world.run<{ resource: { title: string; content: { problem: { plain: string } } } }>(amina, READ, { slug });
    expect([data.resource.title, data.resource.content.problem.plain]).toEqual([title, title]);
  });

  it.each([['NUL', 'a\u0000b'], ['half of a pair', 'a\ud83db']])('is refused where it cannot be kept: %s', async (_name, title) => {
    const { id } = await release.draft();
    const answer = await save(amina, id, 2, { ...NOTE, title });
    expect(answer.errors?.[0]).toMatchObject({ message: expect.stringContaining('cannot be kept'), extensions: { code: 'INVALID_INPUT', details: { path: 'variables.input.content.playbook.title' } } });
    expect(codeOf(await world.run(amina, 'mutation { createResource(input: { kind: PLAYBOOK, title: "a\\u0000b", summary: "" }) { errors { code } } }'))).toBe('INVALID_INPUT');
    expect(codeOf(await world.run(amina, 'query Search($query: String!) { search(query: $query, first: 1) { total } }', { query: title }))).toBeUndefined();
    expect(await revisionOf(id)).toBe(2);
  });
});

describe('Two at once', () => {
  it('save the same revision: exactly one wins, and the other is shown where the draft stands', async () => {
    const { id } = await release.draft();
    const answers = await Promise.all([1, 2, 3, 4].map((number) => save(amina, id, 2, { ...NOTE, title: `Thought number ${number} about this` })));
    const stale = answers.flatMap(({ data }) => data.saveDraft.errors);
    expect([stale.length, new Set(stale.map(({ __typename }) => __typename)), await revisionOf(id)]).toEqual([3, new Set(['StaleDraftError']), 3]);
  });

  it('submit the same draft: one review item is made, and the other is told', async () => {
    const { id } = await release.draft();
    const answers = await Promise.all([1, 2, 3].map(() => world.run<{ submitForReview: Payload }>(amina, SUBMIT, { input: { id, expectedRevision: 2 } })));
    const errors = answers.flatMap(({ data }) => data.submitForReview.errors);
    expect(errors.map(({ code }) => code)).toEqual(['NOT_POSSIBLE', 'NOT_POSSIBLE']);
    expect(await world.rows(`select 1 from review_item where status = 'OPEN' and resource_id = (select resource_id from resource_draft where stage = 'SIGN_OFF' order by updated_at desc limit 1)`)).toHaveLength(1);
  });

  it('decide the same item: one decision counts, and the other is told', async () => {
    const { id } = await release.draft();
    await release.submit(id);
    for (const by of [tom, release.moderator]) {
      const open = (await world.rows<{ id: string; resource_id: string; revision: number }>(`select id, resource_id, revision from review_item where status = 'OPEN'`)).find((row) => apiId('resource', row.resource_id) === id);
      const input = { id: apiId('reviewItem', open?.id ?? ''), revision: open?.revision, approve: true };
      const answers = await Promise.all([1, 2].map(() => world.run<{ decideReview: Payload }>(by, DECIDE, { input })));
      expect(answers.map(codeOf)).toEqual([undefined, undefined]);
      expect(answers.flatMap(({ data }) => data.decideReview.errors).map(({ code }) => code)).toEqual(['NOT_POSSIBLE']);
    }
    expect(await world.rows(`select 1 from resource_version v join resource r on r.published_version_id = v.id where r.id in (select resource_id from review_item where submitted_by = $1 and stage = 'MODERATION') and v.number > 1`, [amina.id])).toEqual([]);
  });

  it('withdraw and decide: one of both happens, and neither fails', async () => {
    const { id } = await release.draft();
    await release.submit(id);
    const open = (await world.rows<{ id: string; resource_id: string; revision: number }>(`select id, resource_id, revision from review_item where status = 'OPEN'`)).find((row) => apiId('resource', row.resource_id) === id);
    const answers = await Promise.all([
      world.run(amina, 'mutation Withdraw($id: ID!) { withdrawFromReview(input: { id: $id }) { errors { code } } }', { id }),
      world.run(tom, DECIDE, { input: { id: apiId('reviewItem', open?.id ?? ''), revision: open?.revision, approve: true } }),
    ]);
    expect(answers.map(codeOf)).not.toContain('INTERNAL');
  });
});

describe('An audience that was narrowed', () => {
  it('is not put back by an editor that was open: its save is stale', async () => {
    const { id } = await release.draft({ visibility: 'PUBLIC' });
    await world.run(release.author, 'mutation Set($id: ID!) { setVisibility(input: { id: $id, visibility: INSTITUTION }) { errors { code } } }', { id });
    await expect(release.save(id, 2, { visibility: 'PUBLIC' })).rejects.toThrow('STALE_DRAFT');
    await release.save(id, 3, { visibility: 'INSTITUTION' });
  });
});

describe('A page that is older than the session', () => {
  it('made for another institution saves nothing, and says so as data, so that the text stays', async () => {
    const { id } = await release.draft();
    const answer = await save(amina, id, 2, NOTE, { actingInstitutionId: nia.actingInstitutionId });
    expect(answer.data.saveDraft).toMatchObject({ resource: null, errors: [{ code: 'OTHER_INSTITUTION', message: expect.stringContaining('Your text is kept') }] });
    expect(await revisionOf(id)).toBe(2);
  });

  it('whose session has ended saves nothing and asks for a new sign-in', async () => {
    const eve = await world.person({ at: 'Calderfold' });
    const { id, slug } = await new Release(world, eve, tom, release.moderator).draft();
    expect((await world.run<{ resource: object | null }>(eve, READ, { slug })).data.resource).not.toBeNull();
    await world.rows(`update session set expires_at = now() - interval '1 second' where person_id = $1`, [eve.id]);
    expect(codeOf(await save(eve, id, 2))).toBe('UNAUTHENTICATED');
    expect(await revisionOf(id)).toBe(2);
  });
});

describe('An id', () => {
  it('of another type, of nothing, or of what is not for the viewer is answered alike', async () => {
    const { id, slug } = await release.draft();
    const others = [id, apiId('resource', newKey()), apiId('draft', newKey()), apiId('institution', nia.institutionId), 'res_', 'nonsense', ''];
    const saves = await Promise.all(others.map((other) => save(nia, other, 2)));
    expect(new Set(saves.map(({ errors }) => JSON.stringify([errors?.[0]?.message, errors?.[0]?.extensions.code])))).toEqual(new Set([JSON.stringify(['There is nothing here that you may see.', 'NOT_FOUND'])]));
    const nodes = await Promise.all(others.filter((other) => other !== apiId('institution', nia.institutionId)).map((other) => world.run<{ node: object | null }>(nia, 'query Node($id: ID!) { node(id: $id) { id } }', { id: other })));
    expect(nodes.map(({ data }) => data.node)).toEqual(nodes.map(() => null));
    const slugs = await Promise.all([slug, 'no-such-slug'].map((other) => world.run(nia, READ, { slug: other })));
    expect(slugs[0]?.data).toEqual(slugs[1]?.data);
  });
});

describe('A tag', () => {
  it('that is unknown is named with the nearest one', async () => {
    const { id } = await release.draft();
    expect(await refusals(id, { ...NOTE, audiences: ['audience:commuters'] })).toMatchObject([{ path: ['content', 'playbook', 'audiences', '0'], message: expect.stringContaining('Did you mean "audience:commuter"?') }]);
  });

  it('that is retired stays where it was, and is offered nowhere else', async () => {
    const { id, slug } = await release.publish({ content: { audiences: ['audience:mature'] } });
    const other = await release.draft();
    await world.rows(`update term set retired_at = now() where id = 'audience:mature'`);
    await world.app.get(Vocabulary).refresh(Date.now() + 120_000);
    expect((await world.run<{ resource: { terms: { id: string }[] } }>(nia, READ, { slug })).data.resource.terms.map((term) => term.id)).toContain('audience:mature');
    expect((await save(amina, id, 0, { ...NOTE, audiences: ['audience:mature'] })).data.saveDraft.errors).toEqual([]);
    expect(await refusals(other.id, { ...NOTE, audiences: ['audience:mature'] })).toMatchObject([{ message: expect.stringContaining('is retired') }]);
    await world.rows(`update term set retired_at = null where id = 'audience:mature'`);
  });
});

describe('The record of what happened', () => {
  it('says for every step where it led, in the words of the transition table', async () => {
    const { id } = await release.publish();
    await release.save(id, 0);
    for (const move of ['archiveResource', 'restoreResource']) await world.run(tom, `mutation Move($id: ID!) { ${move}(input: { id: $id }) { errors { code } } }`, { id });
    await world.run(tom, 'mutation Set($id: ID!) { setVisibility(input: { id: $id, visibility: INSTITUTION }) { errors { code } } }', { id });
    const events = await world.rows<{ resource_id: string; step: string }>(`select resource_id, action || ' ' || from_state || ' ' || to_state as step from lifecycle_event order by id`);
    expect(events.filter((event) => apiId('resource', event.resource_id) === id).map(({ step }) => step)).toEqual([
      'CREATE NONE DRAFT', 'SUBMIT DRAFT SIGN_OFF', 'SIGN_OFF SIGN_OFF MODERATION', 'PUBLISH MODERATION PUBLISHED', 'REVISE PUBLISHED DRAFT',
      'ARCHIVE PUBLISHED ARCHIVED', 'RESTORE ARCHIVED PUBLISHED', 'SET_VISIBILITY DRAFT DRAFT',
    ]);
  });
});
