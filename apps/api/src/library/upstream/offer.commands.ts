/** Offers changes of an adaptation to its original, and answers such offers. */
import { Inject, Injectable } from '@nestjs/common';
import { type Content, creditedAs, offeredLicenceProblem, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError, OtherInstitutionError, type UserError } from '../../platform/graphql/user-error.type.js';
import { apiId, keyOf, newKey } from '../../platform/ids/ids.js';
import { Statement } from '../../platform/selection/index.js';
import { askFor } from '../resources/lifecycle-steps.js';
import { actsElsewhere, currentDraft, type Outcome, type Person, writer } from '../resources/resource.commands.js';
import { factsOf } from '../resources/resource.facts.js';
import { StaleDraftError } from '../resources/resource.inputs.js';
import { readDraft } from '../resources/resource.reader.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { changesOf, chosenIn } from './decisions.js';
import { joinedContent, keepContent } from './keep-content.js';
import { offeredSidesSql } from './offer.fields.js';
import type { DeclineOfferInput, OfferUpstreamInput, TakeOfferInput } from './offer.inputs.js';
import { type OfferedSides, UpstreamChanges } from './upstream-changes.js';
import { OriginalChangedError } from './upstream.inputs.js';
import { licenceOf, readUpstream, type UpstreamRow } from './upstream.source.js';

const MOST_CHARACTERS = 2000;
const refused = (...errors: UserError[]): Outcome => ({ id: '', errors });
const ANSWERED = new NotPossibleError('This offer was answered or withdrawn since you opened it. Open it again to see where it stands.');

interface OfferRow { readonly id: string; readonly resource_id: string; readonly original_id: string; readonly version_id: string; readonly status: string; readonly credit: string }
interface Offered { readonly version_id: string; readonly institution_id: string; readonly content: Content; readonly credit: string }

