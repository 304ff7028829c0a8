import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CREATE, NOTE, SAVE } from '../../../test/operations.js';
import { type TestPerson, World } from '../../../test/world.js';

const OPEN = `query Open($slug: String!) { resource(slug: $slug) { title draft { revision heading: title changeNote isAnonymised savedBy { id displayName }
  content { kind: __typename ... on PlaybookContent { title problem { text: markdown } steps { id title } } ... on CaseStudyContent { title } } } } }`;
const ME = `{ viewer { kind who: person { id displayName } institution { slug name standing } memberships { institution { name } roles isCurrent } roles isModerator isPlatformAdministrator canWrite waitingForMe drafts: myDrafts } }`;

interface Created { createResource: { resource: { id: string; slug: string } } }

let world: World;
let amina: TestPerson;

beforeAll(async () => {
  world = await World.create();
  amina = await world.person({ at: 'Calderfold' });
}, 60_000);
afterAll(() => world.close());

async function draft(): Promise<{ id: string; slug: string }> {
  const { data } = await world.run<Created>(amina, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: NOTE.summary } });
  return data.createResource.resource;
}

describe('Opening a draft to go on writing', () => {
  it('answers the whole content in the form of its kind, who saved it and what changes', async () => {
    const { id, slug } = await draft();
    await world.run(amina, SAVE, { input: { id, expectedRevision: 1, changeNote: 'Shorter', content: { playbook: NOTE } } });
    const { data, errors } = await world.run<{ resource: object }>(amina, OPEN, { slug });
    expect(errors).toBeUndefined();
    expect(data.resource).toMatchObject({ draft: {
      revision: 2, heading: NOTE.title, changeNote: 'Shorter', isAnonymised: false, savedBy: { displayName: expect.stringContaining('Person') },
      content: { kind: 'PlaybookContent', title: NOTE.title, problem: { text: expect.stringContaining('Commuters') }, steps: [{ title: 'Stand where they wait' }] },
    } });
  });

  it('shows the text that somebody else saved in the meantime, beside the refusal', async () => {
    const { id } = await draft();
    await world.run(amina, SAVE, { input: { id, expectedRevision: 1, content: { playbook: NOTE } } });
    const stale = 'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { errors { code ... on StaleDraftError { now: current { revision updatedAt content { ... on PlaybookContent { title } } } } } } }';
    const { data, errors } = await world.run<{ saveDraft: object }>(amina, stale, { input: { id, expectedRevision: 1, content: { playbook: { ...NOTE, title: 'An older thought about this' } } } });
    expect(errors).toBeUndefined();
    expect(data.saveDraft).toMatchObject({ errors: [{ code: 'STALE_DRAFT', now: { revision: 2, content: { title: NOTE.title } } }] });
  });
});

describe('Asking who one is', () => {
  it('names the person, the institution acted for, every membership and what waits, in one statement beside the session', async () => {
    const carys = await world.person({ at: 'Tarnside', roles: ['PRACTITIONER', 'APPROVER'] });
    await world.rows(`insert into membership (id, person_id, institution_id, roles) values (gen_random_uuid(), $1, $2, '{PRACTITIONER}')`, [carys.id, amina.institutionId]);
    await world.run(carys, CREATE, { input: { kind: 'PLAYBOOK', title: NOTE.title, summary: '' } });
    let answer: { data: { viewer: object } } = { data: { viewer: {} } };
    expect(await world.statements(async () => { answer = await world.run(carys, ME); })).toBeLessThanOrEqual(2);
    expect(answer.data.viewer).toMatchObject({
      kind: 'PERSON', who: { displayName: expect.stringContaining('Person') }, institution: { name: 'Tarnside', standing: 'MEMBER' }, roles: ['PRACTITIONER', 'APPROVER'],
      memberships: [{ institution: { name: 'Calderfold' }, roles: ['PRACTITIONER'], isCurrent: false }, { institution: { name: 'Tarnside' }, isCurrent: true }],
      isModerator: false, isPlatformAdministrator: false, canWrite: true, waitingForMe: 0, drafts: 1,
    });
  });

  it('answers nobody without asking the database', async () => {
    let answer: { data: { viewer: object } } = { data: { viewer: {} } };
    expect(await world.statements(async () => { answer = await world.run(null, ME); })).toBe(0);
    expect(answer.data.viewer).toMatchObject({ kind: 'ANONYMOUS', who: null, institution: null, memberships: [], roles: [], waitingForMe: 0, drafts: 0 });
  });
});
