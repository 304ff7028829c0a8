/** Changes of sessions: one's own, and those of the people of an institution one looks after. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { hasRole, type Viewer } from '@passalong/domain';
import { recordAudit } from '../platform/audit/index.js';
import { Database } from '../platform/database/database.js';
import { notFound, unauthenticated } from '../platform/errors/domain-error.js';
import { keyOf } from '../platform/ids/ids.js';
import { ViewerCache } from './viewer-cache.js';
import { hashToken } from './viewer.reader.js';

@Injectable()
export class SessionCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {}

  /**
   * From now on this session acts for another institution of the same person. Anything else is answered like an absent one. Other rights
   * want another token, which is returned; null where it acts for the same institution as before.
   */
  async actFor(viewer: Viewer, institutionId: string): Promise<string | null> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const key = keyOf('institution', institutionId);
    const token = key === viewer.institutionId ? null : randomBytes(32).toString('base64url');
    const changed = await this.database.transaction('SYSTEM', async (transaction) => {
      const rows = await transaction.query(
        `update session set acting_institution_id = $2, token_hash = coalesce($4, token_hash) where id = $1
           and exists (select from membership m where m.person_id = $3 and m.institution_id = $2 and (m.valid_until is null or m.valid_until > now())) returning id`,
        [viewer.sessionId, key, viewer.personId, token === null ? null : hashToken(token)]);
      // For the institution whose authority is taken up; where else the person works is not its business.
      if (rows.length > 0 && key !== viewer.institutionId) await recordAudit(transaction, { chain: key, action: 'ACT_FOR', actorId: viewer.personId });
      return rows;
    });
    if (changed.length === 0) throw notFound();
    this.viewers.forget(viewer.sessionId); // the next read may come before the notice of it
    return token;
  }

  /** Ends these sessions of one's own, or all but the one that asks. Returns how many ended. */
  async end(viewer: Viewer, which: readonly string[] | 'OTHERS'): Promise<number> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    const keys = which === 'OTHERS' ? null : which.map((id) => keyOf('session', id));
    const ended = await this.database.transaction(viewer, (transaction) => transaction.query<{ id: string }>(
      'delete from session where person_id = $1 and (case when $2::uuid[] is null then id <> $3 else id = any($2::uuid[]) end) returning id', [viewer.personId, keys, viewer.sessionId]));
    if (keys !== null && ended.length === 0) throw notFound();
    for (const { id } of ended) this.viewers.forget(id);
    return ended.length;
  }

  /** Ends every session in which a person acts for the institution that the viewer administers. */
  async endFor(viewer: Viewer, personId: string): Promise<number> {
    if (viewer.kind !== 'PERSON') throw unauthenticated();
    if (!viewer.isPlatformAdministrator && !hasRole(viewer, 'ADMINISTRATOR')) throw notFound();
    const key = keyOf('person', personId);
    const ended = await this.database.transaction(viewer.isPlatformAdministrator ? 'SYSTEM' : viewer, async (transaction) => {
      const rows = await transaction.query<{ id: string }>(
        'delete from session where person_id = $1 and ($2::uuid is null or acting_institution_id = $2) returning id', [key, viewer.isPlatformAdministrator ? null : viewer.institutionId]);
      if (rows.length > 0) await recordAudit(transaction, { chain: viewer.institutionId, action: 'END_SESSIONS', actorId: viewer.personId, subject: { type: 'PERSON', id: key }, details: { ended: rows.length } });
      return rows;
    });
    for (const { id } of ended) this.viewers.forget(id);
    return ended.length;
  }
}
