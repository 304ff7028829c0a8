import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONTENT_FIELDS, type Fields } from '@passalong/domain';
import { STUDY } from '../../../test/case-study.js';
import { CREATE, NOTE, SAVE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type TestPerson, World } from '../../../test/world.js';
import { readApiId } from '../../platform/ids/ids.js';

const OPEN = `query Open($id: ID!) { node(id: $id) { ... on Resource { draft { revision content { ... on PlaybookContent { linkedTemplates linkedCaseStudies } ... on CaseStudyContent { playbookRef templateRefs } } } } } }`;

interface Opened { revision: number; content: { linkedTemplates?: string[]; linkedCaseStudies?: string[]; playbookRef?: string | null; templateRefs?: string[] } }

let world: World;
let amina: TestPerson;
let bea: TestPerson;
/** Work of the other institution: two for all members, and two for itself alone. */
let open: string[];
let closed: string[];

beforeAll(async () => {
  world = await World.create();
  [amina, bea] = [await world.person({ at: 'Calderfold' }), await world.person({ at: 'Northmoor' })];
  const moderator = await world.person({ at: 'Aberwen', isModerator: true });
  const elsewhere = new Release(world, bea, await world.person({ at: 'Northmoor', roles: ['APPROVER'] }), moderator);
  const published = async (visibility: string): Promise<string> => (await elsewhere.publish({ visibility })).id;
  open = [await published('MEMBERS'), await published('MEMBERS')];
  closed = [await published('INSTITUTION'), await published('INSTITUTION')];
}, 60_000);
afterAll(() => world.close());

const key = (id: string): string => readApiId(id)?.key ?? id;
const opened = async (id: string): Promise<Opened> => (await world.run<{ node: { draft: Opened } }>(amina, OPEN, { id })).data.node.draft;

async function save(id: string, expectedRevision: number, content: object): Promise<void> {
  const { data, errors } = await world.run<{ saveDraft: { errors: object[] } }>(amina, SAVE, { input: { id, expectedRevision, content } });
  expect([errors, data.saveDraft.errors]).toEqual([undefined, []]);
}

/** A draft of Amina's whose stored content has these links, as an adaptation or an import leaves them. */
async function draftWith(kind: string, content: object, links: object): Promise<string> {
  const { data } = await world.run<{ createResource: { resource: { id: string } } }>(amina, CREATE, { input: { kind, title: NOTE.title, summary: NOTE.summary } });
  const { id } = data.createResource.resource;
  await save(id, 1, content);
  await world.rows('update resource_draft set content = content || $2 where resource_id = $1', [key(id), links]);
  return id;
}

async function stored(id: string, field: string): Promise<unknown> {
  const [row] = await world.rows<{ links: unknown }>('select content -> $2 as links from resource_draft where resource_id = $1', [key(id), field]);
  return row?.links;
}

describe('Links to work that the author cannot see', () => {
  it('never reach the author, and stay where they stood when the author saves what did', async () => {
    const links = [closed[0], open[0], closed[1], open[1]].map((id) => key(id ?? ''));
    const id = await draftWith('PLAYBOOK', { playbook: NOTE }, { linkedTemplates: [...links, 'a-name-of-old'] });
    const { revision, content } = await opened(id);
    expect(content).toEqual({ linkedTemplates: open, linkedCaseStudies: [] });
    await save(id, revision, { playbook: { ...NOTE, ...content } });
    expect(await stored(id, 'linkedTemplates')).toEqual([...links, 'a-name-of-old']);
  });

  it('stay when the author takes out, adds and reorders those they see', async () => {
    const id = await draftWith('PLAYBOOK', { playbook: NOTE }, { linkedTemplates: [open[0], closed[0]].map((link) => key(link ?? '')), linkedCaseStudies: [key(closed[1] ?? '')] });
    await save(id, 2, { playbook: { ...NOTE, linkedTemplates: [open[1]] } });
    expect(await stored(id, 'linkedTemplates')).toEqual([closed[0], open[1]].map((link) => key(link ?? '')));
    await save(id, 3, { playbook: { ...NOTE, linkedTemplates: [] } });
    expect([await stored(id, 'linkedTemplates'), await stored(id, 'linkedCaseStudies')]).toEqual([[key(closed[0] ?? '')], [key(closed[1] ?? '')]]);
  });

  it('are kept when the published version is revised', async () => {
    const release = new Release(world, amina, await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), bea);
    const { id } = await release.publish({ visibility: 'INSTITUTION' });
    await world.rows(`update resource_version set content = content || $2 where resource_id = $1`, [key(id), { linkedTemplates: [key(closed[0] ?? '')] }]);
    await save(id, 0, { playbook: { ...NOTE, linkedTemplates: [open[0]] } });
    expect(await stored(id, 'linkedTemplates')).toEqual([closed[0], open[0]].map((link) => key(link ?? '')));
  });

  it('that stand alone are kept until the author names another', async () => {
    const id = await draftWith('CASE_STUDY', { caseStudy: STUDY }, { playbookRef: key(closed[0] ?? '') });
    expect((await opened(id)).content).toEqual({ playbookRef: null, templateRefs: [] });
    await save(id, 2, { caseStudy: { ...STUDY, playbookRef: null } });
    expect(await stored(id, 'playbookRef')).toBe(key(closed[0] ?? ''));
    await save(id, 3, { caseStudy: { ...STUDY, playbookRef: open[0] } });
    expect((await opened(id)).content.playbookRef).toBe(open[0]);
    await save(id, 4, { caseStudy: STUDY });
    expect(await stored(id, 'playbookRef')).toBe(null);
  });

  it('stand at the top of the content in every kind, where they are looked for', () => {
    const within = (fields: Fields): string[] => Object.entries(fields).flatMap(([name, field]) => {
      const inner = field.type === 'list' ? field.of : field;
      return inner.type === 'link' ? [name] : inner.type === 'object' ? within(inner.fields) : [];
    });
    const nested = Object.values(CONTENT_FIELDS).flatMap((fields) => within(fields).filter((name) => !(name in fields)));
    expect(nested).toEqual([]);
  });
});
