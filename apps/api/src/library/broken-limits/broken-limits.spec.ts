import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREATE, DECIDE, SAVE, SUBMIT } from '../../../test/operations.js';
import { type TestPerson, World } from '../../../test/world.js';
import { seedChannelProfiles } from '../channels/seed.js';

const CORRECT = 'mutation Correct($input: CorrectChannelProfileInput!) { correctChannelProfile(input: $input) { profile { number } errors { message } } }';
const LIST = 'query List($filter: ResourceFilter!) { resources(first: 50, filter: $filter) { edges { node { title } } } }';
const BROKEN = 'query Broken($id: ID!) { node(id: $id) { ... on ContentTemplate { found: brokenLimits { about code format field limit actual unit source message } } } }';
const REVIEWS = 'query Items { reviewItems(first: 50) { edges { node { id revision } } } }';

interface Made { readonly id: string; readonly revision: number }
interface Problem { readonly format: string; readonly field: string; readonly limit: string; readonly actual: number; readonly source: string }

let world: World;
let nia: TestPerson;
let ravi: TestPerson;
let moderator: TestPerson;
beforeAll(async () => {
  world = await World.create();
  nia = await world.person({ at: 'Northmoor' });
  ravi = await world.person({ at: 'Northmoor', roles: ['APPROVER'] });
  moderator = await world.person({ at: 'Calderfold', isModerator: true });
}, 60_000);
afterAll(() => world.close());

/** A draft of a template with one post on Bluesky and one on X, `length` characters long. */
async function draft(title: string, length: number, visibility = 'MEMBERS'): Promise<Made> {
  const summary = 'One narrow task, in five tips.';
  const { data } = await world.run<{ createResource: { resource: { id: string } } }>(nia, CREATE, { input: { kind: 'CONTENT_TEMPLATE', title, summary } });
  const variants = ['format:bluesky-post', 'format:x-post'].map((format) => ({ format, caption: `{{topic}} ${'y'.repeat(length - 4)}` }));
  const contentTemplate = { title, summary, language: 'en-GB', variables: [{ name: 'topic', type: 'string', required: true, maxLength: 3, example: 'CVs' }], variants, body: { markdown: 'The need.' }, doNot: ['Promise a job'], audiences: ['audience:commuter'], licence: 'licence:cc-by-4.0' };
  await world.run(nia, SAVE, { input: { id: data.createResource.resource.id, expectedRevision: 1, visibility, content: { contentTemplate } } });
  return { id: data.createResource.resource.id, revision: 2 };
}

async function submit({ id, revision }: Made): Promise<void> {
  const { data } = await world.run<{ submitForReview: { errors: object[] } }>(nia, SUBMIT, { input: { id, expectedRevision: revision } });
  expect(data.submitForReview.errors).toEqual([]);
}

/** Everybody who is asked says yes. */
async function release(): Promise<void> {
  for (const person of [ravi, moderator]) {
    const { data } = await world.run<{ reviewItems: { edges: { node: { id: string; revision: number } }[] } }>(person, REVIEWS);
    for (const { node } of data.reviewItems.edges) await world.run(person, DECIDE, { input: { id: node.id, revision: node.revision, approve: true } });
  }
}

const published = async (title: string, length: number, visibility?: string): Promise<Made> => {
  const made = await draft(title, length, visibility);
  await submit(made);
  await release();
  return made;
};
const correct = async (format: string, captionMaxChars: number): Promise<void> => {
  const [latest] = await world.rows<{ number: number }>('select max(number) as number from channel_profile where format_id = $1', [format]);
  const { data } = await world.run<{ correctChannelProfile: { errors: object[] } }>(moderator, CORRECT, { input: { format, expectedNumber: latest?.number, facts: { captionMaxChars }, checkedOn: '2026-11-25', confidence: 'A', source: 'Its documentation', note: 'Other now.' } });
  expect(data.correctChannelProfile.errors).toEqual([]);
};
const listed = async (filter: object, by: TestPerson = moderator): Promise<string[]> => (await world.run<{ resources: { edges: { node: { title: string } }[] } }>(by, LIST, { filter })).data.resources.edges.map(({ node }) => node.title).sort();
const broken = async ({ id }: Made): Promise<Problem[]> => (await world.run<{ node: { found: Problem[] } }>(moderator, BROKEN, { id })).data.node.found;

