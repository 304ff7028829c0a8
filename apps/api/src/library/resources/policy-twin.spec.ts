import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, holds, listedResources, type PersonViewer, resourceActionRules, type ResourceFacts, type Rule, type RuleColumns, type Viewer, VISIBILITIES, visibleResources } from '@passalong/domain';
import { AUTHOR, GROUP, NOBODY, OWNERS, POLICY_ROWS, type PolicyRow, seedPolicyRows } from '../../../test/policy-rows.js';
import { expressionMutants, ruleMutants } from '../../../test/rule-mutants.js';
import { World } from '../../../test/world.js';
import { Statement } from '../../platform/selection/index.js';
import { type AskedFacts, known } from './resource.facts.js';
import { workspaceSource } from './resource.source.js';
import { factsSql, inColumns, inPublication, publishedColumns, workspaceColumns } from './visibility.sql.js';

/**
 * The twin test: PostgreSQL and `holds` must admit the same rows of every combination of facts, for every kind of viewer. And the
 * test of the test: whatever single condition is taken out of a rule or a column, some viewer would see the difference in some row.
 */
type ResourceRule = Rule<ResourceFacts>;
type Columns = Partial<RuleColumns<ResourceFacts>>;
interface Place { readonly name: string; readonly from: string; readonly columns: Columns }

const WORKSPACE: Place = { name: 'where drafts are joined', from: workspaceSource('r').from, columns: workspaceColumns('r') };
const READING_POOL: Place = { name: 'in the reading pool', from: 'resource r', columns: publishedColumns('r') };
const PLACES = [WORKSPACE, READING_POOL];

/** Each kind of viewer, at home and elsewhere; those who sign off, at every owner. The person is in some author teams and sharing groups. */
const KINDS: Readonly<Record<string, readonly Viewer[]>> = {
  'the anonymous viewer': [ANONYMOUS],
  'an API client': OWNERS.slice(0, 2).map((owner) => ({ kind: 'API_CLIENT', clientId: 'c', institutionId: owner.id, scopes: [] })),
  'a platform administrator': acting({ isPlatformAdministrator: true, reviewsEvidence: true, roles: ['ADMINISTRATOR'] }),
  ...Object.fromEntries((['PRACTITIONER', 'APPROVER'] as const).flatMap((role) => (['MEMBER', 'LISTED'] as const).flatMap((standing) => [false, true].flatMap((isModerator) => [false, true].map((isGrouped) => [
    `a ${standing} ${role}${isModerator ? ' who moderates' : ''}${isGrouped ? ' in a group' : ''}`,
    acting({ roles: [role], institutionStanding: standing, isModerator, groupIds: isGrouped ? [GROUP] : [] }),
  ]))))),
  'an approver at every owner': acting({ roles: ['APPROVER'] }, OWNERS),
  'a moderator with a second membership': acting({ isModerator: true }).map((viewer) => ({ ...viewer, memberOf: OWNERS.slice(0, 2).map(({ id }) => id) })),
  'a moderator in no team': acting({ isModerator: true, personId: NOBODY }),
};

function acting(changes: Partial<PersonViewer>, owners = OWNERS.slice(0, 2)): PersonViewer[] {
  return owners.map(({ id }) => ({
    kind: 'PERSON', sessionId: 's', personId: AUTHOR, institutionId: id, institutionStanding: 'MEMBER', roles: ['PRACTITIONER'], memberOf: [id], groupIds: [],
    isModerator: false, reviewsEvidence: false, isPlatformAdministrator: false, ...changes,
  }));
}

function rulesIn(place: Place, viewer: Viewer): Readonly<Record<string, ResourceRule>> {
  const reads = { VISIBLE: visibleResources(viewer), LISTED: listedResources(viewer) };
  if (place === READING_POOL) return { VISIBLE: inPublication(reads.VISIBLE), LISTED: inPublication(reads.LISTED) };
  return { ...reads, ...resourceActionRules(viewer) };
}

let world: World;
beforeAll(async () => {
  world = await World.create();
  await seedPolicyRows(world);
}, 120_000);
afterAll(() => world.close());

