/** Decisions on review items: the owner's approver signs off, then a moderator of another institution publishes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf } from '../../platform/ids/ids.js';
import { fileProblems } from '../files/publication-checks.js';
import { type Step, stateOf, stepFrom, take } from './lifecycle-steps.js';
import { publish } from './publish.js';
import { renewSlug } from './renew-slug.js';
import { actionsFor, factsOf } from './resource.facts.js';
import type { Outcome, Person } from './resource.commands.js';
import type { DecideReviewInput } from './resource.inputs.js';
import { type DraftRow, readDraft } from './resource.reader.js';

const DECIDED: Outcome = { id: '', errors: [new NotPossibleError('This was decided or changed since you opened it. Open it again to see where it stands.')] };

@Injectable()
export class ReviewCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async decide(viewer: Viewer, input: DecideReviewInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const itemId = keyOf('reviewItem', input.id);
    const reason = input.reason?.trim() ?? '';
    return this.database.transaction(viewer, async (transaction) => {
      const item = await loadItem(transaction, itemId);
      const loaded = await factsOf(transaction, item.resource_id, viewer);
      // The resource is locked now: whoever decided first has finished.
      const { status, decided_by: decidedBy } = await loadItem(transaction, itemId);
      if (status !== 'OPEN' && (loaded.facts.isSeen || decidedBy === viewer.personId)) return DECIDED;
      const actions = actionsFor(viewer, loaded.facts);
      if (!(item.stage === 'SIGN_OFF' ? actions.SIGN_OFF : actions.MODERATE)) throw loaded.facts.isSeen ? forbidden('Somebody else has to decide this.') : notFound();
      const draft = await readDraft(transaction, item.resource_id);
      const action = !input.approve ? 'RETURN' : item.stage === 'SIGN_OFF' ? 'SIGN_OFF' : 'PUBLISH';
      const asked = stepFrom(stateOf(loaded.facts), action, { audience: loaded.facts.draftVisibility });
      if (status !== 'OPEN' || !asked.ok || draft === null || draft.stage !== item.stage || draft.revision !== input.revision) return DECIDED;
      if (!input.approve && reason === '') return { id: '', errors: [new InvalidValueError('Say why, in words the author will read.', 'reason')] };
      // An agreement may have ended while it waited.
      const problems = input.approve ? await fileProblems(transaction, draft) : [];
      if (problems.length > 0) return { id: '', errors: problems };
      await this.settle(transaction, viewer, { item, draft, step: asked.step }, input, reason === '' ? null : reason);
      return { id: item.resource_id, errors: [] };
    });
  }

  private async settle(transaction: Transaction, viewer: Person, { item, draft, step }: Judged, input: DecideReviewInput, reason: string | null): Promise<void> {
    const record = { resourceId: item.resource_id, personId: viewer.personId, reason, submittedBy: item.submitted_by };
    await transaction.query(`update review_item set status = $2, decided_by = $3, decided_at = now(), reason = $4 where id = $1`, [item.id, input.approve ? 'APPROVED' : 'RETURNED', viewer.personId, reason]);
    if (input.approve && item.stage === 'SIGN_OFF') await transaction.query('update resource_draft set is_anonymised = $2 where id = $1', [draft.id, input.withoutName ?? false]);
    if (step.after.draft === 'NONE') {
      await publish(transaction, draft, { decidedBy: viewer.personId, isAnonymised: item.stage === 'SIGN_OFF' ? (input.withoutName ?? false) : draft.is_anonymised, reason });
      return;
    }
    if (step.after.draft === 'MODERATION' && input.withoutName) await renewSlug(transaction, { resourceId: item.resource_id, title: String(draft.content['title']), isAnonymised: true, isForModeration: true });
    await transaction.query(`select set_config('passalong.deciding_draft_id', $1, true)`, [draft.id]); // lets a moderator send back what leaves their sight
    await take(transaction, step, record);
  }
}

interface OpenItem { id: string; resource_id: string; stage: 'SIGN_OFF' | 'MODERATION'; status: string; submitted_by: string; decided_by: string | null }
interface Judged { readonly item: OpenItem; readonly draft: DraftRow; readonly step: Step }

async function loadItem(transaction: Transaction, itemId: string): Promise<OpenItem> {
  const [item] = await transaction.query<OpenItem>('select * from review_item where id = $1', [itemId]);
  if (item === undefined) throw notFound();
  return item;
}
