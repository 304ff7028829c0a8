/** Changes of the audience alone: narrowing takes effect at once, widening takes the same path as any release. */
import { Inject, Injectable } from '@nestjs/common';
import { addsGroup, type Audience, isWidening, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { emit } from '../../platform/events/index.js';
import { forbidden, notFound, unauthenticated } from '../../platform/errors/domain-error.js';
import { NotPossibleError } from '../../platform/graphql/user-error.type.js';
import { keyOf, newKey } from '../../platform/ids/ids.js';
import { askedGroups, offerToGroups } from './audience.js';
import { recordEvent } from './lifecycle-events.js';
import type { Outcome, Person } from './resource.commands.js';
import { ResourceNarrowed } from './resource.events.js';
import { actionsFor, factsOf, type LoadedFacts } from './resource.facts.js';
import type { SetVisibilityInput } from './resource.inputs.js';
import { type DraftRow, readDraft } from './resource.reader.js';

@Injectable()
export class VisibilityCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * A draft takes the audience for its release. A published resource is narrowed at once; to widen one, a draft of what is
   * published is opened with the wider audience, which its author then sends to review.
   */
  async set(viewer: Viewer, { id, visibility, groupIds }: SetVisibilityInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      if (!loaded.facts.isSeen) throw notFound();
      const can = actionsFor(viewer, loaded.facts);
      if (!can.SET_VISIBILITY && can.WITHDRAW) return { id: '', errors: [new NotPossibleError('This is being reviewed for its present audience. Withdraw it from review to change that.')] };
      if (!can.SET_VISIBILITY) throw forbidden('Only those who answer for this work at its institution may do this.');
      const draft = await readDraft(transaction, resourceId);
      const groups = askedGroups(viewer, visibility, groupIds, draft?.group_ids ?? loaded.facts.groupIds);
      if (!groups.ok) return { id: '', errors: [groups.error] };
      await this.apply(transaction, viewer, loaded, draft, { visibility, groupIds: groups.groupIds });
      return { id: resourceId, errors: [] };
    });
  }

  private async apply(transaction: Transaction, person: Person, { id, facts, content, visibility }: LoadedFacts, draft: DraftRow | null, asked: Audience): Promise<void> {
    const present: Audience = { visibility, groupIds: facts.groupIds };
    if (draft !== null) await transaction.query('update resource_draft set visibility = $2, group_ids = $3 where id = $1', [draft.id, asked.visibility, asked.groupIds]);
    const isWider = isWidening(visibility, asked.visibility) || addsGroup(present, asked);
    if (facts.isPublished && !isWider) {
      await transaction.query('update resource set visibility = $2 where id = $1', [id, asked.visibility]);
      await offerToGroups(transaction, id, asked.groupIds);
      await emit(transaction, ResourceNarrowed, { aggregateId: id, previousAudience: visibility, newAudience: asked.visibility, payload: {} });
    }
    if (facts.isPublished && isWider && draft === null) {
      await transaction.query(`insert into resource_draft (id, resource_id, institution_id, visibility, group_ids, content, saved_by) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newKey(), id, person.institutionId, asked.visibility, asked.groupIds, JSON.stringify(content), person.personId]);
    }
    await recordEvent(transaction, { resourceId: id, personId: person.personId, action: 'SET_VISIBILITY', from: draft?.visibility ?? visibility, to: asked.visibility, reason: null });
  }
}
