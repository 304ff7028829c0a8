/** Changes of one's own session. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { recordAudit } from '../platform/audit/index.js';
import { Database } from '../platform/database/database.js';
import { notFound, unauthenticated } from '../platform/errors/domain-error.js';
import { keyOf } from '../platform/ids/ids.js';
import { ViewerCache } from './viewer-cache.js';

@Injectable()
export class SessionCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {}

  /** From now on this session acts for another institution of the same person. Anything else is answered like an absent one. */
  async actFor(viewer: Viewer, institutionId: string): Promise<void> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const key = keyOf('institution', institutionId);
    const changed = await this.database.transaction('SYSTEM', async (transaction) => {
      const rows = await transaction.query(
        `update session set acting_institution_id = $2 where id = $1
           and exists (select from membership m where m.person_id = $3 and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now())) returning id`,
        [viewer.sessionId, key, viewer.personId]);
      // For the institution whose authority is taken up; where else the person works is not its business.
      if (rows.length > 0 && key !== viewer.institutionId) await recordAudit(transaction, { chain: key, action: 'ACT_FOR', actorId: viewer.personId });
      return rows;
    });
    if (changed.length === 0) throw notFound();
    this.viewers.forget(viewer.sessionId); // the next read may come before the notice of it
  }
}
