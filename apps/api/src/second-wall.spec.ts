import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type PersonViewer, type Viewer } from '@passalong/domain';
import fc from 'fast-check';
import { CanaryCommons } from '../test/canary/commons.js';
import { fingerprint, type Known, knownIn } from '../test/canary/known.js';
import { COMMON_WORDS, OPERATIONS } from '../test/canary/operations.js';
import { leaks } from '../test/canary/secrets.js';
import { ROW_SECURED } from '../test/walls.js';
import { type TestPerson, World } from '../test/world.js';

/** What a canary tells of the two walls: it is heard wherever something of an institution comes out. */
let world: World;
let commons: CanaryCommons;
let known: Known;
beforeAll(async () => {
  world = await World.create();
  commons = await CanaryCommons.create(world);
  known = await knownIn(world, [...commons.secrets.map(({ text }) => text), ...COMMON_WORDS]);
}, 120_000);
afterAll(() => world.close());

/** Any seed does; this one says the same thing every day. */
const SEED = 20261125;
/** Without PROVE a look at each operation by some viewers. */
const { numRuns: usual = 1000 } = fc.readConfigureGlobal();
const runs = usual > 1000 ? usual : 300;
const TABLES = Object.keys(ROW_SECURED);

const asked = async (person: TestPerson | null, query: string, variables: Record<string, unknown>): Promise<{ text: string; data: never; codes: string[] }> => {
  const answer = await world.run<never>(person, query, variables);
  // One that the schema no longer knows would tell nothing, and prove nothing.
  if (answer.errors?.some(({ extensions }) => extensions.details['reason'] === 'GRAPHQL_VALIDATION_FAILED') === true) throw new Error(`${query}\n${JSON.stringify(answer.errors)}`);
  return { text: JSON.stringify(answer), data: answer.data, codes: (answer.errors ?? []).map(({ extensions }) => extensions.code) };
};
const inside = <Row extends object>(viewer: Viewer, text: string, values: readonly unknown[] = []): Promise<Row[]> => world.database.transaction(viewer, (transaction) => transaction.query<Row>(text, values));

describe('Random operations of random viewers', () => {
  const draw = fc.record({ who: fc.nat(), what: fc.constantFrom(...Object.keys(OPERATIONS), ...Object.keys(OPERATIONS), ...TABLES), one: fc.nat(), other: fc.nat(), size: fc.integer({ min: 1, max: 30 }) });

  it('tell nothing to anybody outside, count what the policy counts, and change nothing; nor do tables whose filter was forgotten', async () => {
    const before = await fingerprint(world);
    await fc.assert(fc.asyncProperty(draw, async ({ who, what, ...chosen }) => {
      const asker = commons.askers[who % commons.askers.length];
      if (asker === undefined) throw new Error('nobody asks');
      const { viewer, person, name } = asker;
      const choose = OPERATIONS[what];
      if (choose === undefined) {
        const withheld = viewer.kind === 'PERSON' && viewer.isModerator ? (ROW_SECURED[what]?.withheld ?? '') : '';
        const rows = await inside(viewer, `select to_jsonb(t) - '${withheld}' as row from ${what} t`);
        expect({ name, what, told: leaks(viewer, JSON.stringify(rows), commons.secrets) }).toEqual({ name, what, told: [] });
        return;
      }
      const { query, variables, count } = choose({ viewer, known, secrets: commons.secrets, draw: chosen });
      const { text, data, codes } = await asked(person, query, variables);
      const sent = JSON.stringify(variables).match(/[\w-]+/g) ?? [];
      expect({ name, what, variables, told: leaks(viewer, text, commons.secrets, sent) }).toEqual({ name, what, variables, told: [] });
      expect({ name, what, variables, codes }).not.toMatchObject({ codes: expect.arrayContaining(['INTERNAL']) });
      if (count !== undefined) expect({ name, what, variables, codes, count: count.of(data) }).toEqual({ name, what, variables, codes: [], count: count.expected });
    }), { seed: SEED, numRuns: runs });
    expect(await fingerprint(world)).toBe(before);
  }, 900_000);

  it('would be noticed: whoever may be told hears every canary', async () => {
    const heard = new Set<string>();
    for (const { person } of commons.askers.filter(({ name }) => /^(author|approver) /.test(name))) {
      for (const operation of ['resources', 'narrowed', 'reviewItems', 'decided', 'colleagues']) {
        for (let other = 0; other < 5; other += 1) {
          const choice = OPERATIONS[operation]?.({ viewer: ANONYMOUS, known, secrets: commons.secrets, draw: { one: other, other, size: 30 } });
          if (choice === undefined) continue;
          const { text } = await asked(person, choice.query, choice.variables);
          for (const { text: secret } of commons.secrets) if (text.includes(secret)) heard.add(secret);
        }
      }
    }
    expect([...heard].sort()).toEqual(commons.secrets.map(({ text }) => text).sort());
  }, 60_000);

  it('leave no canary in what is for search engines', async () => {
    const page = await fetch(`${world.url}/sitemap.xml`);
    expect([page.status, leaks(ANONYMOUS, await page.text(), commons.secrets)]).toEqual([200, []]);
  });
});

/** Somebody of the first institution, with no say, and as a moderator. */
const viewerAt = (owner: number, changes: Partial<PersonViewer> = {}): PersonViewer => {
  const { viewer } = commons.askers[1 + owner * 5] ?? {};
  if (viewer?.kind !== 'PERSON') throw new Error('no such person');
  return { ...viewer, ...changes };
};

