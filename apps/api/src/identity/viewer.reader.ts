/** Builds the viewer of a request from its session: who, for which institution, with which roles. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonViewer, Viewer } from '@passalong/domain';
import { createHash } from 'node:crypto';
import { Database } from '../platform/database/database.js';
import { LastSeen } from './last-seen.js';
import { isLiveSql } from './session-limits.js';
import { ViewerCache } from './viewer-cache.js';

export const ANONYMOUS: Viewer = { kind: 'ANONYMOUS' };
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

interface ViewerRow {
  session_id: string; ends_at: number; person_id: string; institution_id: string; standing: 'LISTED' | 'MEMBER'; roles: ('PRACTITIONER' | 'APPROVER' | 'ADMINISTRATOR')[];
  member_of: string[]; group_ids: string[]; is_moderator: boolean; reviews_evidence: boolean; is_platform_administrator: boolean;
}

const SESSION = `
  select s.id as session_id, extract(epoch from s.expires_at)::float8 * 1000 as ends_at, p.id as person_id, i.id as institution_id, i.standing, m.roles,
         p.is_moderator, p.reviews_evidence, p.is_platform_administrator,
         (select array_agg(o.institution_id) from membership o where o.person_id = p.id and (o.valid_until is null or o.valid_until > now())) as member_of,
         (select coalesce(array_agg(g.group_id), '{}') from group_membership g where g.institution_id = i.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())) as group_ids
    from session s
    join person p on p.id = s.person_id and p.disabled_at is null
    join membership m on m.person_id = p.id and m.institution_id = s.acting_institution_id and (m.valid_until is null or m.valid_until > now())
    join institution i on i.id = s.acting_institution_id
   where s.token_hash = $1 and ${isLiveSql('s', 'm', 'p')}`;

@Injectable()
export class ViewerReader {
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly cache: ViewerCache, @Inject(LastSeen) private readonly lastSeen: LastSeen) {}

  /**
   * The viewer behind a session token; anonymous where there is none or it has ended. A read may be answered for the viewer of up
   * to ten seconds ago; whatever changes something asks anew.
   */
  async findByToken(token: string | null, { isRead = false }: { isRead?: boolean } = {}): Promise<Viewer> {
    if (token === null || token === '') return ANONYMOUS;
    const hash = hashToken(token);
    const kept = isRead ? this.cache.find(hash.toString('hex')) : null;
    const viewer = kept?.kind === 'PERSON' ? kept : await this.load(hash);
    if (viewer === null) return ANONYMOUS;
    this.lastSeen.saw(viewer.sessionId);
    return viewer;
  }

  private async load(hash: Buffer): Promise<PersonViewer | null> {
    const key = hash.toString('hex');
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<ViewerRow>(SESSION, [hash]));
    if (row === undefined) {
      this.cache.forgetKey(key);
      return null;
    }
    return this.cache.keep(key, {
      kind: 'PERSON', sessionId: row.session_id, personId: row.person_id, institutionId: row.institution_id, institutionStanding: row.standing,
      roles: row.roles, memberOf: row.member_of, groupIds: row.group_ids, isModerator: row.is_moderator, reviewsEvidence: row.reviews_evidence, isPlatformAdministrator: row.is_platform_administrator,
    }, row.ends_at);
  }
}
