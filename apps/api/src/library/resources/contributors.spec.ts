import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOTE, READ, SAVE, SUBMIT } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { apiId } from '../../platform/ids/ids.js';

interface Refusal { code: string; message: string; path: string[] }
interface Payload { resource: { team: { person: { id: string }; isCurrent: boolean }[] } | null; errors: Refusal[] }

const HISTORY = 'query History($slug: String!) { resource(slug: $slug) { history { action from to reason by { id } joined { id } left { id } } } }';
const SET = 'mutation Set($input: SetContributorsInput!) { setContributors(input: $input) { resource { team { person { id } isCurrent } viewerCan { setContributors } } errors { code message path } } }';

let world: World;
let release: Release;
let amina: TestPerson;
let bea: TestPerson;
let tom: TestPerson;
let nia: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  bea = await world.person({ at: 'Calderfold' });
  tom = await world.person({ at: 'Calderfold', roles: ['APPROVER'] });
  nia = await world.person({ at: 'Northmoor', roles: ['APPROVER'] });
  release = new Release(world, amina, tom, await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

const idOf = (person: TestPerson): string => apiId('person', person.id);
const set = async (by: TestPerson | null, id: string, ...people: string[]) => world.run<{ setContributors: Payload }>(by, SET, { input: { id, personIds: people } });
const save = async (by: TestPerson, id: string, expectedRevision: number) => world.run<{ saveDraft: { errors: Refusal[] } }>(by, SAVE, { input: { id, expectedRevision, changeNote: 'Better words', content: { playbook: NOTE } } });

describe('The author team', () => {
  it('is said by an approver of the owner, and whoever is in it from then on writes, and whoever is not does not', async () => {
    const { id } = await release.publish();
    expect((await set(tom, id, idOf(bea))).data.setContributors).toEqual({ resource: { team: [{ person: { id: idOf(bea) }, isCurrent: true }], viewerCan: { setContributors: true } }, errors: [] });
    expect((await save(bea, id, 0)).data.saveDraft.errors).toEqual([]);
    expect((await save(amina, id, 1)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('leaves each change on the record, for those who may read the history, and names whom within the institution alone', async () => {
    const { id, slug } = await release.publish();
    await set(tom, id, idOf(amina), idOf(bea));
    await set(tom, id, idOf(bea), idOf(amina));
    await set(tom, id, idOf(bea));
    const told = async (by: TestPerson) => (await world.run<{ resource: { history: { action: string }[] } }>(by, HISTORY, { slug })).data.resource.history.filter(({ action }) => action === 'SET_TEAM');
    const change = { action: 'SET_TEAM', from: 'PUBLISHED', to: 'PUBLISHED', reason: null, by: { id: idOf(tom) } };
    const changes = [{ ...change, joined: [], left: [{ id: idOf(amina) }] }, { ...change, joined: [{ id: idOf(bea) }], left: [] }];
    for (const by of [tom, bea]) expect(await told(by)).toEqual(changes);
    for (const by of [amina, nia]) expect(await told(by)).toEqual([]);
    await save(bea, id, 0);
    await world.run(bea, SUBMIT, { input: { id, expectedRevision: 1 } });
    await release.decide(tom, id);
    expect(await told(release.moderator)).toEqual(changes.map((one) => ({ ...one, joined: [], left: [] })));
  });

  it('is said by its authors too: they invite a colleague, and hand over', async () => {
    const { id } = await release.draft();
    expect((await set(amina, id, idOf(amina), idOf(bea))).data.setContributors.errors).toEqual([]);
    expect((await save(bea, id, 2)).data.saveDraft.errors).toEqual([]);
    expect((await set(amina, id, idOf(bea))).data.setContributors).toMatchObject({ resource: null, errors: [] });
    expect((await save(amina, id, 3)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is nobody else’s to change', async () => {
    const { id } = await release.publish();
    for (const by of [bea, nia]) expect((await set(by, id, idOf(by))).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await set(null, id, idOf(bea))).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const inWork = await release.draft();
    for (const by of [tom, nia]) expect((await set(by, inWork.id, idOf(by))).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is made of people who belong to the institution now', async () => {
    const { id } = await release.publish();
    const left = await world.person({ at: 'Calderfold' });
    await world.rows('update membership set valid_until = now() where person_id = $1', [left.id]);
    for (const stranger of [idOf(nia), idOf(left), apiId('person', tom.institutionId), apiId('resource', bea.id), 'nobody']) {
      expect((await set(tom, id, idOf(bea), stranger)).data.setContributors.errors).toEqual([{ code: 'INVALID_VALUE', message: 'Only people who belong to the institution now can be in the author team.', path: ['personIds', '1'] }]);
    }
    expect((await set(tom, id)).data.setContributors.errors).toMatchObject([{ path: ['personIds'] }]);
  });

  it('is shown to the institution that owns the work, and to nobody else', async () => {
    const { slug } = await release.publish();
    const team = async (by: TestPerson | null) => (await world.run<{ resource: { team: object[] } }>(by, 'query Team($slug: String!) { resource(slug: $slug) { team { isCurrent } } }', { slug })).data.resource?.team;
    expect([await team(bea), await team(nia)]).toEqual([[{ isCurrent: true }], []]);
    const colleagues = async (by: TestPerson | null) => (await world.run<{ colleagues: { id: string }[] }>(by, '{ colleagues(first: 100) { id } }')).data.colleagues.map((person) => person.id);
    expect(await colleagues(tom)).toEqual(expect.arrayContaining([idOf(amina), idOf(bea), idOf(tom)]));
    expect([await colleagues(amina), await colleagues(null)]).toEqual([await colleagues(tom), []]);
  });

  it('may all have left: then the draft is for the approvers, who hand it on', async () => {
    const leaver = await world.person({ at: 'Calderfold' });
    const { id, slug } = await new Release(world, leaver, tom, tom).draft();
    const isSeen = async (by: TestPerson) => (await world.run<{ resource: object | null }>(by, READ, { slug })).data.resource !== null;
    expect([await isSeen(tom), await isSeen(bea)]).toEqual([false, false]);
    await world.rows('update membership set valid_until = now() where person_id = $1', [leaver.id]);
    expect((await save(leaver, id, 2)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect([await isSeen(tom), await isSeen(bea), await isSeen(nia)]).toEqual([true, false, false]);
    expect((await set(tom, id, idOf(bea))).data.setContributors.errors).toEqual([]);
    expect((await save(bea, id, 2)).data.saveDraft.errors).toEqual([]);
    expect([await isSeen(tom), await isSeen(bea)]).toEqual([false, true]);
  });

  it('gives no authority to somebody who acts for another institution', async () => {
    const both = await world.person({ at: 'Calderfold' });
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values (gen_random_uuid(), $1, $2, '{PRACTITIONER}')`, [both.id, nia.institutionId]);
    const { id } = await new Release(world, both, tom, tom).draft();
    await world.run(both, 'mutation Act($id: ID!) { actFor(input: { institutionId: $id }) { errors { code } } }', { id: nia.actingInstitutionId });
    expect((await save(both, id, 2)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
