import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREATE, SAVE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';

const RENDER = `query Fill($slug: String!, $format: ID!, $values: [VariableValue!]!) { resource(slug: $slug) { ... on ContentTemplate { filled: render(format: $format, values: $values) {
  format isComplete texts { field position text } counts { field unit actual limit isAdvice checkedOn source } problems { about code message isWarning channel field position variable limit actual unit checkedOn source } } } } }`;

const CONTENT = {
  title: 'Make something worth saving', summary: 'One narrow task, in five tips.', language: 'en-GB',
  variables: [
    { name: 'topic', type: 'string', required: true, maxLength: 40, example: 'a gap on your CV' },
    { name: 'deadline', type: 'date', required: false, example: '2027-03-05' },
    { name: 'handle', type: 'handle', required: false, example: 'northmoorcareers' },
    { name: 'adviser', type: 'string', required: false, sensitive: true, example: 'Ask for Sam' },
  ],
  variants: [
    { format: 'format:bluesky-post', caption: 'Five tips for {{topic}} until {{deadline}}. Ask @{{handle}}, {{adviser}} 👩🏽‍🎓 #FirstInFamily' },
    { format: 'format:x-post', caption: '{{topic}} 👩🏽‍🎓 https://careers.northmoor.example/a-long-address' },
    { format: 'format:instagram-carousel', caption: '{{missing}} and {{unclosed', altText: ['A slide about {{topic}}'] },
  ],
};

interface Filled {
  format: string; isComplete: boolean; texts: { field: string; position: number | null; text: string }[];
  counts: { field: string; unit: string; actual: number; limit: number | null; isAdvice: boolean; checkedOn: string; source: string }[];
  problems: { about: string; code: string; message: string; isWarning: boolean; channel: string | null; field: string | null; variable: string | null; limit: string | null; actual: number | null; unit: string | null; source: string | null }[];
}
type Read = { resource: { filled: Filled } | null };

let world: World;
let nia: TestPerson;
let slug: string;
beforeAll(async () => {
  world = await World.create();
  nia = await world.person({ at: 'Northmoor' });
  const made = await world.run<{ createResource: { resource: { id: string; slug: string } } }>(nia, CREATE, { input: { kind: 'CONTENT_TEMPLATE', title: CONTENT.title, summary: CONTENT.summary } });
  const { id } = made.data.createResource.resource;
  const saved = await world.run<{ saveDraft: { resource: { slug: string }; errors: object[] } }>(nia, SAVE, { input: { id, expectedRevision: 1, content: { contentTemplate: CONTENT } } });
  expect(saved.data.saveDraft.errors).toEqual([]);
  ({ slug } = saved.data.saveDraft.resource);
}, 60_000);
afterAll(() => world.close());

