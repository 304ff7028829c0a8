/** The two writes of sign-in: a verified identity becomes a session, and a session ends. */
import { Inject, Injectable } from '@nestjs/common';
import { recordAudit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/database.js';
import type { ExternalIdentity } from '../attributes/read-identity.js';
import { linkIdentity } from './link-identity.js';
import { Sessions } from './sessions.js';
import { Refused } from './sign-in.answers.js';

@Injectable()
export class SignInCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Sessions) private readonly sessions: Sessions) {}

  /** The token of the new session. Person, membership, session and their audit entry are written together or not at all. */
  signIn(identity: ExternalIdentity, institutionId: string, previousToken: string | null): Promise<string> {
    return this.database.transaction('SYSTEM', async (transaction) => {
      const linked = await linkIdentity(transaction, identity, institutionId);
      if (!linked.ok) throw new Refused(linked.reason, undefined, linked.personId);
      const token = await this.sessions.begin(transaction, { personId: linked.personId, institutionId, previousToken });
      await recordAudit(transaction, { chain: institutionId, action: 'SIGN_IN', actorId: linked.personId, subject: { type: 'IDENTITY_PROVIDER', id: identity.providerId } });
      return token;
    });
  }

  async signOut(token: string | null): Promise<void> {
    if (token !== null) await this.sessions.end(token);
  }
}
