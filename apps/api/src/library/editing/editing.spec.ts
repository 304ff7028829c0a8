import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTE, SAVE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type Answer, type TestPerson, World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';

const EDITING = 'mutation Note($input: NoteEditingInput!) { noteEditing(input: $input) { others { id displayName } revision savedByMe } }';
const TEAM = 'mutation Set($input: SetContributorsInput!) { setContributors(input: $input) { errors { message } } }';

interface Noted { others: { id: string; displayName: string }[]; revision: number; savedByMe: boolean }

let world: World;
let release: Release;
let bea: TestPerson;
let nia: TestPerson;
beforeAll(async () => {
  world = await World.create();
  bea = await world.person({ at: 'Calderfold' });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

const ask = (by: TestPerson | null, id: string, isLeaving = false): Promise<Answer<{ noteEditing: Noted }>> => world.run(by, EDITING, { input: { id, isLeaving } });
const note = async (by: TestPerson, id: string, isLeaving = false): Promise<Noted> => (await ask(by, id, isLeaving)).data.noteEditing;
const idOf = (person: TestPerson): string => apiId('person', person.id);

/** A draft of two authors. */
async function shared(): Promise<string> {
  const { id } = await release.draft();
  await world.run(release.author, TEAM, { input: { id, personIds: [idOf(release.author), idOf(bea)] } });
  return id;
}

describe('Co-authors', () => {
  it('see who else has the draft open, for as long as they say so, and that somebody saved', async () => {
    const id = await shared();
    expect(await note(release.author, id)).toEqual({ others: [], revision: 2, savedByMe: true });
    expect((await note(bea, id)).others.map((other) => other.id)).toEqual([idOf(release.author)]);
    await world.run(bea, SAVE, { input: { id, expectedRevision: 2, content: { playbook: NOTE } } });
    expect(await note(release.author, id)).toEqual({ others: [{ id: idOf(bea), displayName: expect.stringContaining('Person') }], revision: 3, savedByMe: false });
    await note(bea, id, true);
    expect((await note(release.author, id)).others).toEqual([]);
    await note(bea, id);
    await world.rows(`update draft_editor set seen_at = now() - interval '46 seconds' where person_id = $1`, [bea.id]);
    expect((await note(release.author, id)).others).toEqual([]);
    expect(await world.rows('select person_id from draft_editor')).toEqual([{ person_id: release.author.id }]);
  });

  it('are told to nobody outside the author team', async () => {
    const id = await shared();
    expect((await ask(null, id)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    for (const by of [nia, release.approver, release.moderator]) expect((await ask(by, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const published = await release.publish();
    expect((await ask(nia, published.id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('The people of an institution', () => {
  it('are found by a part of their name, by those who belong to it', async () => {
    await world.rows(`update person set display_name = 'Bea 100% Öztürk' where id = $1`, [bea.id]);
    const found = async (by: TestPerson | null, name: string): Promise<string[]> => (await world.run<{ colleagues: { id: string }[] }>(by, 'query Them($name: String) { colleagues(first: 10, name: $name) { id } }', { name })).data.colleagues.map(({ id }) => id);
    for (const part of ['öztürk', '100%', 'Bea']) expect(await found(release.author, part)).toEqual([idOf(bea)]);
    for (const [by, part] of [[nia, 'Öztürk'], [null, 'Öztürk'], [release.author, '%'.repeat(3)], [release.author, '_']] as const) expect(await found(by, part)).toEqual([]);
  });
});
