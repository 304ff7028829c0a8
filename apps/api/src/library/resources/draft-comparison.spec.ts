import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Adapter } from '../../../test/adapter.js';
import { NOTE } from '../../../test/operations.js';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { keyOf } from '../../platform/ids/ids.js';

const COMPARED = 'draft { revision comparison { before { number title } changes { is: kind section { key } item { name placeBefore placeAfter } texts { runs { kind text } } } } }';
const ASKED = `query Asked($first: Int = 10) { reviewItems(first: $first) { edges { node { resource { id ${COMPARED} } } } } }`;
const MINE = `query Mine($slug: String!) { resource(slug: $slug) { ${COMPARED} } }`;

interface Change { is: string; section: { key: string }; item: { name: string; placeBefore: number | null; placeAfter: number | null } | null; texts: { runs: { kind: string; text: string }[] }[] }
interface Draft { comparison: { before: { number: number; title: string }; changes: Change[] } | null }
interface Asked { reviewItems: { edges: { node: { resource: { id: string; draft: Draft | null } } }[] } }

const step = (id: string, title: string, order: number): object => ({ ...NOTE.steps[0], id, title, order });
const [ask, plan, film] = [step('aaaaaaaa', 'Ask', 1), step('bbbbbbbb', 'Plan', 2), step('cccccccc', 'Film', 3)];
const FILM_FIRST = { steps: [step('cccccccc', 'Film', 1), step('aaaaaaaa', 'Ask', 2), step('bbbbbbbb', 'Plan', 3)] };

let world: World;
let gwen: TestPerson;
let calderfold: Release;
let northmoor: Release;

beforeAll(async () => {
  world = await World.create();
  gwen = await world.person({ at: 'Aberwen', isModerator: true });
  calderfold = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), gwen);
  northmoor = new Release(world, await world.person({ at: 'Northmoor' }), await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), gwen);
}, 60_000);
afterAll(() => world.close());

/** What waits for somebody about one work; undefined where nothing does. */
async function asked(by: TestPerson | null, { id }: Started): Promise<Draft | null | undefined> {
  const { data, errors } = await world.run<Asked>(by, ASKED);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.reviewItems.edges.find(({ node }) => node.resource.id === id)?.node.resource.draft;
}

async function read(by: TestPerson | null, { slug }: Started): Promise<Draft | null> {
  return (await world.run<{ resource: { draft: Draft | null } | null }>(by, MINE, { slug })).data.resource?.draft ?? null;
}

/** A published playbook, and a revision of it that waits for its approver. */
async function revised(content: object): Promise<Started> {
  const work = await calderfold.publish({ content: { steps: [ask, plan, film] } });
  await calderfold.save(work.id, 0, { content: { steps: [ask, plan, film], ...content } });
  await calderfold.submit(work.id, 1);
  return work;
}