/** What PostgreSQL admits under each of the rules. */
async function admitted({ from, name }: Place, rules: readonly ResourceRule[], columns: Columns, asker: Viewer | 'SYSTEM'): Promise<readonly ReadonlySet<string>[]> {
  const statement = new Statement();
  const answers = rules.map((rule) => `array_agg(r.id::text) filter (where ${inColumns(rule, columns, statement)})`).join(', ');
  const text = `select json_build_array(${answers}) as sets from ${from}`;
  const [row] = (await (name === READING_POOL.name ? world.database.read(text, statement.values) : readAs(asker, text, statement.values))) as { sets: (string[] | null)[] }[];
  return (row?.sets ?? []).map((ids) => new Set(ids));
}

const readAs = (asker: Viewer | 'SYSTEM', text: string, values: readonly unknown[]): Promise<object[]> => world.database.transaction(asker, (transaction) => transaction.query(text, values));
const readAll = readAs.bind(null, 'SYSTEM');

interface Comparison { readonly columns?: Columns; readonly fact?: string; readonly asker?: Viewer | 'SYSTEM' }

async function disagreements(place: Place, viewer: Viewer, { columns = place.columns, fact = '', asker = 'SYSTEM' }: Comparison = {}): Promise<string[]> {
  const rules = Object.entries(rulesIn(place, viewer)).filter(([, rule]) => JSON.stringify(rule).includes(fact));
  const sets = await admitted(place, rules.map(([, rule]) => rule), columns, asker);
  return rules.flatMap(([name, rule], at) => POLICY_ROWS.filter(({ id, facts }) => holds(rule, facts) !== sets[at]?.has(id)).map(({ facts }) => `${name} ${JSON.stringify(facts)}`));
}

