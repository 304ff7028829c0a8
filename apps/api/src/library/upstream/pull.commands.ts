/** Takes changes of the original over into the draft of an adaptation, and remembers what was decided. */
import { Inject, Injectable } from '@nestjs/common';
import { adaptedLicenceProblem, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf, newKey } from '../../platform/ids/ids.js';
import { askFor } from '../resources/lifecycle-steps.js';
import { actsElsewhere, currentDraft, type Outcome, type Person, writer } from '../resources/resource.commands.js';
import { factsOf } from '../resources/resource.facts.js';
import { StaleDraftError } from '../resources/resource.inputs.js';
import { readDraft } from '../resources/resource.reader.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { changesOf, chosenIn, type Decided } from './decisions.js';
import { joinedContent, keepContent } from './keep-content.js';
import { UpstreamChanges } from './upstream-changes.js';
import { OriginalChangedError, type PullFromUpstreamInput } from './upstream.inputs.js';
import { licenceOf, readUpstream, type UpstreamRow } from './upstream.source.js';

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
      if (row === null || row.theirs === null || row.latest_id === null || problem !== null) return refused(problem ?? new OriginalChangedError());
      const compared = new UpstreamChanges({ ...row, theirs: row.theirs }, (id) => this.vocabulary.label(id));
      const chosen = chosenIn(compared.all, input.decisions);
      if (!chosen.ok) return refused(chosen.error);
      const takes = changesOf(chosen.decided);
      const licence = takes.length === 0 ? null : adaptedLicenceProblem(licenceOf(row.theirs), licenceOf(row.mine));
      if (licence !== null) return refused(new NotPossibleError(`Nothing can be taken over under the licence that the original has now. ${licence}`));
      const joined = await joinedContent(transaction, viewer, { kind: row.kind, stored: row.mine, seen: compared.mine }, takes);
      if (!joined.ok) return refused(joined.error);
      // Where nothing changes and no draft is there, none is opened only to say so.
      const draftId = draft === null && takes.length === 0 ? null : await keepContent(transaction, person, { loaded, draft, step: asked.step }, { content: joined.content, versionId: row.latest_id, reason: `Took over changes from version ${row.latest_number ?? 0} of the original.` });
      await record(transaction, person, { resourceId, draftId, row, compared, decided: chosen.decided });
      return { id: resourceId, errors: [] };
    });
  }
}

function problemOf(row: UpstreamRow | null, versionId: string): UserError | null {
  if (row === null) return new NotPossibleError('This was not adapted from anything, so there is nothing to take over.');
  if (row.state === 'UNSEEN') return new NotPossibleError('The original is not there for you any more, so nothing can be taken over from it.');
  if (row.state === 'ARCHIVED') return new NotPossibleError('The original is archived, so nothing more is taken over from it.');
  return row.latest_id !== null && versionId === apiId('version', row.latest_id) ? null : new OriginalChangedError();
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
