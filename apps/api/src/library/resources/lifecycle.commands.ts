/** Moves of a resource that change no content: withdraw, archive, restore. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { unauthenticated } from '../../platform/errors/domain-error.js';
import { emit } from '../../platform/events/index.js';
import { keyOf } from '../../platform/ids/ids.js';
import { askFor, take } from './lifecycle-steps.js';
import type { Outcome } from './resource.commands.js';
import { ResourceArchived, ResourceRestored } from './resource.events.js';
import { factsOf } from './resource.facts.js';

type Move = 'WITHDRAW' | 'ARCHIVE' | 'RESTORE';
/** What others are told; nothing where nothing published changes. */
const EVENTS = { WITHDRAW: null, ARCHIVE: ResourceArchived, RESTORE: ResourceRestored };

@Injectable()
export class LifecycleCommands {
  constructor(@Inject(Database) private readonly database: Database) {}

  withdraw(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, 'WITHDRAW');
  }

  archive(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, 'ARCHIVE');
  }

  restore(viewer: Viewer, id: string): Promise<Outcome> {
    return this.move(viewer, id, 'RESTORE');
  }

  private async move(viewer: Viewer, id: string, action: Move): Promise<Outcome> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const resourceId = keyOf('resource', id);
    return this.database.transaction(viewer, async (transaction) => {
      const loaded = await factsOf(transaction, resourceId, viewer);
      const asked = askFor(viewer, loaded, action, action, { audience: loaded.facts.draftVisibility });
      if (!asked.ok) return { id: '', errors: [asked.error] };
      await take(transaction, asked.step, { resourceId, personId: viewer.personId });
      if (action === 'WITHDRAW') await transaction.query(`update review_item set status = 'WITHDRAWN', decided_at = now() where resource_id = $1 and status = 'OPEN'`, [resourceId]);
      const event = EVENTS[action];
      const { visibility } = loaded.facts;
      if (event !== null) await emit(transaction, event, { aggregateId: resourceId, previousAudience: visibility, newAudience: visibility, payload: {} });
      return { id: resourceId, errors: [] };
    });
  }
}
