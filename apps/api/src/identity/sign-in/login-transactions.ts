/** OpenID Connect sign-ins under way: one row per state, claimed once, by the browser that began it, within ten minutes. */
import { Inject, Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Database } from '../../platform/database/database.js';
import type { OidcAttempt } from '../oidc/oidc-provider-client.js';
import { hashToken } from '../viewer.reader.js';

export const LOGIN_SECONDS = 10 * 60;

/** SIGN_IN ends in a session; TEST shows whoever sets sign-in up what came, and signs nobody in; LINK gives whoever is signed in another way to sign in. */
export type LoginPurpose = 'SIGN_IN' | 'TEST' | 'LINK';
/** What a sign-in is for, and where it leads. LINK holds for the session with this hash alone. */
export interface LoginAim { readonly purpose: LoginPurpose; readonly returnTo: string; readonly linkingSession: Buffer | null }
export interface AimRow { purpose: LoginPurpose; return_to: string; linking_session: Buffer | null }
export const aimOf = (row: AimRow): LoginAim => ({ purpose: row.purpose, returnTo: row.return_to, linkingSession: row.linking_session });
export interface ClaimedLogin extends LoginAim { readonly nonce: string; readonly codeVerifier: string }
interface ClaimedRow extends AimRow { nonce: string; code_verifier: string }

const BEGIN = `
  insert into login_transaction (state_hash, provider_id, browser_hash, nonce, code_verifier, return_to, purpose, linking_session, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(secs => $9))`;
/** One statement, so that of two callbacks with one state only one gets the row. Another browser's try leaves the row alone. */
const CLAIM = `
  delete from login_transaction where state_hash = $1 and provider_id = $2 and browser_hash = $3 and nonce is not null and expires_at > now()
  returning nonce, code_verifier, return_to, purpose, linking_session`;

export const newBrowserToken = (): string => randomBytes(32).toString('base64url');

@Injectable()
export class LoginTransactions {
  constructor(@Inject(Database) private readonly database: Database) {}

  async begin(login: { providerId: string; browserToken: string; attempt: OidcAttempt; aim: LoginAim }): Promise<void> {
    const { attempt, aim } = login;
    await this.database.transaction('SYSTEM', async (transaction) => {
      await transaction.query('delete from login_transaction where expires_at < now()');
      await transaction.query(BEGIN, [hashToken(attempt.state), login.providerId, hashToken(login.browserToken), attempt.nonce, attempt.codeVerifier, aim.returnTo, aim.purpose, aim.linkingSession, LOGIN_SECONDS]);
    });
  }

  /** The sign-in behind a state, or null where it is unknown, used, too old or another browser's. */
  async claim(login: { providerId: string; browserToken: string; state: string }): Promise<ClaimedLogin | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) =>
      transaction.query<ClaimedRow>(CLAIM, [hashToken(login.state), login.providerId, hashToken(login.browserToken)]));
    return row === undefined ? null : { nonce: row.nonce, codeVerifier: row.code_verifier, ...aimOf(row) };
  }
}