const ask = (format: string, values: Record<string, string> | { name: string; value: string }[], by: TestPerson | null = nia): Promise<Answer<Read>> => world.run<Read>(by, RENDER, { slug, format, values: Array.isArray(values) ? values : Object.entries(values).map(([name, value]) => ({ name, value })) });
const filled = async (format: string, values: Record<string, string>): Promise<Filled> => {
  const { data, errors } = await ask(format, values);
  if (data.resource === null || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.resource.filled;
};

describe('A template filled by a program', () => {
  it('comes with its words in the language of the template, counted as the channel counts, with the day and source of each limit', async () => {
    const { format, isComplete, texts, counts, problems } = await filled('format:bluesky-post', { topic: 'a gap', deadline: '2027-03-05', handle: 'careers' });
    expect([format, isComplete, problems]).toEqual(['format:bluesky-post', true, []]);
    expect(texts).toEqual([{ field: 'caption', position: null, text: 'Five tips for a gap until 5 March 2027. Ask @careers, 👩🏽‍🎓 #FirstInFamily' }]);
    const known = { field: 'caption', isAdvice: false, checkedOn: '2026-11-23', source: expect.stringContaining('AT Protocol') };
    expect(counts).toEqual([{ ...known, unit: 'graphemes', actual: 70, limit: 300 }, { ...known, unit: 'utf8-bytes', actual: Buffer.byteLength(texts[0]?.text ?? ''), limit: 3000 }]);
    const { counts: [onX] } = await filled('format:x-post', { topic: 'gap' });
    expect(onX).toMatchObject({ unit: 'weighted', actual: 3 + 1 + 2 + 1 + 23, limit: 280 });
  });

  it('names what is not filled, what is unknown and what is not closed, and leaves it as it is written', async () => {
    const { isComplete, texts, problems } = await filled('format:instagram-carousel', {});
    expect([isComplete, texts[0]?.text]).toEqual([false, '{{missing}} and {{unclosed']);
    expect(problems.map(({ about, code, variable }) => [about, code, variable])).toEqual([['GAP', 'UNCLOSED', '{{unclosed'], ['GAP', 'UNKNOWN', 'missing'], ['GAP', 'UNRESOLVED', 'topic']]);
  });

  it('says which limit is broken, of which channel, by how much, as of when and by whom; and what a value breaks, without repeating it', async () => {
    const long = 'A very long topic that goes on and on '.repeat(10);
    const { isComplete, problems } = await filled('format:bluesky-post', { topic: long, deadline: 'tomorrow' });
    expect(isComplete).toBe(false);
    expect(problems.map(({ about, code, variable, field, limit, unit }) => [about, code, variable ?? field, limit, unit])).toEqual([
      ['VARIABLE', 'TOO_LONG', 'topic', '40', null], ['VARIABLE', 'NO_DAY', 'deadline', null, null], ['LIMIT', 'OVER', 'caption', '300', 'graphemes'],
    ]);
    expect(problems[2]).toMatchObject({ channel: 'channel:bluesky', actual: expect.any(Number), source: expect.stringContaining('AT Protocol') });
    expect(JSON.stringify(problems)).not.toContain('goes on');
  });

  it('follows a correction of the channel at once', async () => {
    const moderator = await world.person({ at: 'Calderfold', isModerator: true });
    await world.run(moderator, 'mutation Correct($input: CorrectChannelProfileInput!) { correctChannelProfile(input: $input) { errors { message } } }', { input: { format: 'format:x-post', expectedNumber: 1, facts: { captionMaxChars: 10 }, checkedOn: '2026-11-25', confidence: 'A', source: 'X documentation', note: 'Shorter now.' } });
    expect((await filled('format:x-post', { topic: 'gap' })).problems).toMatchObject([{ code: 'OVER', limit: '10', actual: 30, source: 'X documentation' }]);
  });
});

describe('A request that cannot be answered', () => {
  it('names the format, the variable given twice and the one that there is not', async () => {
    for (const [format, values, words] of [
      ['format:none', [], 'has no variant for format:none. It has format:bluesky-post, format:x-post'],
      ['format:x-post', [{ name: 'topic', value: 'a' }, { name: 'topic', value: 'b' }], 'topic is given twice'],
      ['format:x-post', [{ name: '__proto__', value: 'a' }], '__proto__ is no variable of this template. It has topic, deadline'],
      ['format:x-post', [{ name: 'topic', value: 'x'.repeat(20_001) }], 'at most 20000 characters'],
      ['format:x-post', Array.from({ length: 201 }, () => ({ name: 'topic', value: 'a' })), 'At most 200 values'],
    ] as const) {
      const { errors } = await ask(format, [...values]);
      expect([errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual(['INVALID_INPUT', expect.stringContaining(words)]);
    }
  });

  it('fills only so much at once, however often it is asked', async () => {
    const fields = Array.from({ length: 50 }, (_, at) => `f${at}: render(format: "format:x-post", values: $values) { isComplete }`).join(' ');
    const many = (value: string): Promise<Answer<{ resource: Record<string, object | null> | null }>> => world.run(nia, `query Many($values: [VariableValue!]!) { resource(slug: "${slug}") { ... on ContentTemplate { ${fields} } } }`, { values: [{ name: 'topic', value }] });
    expect((await many('a gap')).errors).toBeUndefined();
    const { errors } = await many('é'.repeat(20_000));
    expect([errors?.[0]?.extensions.code, errors?.[0]?.message]).toEqual(['INVALID_INPUT', 'Ask for less at once: at most 300000 characters are filled in one request.']);
  });

  it('is refused in an address, which is kept in many places', async () => {
    const query = `{ resource(slug: "${slug}") { ... on ContentTemplate { render(format: "format:x-post", values: [{ name: "adviser", value: "Sam" }]) { isComplete } } } }`;
    const response = await fetch(`${world.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { cookie: nia.cookie, 'apollo-require-preflight': '1' } });
    expect(((await response.json()) as Answer<never>).errors?.[0]?.message).toContain('body of a POST');
  });

  it('shows nothing of a template that is not for the viewer', async () => {
    const stranger = await world.person({ at: 'Calderfold' });
    for (const somebody of [null, stranger]) expect((await ask('format:x-post', {}, somebody)).data).toEqual({ resource: null });
  });
});

describe('A template that is sent to review', () => {
  const sent = async (changes: Record<string, unknown>): Promise<{ message: string; path: string[] }[]> => {
    const { data } = await world.run<{ createResource: { resource: { id: string } } }>(nia, CREATE, { input: { kind: 'CONTENT_TEMPLATE', title: CONTENT.title, summary: CONTENT.summary } });
    const { id } = data.createResource.resource;
    const content = { ...CONTENT, variants: CONTENT.variants.slice(0, 2), body: { markdown: 'The need.' }, doNot: ['Promise a job'], audiences: ['audience:commuter'], licence: 'licence:cc-by-4.0', ...changes };
    const saved = await world.run<{ saveDraft: { errors: { message: string }[]; resource: { draft: { revision: number; missing: object[] } } } }>(nia, SAVE, { input: { id, expectedRevision: 1, content: { contentTemplate: content } } });
    expect([saved.data.saveDraft.errors, saved.data.saveDraft.resource.draft.missing]).toEqual([[], []]);
    return (await world.run<{ submitForReview: { errors: { message: string; path: string[] }[] } }>(nia, SUBMIT, { input: { id, expectedRevision: 2 } })).data.submitForReview.errors;
  };
  const SUBMIT = 'mutation Submit($input: SubmitForReviewInput!) { submitForReview(input: $input) { errors { __typename message path } } }';

  it('goes where its filled example passes', async () => {
    await world.rows(`delete from channel_profile where number > 1`);
    expect(await sent({})).toEqual([]);
  });

  it('stays where it does not: each problem beside its field, and nothing lost', async () => {
    const variables = [{ name: 'topic', type: 'string', maxLength: 10, example: 'far too long for that' }, { name: 'topic', type: 'string', example: 'x' }, { name: 'silent', type: 'date', default: 'soon' }];
    const problems = await sent({ variables, variants: [{ format: 'format:bluesky-post', caption: `{{topic}} {{nobody}} {{open ${'y'.repeat(300)}`, altText: ['{{silent}}', '{{topic}}'] }] });
    expect(problems.map(({ path }) => path.slice(2).join('.'))).toEqual(['variables.0.example', 'variables.1.name', 'variables.2.default', 'variants.0.caption', 'variants.0.caption', 'variants.0.caption']);
    expect(problems.map(({ message }) => message).join('\n')).toMatch(/The example of topic: at most 10[\s\S]*Two variables are called topic[\s\S]*The default of silent: a day/);
  });

  it('never sends others in vain for its editable source: a wrong address and a file that is not there are named beside their fields', async () => {
    const problems = await sent({ variants: CONTENT.variants.slice(0, 1), editableSource: { link: 'javascript:alert(1)', file: 'board.pptx', opensIn: 'Any browser', terms: 'Fonts are free' } });
    expect(problems.map(({ path }) => path.slice(2).join('.'))).toEqual(['editableSource.link', 'editableSource.file']);
    expect(await sent({ variants: CONTENT.variants.slice(0, 1), editableSource: { link: 'https://design.example/board', terms: 'Fonts are free' } })).toEqual([]);
  });
});

describe('What somebody filled a template with', () => {
  const PUBLISHED = { ...CONTENT, variants: CONTENT.variants.slice(0, 1), body: { markdown: 'The need.' }, doNot: ['Promise a job'], audiences: ['audience:commuter'], licence: 'licence:cc-by-4.0',
    exampleRender: [{ format: 'format:bluesky-post', caption: 'What it said at Calderfold', count: 26 }] };
  const ADAPT = 'mutation Adapt($input: AdaptResourceInput!) { adaptResource(input: $input) { resource { draft { content { ... on ContentTemplateContent { title variables { name example sensitive } exampleRender { caption } } } } } errors { message path } } }';
  type Copy = { adaptResource: { resource: { draft: { content: { variables: { name: string; example: string }[]; exampleRender: object[] } } } | null; errors: object[] } };
  let id: string;
  beforeAll(async () => {
    const release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
    const made = await world.run<{ createResource: { resource: { id: string } } }>(release.author, CREATE, { input: { kind: 'CONTENT_TEMPLATE', title: CONTENT.title, summary: CONTENT.summary } });
    ({ id } = made.data.createResource.resource);
    expect((await world.run<{ saveDraft: { errors: object[] } }>(release.author, SAVE, { input: { id, expectedRevision: 1, content: { contentTemplate: PUBLISHED } } })).data.saveDraft.errors).toEqual([]);
    await release.submit(id);
    await release.decide(release.approver, id);
    await release.decide(release.moderator, id);
  });
  const adapted = (values: object[] | null): Promise<Answer<Copy>> => world.run<Copy>(nia, ADAPT, { input: { id, values } });

  it('becomes the example of an adaptation, where they ask for it', async () => {
    const { data } = await adapted([{ name: 'topic', value: 'a first payslip' }, { name: 'deadline', value: '' }]);
    const { variables, exampleRender } = data.adaptResource.resource?.draft.content ?? {};
    expect(variables?.map(({ name, example }) => [name, example])).toEqual([['topic', 'a first payslip'], ['deadline', null], ['handle', 'northmoorcareers'], ['adviser', 'Ask for Sam']]);
    expect(exampleRender).toEqual([]);
  });

  it('changes nothing where they do not', async () => {
    const { data } = await adapted(null);
    expect(data.adaptResource.resource?.draft.content.variables.map(({ example }) => example)).toEqual(CONTENT.variables.map(({ example }) => example));
    expect(data.adaptResource.resource?.draft.content.exampleRender).toHaveLength(1);
  });

  it.each<[string, object[], string]>([
    ['a sensitive value', [{ name: 'adviser', value: 'Ask for Robin' }], 'The value of adviser is sensitive, so it is kept nowhere.'],
    ['an unknown name', [{ name: 'advisor', value: 'x' }], 'advisor is no variable of this template. It has topic, deadline, handle, adviser.'],
    ['a name twice', [{ name: 'topic', value: 'x' }, { name: 'topic', value: 'y' }], 'topic is given twice.'],
    ['a value beyond its room', [{ name: 'topic', value: 'x'.repeat(2001) }], 'The value of topic is too long: at most 2000 characters.'],
  ])('is refused whole with %s, and nothing is made', async (_, values, message) => {
    const count = async (): Promise<number> => (await world.rows<{ count: number }>('select count(*)::int as count from resource'))[0]?.count ?? 0;
    const before = await count();
    const { errors } = await adapted(values);
    expect([errors?.[0]?.message, errors?.[0]?.extensions.code, await count()]).toEqual([message, 'INVALID_INPUT', before]);
    expect(JSON.stringify(errors)).not.toContain('Robin');
  });
});
