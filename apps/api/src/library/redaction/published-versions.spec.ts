import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FULL_NOTE } from '../../../test/operations.js';
import { Release } from '../../../test/release.js';
import { type Answer, World } from '../../../test/world.js';
import { apiId, keyOf } from '../../platform/ids/ids.js';

/** A version as it is kept, byte for byte. */
interface Kept { id: string; resource_id: string; number: number; content: string; credit: string; change_note: string | null; published_at: Date; visibility: string }

const SAVE = 'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { errors { message } } }';
const ADAPT = 'mutation Adapt($id: ID!) { adaptResource(input: { id: $id }) { resource { id } errors { message } } }';
const MOVES = ['withdrawFromReview', 'archiveResource', 'restoreResource'];
const NAMES = ['Samira Quill', 'Tobias Fenn', 'Ines Marlowe', 'Owain Prys'];
const WORDS = ['a bus stop', 'the library', ...NAMES];
const TODAY = new Date().toISOString().slice(0, 10);
const { numRuns: usual = 1000 } = fc.readConfigureGlobal();
/** Steps in all; a step is a request or two. */
const [SEQUENCES, LENGTH] = usual > 1000 ? [60, 100] : [4, 50];

let world: World;
let release: Release;
beforeAll(async () => {
  world = await World.create();
  const moderator = await world.person({ at: 'Aberwen', isModerator: true });
  release = new Release(world, await world.person({ at: 'Calderfold' }), await world.person({ at: 'Calderfold', roles: ['APPROVER'] }), moderator);
}, 60_000);
afterAll(() => world.close());

const step = fc.record({ what: fc.constantFrom('save', 'save', 'save', 'submit', 'submit', 'submit', 'decide', 'decide', 'decide', 'takeUp', 'adapt', 'redact', 'redact', 'audience', ...MOVES), at: fc.nat(), word: fc.constantFrom(...WORDS), number: fc.integer({ min: 1, max: 4 }) });
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const kept = async (): Promise<ReadonlyMap<string, Kept>> => new Map((await world.rows<Kept>('select id, resource_id, number, content::text as content, credit, change_note, published_at, visibility from resource_version')).map((row) => [row.id, row]));
const run = (by: Release['author'], query: string, variables: object): Promise<Answer<Record<string, { resource?: { id: string } | null; errors: object[] }>>> => world.run(by, query, { ...variables });

/** What a version reads once a name is gone: nothing of it but the name changes. */
function without(version: Kept, name: string): Kept {
  const gone = (text: string): string => text.replaceAll(name, `[name removed ${TODAY}]`);
  return { ...version, content: gone(version.content), credit: gone(version.credit), change_note: version.change_note === null ? null : gone(version.change_note) };
}

/** Null and refusals are not what was asked for. */
function hasHappened(answer: unknown): boolean {
  if (answer === null) return false;
  const { data = {}, errors } = (answer ?? {}) as Partial<Answer<Record<string, { errors: object[] }>>>;
  return errors === undefined && Object.values(data).every((payload) => payload.errors.length === 0);
}

describe('Published versions', () => {
  it('stay as they are to the byte, whatever is written, restored, adapted, moved or archived, but for the names that are redacted', async () => {
    const done = new Map<string, number>();
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: LENGTH, maxLength: LENGTH }), async (steps) => {
      const works = [(await release.publish({ visibility: 'PUBLIC', content: { problem: { markdown: `Ask ${NAMES[0]}.` } } })).id];
      let before = await kept();
      for (const { what, ...chosen } of steps) {
        const isDone = await take({ what, ...chosen }, works);
        const after = await kept();
        for (const [id, version] of before) {
          const isReached = isDone && what === 'redact' && works.includes(apiId('resource', version.resource_id));
          expect({ what, version: after.get(id) }).toEqual({ what, version: isReached ? without(version, chosen.word) : version });
        }
        for (const happened of [...(isDone ? [what] : []), ...(after.size > before.size ? ['published'] : [])]) done.set(happened, (done.get(happened) ?? 0) + 1);
        before = after;
      }
    }), { numRuns: SEQUENCES, seed: 20261128, endOnFailure: true });
    // Most steps are refused at their time; what matters here did happen.
    for (const what of ['published', 'save', 'takeUp', 'redact', 'adapt']) expect([what, done.get(what)]).toEqual([what, expect.any(Number)]);

    async function take({ what, at, word, number }: Step, works: string[]): Promise<boolean> {
      const id = works[at % works.length] ?? '';
      const [draft] = await world.rows<{ revision: number }>(`select d.revision from resource_draft d join resource r on r.id = d.resource_id where r.id = $1`, [keyOf('resource', id)]);
      const { author, approver, moderator } = release;
      const content = { playbook: { ...FULL_NOTE, title: `Drop-ins at ${word}`, problem: { markdown: `They wait at **${word}**, every day.` }, authors: [{ name: word, role: 'role:author' }] } };
      const answer = await (async (): Promise<unknown> => {
        switch (what) {
          case 'save': return run(author, SAVE, { input: { id, expectedRevision: draft?.revision ?? 0, visibility: 'PUBLIC', changeNote: `Now at ${word}`, content } });
          case 'submit': return release.submit(id, draft?.revision ?? 0).catch(() => null);
          case 'decide': return release.decide(approver, id).catch(() => release.decide(moderator, id)).catch(() => null);
          case 'takeUp': return run(author, 'mutation TakeUp($input: RestoreVersionInput!) { restoreVersion(input: $input) { resource { id } errors { message } } }', { input: { id, number } });
          case 'redact': return run(moderator, 'mutation Redact($input: RedactInput!) { redact(input: $input) { reach { versions } errors { message } } }', { input: { id, what: 'NAME', words: NAMES.includes(word) ? word : 'Nobody Anywhere', reason: 'Asked to.' } });
          case 'audience': return run(author, 'mutation Narrow($input: SetVisibilityInput!) { setVisibility(input: $input) { resource { id } errors { message } } }', { input: { id, visibility: number > 1 ? 'PUBLIC' : 'MEMBERS' } });
          case 'adapt': {
            const adapted = (await run(author, ADAPT, { id })).data?.['adaptResource']?.resource?.id;
            if (adapted !== undefined) works.push(adapted);
            return adapted ?? null;
          }
          default: return run(author, `mutation Move($id: ID!) { ${what}(input: { id: $id }) { resource { id } errors { message } } }`, { id });
        }
      })();
      return hasHappened(answer);
    }
  }, 1_200_000);
});
