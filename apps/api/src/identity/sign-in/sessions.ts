/** Sessions: an opaque token in the cookie, and its SHA-256 in the table. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database, type Transaction } from '../../platform/database/database.js';
import { recordAudit } from '../../platform/audit/index.js';
import { newKey } from '../../platform/ids/ids.js';
import { ViewerCache } from '../viewer-cache.js';
import { isFreshSql, isLiveSql, SESSION_SECONDS } from '../session-limits.js';
import { hashToken } from '../viewer.reader.js';

const BEGIN = `
  insert into session (id, token_hash, person_id, acting_institution_id, expires_at)
  values ($1, $2, $3, $4, now() + make_interval(secs => $5))`;

const LIVE = `
  select s.person_id, s.acting_institution_id as institution_id, ${isFreshSql('s')} as is_fresh
    from session s join person p on p.id = s.person_id and p.disabled_at is null
    join membership m on m.person_id = p.id and m.institution_id = s.acting_institution_id and (m.valid_until is null or m.valid_until > now())
   where s.token_hash = $1 and ${isLiveSql('s', 'm', 'p')}`;

@Injectable()
export class Sessions {
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {}

  /** Begins a session under a new token and ends the one this browser had. Returns the token. */
  async begin(transaction: Transaction, session: { personId: string; institutionId: string; previousToken: string | null; seconds?: number }): Promise<string> {
    if (session.previousToken !== null) await transaction.query('delete from session where token_hash = $1', [hashToken(session.previousToken)]);
    await transaction.query('delete from session where person_id = $1 and expires_at < now()', [session.personId]);
    const token = randomBytes(32).toString('base64url');
    await transaction.query(BEGIN, [newKey(), hashToken(token), session.personId, session.institutionId, session.seconds ?? SESSION_SECONDS]);
    return token;
  }

  /** The live session with this token; `isFresh` where somebody signed in with it within the last ten minutes. */
  async find(transaction: Transaction, token: string): Promise<{ personId: string; institutionId: string; isFresh: boolean } | null> {
    const [row] = await transaction.query<{ person_id: string; institution_id: string; is_fresh: boolean }>(LIVE, [hashToken(token)]);
    return row === undefined ? null : { personId: row.person_id, institutionId: row.institution_id, isFresh: row.is_fresh };
  }

  async end(token: string): Promise<void> {
    await this.database.transaction('SYSTEM', async (transaction) => {
      const [ended] = await transaction.query<{ person: string; institution: string }>('delete from session where token_hash = $1 returning person_id as person, acting_institution_id as institution', [hashToken(token)]);
      if (ended !== undefined) await recordAudit(transaction, { chain: ended.institution, action: 'SIGN_OUT', actorId: ended.person });
    });
    this.viewers.forgetKey(hashToken(token).toString('hex'));
  }
}
