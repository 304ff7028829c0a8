import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StudyDesk } from '../../../test/case-study.js';
import { type TestPerson, World } from '../../../test/world.js';

let world: World;
let amina: TestPerson;
let desk: StudyDesk;
beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
  desk = new StudyDesk(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), await world.person({ at: 'Aberwen', isModerator: true }));
}, 60_000);
afterAll(() => world.close());

it('what happens to a published resource is told in order, with the audience before and after, and in ids alone', async () => {
  const { id, slug } = await desk.draft();
  await desk.publish(id, 2);
  await world.run(amina, 'mutation Narrow($input: SetVisibilityInput!) { setVisibility(input: $input) { errors { code } } }', { input: { id, visibility: 'INSTITUTION' } });
  for (const move of ['archiveResource', 'restoreResource']) await world.run(amina, `mutation Move($input: ResourceIdInput!) { ${move}(input: $input) { errors { code } } }`, { input: { id } });
  const told = await world.rows<{ type: string; previous_audience: string | null; new_audience: string; payload: object }>('select o.type, o.previous_audience, o.new_audience, o.payload from outbox o join resource r on r.id = o.aggregate_id where r.slug = $1 order by o.id', [slug]);
  expect(told.map(({ type, previous_audience: before, new_audience: after }) => [type, before, after])).toEqual([
    ['resource.published', null, 'MEMBERS'], ['resource.narrowed', 'MEMBERS', 'INSTITUTION'], ['resource.archived', 'INSTITUTION', 'INSTITUTION'], ['resource.restored', 'INSTITUTION', 'INSTITUTION'],
  ]);
  expect(Object.keys(told[0]?.payload ?? {}).sort()).toEqual(['institutionId', 'versionId']);
});
