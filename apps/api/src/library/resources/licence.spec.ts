import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTE, SAVE, SUBMIT } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';

interface Refusal { code: string; message: string; path: string[] }
interface Payload { resource: { id: string; slug: string; draft: { visibility: string } | null } | null; errors: Refusal[] }

const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { id slug draft { visibility } ... on Playbook { content { licence { id } } } } errors { code message path } } }';
const TRY = SUBMIT.replace('errors { code message', 'errors { code message path');

let world: World;
let release: Release;
let nia: TestPerson;
let listed: TestPerson;

beforeAll(async () => {
  world = await World.create();
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
  nia = await world.person({ at: 'Northmoor' });
  listed = await world.person({ at: 'Listed', standing: 'LISTED' });
}, 60_000);
afterAll(() => world.close());

async function submitted(by: TestPerson, id: string, expectedRevision: number): Promise<readonly Refusal[]> {
  return (await world.run<{ submitForReview: Payload }>(by, TRY, { input: { id, expectedRevision } })).data.submitForReview.errors;
}

async function adapted(by: TestPerson, id: string): Promise<Payload> {
  return (await world.run<{ adaptResource: Payload }>(by, ADAPT, { id })).data.adaptResource;
}

/** Nia's adaptation, saved under another licence and sent to review. */
async function relicensed(originalLicence: string, licence: string): Promise<readonly Refusal[]> {
  const { id } = await release.publish({ content: { licence: originalLicence } });
  const copy = (await adapted(nia, id)).resource;
  const { data } = await world.run<{ saveDraft: Payload }>(nia, SAVE, { input: { id: copy?.id, expectedRevision: 1, content: { playbook: { ...NOTE, licence } } } });
  expect(data.saveDraft.errors).toEqual([]);
  return submitted(nia, copy?.id ?? '', 2);
}

describe('The licence of work that goes to review', () => {
  it('keeps its circle: members-only work is not sent on its way to the public', async () => {
    const { id } = await release.draft({ visibility: 'PUBLIC', content: { licence: 'licence:members-only' } });
    expect(await submitted(release.author, id, 2)).toEqual([{
      code: 'INVALID_VALUE', path: ['visibility'], message: 'Members-only licence: it keeps work among the member institutions. Choose a smaller audience, or another licence.',
    }]);
    await release.save(id, 2, { content: { licence: 'licence:members-only' } });
    expect(await submitted(release.author, id, 3)).toEqual([]);
  });

  it('of an adaptation carries share-alike and non-commercial over', async () => {
    expect(await relicensed('licence:cc-by-sa-4.0', 'licence:cc-by-4.0')).toEqual([{
      code: 'INVALID_VALUE', path: ['content', 'playbook', 'licence'], message: 'CC BY-SA 4.0 asks that an adaptation is shared alike, under the same licence. The original is under CC BY-SA 4.0; an adaptation of it may be under CC BY-SA 4.0.',
    }]);
    expect(await relicensed('licence:cc-by-nc-4.0', 'licence:cc-by-4.0')).toMatchObject([{ path: ['content', 'playbook', 'licence'], message: expect.stringContaining('The original is under CC BY-NC 4.0') }]);
    expect(await relicensed('licence:cc-by-nc-4.0', 'licence:cc-by-nc-sa-4.0')).toEqual([]);
  });
});

describe('Adapting', () => {
  it.each([
    ['licence:cc-by-nd-4.0', 'The licence of this work, CC BY-ND 4.0, does not allow adaptations.'],
    ['licence:third-party', 'Third-party terms: what you may do with this work is not for its owner to say. Ask whoever holds the rights.'],
  ])('work under %s is refused with the reason', async (licence, message) => {
    const { id } = await release.publish({ content: { licence } });
    expect(await adapted(nia, id)).toEqual({ resource: null, errors: [{ code: 'NOT_POSSIBLE', path: [], message }] });
  });

  it.each([['licence:cc-by-sa-4.0', 'MEMBERS'], ['licence:members-only', 'MEMBERS'], ['licence:group-only', 'INSTITUTION']])('work under %s keeps the licence and begins for %s', async (licence, visibility) => {
    const { id } = await release.publish({ visibility: licence === 'licence:group-only' ? 'INSTITUTION' : 'MEMBERS', content: { licence } });
    const reader = licence === 'licence:group-only' ? release.approver : nia;
    expect(await adapted(reader, id)).toMatchObject({ resource: { draft: { visibility }, content: { licence: { id: licence } } }, errors: [] });
  });

  it('is for people of member institutions, and for work that is still offered', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC' });
    expect((await world.run(listed, ADAPT, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await world.run(release.approver, 'mutation Archive($id: ID!) { archiveResource(input: { id: $id }) { errors { code } } }', { id });
    expect((await adapted(nia, id)).errors).toMatchObject([{ code: 'NOT_POSSIBLE', message: 'This is no longer offered, so nobody may adapt it.' }]);
  });
});
