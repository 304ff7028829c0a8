import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { apiId } from '../../platform/ids/ids.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { FULL_NOTE } from '../../../test/operations.js';

const COMPARE = `query Compare($slug: String!, $from: Int!, $to: Int!) { versionComparison(slug: $slug, from: $from, to: $to) {
  before { number title } after { number changeNote resource { slug } }
  changes { is: kind section { key label } item { id name was: placeBefore placeAfter } other { name } texts { fields { key label } place type runs { kind text } } } } }`;

interface Item { id: string; name: string | null; was: number | null; placeAfter: number | null }
interface Text { fields: { key: string; label: string }[]; place: number | null; type: string; runs: { kind: string; text: string }[] }
interface Change { is: string; section: { key: string; label: string }; item: Item | null; other: { name: string } | null; texts: Text[] }
interface Comparison { before: { number: number; title: string }; after: { number: number; changeNote: string | null; resource: { slug: string } }; changes: Change[] }

let world: World;
let amina: TestPerson;
let nia: TestPerson;
let release: Release;
let neighbour: Release;

beforeAll(async () => {
  world = await World.create();
  const gwen = await world.person({ at: 'Aberwen', isModerator: true });
  amina = await world.person({ at: 'Calderfold' });
  nia = await world.person({ at: 'Northmoor' });
  release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), gwen);
  neighbour = new Release(world, nia, await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), gwen);
}, 60_000);
afterAll(() => world.close());

async function compare(by: TestPerson | null, slug: string, from: number, to: number): Promise<Comparison | null> {
  const { data, errors } = await world.run<{ versionComparison: Comparison | null }>(by, COMPARE, { slug, from, to });
  if (errors) throw new Error(`${errors[0]?.extensions.code}: ${errors[0]?.message}`);
  return data.versionComparison;
}

async function changes(by: TestPerson | null, slug: string, from = 1, to = 2): Promise<readonly string[]> {
  const compared = await compare(by, slug, from, to);
  return (compared?.changes ?? []).map(({ is, section, item, other, texts }) => [
    is, section.label, ...(item === null ? [] : [`${item.name} ${item.was ?? '-'}>${item.placeAfter ?? '-'}`]), ...(other === null ? [] : [`with ${other.name}`]),
    ...texts.map(({ fields, place, runs }) => `${[...fields.map(({ label }) => label), ...(place === null ? [] : [place])].join('.')}: ${runs.map(({ kind, text }) => (kind === 'KEPT' ? text : `[${kind === 'ADDED' ? '+' : '-'}${text}]`)).join('')}`),
  ].join(', '));
}

async function slugNow(id: string): Promise<string> {
  const { data } = await world.run<{ node: { slug: string } }>(amina, 'query Slug($id: ID!) { node(id: $id) { ... on Resource { slug } } }', { id });
  return data.node.slug;
}

const step = (id: string, title: string, order: number, more: object = {}) => ({ id, title, order, ...more });
/** With an id, so that a later save means the same step. */
const SAME = { steps: [step('aaaaaaaa', 'Stand where they wait', 1)] };

/** Two versions for members, with these contents. */
async function versions(first: object, second: object): Promise<string> {
  const { id } = await release.publish({ content: { ...SAME, ...first } });
  await release.revise(id, { content: { ...SAME, ...second } });
  return slugNow(id);
}

/** A version as it was stored, for what a playbook cannot say. */
async function withContent(slug: string, number: number, kind: string, content: object): Promise<void> {
  await world.rows('with named as (update resource set kind = $3 where slug = $1 returning id) update resource_version v set content = v.content || $4::jsonb from named where v.resource_id = named.id and v.number = $2', [slug, number, kind, JSON.stringify(content)]);
}

