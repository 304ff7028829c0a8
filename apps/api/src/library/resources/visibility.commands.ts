/** Changes of the audience alone: narrowing takes effect at once, widening takes the same path as any release. */
import { Inject, Injectable } from '@nestjs/common';
import { addsGroup, type Audience, isWidening, type Viewer } from '@passalong/domain';
import { Database, type Transaction } from '../../platform/database/database.js';
import { unauthenticated } from '../../platform/errors/domain-error.js';
import { emit } from '../../platform/events/index.js';
import { keyOf } from '../../platform/ids/ids.js';
import { askedGroups, offerToGroups } from './audience.js';
import { askFor, take } from './lifecycle-steps.js';
import { openDraft } from './new-draft.js';
import type { Outcome } from './resource.commands.js';
import { ResourceNarrowed } from './resource.events.js';
import { factsOf } from './resource.facts.js';
import type { SetVisibilityInput } from './resource.inputs.js';
import { readDraft } from './resource.reader.js';

@Injectable()
export class VisibilityCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * A draft takes the audience for its release, and counts as saved: an editor that was open would put the old audience back. A published resource is narrowed at once; to widen one, a draft of what is
   * published is opened with the wider audience, which its author then sends to review.
   */
  async set(viewer: Viewer, { id, visibility, groupIds }: SetVisibilityInput): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const draft = await readDraft(transaction, resourceId);
      const groups = askedGroups(viewer, visibility, groupIds, draft?.group_ids ?? loaded.facts.groupIds);
      const audience: Audience = { visibility, groupIds: groups.ok ? groups.groupIds : [] };
      const present: Audience = { visibility: loaded.visibility, groupIds: loaded.facts.groupIds };
      const asked = askFor(viewer, loaded, 'SET_VISIBILITY', 'SET_VISIBILITY', { audience: visibility, publishedAudience: loaded.visibility, addsGroup: addsGroup(present, audience) });
      if (!asked.ok) return { id: '', errors: [asked.error] };
      if (!groups.ok) return { id: '', errors: [groups.error] };
      if (draft !== null) await transaction.query('update resource_draft set visibility = $2, group_ids = $3, saved_by = $4, revision = revision + 1, updated_at = now() where id = $1', [draft.id, audience.visibility, audience.groupIds, viewer.personId]);
      else if (asked.step.after.draft !== 'NONE') await openDraft(transaction, viewer, resourceId, { content: loaded.content ?? {}, audience, changeNote: 'Offered to more readers; the text is the same.' });
      if (loaded.facts.isPublished && !isWidening(present.visibility, visibility) && !addsGroup(present, audience)) await narrow(transaction, resourceId, present, audience);
      await take(transaction, asked.step, { resourceId, personId: viewer.personId, reason: `audience ${draft?.visibility ?? loaded.visibility} to ${visibility}` });
      return { id: resourceId, errors: [] };
    });
  }
}

async function narrow(transaction: Transaction, resourceId: string, present: Audience, { visibility, groupIds }: Audience): Promise<void> {
  await transaction.query('update resource set visibility = $2 where id = $1', [resourceId, visibility]);
  await offerToGroups(transaction, resourceId, groupIds);
  await emit(transaction, ResourceNarrowed, { aggregateId: resourceId, previousAudience: present.visibility, newAudience: visibility, payload: {} });
}
