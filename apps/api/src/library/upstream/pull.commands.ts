/** Takes changes of the original over into the draft of an adaptation, and remembers what was decided. */
import { Inject, Injectable } from '@nestjs/common';
import { adaptedLicenceProblem, appliedChanges, type Change, type Content, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf, newKey } from '../../platform/ids/ids.js';
import { Statement } from '../../platform/selection/index.js';
import { joinedProblems } from '../kinds/prepare-content.js';
import { withUnseenLinks } from '../kinds/unseen-links.js';
import { askFor, type Step, take } from '../resources/lifecycle-steps.js';
import { type NewDraft, openDraft, replaceDraft } from '../resources/new-draft.js';
import { actsElsewhere, currentDraft, type Outcome, type Person, writer } from '../resources/resource.commands.js';
import { factsOf, type LoadedFacts } from '../resources/resource.facts.js';
import { StaleDraftError } from '../resources/resource.inputs.js';
import { type DraftRow, readDraft } from '../resources/resource.reader.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { type Tellable, UpstreamChanges } from './upstream-changes.js';
import { OriginalChangedError, type PullFromUpstreamInput, type UpstreamDecisionInput } from './upstream.inputs.js';
import { type UpstreamRow, upstreamSource, worksOf } from './upstream.source.js';

interface Decided { readonly found: Tellable; readonly decision: 'TAKE' | 'KEEP_MINE' | 'MERGE' | 'MADE' }
type Chosen = { readonly ok: true; readonly decided: readonly Decided[] } | { readonly ok: false; readonly error: UserError };

const refused = (...errors: UserError[]): Outcome => ({ id: '', errors });

@Injectable()
export class PullCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  async pull(viewer: Viewer, input: PullFromUpstreamInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.id);
    await this.vocabulary.refresh();
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const draft = await readDraft(transaction, resourceId);
      const asked = askFor(viewer, loaded, 'EDIT', draft === null ? 'REVISE' : 'SAVE', { audience: draft?.visibility ?? loaded.visibility });
      if (!asked.ok) return refused(asked.error);
      if ((draft?.revision ?? 0) !== input.expectedRevision) return refused(new StaleDraftError(draft === null ? null : currentDraft(draft)));
      const row = await readUpstream(transaction, viewer, resourceId);
      const problem = problemOf(row, input.versionId);
      if (row === null || row.theirs === null || problem !== null) return refused(problem ?? new OriginalChangedError());
      const compared = new UpstreamChanges({ ...row, theirs: row.theirs }, (id) => this.vocabulary.label(id));
      const chosen = chosenIn(compared, input.decisions);
      if (!chosen.ok) return refused(chosen.error);
      const takes = changesOf(chosen.decided);
      const licence = takes.length === 0 ? null : adaptedLicenceProblem(licenceOf(row.theirs), licenceOf(row.mine));
      if (licence !== null) return refused(new NotPossibleError(`Nothing can be taken over under the licence that the original has now. ${licence}`));
      const content = await withUnseenLinks(transaction, viewer, row.kind, { stored: row.mine, sent: withEverything(row.mine, appliedChanges(row.kind, compared.mine, takes)) });
      const [unfit] = joinedProblems(row.kind, content);
      if (unfit !== undefined) return refused(new InvalidValueError(`With these changes together the draft could not be saved (${unfit.path}): ${unfit.message}`, 'decisions'));
      const draftId = await keepContent(transaction, person, { loaded, draft, step: asked.step, hasChanged: takes.length > 0 }, { content, reason: `Took over changes from version ${row.latest_number ?? 0} of the original.` });
      await record(transaction, person, { resourceId, draftId, row, compared, decided: chosen.decided });
      return { id: resourceId, errors: [] };
    });
  }
}

/** The adaptation beside its original as the viewer sees both; null where it is none. */
async function readUpstream(transaction: Transaction, viewer: Viewer, resourceId: string): Promise<UpstreamRow | null> {
  const statement = new Statement();
  const from = upstreamSource(statement.param(resourceId, 'uuid'), viewer, statement);
  const [row] = await transaction.query<UpstreamRow>(`select u.*, ${worksOf('u', viewer, statement)} as works from (${from}) u`, statement.values);
  return row ?? null;
}

