/** What is asked of a browser: one row a question, answered once, by the browser that was asked, within minutes. */
import type { Transaction } from '../../platform/database/database.js';
import { hashToken } from '../viewer.reader.js';

export type Purpose = 'ENROL' | 'PASSKEY' | 'CODE';
export interface Asked { readonly purpose: Purpose; readonly challenge: string; readonly browserToken: string | null }
export interface Claimed { readonly personId: string | null; readonly codeSecret: Buffer | null }

/** Whoever enrols has to set up an app as well. */
const SECONDS: Readonly<Record<Purpose, number>> = { ENROL: 10 * 60, PASSKEY: 5 * 60, CODE: 5 * 60 };

const ASK = `
  insert into break_glass_challenge (challenge_hash, browser_hash, purpose, person_id, code_secret, expires_at)
  values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))`;
const OF = 'challenge_hash = $1 and browser_hash = $2 and purpose = $3 and expires_at > now()';
const COLUMNS = 'person_id as "personId", code_secret as "codeSecret"';

export async function ask(transaction: Transaction, { purpose, challenge, browserToken, personId = null, codeSecret = null }: Asked & Partial<Claimed> & { readonly browserToken: string }): Promise<void> {
  await transaction.query('delete from break_glass_challenge where expires_at < now()');
  await transaction.query(ASK, [hashToken(challenge), hashToken(browserToken), purpose, personId, codeSecret, SECONDS[purpose]]);
}

/** Takes the question away: of two answers only one gets it. Null where it is unknown, answered, too old or another browser's. */
export async function claim(transaction: Transaction, asked: Asked): Promise<Claimed | null> {
  if (asked.browserToken === null) return null;
  const [row] = await transaction.query<Claimed>(`delete from break_glass_challenge where ${OF} returning ${COLUMNS}`, keysOf(asked));
  return row ?? null;
}

/** Leaves the question there: a wrong code may be followed by a right one. */
export async function look(transaction: Transaction, asked: Asked): Promise<Claimed | null> {
  if (asked.browserToken === null) return null;
  const [row] = await transaction.query<Claimed>(`select ${COLUMNS} from break_glass_challenge where ${OF}`, keysOf(asked));
  return row ?? null;
}

/** Nothing is asked of this person any more. */
export async function forget(transaction: Transaction, personId: string): Promise<void> {
  await transaction.query('delete from break_glass_challenge where person_id = $1', [personId]);
}

const keysOf = ({ challenge, browserToken, purpose }: Asked): readonly unknown[] => [hashToken(challenge), hashToken(browserToken ?? ''), purpose];
