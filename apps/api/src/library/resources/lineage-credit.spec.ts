import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Adapter } from '../../../test/adapter.js';
import { Release, type Started } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { keyOf } from '../../platform/ids/ids.js';

const READ = 'query Read($slug: String!) { resource(slug: $slug) { slug attribution version { attribution } } }';

let world: World;
let moderator: TestPerson;
let calderfold: Release;
let northmoor: Adapter;
let tarnside: Adapter;

const staff = async (at: string): Promise<Release> => new Release(world, await world.person({ at }), await world.person({ at, roles: ['APPROVER'] }), moderator);

beforeAll(async () => {
  world = await World.create();
  moderator = await world.person({ at: 'Aberwen', isModerator: true });
  calderfold = await staff('Calderfold');
  northmoor = new Adapter(world, await staff('Northmoor'));
  tarnside = new Adapter(world, await staff('Tarnside'));
}, 60_000);
afterAll(() => world.close());

interface Line { readonly a: Started; readonly b: Started; readonly c: Started }

/** A of Calderfold, B of Northmoor, which is adapted from it, and C of Tarnside, which is adapted from B. */
async function three(licences: readonly [a: string, b: string] = ['licence:cc-by-4.0', 'licence:cc-by-sa-4.0']): Promise<Line> {
  const a = await calderfold.publish({ content: { title: 'Drop-ins of the first', licence: licences[0] } });
  const b = await northmoor.adapt(a.id);
  await northmoor.save(b, 1, { title: 'Drop-ins of the second', licence: licences[1] });
  await northmoor.publish(b, 2);
  const c = await tarnside.adapt(b.id);
  await tarnside.save(c, 1, { title: 'Drop-ins of the third', problem: { markdown: 'Nobody comes by bus.' } });
  await tarnside.publish(c, 2);
  return { a, b, c };
}

async function attribution({ id }: Started): Promise<string> {
  const [row] = await world.rows<{ slug: string }>('select slug from resource where id = $1', [keyOf('resource', id)]);
  const { data } = await world.run<{ resource: { attribution: string; version: { attribution: string } } }>(moderator, READ, { slug: row?.slug });
  expect(data.resource.version.attribution.replace(/\/v\/\d+(?= |$)/, '')).toBe(data.resource.attribution);
  return data.resource.attribution.replaceAll(/http:\S+\/r\//g, '/').replaceAll(/-[0-9a-f]{6}/g, '');
}

describe('The attribution of an adaptation', () => {
  it('names three generations with their versions, licences and addresses, and says what was changed', async () => {
    const { a, b, c } = await three();
    expect(await attribution(a)).not.toContain('Changes made');
    expect(await attribution(b)).toMatch(/Changes made: adapted from “Drop-ins of the first” by Calderfold, version 1, CC BY 4\.0 \(\/drop-ins-of-the-first\)\. It differs in “Title”\.$/);
    expect(await attribution(c)).toMatch(
      /^“Drop-ins of the third”, Tarnside, \d{4}\. Licence: CC BY-SA 4\.0\. Source: \/drop-ins-of-the-third Changes made: adapted from “Drop-ins of the second” by Northmoor, version 1, CC BY-SA 4\.0 \(\/drop-ins-of-the-second\), itself adapted from “Drop-ins of the first” by Calderfold, version 1, CC BY 4\.0 \(\/drop-ins-of-the-first\)\. It differs in “Title” and “The need”\.$/);
  });

  it('keeps naming the very version once there is a newer one, and one that is archived', async () => {
    const { a, c } = await three();
    await calderfold.revise(a.id, { content: { title: 'Drop-ins of the first, again' } });
    await world.run(calderfold.approver, 'mutation Archive($id: ID!) { archiveResource(input: { id: $id }) { errors { code } } }', { id: a.id });
    expect(await attribution(c)).toContain('itself adapted from “Drop-ins of the first” by Calderfold, version 1, CC BY 4.0 (/drop-ins-of-the-first-again/v/1)');
  });

  it.each<[string, boolean]>([['from the beginning', true], ['in a later version alone', false]])('never names who released theirs without a name %s', async (_, isFirst) => {
    const a = await calderfold.publish({ content: { title: 'Drop-ins at Calderfold' } });
    const b = await northmoor.adapt(a.id);
    await northmoor.save(b, 1, { title: 'Drop-ins all over Northmoor' });
    const withoutName = async (revision: number, isWithout: boolean): Promise<void> => {
      await northmoor.release.submit(b.id, revision);
      await northmoor.release.decide(northmoor.release.approver, b.id, { approve: true, withoutName: isWithout });
      await northmoor.release.decide(moderator, b.id);
    };
    if (isFirst) await northmoor.save(b, 2, { title: 'Drop-ins all over' });
    await withoutName(isFirst ? 3 : 2, isFirst);
    const c = await tarnside.adapt(b.id);
    await tarnside.save(c, 1, { title: 'Drop-ins of the third' });
    await tarnside.publish(c, 2);
    if (!isFirst) {
      await northmoor.save(b, 0, { title: 'Drop-ins all over' });
      await withoutName(1, true);
    }
    const credit = await attribution(c);
    expect(credit).toContain('adapted from “Drop-ins all over” by a university in GB, version 1, CC BY 4.0 (/drop-ins-all-over), itself adapted from “Drop-ins at Calderfold” by Calderfold');
    expect(credit).not.toContain('Northmoor');
  });

  it('says nothing of what a moderator has hidden but that it was there', async () => {
    const { b, c } = await three();
    await world.rows('update resource set hidden_at = now() where id = $1', [keyOf('resource', b.id)]);
    expect(await attribution(c)).toMatch(/Changes made: adapted from work that is no longer shown, itself adapted from “Drop-ins of the first” by Calderfold/);
  });
});