describe('A draft that follows a published version', () => {
  it('shows its reviewer what changes, a moved step once and a text by its words', async () => {
    const work = await revised({ ...FILM_FIRST, summary: 'For students who never reach the careers office.' });
    const comparison = (await asked(calderfold.approver, work))?.comparison;
    expect(comparison?.before).toEqual({ number: 1, title: NOTE.title });
    expect(comparison?.changes).toEqual([
      { is: 'EDITED', section: { key: 'summary' }, item: null, texts: [{ runs: [{ kind: 'KEPT', text: 'For ' }, { kind: 'REMOVED', text: 'commuter ' }, { kind: 'KEPT', text: 'students who never reach the careers office.' }] }] },
      { is: 'MOVED', section: { key: 'steps' }, item: { name: 'Film', placeBefore: 3, placeAfter: 1 }, texts: [] },
    ]);
    expect((await read(calderfold.author, work))?.comparison).toEqual(comparison);
    await calderfold.decide(calderfold.approver, work.id);
    expect((await asked(gwen, work))?.comparison).toEqual(comparison);
  });

  it('is compared for nobody who may not see it', async () => {
    const work = await revised(FILM_FIRST);
    for (const other of [gwen, northmoor.author, northmoor.approver]) {
      expect(await asked(other, work)).toBeUndefined();
      expect(await read(other, work)).toBeNull();
    }
    expect(await read(null, work)).toBeNull();
  });

  it('is compared with what the reviewer may read alone: not with a version that was for its own institution', async () => {
    const work = await calderfold.publish({ visibility: 'INSTITUTION', content: { title: 'What we tell only ourselves', steps: [ask] } });
    await calderfold.save(work.id, 0, { content: { title: 'What we tell everybody', steps: [ask] } });
    await calderfold.submit(work.id, 1);
    expect((await asked(calderfold.approver, work))?.comparison?.changes).toHaveLength(1);
    await calderfold.decide(calderfold.approver, work.id);
    expect(await asked(gwen, work)).toMatchObject({ comparison: null });
    await world.rows('update resource set hidden_at = now() where id = $1', [keyOf('resource', work.id)]);
    expect((await asked(calderfold.approver, work))?.comparison ?? null).toBeNull();
  });

  it('names nobody to a moderator where it will be released without a name', async () => {
    const authors = (name: string): object => ({ authors: [{ name, role: 'role:careers-consultant' }] });
    const work = await revised(authors('Amina of Calderfold'));
    await calderfold.decide(calderfold.approver, work.id, { approve: true, withoutName: true });
    expect((await read(calderfold.author, work))?.comparison?.changes.map(({ section }) => section.key)).toEqual(['authors']);
    expect((await asked(gwen, work))?.comparison?.changes).toEqual([]);
  });
});

describe('A first version', () => {
  it('follows nothing', async () => {
    const work = await calderfold.draft();
    await calderfold.submit(work.id);
    expect(await asked(calderfold.approver, work)).toMatchObject({ revision: 2, comparison: null });
  });

  it('of an adaptation is compared with the exact version it came from', async () => {
    const original = await calderfold.publish({ content: { steps: [ask, plan, film] } });
    const copy = await new Adapter(world, northmoor).adapt(original.id);
    await calderfold.revise(original.id, { content: { title: 'Another title by now', steps: [ask, plan, film] } });
    await northmoor.save(copy.id, 1, { content: FILM_FIRST });
    await northmoor.submit(copy.id);
    const comparison = (await asked(northmoor.approver, copy))?.comparison;
    expect(comparison).toMatchObject({ before: { number: 1, title: NOTE.title }, changes: [{ is: 'MOVED', item: { name: 'Film', placeBefore: 3, placeAfter: 1 } }] });
    expect(comparison?.changes).toHaveLength(1);
  });

  it('of an adaptation is compared with nothing where the reviewer may not read what it came from', async () => {
    const original = await calderfold.publish({ content: { title: 'For members, once' } });
    const copy = await new Adapter(world, northmoor).adapt(original.id);
    await northmoor.save(copy.id, 1, { content: FILM_FIRST });
    await northmoor.submit(copy.id);
    await world.rows(`update resource set visibility = 'INSTITUTION' where id = $1`, [keyOf('resource', original.id)]);
    expect(await asked(northmoor.approver, copy)).toMatchObject({ revision: 2, comparison: null });
  });
});

describe('Comparisons in one answer', () => {
  it('are ten at most, however they are asked for', async () => {
    const answer = async (query: string): Promise<string | undefined> => (await world.run(calderfold.approver, query)).errors?.[0]?.extensions.code;
    expect(await answer('{ reviewItems(first: 10) { edges { node { resource { draft { comparison { changes { kind } } } } } } } }')).toBeUndefined();
    expect(await answer('{ reviewItems(first: 11) { edges { node { resource { draft { comparison { changes { kind } } } } } } } }')).toBe('INVALID_INPUT');
    expect(await answer('{ reviewItems(first: 6) { edges { node { resource { draft { a: comparison { changes { kind } } b: comparison { changes { kind } } } } } } } }')).toBe('INVALID_INPUT');
  });
});
