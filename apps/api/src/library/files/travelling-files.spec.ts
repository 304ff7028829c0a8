import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Adapter, type Answered, type Offer, OFFER_UPSTREAM, READ_OFFER, TAKE_OFFER } from '../../../test/adapter.js';
import { picture, Sender } from '../../../test/files.js';
import { SUBMIT } from '../../../test/operations.js';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;
let release: Release;
let nia: Adapter;
beforeAll(async () => {
  world = await World.create();
  const moderator = await world.person({ at: 'Aberwen', isModerator: true });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), moderator);
  nia = new Adapter(world, new Release(world, await world.person({ at: 'Northmoor' }), await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), moderator));
}, 60_000);
afterAll(() => world.close());

interface Problem { message: string; path: string[] }
interface Draft { files: { id: string; address: string; consent: { reference: string } | null }[]; content: { problem: { markdown: string } } }
const DRAFT = 'query Draft($slug: String!) { resource(slug: $slug) { draft { files { id address consent { reference } } content { ... on PlaybookContent { problem { markdown } } } } } }';
const DESCRIBE = 'mutation Describe($input: DescribeFileInput!) { describeFile(input: $input) { errors { message } } }';
const draftOf = async (by: TestPerson, { slug }: Started): Promise<Draft> => (await world.run<{ resource: { draft: Draft } }>(by, DRAFT, { slug })).data.resource.draft;

const FOR_ALL = { altText: 'A student at a fair', showsPerson: true, consentReference: 'C-17', consentScopes: ['consent-scope:other-members'], consentExpiresOn: '2099-01-31' };
const FOR_ONE = { ...FOR_ALL, consentScopes: ['consent-scope:own-institution-organic'] };
const LEFT_OUT = '[Picture left out: A student at a fair. The person shown agreed to its use by the original institution alone.]';
const STRAY = 'This picture belongs to other work. Upload it here, or take it out.';
const shown = (address: string): object => ({ problem: { markdown: `![A student at a fair](${address})\n\nCommuters leave **before** we open.` } });

/** A picture in the draft, which no text shows yet. */
async function attached({ author }: Release, { id }: Started, said: object): Promise<string> {
  const { fileId } = await new Sender(world, author).upload(id, await picture(), 'fair.png');
  const { data } = await world.run<{ describeFile: { errors: object[] } }>(author, DESCRIBE, { input: { id, fileId, ...said } });
  expect(data.describeFile.errors).toEqual([]);
  return `/files/${fileId}/fair.png`;
}

const published = (by: Release, work: Started, revision: number): Promise<void> => new Adapter(world, by).publish(work, revision);

/** A playbook of Calderfold, Nia's adaptation of it, and a second version of the original that shows a picture. */
async function adaptedBefore(said: object): Promise<{ copy: Started; address: string }> {
  const original = await release.publish();
  const copy = await nia.adapt(original.id);
  await release.save(original.id, 0);
  const address = await attached(release, original, said);
  await release.save(original.id, 1, { content: shown(address) });
  await published(release, original, 2);
  return { copy, address };
}

const submitted = async ({ author }: Release, { id }: Started, expectedRevision: number): Promise<Problem[]> => (await world.run<{ submitForReview: { errors: Problem[] } }>(author, SUBMIT.replace('code message', 'code message path'), { input: { id, expectedRevision } })).data.submitForReview.errors;

describe('A change taken over from the original', () => {
  it.each(['TAKE', 'MERGE'])('brings its picture as a file of the draft, where other institutions may show it (%s)', async (decision) => {
    const { copy, address } = await adaptedBefore(FOR_ALL);
    await nia.save(copy, 1, decision === 'MERGE' ? { problem: { markdown: 'Commuters leave **before** we open.\n\nSo do carers.' } } : {});
    await nia.pulled(copy, { 'EDITED:problem': decision }, 2);
    const draft = await draftOf(nia.release.author, copy);
    expect(draft.files).toMatchObject([{ address, consent: { reference: 'C-17' } }]);
    expect(draft.content.problem.markdown).toContain(address);
  });

  it('opens a draft with it too, and leaves a picture of one institution where it was: the text says what stood there', async () => {
    for (const [said, files] of [[FOR_ALL, 1], [FOR_ONE, 0]] as const) {
      const { copy, address } = await adaptedBefore(said);
      await nia.publish(copy);
      await nia.pulled(copy, { 'EDITED:problem': 'TAKE' }, 0);
      const draft = await draftOf(nia.release.author, copy);
      expect(draft.files).toHaveLength(files);
      expect([draft.content.problem.markdown.includes(address), draft.content.problem.markdown.replaceAll('\\', '').includes(LEFT_OUT)]).toEqual([files === 1, files === 0]);
      expect(await submitted(nia.release, copy, 1)).toEqual([]);
    }
  });
});