describe('The policy in PostgreSQL and in the program', () => {
  it('is compared on every combination of facts', () => {
    expect(POLICY_ROWS.length).toBe(2400);
  });

  it('loads for a decision the very facts that the rows were made of', async () => {
    const rows = await readAll(`select r.id, ${factsSql('r')} as facts from resource r`, []) as { id: string; facts: AskedFacts }[];
    const loaded = new Map(rows.map(({ id, facts }) => [id, known(facts)]));
    const sorted = (facts: ResourceFacts | undefined): object => ({ ...facts, groupIds: [...(facts?.groupIds ?? [])].sort(), contributorIds: [...(facts?.contributorIds ?? [])].sort() });
    const wrong = POLICY_ROWS.filter(({ id, facts }) => JSON.stringify(Object.entries(sorted(loaded.get(id))).sort()) !== JSON.stringify(Object.entries(sorted(facts)).sort()));
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('asks for the audience of a published version or of a draft only where there is one', () => {
    const without = POLICY_ROWS.flatMap(({ facts }) => [...(facts.isPublished ? [] : ['visibility' as const]), ...(facts.draftStatus === 'NONE' ? ['draftVisibility' as const] : [])].map((fact) => ({ facts, fact })));
    const asked = Object.values(KINDS).flatMap(([viewer]) => (viewer === undefined ? [] : Object.entries(rulesIn(WORKSPACE, viewer))).flatMap(([name, rule]) =>
      without.filter(({ facts, fact }) => VISIBILITIES.some((other) => holds(rule, { ...facts, [fact]: other }) !== holds(rule, facts))).map(({ fact }) => `${name} asks for ${fact}`)));
    expect([...new Set(asked)]).toEqual([]);
  });

  describe.each(PLACES)('$name', (place) => {
    it.each(Object.keys(KINDS))('admits the same resources for %s', async (kind) => {
      for (const viewer of KINDS[kind] ?? []) expect((await disagreements(place, viewer)).slice(0, 3)).toEqual([]);
    });
  });

  // Row security hides drafts and memberships of others from the statement; no rule may need them for its answer.
  describe('where row security knows the viewer', () => {
    it.each(Object.keys(KINDS))('admits the same resources for %s', async (kind) => {
      for (const viewer of KINDS[kind] ?? []) expect((await disagreements(WORKSPACE, viewer, { asker: viewer })).slice(0, 3)).toEqual([]);
    });
  });
});

/** A rule with one condition out, and a row on which the viewer of that kind would see the difference. */
interface Broken { readonly rule: ResourceRule; readonly witness: PolicyRow; readonly isAdmitted: boolean }

/** Every condition of every rule, in words, with two viewers at most who would notice that it is out. */
function brokenRules(place: Place): ReadonlyMap<string, readonly Broken[]> {
  const found = new Map<string, Broken[]>();
  for (const viewer of Object.values(KINDS).flat()) {
    for (const [name, original] of Object.entries(rulesIn(place, viewer))) {
      for (const { sentence, rule } of ruleMutants(original, wordsFor(viewer))) {
        const before = found.get(`${name}: ${sentence}`) ?? [];
        const broken = before.length < 2 ? brokenBy(rule, original) : null;
        found.set(`${name}: ${sentence}`, broken === null ? before : [...before, broken]);
      }
    }
  }
  return found;
}

function brokenBy(rule: ResourceRule, original: ResourceRule): Broken | null {
  const witness = POLICY_ROWS.find(({ facts }) => holds(rule, facts) !== holds(original, facts));
  return witness === undefined ? null : { rule, witness, isAdmitted: holds(original, witness.facts) };
}

function wordsFor(viewer: Viewer): (value: string) => string {
  const names = new Map([[AUTHOR, 'the viewer'], [NOBODY, 'the viewer'], [GROUP, 'the groups of the acting institution'], ...OWNERS.map(({ id }) => [id, 'an institution of the viewer'] as const)]);
  return (value) => (viewer.kind === 'PERSON' && value === viewer.institutionId ? 'the acting institution' : (names.get(value) ?? value));
}

describe('No condition of the policy can be taken out unnoticed', () => {
  describe.each(PLACES)('$name', (place) => {
    const broken = brokenRules(place);
    it.each([...broken.keys()])('%s', async (sentence) => {
      const mutants = broken.get(sentence) ?? [];
      expect(mutants.length).toBeGreaterThan(0);
      const statement = new Statement();
      const answers = mutants.map(({ rule, witness }) => `(select (${inColumns(rule, place.columns, statement)}) is true from ${place.from} where r.id = ${statement.param(witness.id, 'uuid')})`);
      const [row] = (await readAll(`select json_build_array(${answers.join(', ')}) as answers`, statement.values)) as { answers: boolean[] }[];
      expect(row?.answers).toEqual(mutants.map(({ isAdmitted }) => !isAdmitted));
    });
  });

  describe.each(PLACES)('in a column $name', (place) => {
    const facts = Object.keys(place.columns) as (keyof ResourceFacts)[];
    const mutants = facts.flatMap((fact) => brokenColumns(place.columns, fact));
    it.each(mutants)('$fact as $expression', async ({ fact, columns }) => {
      const viewers = Object.values(KINDS).flat().filter((viewer) => Object.values(rulesIn(place, viewer)).some((rule) => JSON.stringify(rule).includes(fact)));
      let isNoticed = false;
      for (const viewer of viewers) isNoticed ||= (await disagreements(place, viewer, { columns, fact })).length > 0;
      expect(isNoticed).toBe(true);
    });
  });
});

function brokenColumns(columns: Columns, fact: keyof ResourceFacts): { fact: string; expression: string; columns: Columns }[] {
  const column = columns[fact];
  const placeholder = 'values_';
  const expression = typeof column === 'function' ? column(placeholder) : String(column);
  const isCondition = typeof column === 'function' || typeof POLICY_ROWS[0]?.facts[fact] === 'boolean';
  // PostgreSQL wants to know the type of every parameter, so that one left out is still mentioned.
  const mentioning = (mutant: string): string => (typeof column !== 'function' || mutant.includes(placeholder) ? mutant : `(${mutant} and ${placeholder} is not null)`);
  return expressionMutants(expression, isCondition ? ['true', 'false'] : ['null']).map(mentioning).map((mutant) => ({
    fact, expression: mutant, columns: { ...columns, [fact]: typeof column === 'function' ? (values: string) => mutant.replaceAll(placeholder, values) : mutant },
  }));
}