describe('No key leads from one institution to another', () => {
  const THEIRS = 'institution_id = $2';
  const CROSSINGS: Readonly<Record<string, string>> = {
    'settings of a provider': `update saml_provider set institution_id = $2 where institution_id = $1`,
    'the key of a provider': `update service_key set institution_id = $2 where institution_id = $1`,
    'who a provider vouches for': `update external_identity set person_id = (select person_id from external_identity where ${THEIRS}) where institution_id = $1`,
    'whom a session acts for': `update session set acting_institution_id = $2 where acting_institution_id = $1`,
    'an author team': `update resource_contributor set person_id = (select person_id from external_identity where ${THEIRS}) where institution_id = $1`,
    'the owner of an author team': `update resource_contributor set institution_id = $2 where institution_id = $1`,
    'who answers for a partner system': `update api_client set answered_by = (select person_id from external_identity where ${THEIRS}) where institution_id = $1`,
    'the token of a partner system': `update api_token set institution_id = $2 where institution_id = $1`,
    'a draft': `update resource_draft set institution_id = $2 where institution_id = $1`,
    'a review item': `update review_item set institution_id = $2 where institution_id = $1`,
    'what a resource shows': `update resource set published_version_id = (select published_version_id from resource where ${THEIRS} and published_version_id is not null limit 1) where institution_id = $1 and published_version_id is not null`,
    'what an import published': `update import_source set version_id = (select published_version_id from resource where ${THEIRS} and published_version_id is not null limit 1) where institution_id = $1`,
    'which version was tried': `update run set version_id = (select published_version_id from resource where ${THEIRS} and published_version_id is not null limit 1) where institution_id = $1`,
    'what an adaptation decided': `update upstream_pull set institution_id = $2 where institution_id = $1`,
    'who offers changes': `update upstream_offer set institution_id = $2 where institution_id = $1`,
    'whose collection it is': `update collection set institution_id = $2 where institution_id = $1`,
    'whose original is offered to': `update upstream_offer set original_institution_id = $2 where institution_id = $1`,
    'numbers of a version': `insert into version_numbers (version_id, resource_id, number_set_id) select r.published_version_id, r.id, s.id from resource r, number_set s where r.institution_id = $1 and r.published_version_id is not null and s.${THEIRS} limit 1`,
  };

  it.each(Object.keys(CROSSINGS))('not %s', async (what) => {
    const [ours, theirs] = [commons.owners[0]?.institutionId, commons.owners[3]?.institutionId];
    await expect(world.rows(CROSSINGS[what] ?? '', [ours, theirs])).rejects.toThrow('violates foreign key constraint');
  });
});

describe.each(TABLES)('Where a statement forgets to ask, %s', (table) => {
  const { of, touch, sharedIf = 'false', moderatorIf = 'false', isOpenToNews = false } = ROW_SECURED[table] ?? { of: null, touch: '' };
  const [ours, theirs] = [0, 2];
  const institution = (at: number): string => viewerAt(at).institutionId;
  const notOurs = of === null ? 'true' : `not (${of})`;

  it('holds rows of both institutions to begin with', async () => {
    for (const at of of === null ? [null] : [ours, theirs]) {
      expect((await world.rows(`select from ${table} where ${of ?? 'true'}`, at === null ? [] : [institution(at)])).length).toBeGreaterThan(0);
    }
  });

  it('shows nothing of others, to a person, to a moderator but what is before them, and to nobody', async () => {
    const values = of === null ? [] : [institution(ours)];
    const seen = async (viewer: Viewer, unless: string, where = notOurs): Promise<number> => (await inside(viewer, `select from ${table} where ${where} and not (${sharedIf}) and not (${unless})`, where === notOurs ? values : [])).length;
    expect([await seen(viewerAt(ours), 'false'), await seen(viewerAt(ours, { isModerator: true }), moderatorIf), await seen(ANONYMOUS, 'false', 'true')]).toEqual([0, 0, 0]);
    if (of !== null) expect((await inside(viewerAt(ours), `select from ${table} where ${of}`, values)).length).toBeGreaterThan(0);
  });

  it('would show them without row security: nothing else stands in the way', async () => {
    await world.rows(`alter table ${table} disable row level security`);
    const rows = await inside(viewerAt(ours), `select from ${table} where ${notOurs}`, of === null ? [] : [institution(ours)]);
    await world.rows(`alter table ${table} enable row level security`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('lets nobody change, remove or add a row of others', async () => {
    const where = of === null ? 'true' : of;
    const values = of === null ? [] : [institution(theirs)];
    const rows = await world.rows<{ row: object }>(`select to_jsonb(t) as row from ${table} t where ${where} limit 1`, values);
    const viewer = viewerAt(ours);
    const changed = async (text: string, given: readonly unknown[]): Promise<unknown> => inside(viewer, text, given).catch((error: Error) => error.message);
    const refused = [[], expect.stringMatching(/permission denied|row-level security/)];
    expect(refused).toContainEqual(await changed(`update ${table} set ${touch} = ${touch} where ${where} returning 1 as changed`, values));
    expect(refused).toContainEqual(await changed(`delete from ${table} where ${where} returning 1 as removed`, values));
    if (isOpenToNews) return;
    expect(await changed(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows.map(({ row }) => row))])).toEqual(expect.stringMatching(/permission denied|row-level security/));
  });
});
