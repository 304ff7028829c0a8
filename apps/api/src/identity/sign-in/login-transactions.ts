/** OpenID Connect sign-ins under way: one row per state, claimed once, by the browser that began it, within ten minutes. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database } from '../../platform/database/database.js';
import type { OidcAttempt } from '../oidc/oidc-provider-client.js';
import { hashToken } from '../viewer.reader.js';

export const LOGIN_SECONDS = 10 * 60;

/** SIGN_IN ends in a session; TEST shows whoever sets sign-in up what came, and signs nobody in. */
export type LoginPurpose = 'SIGN_IN' | 'TEST';
export interface ClaimedLogin { readonly nonce: string; readonly codeVerifier: string; readonly returnTo: string; readonly purpose: LoginPurpose }
interface ClaimedRow { nonce: string; code_verifier: string; return_to: string; purpose: LoginPurpose }

const BEGIN = `
  insert into login_transaction (state_hash, provider_id, browser_hash, nonce, code_verifier, return_to, purpose, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(secs => $8))`;
/** One statement, so that of two callbacks with one state only one gets the row. Another browser's try leaves the row alone. */
const CLAIM = `
  delete from login_transaction where state_hash = $1 and provider_id = $2 and browser_hash = $3 and nonce is not null and expires_at > now()
  returning nonce, code_verifier, return_to, purpose`;

export const newBrowserToken = (): string => randomBytes(32).toString('base64url');

@Injectable()
export class LoginTransactions {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(login: { providerId: string; browserToken: string; attempt: OidcAttempt; returnTo: string; purpose: LoginPurpose }): Promise<void> {
    const { attempt } = login;
    await this.database.transaction('SYSTEM', async (transaction) => {
      await transaction.query('delete from login_transaction where expires_at < now()');
      await transaction.query(BEGIN, [hashToken(attempt.state), login.providerId, hashToken(login.browserToken), attempt.nonce, attempt.codeVerifier, login.returnTo, login.purpose, LOGIN_SECONDS]);
    });
  }

  /** The sign-in behind a state, or null where it is unknown, used, too old or another browser's. */
  async claim(login: { providerId: string; browserToken: string; state: string }): Promise<ClaimedLogin | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) =>
      transaction.query<ClaimedRow>(CLAIM, [hashToken(login.state), login.providerId, hashToken(login.browserToken)]));
    return row === undefined ? null : { nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to, purpose: row.purpose };
  }
}