describe('An offer that is taken', () => {
  async function taken(said: object): Promise<{ original: Started; address: string }> {
    const original = await release.publish();
    const copy = await nia.adapt(original.id);
    const address = await attached(nia.release, copy, said);
    await nia.save(copy, 1, shown(address));
    await nia.publish(copy, 2);
    const { data } = await world.run<{ done: Answered }>(nia.release.author, OFFER_UPSTREAM, { input: { id: copy.id, changes: ['EDITED:problem'], message: 'Look.' } });
    const id = data.done.offer?.id ?? '';
    const offer = (await world.run<{ upstreamOffer: Offer }>(release.author, READ_OFFER, { id })).data.upstreamOffer;
    const answered = await world.run<{ done: Answered }>(release.author, TAKE_OFFER, { input: { id, expectedRevision: 0, versionId: offer.original?.version.id, decisions: [{ change: 'EDITED:problem', decision: 'TAKE' }] } });
    expect(answered.data.done.errors).toEqual([]);
    return { original, address };
  }

  it('brings its picture with what the person shown agreed to, which is asked for again at each release', async () => {
    const { original, address } = await taken(FOR_ALL);
    expect(await draftOf(release.author, original)).toMatchObject({ files: [{ address, consent: { reference: 'C-17' } }] });
    await world.rows(`update draft_file set consent_expires_on = '2020-01-01' where draft_id = (select d.id from resource_draft d join resource r on r.id = d.resource_id where r.slug = $1)`, [original.slug]);
    expect(await submitted(release, original, 1)).toMatchObject([{ message: expect.stringContaining('ended on 2020-01-01') }]);
  });

  it('leaves a picture that is for the institution of the adaptation alone', async () => {
    const { original, address } = await taken(FOR_ONE);
    const { files, content } = await draftOf(release.author, original);
    expect([files, content.problem.markdown.includes(address), content.problem.markdown.replaceAll('\\', '').includes(LEFT_OUT)]).toEqual([[], false, true]);
  });
});

describe('A picture of other work', () => {
  it.each(['', '?1', '#a', '/'])('that was pasted by its address with %j behind it is refused at submit, beside its text', async (behind) => {
    const { address } = await adaptedBefore(FOR_ALL);
    const started = await release.draft({ content: shown(`${address}${behind}`) });
    expect((await draftOf(release.author, started)).content.problem.markdown).toContain(`(${address})`);
    expect(await submitted(release, started, 2)).toEqual([{ code: 'INVALID_VALUE', message: STRAY, path: ['content', 'playbook', 'problem'] }]);
  });

  it('is refused under another spelling of its id, which is served to nobody either', async () => {
    const { address } = await adaptedBefore(FOR_ALL);
    const spelt = address.replace(/fil_\w+/, (id) => `fil_${id.slice(4).toUpperCase()}`);
    expect([(await new Sender(world, release.author).ask('GET', address)).status, (await new Sender(world, release.author).ask('GET', spelt)).status]).toEqual([200, 404]);
    expect(await submitted(release, await release.draft({ content: shown(spelt) }), 2)).toMatchObject([{ message: STRAY }]);
  });

  it('is refused at a release as well, where it came into the text before anybody asked', async () => {
    const { address } = await adaptedBefore(FOR_ALL);
    const { id, slug } = await release.draft({ content: shown('https://example.org/fair.png') });
    await release.submit(id);
    await world.rows(`update resource_draft d set content = replace(d.content::text, 'https://example.org/fair.png', $2)::jsonb from resource r where r.id = d.resource_id and r.slug = $1`, [slug, address]);
    await expect(release.decide(release.approver, id)).rejects.toThrow(STRAY);
  });
});

it('An adaptation leaves out a picture of one institution also where an old text has its address with something behind it', async () => {
  const original = await release.draft();
  const address = await attached(release, original, FOR_ONE);
  await release.save(original.id, 2, { content: shown(address) });
  await published(release, original, 3);
  await world.rows(`update resource_version v set content = replace(v.content::text, $2, $2 || '?1')::jsonb from resource r where r.id = v.resource_id and r.slug = $1`, [original.slug, address]);
  const draft = await draftOf(nia.release.author, await nia.adapt(original.id));
  expect([draft.files, draft.content.problem.markdown.includes(address), draft.content.problem.markdown.replaceAll('\\', '').includes(LEFT_OUT)]).toEqual([[], false, true]);
});
