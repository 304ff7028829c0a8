import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holds, listedResources, type PersonViewer, resourceActionRules, type ResourceFacts, type Rule, type Viewer, VISIBILITIES, visibleResources } from '@passalong/domain';
import { newKey } from '../../platform/ids/ids.js';
import { Statement } from '../../platform/selection/index.js';
import { World } from '../../../test/world.js';
import { publishedSource, workspaceSource } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

/** The twin test: every combination of facts is a row, and PostgreSQL and `holds` must admit the same ones for every kind of viewer. */
interface Row { id: string; facts: ResourceFacts }

const STAGES = [['NONE', 'NONE'], ['DRAFT', 'NONE'], ['IN_REVIEW', 'SIGN_OFF'], ['IN_REVIEW', 'MODERATION']] as const;
const flags = [false, true] as const;

let world: World;
let rows: Row[];
let viewers: Record<string, Viewer>;

beforeAll(async () => {
  world = await World.create();
  const author = await world.person({ at: 'Owner' });
  const other = await world.person({ at: 'Other' });
  const person = (changes: Partial<PersonViewer>): PersonViewer => ({
    kind: 'PERSON', sessionId: 's', personId: newKey(), institutionId: author.institutionId, institutionStanding: 'MEMBER', roles: ['PRACTITIONER'], memberOf: [author.institutionId], groupIds: [],
    isModerator: false, reviewsEvidence: false, isPlatformAdministrator: false, ...changes,
  });
  const elsewhere = { institutionId: other.institutionId, memberOf: [other.institutionId] };
  viewers = {
    anonymous: { kind: 'ANONYMOUS' }, client: { kind: 'API_CLIENT', clientId: 'c', institutionId: author.institutionId, scopes: [] },
    author: person({ personId: author.id }), colleague: person({}), approver: person({ roles: ['APPROVER'] }), administrator: person({ roles: ['ADMINISTRATOR'] }),
    approvingAuthor: person({ personId: author.id, roles: ['APPROVER'] }), listedColleague: person({ institutionStanding: 'LISTED' }),
    outsider: person({ ...elsewhere, personId: other.id }), listedOutsider: person({ ...elsewhere, institutionStanding: 'LISTED' }),
    moderator: person({ ...elsewhere, isModerator: true }), moderatorOfBoth: person({ ...elsewhere, memberOf: [other.institutionId, author.institutionId], isModerator: true }),
    moderatingAuthor: person({ personId: author.id, isModerator: true }), authorActingElsewhere: person({ ...elsewhere, personId: author.id, memberOf: [other.institutionId, author.institutionId] }),
  };
  rows = await seedEveryCombination(author.institutionId, author.id);
}, 120_000);
afterAll(() => world.close());

async function seedEveryCombination(institutionId: string, authorId: string): Promise<Row[]> {
  const made: Row[] = [];
  for (const visibility of VISIBILITIES) for (const draftVisibility of VISIBILITIES) for (const [draftStatus, reviewStage] of STAGES) for (const isPublished of flags) for (const isArchived of flags) for (const isHidden of flags) for (const isTheirs of flags) {
    if (draftStatus === 'NONE' && (!isPublished || draftVisibility !== visibility)) continue; // a resource is published or has a draft
    if (!isPublished && draftVisibility !== visibility) continue; // an unpublished one has one audience
    made.push({ id: newKey(), facts: {
      visibility, draftVisibility, ownerInstitutionId: institutionId, isPublished, isArchived, isHidden, groupIds: [], contributorIds: isTheirs ? [authorId] : [], draftStatus, reviewStage,
      licenceAllowsAdaptation: false, ownerReleasesOwnWork: false, ownerIsOnePerson: false,
    } });
  }
  const json = JSON.stringify(made.map(({ id, facts }) => ({ id, ...facts })));
  const from = `from jsonb_to_recordset($1::jsonb) as f(id uuid, visibility text, "draftVisibility" text, "isPublished" boolean, "isArchived" boolean, "isHidden" boolean, "contributorIds" jsonb, "draftStatus" text, "reviewStage" text)`;
  await world.rows(`insert into resource (id, kind, institution_id, visibility, slug, archived_at, hidden_at) select id, 'PLAYBOOK', $2, visibility, id::text, case when "isArchived" then now() end, case when "isHidden" then now() end ${from}`, [json, institutionId]);
  await world.rows(`insert into resource_version (id, resource_id, number, content, credit, author_id) select id, id, 1, '{}', '', $2::uuid ${from} where "isPublished"`, [json, authorId]);
  await world.rows(`update resource set published_version_id = id, published_at = now() where id in (select id from resource_version)`);
  await world.rows(`insert into resource_draft (id, resource_id, institution_id, status, stage, visibility, content, saved_by) select id, id, $2::uuid, "draftStatus", nullif("reviewStage", 'NONE'), "draftVisibility", '{}', $3::uuid ${from} where "draftStatus" <> 'NONE'`, [json, institutionId, authorId]);
  await world.rows(`insert into resource_contributor (resource_id, person_id, institution_id, role) select id, $2::uuid, $3::uuid, 'role:author' ${from} where jsonb_array_length("contributorIds") > 0`, [json, authorId, institutionId]);
  return made;
}

async function admittedBySql(rule: Rule<ResourceFacts>, isWorkspace: boolean): Promise<Set<string>> {
  const statement = new Statement();
  const source = isWorkspace ? workspaceSource('r') : publishedSource('r');
  const text = `select r.id from ${source.from} where ${ruleSql(rule, 'r', statement, isWorkspace)}`;
  const found = isWorkspace
    ? await world.database.transaction('SYSTEM', (transaction) => transaction.query<{ id: string }>(text, statement.values))
    : await world.database.read<{ id: string }>(text, statement.values);
  return new Set(found.map((row) => row.id));
}

describe('The policy in PostgreSQL and in the program', () => {
  it('covers every combination of facts', () => {
    expect(rows.length).toBe(760);
  });

  it('admits the same resources for every kind of viewer, where drafts are joined', async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      for (const rule of [visibleResources(viewer), listedResources(viewer), resourceActionRules(viewer).SEE_DRAFT, resourceActionRules(viewer).SEE_RAW_NUMBERS, resourceActionRules(viewer).RUN]) {
        const admitted = await admittedBySql(rule, true);
        expect([name, rows.filter((row) => holds(rule, row.facts) !== admitted.has(row.id)).map((row) => row.facts)]).toEqual([name, []]);
      }
    }
  });

  it('admits in the reading pool, which sees no drafts, nothing that the whole rule would refuse', async () => {
    for (const [name, viewer] of Object.entries(viewers)) {
      const listed = listedResources(viewer);
      const visible = visibleResources(viewer);
      const [inLists, seen] = await Promise.all([admittedBySql(listed, false), admittedBySql(visible, false)]);
      const published = rows.filter((row) => row.facts.isPublished);
      expect([name, published.filter((row) => holds(listed, row.facts) !== inLists.has(row.id)).map((row) => row.facts)]).toEqual([name, []]);
      expect([name, published.filter((row) => seen.has(row.id) && !holds(visible, row.facts)).map((row) => row.facts)]).toEqual([name, []]);
    }
  });
});
