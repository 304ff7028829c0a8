/** SAML sign-ins under way: a request waits for one answer, and what was verified waits for the browser that asked. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database } from '../../platform/database/database.js';
import type { Answered } from '../attributes/attribute-names.js';
import type { Verified } from '../saml/assertion-gate.js';
import { hashToken } from '../viewer.reader.js';
import { aimOf, type AimRow, LOGIN_SECONDS, type LoginAim } from './login-transactions.js';

export interface FetchedLogin extends LoginAim { readonly answered: Answered }
export type PutAside = { readonly ok: true; readonly ticket: string } | { readonly ok: false; readonly reason: 'USED_TWICE' | 'NOT_BEGUN_HERE' };

/** The browser follows the redirect at once. */
const TICKET_SECONDS = 60;
const BEGIN = 'insert into login_transaction (state_hash, provider_id, browser_hash, return_to, purpose, linking_session, expires_at) values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))';
const WAITS = 'state_hash = $1 and provider_id = $2 and nonce is null and ticket_hash is null and expires_at > now()';
/** One statement, so that of fifty arrivals on two nodes one inserts and the others find it there. */
const USE = 'insert into used_assertion (provider_id, id_hash, valid_until) values ($1, $2, to_timestamp($3::float8 / 1000)) on conflict do nothing returning 1 as used';
const PUT_ASIDE = `update login_transaction set ticket_hash = $3, verified = $4, expires_at = least(expires_at, now() + make_interval(secs => ${TICKET_SECONDS})) where ${WAITS} returning 1 as kept`;
const CLAIM = 'delete from login_transaction where ticket_hash = $1 and provider_id = $2 and browser_hash = $3 and expires_at > now() returning verified, return_to, purpose, linking_session';

@Injectable()
export class SamlLogins {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(login: { providerId: string; browserToken: string; requestId: string; aim: LoginAim }): Promise<void> {
    await this.database.transaction('SYSTEM', async (transaction) => {
      await transaction.query('delete from login_transaction where expires_at < now()');
      await transaction.query('delete from used_assertion where valid_until < now()');
      await transaction.query(BEGIN, [hashToken(login.requestId), login.providerId, hashToken(login.browserToken), login.aim.returnTo, login.aim.purpose, login.aim.linkingSession, LOGIN_SECONDS]);
    });
  }

  async isAwaited(providerId: string, requestId: string): Promise<boolean> {
    const rows = await this.database.transaction('SYSTEM', (transaction) => transaction.query(`select 1 from login_transaction where ${WAITS}`, [hashToken(requestId), providerId]));
    return rows.length > 0;
  }

  /** Ends a test of a set-up whose answer was refused: where it leads back to, or null where it was none. A sign-in goes on waiting for a better answer. */
  async endTest(providerId: string, requestId: string): Promise<string | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<{ return_to: string }>(`delete from login_transaction where ${WAITS} and purpose = 'TEST' returning return_to`, [hashToken(requestId), providerId]));
    return row?.return_to ?? null;
  }

  /** Marks the assertion as used and keeps what it says, both or neither. */
  putAside(answer: Verified & { readonly providerId: string; readonly requestId: string }): Promise<PutAside> {
    const ticket = randomBytes(32).toString('base64url');
    return this.database.transaction('SYSTEM', async (transaction): Promise<PutAside> => {
      const used = await transaction.query(USE, [answer.providerId, hashToken(answer.assertionId), answer.validUntil]);
      if (used.length === 0) return { ok: false, reason: 'USED_TWICE' };
      const kept = await transaction.query(PUT_ASIDE, [hashToken(answer.requestId), answer.providerId, hashToken(ticket), JSON.stringify({ released: answer.released, unknownNames: answer.unknownNames } satisfies Answered)]);
      return kept.length === 0 ? { ok: false, reason: 'NOT_BEGUN_HERE' } : { ok: true, ticket };
    });
  }

  async claim(login: { providerId: string; browserToken: string; ticket: string }): Promise<FetchedLogin | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) =>
      transaction.query<AimRow & { verified: Answered }>(CLAIM, [hashToken(login.ticket), login.providerId, hashToken(login.browserToken)]));
    return row === undefined ? null : { answered: row.verified, ...aimOf(row) };
  }
}
