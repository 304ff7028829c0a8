/** Passkeys as a way in: what was asked of a browser, and whose they are. */
import { createHash } from 'node:crypto';
import type { Transaction } from '../../platform/database/database.js';
import type { WayIn } from '../sign-in/entrance.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { Challenges } from './challenges.js';
import type { Passkey } from './passkeys.js';

const SECONDS = 5 * 60;
/** JOIN: a passkey of somebody new. ADD: one more of somebody who is here. SIGN_IN: one that is known. */
export const challenges = new Challenges<'JOIN' | 'ADD' | 'SIGN_IN', { readonly personId: string | null }>({
  table: 'passkey_challenge', columns: { personId: 'person_id' }, seconds: { JOIN: SECONDS, ADD: SECONDS, SIGN_IN: SECONDS },
});

const KEEP = 'insert into member_passkey (credential_id, person_id, institution_id, public_key, counter, last_used_at) values ($1, $2, $3, $4, $5, now()) on conflict do nothing returning 1 as kept';

/** An id is as long as its maker likes, and the record keeps it for years: there it is its hash. */
export const passkeySubject = (id: string): WayIn['subject'] => ({ type: 'PASSKEY', id: createHash('sha256').update(id).digest('hex') });

/** A new passkey. One that is somebody's already is not taken from them. */
export function wayInBy({ id, publicKey, counter }: Passkey, institutionId: string): WayIn {
  return {
    subject: passkeySubject(id),
    keep: async (transaction: Transaction, personId: string) => {
      const kept = await transaction.query(KEEP, [id, personId, institutionId, publicKey, counter]);
      if (kept.length === 0) throw new Refused('BAD_PASSKEY', new Error('the passkey is known already'));
    },
  };
}
