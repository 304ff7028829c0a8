/** What a partner system has: a secret that is told once, and tokens of an hour that it fetches with it. */
import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../platform/audit/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { hashToken } from '../viewer.reader.js';

export const TOKEN_SECONDS = 60 * 60;
export const MOST_CLIENTS = 20;

/** Whose client it is, and the administrator who does it. */
export interface ClientHolder { readonly institutionId: string; readonly personId: string }

/** Prefixes let scanners of published code find what should not be in it. */
const newSecret = (): string => `passalong_secret_${randomBytes(32).toString('base64url')}`;
export const newAccessToken = (): string => `passalong_token_${randomBytes(32).toString('base64url')}`;

/**
 * That somebody answers for the client: a member institution, and a person who belongs to it and is not shut out. They saw the secret,
 * so the client rests as soon as they have left, until another administrator makes a new one.
 */
export const isAnsweredSql = (client: string): string => `exists (
  select from membership am join person ap on ap.id = am.person_id and ap.disabled_at is null join institution ai on ai.id = am.institution_id and ai.standing = 'MEMBER'
   where am.person_id = ${client}.answered_by and am.institution_id = ${client}.institution_id and (am.valid_until is null or am.valid_until > now()))`;

/** The key and the secret of a new client; null where there are too many already. */
export async function makeApiClient(transaction: Transaction, { institutionId, personId }: ClientHolder, name: string): Promise<{ id: string; secret: string } | null> {
  const [id, secret] = [newKey(), newSecret()];
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('api clients ' || $1, 0))`, [institutionId]);
  const made = await transaction.query(
    `insert into api_client (id, institution_id, name, secret_hash, answered_by) select $1, $2, $3, $4, $5
      where (select count(*) from api_client c where c.institution_id = $2 and c.revoked_at is null) < ${MOST_CLIENTS} returning id`, [id, institutionId, name, hashToken(secret), personId]);
  if (made.length === 0) return null;
  await recordAudit(transaction, { chain: institutionId, action: 'CREATE_API_CLIENT', actorId: personId, subject: { type: 'API_CLIENT', id } });
  return { id, secret };
}

/** A new secret in place of the old one, for which this person answers from now on. Every token fetched before ends. Null where there is no such client. */
export async function rotateSecret(transaction: Transaction, { institutionId, personId }: ClientHolder, id: string): Promise<string | null> {
  const secret = newSecret();
  const changed = await transaction.query('update api_client set secret_hash = $3, secret_made_at = now(), answered_by = $4 where id = $1 and institution_id = $2 and revoked_at is null returning id', [id, institutionId, hashToken(secret), personId]);
  if (changed.length === 0) return null;
  await endTokens(transaction, id);
  await recordAudit(transaction, { chain: institutionId, action: 'ROTATE_API_CLIENT_SECRET', actorId: personId, subject: { type: 'API_CLIENT', id } });
  return secret;
}

/** Ends a client with its tokens for ever. Whether there was one. */
export async function revokeApiClient(transaction: Transaction, { institutionId, personId }: ClientHolder, id: string): Promise<boolean> {
  const revoked = await transaction.query('update api_client set revoked_at = now() where id = $1 and institution_id = $2 and revoked_at is null returning id', [id, institutionId]);
  if (revoked.length === 0) return false;
  await endTokens(transaction, id);
  await recordAudit(transaction, { chain: institutionId, action: 'REVOKE_API_CLIENT', actorId: personId, subject: { type: 'API_CLIENT', id } });
  return true;
}

const endTokens = (transaction: Transaction, id: string): Promise<object[]> => transaction.query('delete from api_token where client_id = $1', [id]);