@Injectable()
export class OfferCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  async offer(viewer: Viewer, input: OfferUpstreamInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const resourceId = keyOf('resource', input.id);
    const message = input.message.trim();
    const wordless = wordsProblem(message, 'message') ?? (message === '' ? new InvalidValueError('Say in a sentence or two why you offer this.', 'message') : null);
    await this.vocabulary.refresh();
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const asked = askFor(viewer, loaded, 'EDIT', loaded.facts.draftStatus === 'NONE' ? 'REVISE' : 'SAVE', { audience: loaded.visibility });
      if (!asked.ok) return refused(asked.error);
      if (wordless !== null) return refused(wordless);
      const row = await readUpstream(transaction, viewer, resourceId, true);
      const offered = await offeredVersion(transaction, resourceId);
      const problem = await offerProblem(transaction, row, offered);
      if (row === null || row.theirs === null || offered === null || problem !== null) return refused(problem ?? new NotPossibleError('Only what is published can be offered.'));
      const compared = new UpstreamChanges({ ...row, mine: row.theirs, theirs: offered.content }, (id) => this.vocabulary.label(id));
      const offerable = new Set(compared.all.filter(({ standing }) => standing !== 'MADE').map(({ key }) => key));
      const keys = [...new Set(input.changes)];
      if (keys.length === 0) return refused(new InvalidValueError('Choose at least one change to offer.', 'changes'));
      const unknown = keys.findIndex((key) => !offerable.has(key));
      if (unknown !== -1) return refused(new InvalidValueError('There is no such change to offer: the original may have it by now. Look at the changes anew.', `changes.${unknown}`));
      const id = newKey();
      await transaction.query(
        `insert into upstream_offer (id, resource_id, institution_id, version_id, original_id, original_institution_id, base, change_keys, message, credit, offered_by)
         select $1, $2, $3, $4, o.id, o.institution_id, $6, $7, $8, $9, $10 from resource o where o.id = $5`,
        [id, resourceId, offered.institution_id, offered.version_id, row.source_id, JSON.stringify(row.base), keys, message, offered.credit, person.personId]);
      return { id, errors: [] };
    });
  }

  async take(viewer: Viewer, input: TakeOfferInput): Promise<Outcome> {
    const person = writer(viewer);
    if (actsElsewhere(person, input.actingInstitutionId)) return refused(new OtherInstitutionError());
    const thanks = input.thanks?.trim() ?? '';
    const wordy = wordsProblem(thanks, 'thanks');
    await this.vocabulary.refresh();
    return this.database.transaction(viewer, async (transaction) => {
      const { offer, loaded } = await this.forAuthors(transaction, viewer, input.id);
      const draft = await readDraft(transaction, offer.original_id);
      const asked = askFor(viewer, loaded, 'EDIT', draft === null ? 'REVISE' : 'SAVE', { audience: draft?.visibility ?? loaded.visibility });
      if (offer.status !== 'OPEN') return refused(ANSWERED);
      if (!asked.ok || wordy !== null) return refused(asked.ok ? (wordy ?? ANSWERED) : asked.error);
      if ((draft?.revision ?? 0) !== input.expectedRevision) return refused(new StaleDraftError(draft === null ? null : currentDraft(draft)));
      if (!(await isLatest(transaction, offer.original_id, input.versionId))) return refused(new OriginalChangedError());
      const sides = await offeredSides(transaction, viewer, offer.id);
      const compared = new UpstreamChanges(sides, (id) => this.vocabulary.label(id));
      const chosen = chosenIn(compared.offered(sides.keys), input.decisions);
      if (!chosen.ok) return refused(chosen.error);
      const takes = changesOf(chosen.decided);
      if (takes.length === 0) return refused(new InvalidValueError('Take at least one change, or decline the offer with a reason.', 'decisions'));
      const stored = draft?.content ?? loaded.content ?? {};
      const licence = offeredLicenceProblem(licenceOf(sides.theirs), licenceOf(stored));
      if (licence !== null) return refused(new NotPossibleError(licence));
      const joined = await joinedContent(transaction, viewer, { kind: sides.kind, stored, seen: compared.mine }, takes);
      if (!joined.ok) return refused(joined.error);
      const draftId = await keepContent(transaction, person, { loaded, draft, step: asked.step }, { content: joined.content, versionId: offer.version_id, reason: `Took over changes offered by ${offer.credit}.` });
      await transaction.query('update resource_draft set offered_by = array_append(offered_by, $2) where id = $1 and $2 <> all (offered_by)', [draftId, offer.credit]);
      const taken = chosen.decided.flatMap(({ found, decision }) => (decision === 'TAKE' || decision === 'MERGE' ? [found.key] : []));
      await settle(transaction, person, offer.id, { status: 'TAKEN', answer: thanks === '' ? null : thanks, taken });
      return { id: offer.id, errors: [] };
    });
  }

  async decline(viewer: Viewer, input: DeclineOfferInput): Promise<Outcome> {
    const person = writer(viewer);
    const reason = input.reason.trim();
    const problem = wordsProblem(reason, 'reason') ?? (reason === '' ? new InvalidValueError('Say why, in words that whoever offered it will read.', 'reason') : null);
    return this.database.transaction(viewer, async (transaction) => {
      const { offer, loaded } = await this.forAuthors(transaction, viewer, input.id);
      // Whether it is the time to write does not matter to a no.
      askFor(viewer, loaded, 'EDIT', loaded.facts.draftStatus === 'NONE' ? 'REVISE' : 'SAVE', { audience: loaded.visibility });
      if (offer.status !== 'OPEN') return refused(ANSWERED);
      if (problem !== null) return refused(problem);
      await settle(transaction, person, offer.id, { status: 'DECLINED', answer: reason, taken: [] });
      return { id: offer.id, errors: [] };
    });
  }

  async withdraw(viewer: Viewer, id: string): Promise<Outcome> {
    const person = writer(viewer);
    const offerId = keyOf('offer', id);
    return this.database.transaction(viewer, async (transaction) => {
      const offer = await readOffer(transaction, offerId);
      const loaded = await factsOf(transaction, offer.resource_id, viewer);
      askFor(viewer, loaded, 'EDIT', loaded.facts.draftStatus === 'NONE' ? 'REVISE' : 'SAVE', { audience: loaded.visibility });
      const { status } = await readOffer(transaction, offerId, 'for update');
      if (status !== 'OPEN') return refused(ANSWERED);
      await settle(transaction, person, offerId, { status: 'WITHDRAWN', answer: null, taken: [] });
      return { id: offerId, errors: [] };
    });
  }

  /** The offer, locked, and the facts of its original. @throws NOT_FOUND where the viewer may not read it */
  private async forAuthors(transaction: Transaction, viewer: Viewer, id: string): Promise<{ offer: OfferRow; loaded: Awaited<ReturnType<typeof factsOf>> }> {
    const offerId = keyOf('offer', id);
    const { original_id: originalId } = await readOffer(transaction, offerId);
    const loaded = await factsOf(transaction, originalId, viewer);
    return { offer: await readOffer(transaction, offerId, 'for update'), loaded };
  }
}