describe('A limit that is corrected', () => {
  it('lists every template that breaks it, to its owner and to whoever may read it, with what is wrong; and none once the limit is right again', async () => {
    const [long, short] = [await published('The long post', 250), await published('The short post', 40)];
    await published('The long post, for us', 250, 'INSTITUTION');
    expect([await listed({ breaksLimits: true }), await broken(long)]).toEqual([[], []]);

    await correct('format:bluesky-post', 200);
    expect(await broken(long)).toMatchObject([{ format: 'format:bluesky-post', field: 'caption', limit: '200', actual: 250, source: 'Its documentation' }]);
    expect(await broken(short)).toEqual([]);
    expect(await listed({ breaksLimitsOf: 'format:bluesky-post' }, moderator)).toEqual(['The long post']);
    expect(await listed({ breaksLimits: true, mine: true }, nia)).toEqual(['The long post', 'The long post, for us']);
    expect(await listed({ breaksLimits: true, inMyCare: true }, ravi)).toEqual(['The long post', 'The long post, for us']);
    expect(await listed({ breaksLimits: true, inMyCare: true }, moderator)).toEqual([]);
    expect(await listed({ breaksLimitsOf: 'format:x-post' }, nia)).toEqual([]);

    await correct('format:x-post', 30);
    expect(await listed({ breaksLimitsOf: 'format:x-post' }, moderator)).toEqual(['The long post', 'The short post']);
    expect((await broken(long)).map(({ format }) => format)).toEqual(['format:bluesky-post', 'format:x-post']);
    await correct('format:bluesky-post', 300);
    await correct('format:x-post', 280);
    expect(await listed({ breaksLimits: true }, nia)).toEqual([]);
  });

  it('is found in more templates than are held at a time', async () => {
    await published('Many times', 260);
    const rows = await world.rows<{ count: number }>(`
      with source as (select r.*, v.content, v.credit, v.author_id from resource r join resource_version v on v.id = r.published_version_id where v.content ->> 'title' = 'Many times'),
           made as (insert into resource (id, kind, institution_id, visibility, slug) select gen_random_uuid(), kind, institution_id, visibility, 'copy-' || n from source, generate_series(1, 250) n returning id),
           version as (insert into resource_version (id, resource_id, number, content, credit, author_id, visibility) select gen_random_uuid(), m.id, 1, s.content, s.credit, s.author_id, s.visibility from made m, source s returning id, resource_id)
      select count(*)::int as count from version`);
    expect(rows).toEqual([{ count: 250 }]);
    await world.rows(`update resource r set published_version_id = v.id, published_at = now() from resource_version v where v.resource_id = r.id and r.slug like 'copy-%'`);
    await correct('format:bluesky-post', 255);
    expect(await world.rows(`select count(*)::int as count from broken_limit`)).toEqual([{ count: 251 }]);
    await correct('format:bluesky-post', 300);
    await world.rows(`update resource set archived_at = now() where slug like 'copy-%'`);
  });

  it('is met by a draft that was sent before and published after, and mended by its next version', async () => {
    const made = await draft('Sent before', 245);
    await submit(made);
    await correct('format:bluesky-post', 240);
    await release();
    expect(await listed({ breaksLimits: true, mine: true }, nia)).toContain('Sent before');
    const { data } = await world.run<{ node: { content: Record<string, unknown> } }>(nia, 'query Content($id: ID!) { node(id: $id) { ... on ContentTemplate { content { title summary language doNot variables { id name type required maxLength example } variants { id format { id } caption } } } } }', { id: made.id });
    const { variants, ...content } = data.node.content as { variants: { id: string; format: { id: string }; caption: string }[] };
    const contentTemplate = { ...content, body: { markdown: 'The need.' }, audiences: ['audience:commuter'], licence: 'licence:cc-by-4.0', variants: variants.map(({ id, format, caption }) => ({ id, format: format.id, caption: caption.slice(0, 200) })) };
    const saved = await world.run<{ saveDraft: { errors: object[]; resource: { draft: { revision: number } } } }>(nia, SAVE, { input: { id: made.id, expectedRevision: 0, changeNote: 'Shorter', content: { contentTemplate } } });
    expect(saved.data.saveDraft.errors).toEqual([]);
    await submit({ id: made.id, revision: saved.data.saveDraft.resource.draft.revision });
    await release();
    expect(await listed({ breaksLimits: true, mine: true }, nia)).not.toContain('Sent before');
  });

  it('that comes with a release counts the same', async () => {
    const made = await published('Held against a release', 235);
    await correct('format:bluesky-post', 300);
    await world.rows(`update term set facts = jsonb_set(jsonb_set(facts, '{constraints,asOf}', '"2026-12-24"'), '{constraints,captionMaxChars}', '220') where id = 'format:bluesky-post'`);
    await world.database.transaction('SYSTEM', seedChannelProfiles);
    expect(await broken(made)).toMatchObject([{ limit: '220', actual: 235 }]);
  });
});
