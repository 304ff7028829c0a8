/** Decisions on review items: the owner's approver signs off, then a moderator of another institution publishes. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { InvalidValueError, NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf, newKey } from '../../platform/ids/ids.js';
import { recordEvent } from './lifecycle-events.js';
import { publish } from './publish.js';
import { actionsFor, factsOf } from './resource.facts.js';
import type { Outcome, Person } from './resource.commands.js';
import type { DecideReviewInput } from './resource.inputs.js';
import { type DraftRow, readDraft } from './resource.reader.js';

interface OpenItem { id: string; resource_id: string; institution_id: string; stage: 'SIGN_OFF' | 'MODERATION'; status: string; revision: number; submitted_by: string }
const STAYS_INSIDE: ReadonlySet<string> = new Set(['PRIVATE', 'INSTITUTION']);

@Injectable()
export class ReviewCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  async decide(viewer: Viewer, input: DecideReviewInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const itemId = keyOf('reviewItem', input.id);
    const reason = input.reason?.trim() ?? '';
    return this.database.transaction(viewer, async (transaction) => {
      const [item] = await transaction.query<OpenItem>('select * from review_item where id = $1 for update', [itemId]);
      if (item === undefined) throw notFound();
      const { facts } = await factsOf(transaction, item.resource_id, viewer);
      const actions = actionsFor(viewer, facts);
      if (!(item.stage === 'SIGN_OFF' ? actions.SIGN_OFF : actions.MODERATE)) throw facts.isSeen ? forbidden('Somebody else has to decide this.') : notFound();
      const draft = await readDraft(transaction, item.resource_id);
      if (item.status !== 'OPEN' || draft === null || draft.stage !== item.stage || draft.revision !== input.revision) {
        return { id: '', errors: [new NotPossibleError('This was decided or changed since you opened it. Open it again to see where it stands.')] };
      }
      if (!input.approve && reason === '') return { id: '', errors: [new InvalidValueError('Say why, in words the author will read.', 'reason')] };
      await this.settle(transaction, viewer, item, draft, input, reason);
      return { id: item.resource_id, errors: [] };
    });
  }

  private async settle(transaction: Transaction, viewer: Person, item: OpenItem, draft: DraftRow, input: DecideReviewInput, reason: string): Promise<void> {
    await transaction.query(`update review_item set status = $2, decided_by = $3, decided_at = now(), reason = $4 where id = $1`, [item.id, input.approve ? 'APPROVED' : 'RETURNED', viewer.personId, reason === '' ? null : reason]);
    const record = { resourceId: item.resource_id, personId: viewer.personId, reason: reason === '' ? null : reason, from: item.stage };
    if (!input.approve) {
      await transaction.query(`select set_config('passalong.deciding_draft_id', $1, true)`, [draft.id]); // lets a moderator send back what leaves their sight
      await transaction.query(`update resource_draft set status = 'DRAFT', stage = null where id = $1`, [draft.id]);
      await recordEvent(transaction, { ...record, action: 'RETURN', to: 'DRAFT' });
      return;
    }
    if (item.stage === 'SIGN_OFF' && !STAYS_INSIDE.has(draft.visibility)) {
      await transaction.query(`update resource_draft set stage = 'MODERATION', is_anonymised = $2 where id = $1`, [draft.id, input.withoutName ?? false]);
      await transaction.query(`insert into review_item (id, resource_id, institution_id, stage, revision, submitted_by) values ($1, $2, $3, 'MODERATION', $4, $5)`, [newKey(), item.resource_id, item.institution_id, draft.revision, item.submitted_by]);
      await recordEvent(transaction, { ...record, action: 'SIGN_OFF', to: 'MODERATION' });
      return;
    }
    await publish(transaction, draft, { decidedBy: viewer.personId, isAnonymised: item.stage === 'SIGN_OFF' ? (input.withoutName ?? false) : draft.is_anonymised });
  }
}
