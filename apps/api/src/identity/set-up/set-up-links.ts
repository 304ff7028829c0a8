/** Links for colleagues of the IT service: whoever has one sets this institution's sign-in up, and sees nothing else. */
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { hashToken } from '../viewer.reader.js';

export const LINK_DAYS = 14;
/** More than anybody needs at one time. */
const MOST_LINKS = 10;

export interface NewLink { readonly institutionId: string; readonly madeBy: string | null }

/** The token, which is told once; null where there are too many links already. */
export async function makeSetUpLink(transaction: Transaction, { institutionId, madeBy }: NewLink): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const id = newKey();
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('set-up links ' || $1, 0))`, [institutionId]);
  const made = await transaction.query(
    `insert into set_up_link (id, institution_id, token_hash, made_by, expires_at) select $1, $2, $3, $4, now() + make_interval(days => ${LINK_DAYS})
      where (select count(*) from set_up_link l where l.institution_id = $2 and l.ended_at is null and l.expires_at > now()) < ${MOST_LINKS} returning id`, [id, institutionId, hashToken(token), madeBy]);
  if (made.length === 0) return null;
  await recordAudit(transaction, { chain: institutionId, action: 'CREATE_SET_UP_LINK', actorId: madeBy, subject: { type: 'SET_UP_LINK', id } });
  return token;
}

export async function endSetUpLink(transaction: Transaction, { id, institutionId, personId }: { readonly id: string; readonly institutionId: string; readonly personId: string }): Promise<boolean> {
  const ended = await transaction.query('update set_up_link set ended_at = now() where id = $1 and institution_id = $2 and ended_at is null returning id', [id, institutionId]);
  if (ended.length === 0) return false;
  await recordAudit(transaction, { chain: institutionId, action: 'END_SET_UP_LINK', actorId: personId, subject: { type: 'SET_UP_LINK', id } });
  return true;
}

/** The address that is handed on. */
export const setUpAddress = (publicUrl: string, token: string): string => `${publicUrl}/auth/set-up/${token}`;