describe('Two versions', () => {
  it('differ by one change where a step moved', async () => {
    const [ask, plan, film] = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'] as const;
    const slug = await versions({ steps: [step(ask, 'Ask', 1), step(plan, 'Plan', 2, { dependsOn: [1] }), step(film, 'Film', 3)] }, { steps: [step(film, 'Film', 1), step(ask, 'Ask', 2), step(plan, 'Plan', 3, { dependsOn: [2] })] });
    expect(await changes(amina, slug)).toEqual(['MOVED, What you do, Film 3>1']);
    expect(await changes(amina, slug, 2, 1)).toEqual(['MOVED, What you do, Film 1>3']);
  });

  it('differ by the words of a text, and of rich text by its plain words', async () => {
    const slug = await versions({}, { summary: 'For students who never reach the careers office.', problem: { markdown: 'Commuters leave *long* before we open.' } });
    expect(await changes(amina, slug)).toEqual(['EDITED, Who it helps, : For [-commuter ]students who never reach the careers office.', 'EDITED, The need, : Commuters leave [+long ]before we open.']);
  });

  it('differ by tags under their labels, and by parts under theirs', async () => {
    const labels = new Map((await world.rows<{ id: string; label: string }>(`select id, label from term where id in ('audience:commuter', 'role:careers-consultant')`)).map(({ id, label }) => [id, label]));
    const slug = await versions({}, { audiences: [], resources: { staffHours: 6 }, steps: [step('aaaaaaaa', 'Stand where they wait', 1, { ownerRole: 'role:careers-consultant' })] });
    expect(await changes(amina, slug)).toEqual([
      `EDITED, Audience, : [-${labels.get('audience:commuter')}]`, 'EDITED, Cost, Staff hours: [+6]', `EDITED, What you do, Stand where they wait 1>1, Owner: [+${labels.get('role:careers-consultant')}]`,
    ]);
  });

  it('differ by variables and variants under their names', async () => {
    const slug = await versions({}, {});
    const variable = { id: 'vvvvvvvv', name: 'campus', type: 'string', required: true };
    const [format] = await world.rows<{ id: string; label: string }>(`select id, label from term where scheme = 'format' order by id limit 1`);
    await withContent(slug, 1, 'CONTENT_TEMPLATE', { steps: [], variables: [variable], variants: [] });
    await withContent(slug, 2, 'CONTENT_TEMPLATE', { steps: [], variables: [{ ...variable, name: 'site' }], variants: [{ id: 'xxxxxxxx', format: format?.id, caption: 'Come and ask.' }] });
    expect(await changes(amina, slug)).toEqual(['RENAMED, Words that change, site 1>1, Name: [-campus][+site]', `ADDED, What you post, ${format?.label} ->1, Format: [+${format?.label}], Text: [+Come and ask.]`]);
    expect((await changes(amina, slug, 2, 1)).at(-1)).toBe(`REMOVED, What you post, ${format?.label} 1>-, Format: [-${format?.label}], Text: [-Come and ask.]`);
  });

  it('differ in nothing where they say the same, and where they are one version', async () => {
    const slug = await versions({}, {});
    for (const [from, to] of [[1, 2], [2, 1], [1, 1]] as const) expect(await compare(amina, slug, from, to)).toMatchObject({ before: { number: from }, after: { number: to }, changes: [] });
  });

  it('are found under an older address, and answered in one statement', async () => {
    const { id, slug } = await release.publish({ visibility: 'PUBLIC', content: SAME });
    await release.revise(id, { visibility: 'PUBLIC', content: { ...SAME, title: 'Ten minutes at the tram stop' } });
    const now = await slugNow(id);
    expect(now).not.toBe(slug);
    expect(await compare(null, slug, 1, 2)).toMatchObject({ after: { resource: { slug: now } }, changes: [{ is: 'EDITED', section: { key: 'title', label: 'Title' }, item: null, texts: [{ fields: [], place: null, type: 'TEXT' }] }] });
    expect(await world.statements(() => compare(null, slug, 1, 2))).toBe(1);
    const aliased = await world.run<{ of: { a: unknown[]; b: unknown[] } }>(null, 'query Aliased($slug: String!) { of: versionComparison(slug: $slug, from: 1, to: 2) { a: changes { kind } b: changes { what: kind where: section { name: label } } } }', { slug });
    expect(aliased.data.of).toEqual({ a: [{ kind: 'EDITED' }], b: [{ what: 'EDITED', where: { name: 'Title' } }] });
  });

  it('are compared in bounded time, whatever stands in them', async () => {
    const slug = await versions({}, {});
    const words = (seed: number): string => Array.from({ length: 700 }, (_, at) => `w${(at * 7919 + seed * 31) % 997}`).join(' ');
    const prose = (text: string): object => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
    const steps = (prefix: string, seed: number): object => ({ steps: Array.from({ length: 200 }, (_, at) => step(`${prefix}${at}`, `Step ${at}`, at + 1, { instruction: prose(words(seed + at)) })) });
    await withContent(slug, 1, 'PLAYBOOK', steps('a', 1));
    for (const [prefix, count] of [['a', 200], ['b', 400]] as const) {
      await withContent(slug, 2, 'PLAYBOOK', steps(prefix, 5));
      const began = performance.now();
      expect((await compare(amina, slug, 1, 2))?.changes).toHaveLength(count);
      expect(performance.now() - began).toBeLessThan(8000);
    }
  });
});