function problemOf(row: UpstreamRow | null, versionId: string): UserError | null {
  if (row === null) return new NotPossibleError('This was not adapted from anything, so there is nothing to take over.');
  if (row.state === 'UNSEEN') return new NotPossibleError('The original is not there for you any more, so nothing can be taken over from it.');
  if (row.state === 'ARCHIVED') return new NotPossibleError('The original is archived, so nothing more is taken over from it.');
  return row.latest_id !== null && versionId === apiId('version', row.latest_id) ? null : new OriginalChangedError();
}

/** What was decided, and with it what both had done already. */
function chosenIn(compared: UpstreamChanges, decisions: readonly UpstreamDecisionInput[]): Chosen {
  if (decisions.length === 0) return { ok: false, error: new InvalidValueError('Decide at least one change.', 'decisions') };
  const byKey = new Map(compared.all.map((found) => [found.key, found]));
  const decided = new Map<string, Decided>();
  for (const [at, { change, decision }] of decisions.entries()) {
    const found = byKey.get(change);
    if (found === undefined) return { ok: false, error: new InvalidValueError('There is no such change to decide: it may be decided already. Look at the changes anew.', `decisions.${at}.change`) };
    if (decided.has(change)) return { ok: false, error: new InvalidValueError('Decide each change once.', `decisions.${at}.change`) };
    if (decision === 'MERGE' && found.merged === null) return { ok: false, error: new InvalidValueError('Both changes cannot stand in one text here. Take theirs or keep yours.', `decisions.${at}.decision`) };
    decided.set(change, { found, decision });
  }
  const made = compared.all.filter(({ key, standing }) => standing === 'MADE' && !decided.has(key)).map((found): Decided => ({ found, decision: 'MADE' }));
  return { ok: true, decided: [...decided.values(), ...made] };
}

function changesOf(decided: readonly Decided[]): readonly Change[] {
  return decided.flatMap(({ found, decision }) => (decision === 'TAKE' ? [found.taken] : decision === 'MERGE' ? [found.merged].flatMap((merged) => merged ?? []) : []));
}

function licenceOf({ licence }: Content): string | null {
  return typeof licence === 'string' ? licence : null;
}

/** Parts that no description knows stay as they were. */
function withEverything(stored: Content, content: Content): Content {
  return { ...stored, ...content };
}

interface Kept { readonly loaded: LoadedFacts; readonly draft: DraftRow | null; readonly step: Step; readonly hasChanged: boolean }

/** Saves the content as any save does. Returns the draft it is in; null where there is none and nothing that needs one. */
async function keepContent(transaction: Transaction, person: Person, { loaded, draft, step, hasChanged }: Kept, { content, reason }: { content: Content; reason: string }): Promise<string | null> {
  const audience = { visibility: draft?.visibility ?? loaded.visibility, groupIds: draft?.group_ids ?? loaded.facts.groupIds };
  const work: NewDraft = { content, audience };
  if (draft !== null) {
    await replaceDraft(transaction, person, draft.id, work);
    return draft.id;
  }
  if (!hasChanged) return null;
  const id = await openDraft(transaction, person, loaded.id, work);
  await take(transaction, step, { resourceId: loaded.id, personId: person.personId, reason });
  return id;
}

interface Pull { readonly resourceId: string; readonly draftId: string | null; readonly row: UpstreamRow; readonly compared: UpstreamChanges; readonly decided: readonly Decided[] }

async function record(transaction: Transaction, person: Person, { resourceId, draftId, row, compared, decided }: Pull): Promise<void> {
  const [pullId, keys] = [newKey(), new Set(decided.map(({ found }) => found.key))];
  const isLevel = compared.all.every(({ key }) => keys.has(key));
  const base = isLevel ? row.theirs : compared.settled(decided.map(({ found }) => found));
  await transaction.query('insert into upstream_pull (id, resource_id, institution_id, version_id, draft_id, base, is_level, pulled_by) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [pullId, resourceId, person.institutionId, row.latest_id, draftId, JSON.stringify(base), isLevel, person.personId]);
  await transaction.query(`insert into upstream_decision (pull_id, change_key, institution_id, decision) select $1, d.key, $2, d.decision from unnest($3::text[], $4::text[]) d(key, decision)`,
    [pullId, person.institutionId, decided.map(({ found }) => found.key), decided.map(({ decision }) => decision)]);
}
