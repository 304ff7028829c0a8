/** Ending a passkey of one's own. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonViewer } from '@passalong/domain';
import { recordAudit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { keyOf } from '../../platform/ids/ids.js';
import { passkeySubject } from '../passkeys/member-passkeys.js';
import { isFreshSql } from '../session-limits.js';
import { ViewerCache } from '../viewer-cache.js';
import { WAYS_IN, wayInKeySql } from './ways-in.reader.js';

export type Ended = { readonly ok: true } | { readonly ok: false; readonly reason: 'SIGN_IN_FIRST' } | { readonly ok: false; readonly reason: 'ONLY_WAY_IN'; readonly institutionName: string };

const IS_FRESH = `select ${isFreshSql('s')} as is_fresh from session s where s.id = $1`;
const FIND = `
  select k.credential_id, k.institution_id, i.name as institution_name from member_passkey k join institution i on i.id = k.institution_id
   where k.person_id = $1 and ${wayInKeySql('k.credential_id')} = $2 and k.ended_at is null`;

interface PasskeyRow { credential_id: string; institution_id: string; institution_name: string }

@Injectable()
export class WayInCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(ViewerCache) private readonly viewers: ViewerCache) {}

  /**
   * A passkey is mostly ended because somebody else may have it, so every session ends but the one that asks: one that it began may act for
   * another institution by now.
   */
  async endPasskey({ personId, sessionId }: PersonViewer, passkeyId: string): Promise<Ended> {
    const key = keyOf('wayIn', passkeyId);
    const { result, ended } = await this.database.transaction('SYSTEM', async (transaction): Promise<{ result: Ended; ended: readonly { id: string }[] }> => {
      const passkey = await found(transaction, personId, key);
      const refusal = await refusalOf(transaction, { personId, sessionId, key }, passkey);
      if (refusal !== null) return { result: refusal, ended: [] };
      await transaction.query('update member_passkey set ended_at = now() where credential_id = $1', [passkey.credential_id]);
      const sessions = await transaction.query<{ id: string; is_here: boolean }>('delete from session where person_id = $1 and id <> $2 returning id, acting_institution_id = $3 as is_here', [personId, sessionId, passkey.institution_id]);
      // Where else the person works is not that institution's business.
      const sessionsEnded = sessions.filter(({ is_here: isHere }) => isHere).length;
      await recordAudit(transaction, { chain: passkey.institution_id, action: 'END_PASSKEY', actorId: personId, subject: passkeySubject(passkey.credential_id), details: { sessionsEnded } });
      return { result: { ok: true }, ended: sessions };
    });
    for (const { id } of ended) this.viewers.forget(id);
    return result;
  }
}

/** Two passkeys that are ended at one moment wait for each other here, so that the second finds itself the last. */
async function found(transaction: Transaction, personId: string, key: string): Promise<PasskeyRow> {
  await transaction.query('select from person where id = $1 for update', [personId]);
  const [passkey] = await transaction.query<PasskeyRow>(FIND, [personId, key]);
  if (passkey === undefined) throw notFound();
  return passkey;
}

/** Whoever comes in at another institution of theirs may go on to act for this one, so only the very last way in locks them out. */
async function refusalOf(transaction: Transaction, { personId, sessionId, key }: { readonly personId: string; readonly sessionId: string; readonly key: string }, passkey: PasskeyRow): Promise<Ended | null> {
  const [session] = await transaction.query<{ is_fresh: boolean }>(IS_FRESH, [sessionId]);
  if (session?.is_fresh !== true) return { ok: false, reason: 'SIGN_IN_FIRST' };
  const others = await transaction.query(`select from (${WAYS_IN}) w where w.is_open and w.key <> $2`, [personId, key]);
  return others.length > 0 ? null : { ok: false, reason: 'ONLY_WAY_IN', institutionName: passkey.institution_name };
}