describe('Who may compare', () => {
  it('is who may read both versions; otherwise they are as absent as unknown numbers', async () => {
    const { id } = await release.publish({ visibility: 'INSTITUTION', content: { title: 'What we tell only ourselves' } });
    await release.revise(id, { visibility: 'PUBLIC', content: { ...FULL_NOTE, title: 'What we tell everybody now' } });
    const slug = await slugNow(id);
    expect(await compare(amina, slug, 1, 2)).not.toBeNull();
    for (const by of [null, nia]) for (const [from, to] of [[1, 2], [2, 1], [1, 1]] as const) expect(await compare(by, slug, from, to)).toBeNull();
    expect(await compare(null, slug, 2, 2)).toMatchObject({ changes: [] });
    for (const [from, to] of [[2, 3], [0, 2], [2, -1]] as const) expect(await compare(amina, slug, from, to)).toBeNull();
    expect(await compare(amina, 'nowhere\u0000', 1, 2)).toBeNull();
    await world.rows('update resource set hidden_at = now() where slug = $1', [slug]);
    expect(await compare(amina, slug, 1, 2)).toBeNull();
  });

  it('is the owner alone where a named version came before one without a name', async () => {
    const { id } = await release.publish({ visibility: 'PUBLIC', content: SAME });
    await release.revise(id, { visibility: 'PUBLIC', withoutName: true });
    const slug = await slugNow(id);
    expect(await compare(null, slug, 1, 2)).toBeNull();
    expect(await compare(nia, slug, 1, 2)).toBeNull();
    expect((await changes(amina, slug)).join()).toContain('EDITED, Credits, Name.1: [-Careers team]');
  });

  it('is told of links to what they may read, and not that others came or went', async () => {
    const own = await release.publish({ visibility: 'INSTITUTION', content: { title: 'Known to us alone' } });
    const open = await neighbour.publish({ visibility: 'MEMBERS', content: { title: 'Known to every member' } });
    const { id } = await release.publish({ content: SAME });
    await release.revise(id, { content: SAME });
    const slug = await slugNow(id);
    const keys = await world.rows<{ id: string }>('select id from resource');
    const keyOf = (one: string): string | undefined => keys.find((row) => apiId('resource', row.id) === one)?.id;
    await withContent(slug, 2, 'PLAYBOOK', { linkedTemplates: [keyOf(own.id), keyOf(open.id)] });
    expect(await changes(amina, slug)).toEqual(['EDITED, Templates, : [+Known to us alone][+Known to every member]']);
    expect(await changes(nia, slug)).toEqual(['EDITED, Templates, : [+Known to every member]']);
    await withContent(slug, 2, 'PLAYBOOK', { linkedTemplates: [keyOf(own.id)] });
    expect(await changes(nia, slug)).toEqual([]);
  });
});