function wordsProblem(words: string, path: string): InvalidValueError | null {
  return words.length > MOST_CHARACTERS ? new InvalidValueError(`At most ${MOST_CHARACTERS} characters; this has ${words.length}.`, path) : null;
}

async function readOffer(transaction: Transaction, offerId: string, lock = ''): Promise<OfferRow> {
  const [offer] = await transaction.query<OfferRow>(`select * from upstream_offer where id = $1 ${lock}`, [offerId]);
  if (offer === undefined) throw notFound();
  return offer;
}

/** The published version of the adaptation, and whom to credit for it. */
async function offeredVersion(transaction: Transaction, resourceId: string): Promise<Offered | null> {
  const [row] = await transaction.query<Omit<Offered, 'credit'> & { is_anonymised: boolean; name: string; country: string | null }>(
    `select v.id as version_id, r.institution_id, v.content, v.is_anonymised, i.name, i.country from resource r join resource_version v on v.id = r.published_version_id join institution i on i.id = r.institution_id where r.id = $1`, [resourceId]);
  if (row === undefined) return null;
  const authors = (row.content['authors'] ?? []) as readonly { readonly name: string | null }[];
  return { ...row, credit: row.is_anonymised ? `A university${row.country === null ? '' : ` in ${row.country}`}` : creditedAs(row.name, authors.flatMap(({ name }) => name ?? [])) };
}

async function offerProblem(transaction: Transaction, row: UpstreamRow | null, offered: Offered | null): Promise<UserError | null> {
  if (row === null) return new NotPossibleError('This was not adapted from anything, so there is nobody to offer it to.');
  if (offered === null) return new NotPossibleError('Only what is published can be offered.');
  if (row.state === 'UNSEEN' || row.theirs === null) return new NotPossibleError('The original is not there for you any more, so nothing can be offered to it.');
  if (row.state === 'ARCHIVED') return new NotPossibleError('The original is archived, so it takes no changes.');
  const licence = offeredLicenceProblem(licenceOf(offered.content), licenceOf(row.theirs));
  if (licence !== null) return new NotPossibleError(licence);
  const [open] = await transaction.query(`select from upstream_offer o join resource_version v on v.resource_id = o.resource_id where v.id = $1 and o.status = 'OPEN'`, [offered.version_id]);
  return open === undefined ? null : new NotPossibleError('An offer of yours waits for an answer already. Withdraw it to make another one.');
}

async function isLatest(transaction: Transaction, resourceId: string, versionId: string): Promise<boolean> {
  const [row] = await transaction.query<{ id: string }>('select published_version_id as id from resource where id = $1', [resourceId]);
  return row !== undefined && apiId('version', row.id) === versionId;
}

async function offeredSides(transaction: Transaction, viewer: Viewer, offerId: string): Promise<OfferedSides> {
  const statement = new Statement();
  const sql = offeredSidesSql('offer', viewer, statement);
  const [row] = await transaction.query<{ sides: OfferedSides }>(`select ${sql} as sides from upstream_offer offer where offer.id = ${statement.param(offerId, 'uuid')}`, statement.values);
  if (row === undefined) throw notFound();
  return row.sides;
}

interface Answer { readonly status: 'TAKEN' | 'DECLINED' | 'WITHDRAWN'; readonly answer: string | null; readonly taken: readonly string[] }

async function settle(transaction: Transaction, person: Person, offerId: string, { status, answer, taken }: Answer): Promise<void> {
  await transaction.query('update upstream_offer set status = $2, answer = $3, taken_keys = $4, decided_by = $5, decided_at = now() where id = $1', [offerId, status, answer, taken, person.personId]);
}
