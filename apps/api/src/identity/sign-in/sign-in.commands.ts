/** The two writes of sign-in: a verified identity becomes a session, and a session ends. */
import { Inject, Injectable } from '@nestjs/common';
import { recordAudit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import type { WayIn } from './entrance.js';
import { type Arriving, linkIdentity } from './link-identity.js';
import { Sessions } from './sessions.js';
import { Refused } from './sign-in.answers.js';

@Injectable()
export class SignInCommands {
  constructor(@Inject(Database) private readonly database: Database, @Inject(Sessions) private readonly sessions: Sessions) {}

  /** The token of the new session. Person, membership, session and their audit entry are written together or not at all. */
  signIn(arriving: Arriving, previousToken: string | null): Promise<string> {
    const { institutionId, identity } = arriving;
    return this.database.transaction('SYSTEM', async (transaction) => {
      const linked = await linkIdentity(transaction, arriving);
      if (!linked.ok) throw new Refused(linked.reason, undefined, linked.personId);
      return this.letIn(transaction, { personId: linked.personId, institutionId, previousToken, subject: { type: 'IDENTITY_PROVIDER', id: identity.providerId } });
    });
  }

  /** Begins the session of somebody who showed who they are, and says on the record by what. Returns its token. */
  async letIn(transaction: Transaction, { subject, ...session }: { readonly personId: string; readonly institutionId: string; readonly previousToken: string | null; readonly subject: WayIn['subject'] }): Promise<string> {
    const token = await this.sessions.begin(transaction, session);
    await recordAudit(transaction, { chain: session.institutionId, action: 'SIGN_IN', actorId: session.personId, subject });
    return token;
  }

  /** Gives whoever is signed in another way to sign in, and their session a new token: from now on it stands for more. */
  link(arriving: Omit<Arriving, 'linkTo'>, sessionToken: string): Promise<string> {
    return this.database.transaction('SYSTEM', async (transaction) => {
      const session = await this.sessions.find(transaction, sessionToken);
      if (session === null) throw new Refused('NOT_BEGUN_HERE');
      const linked = await linkIdentity(transaction, { ...arriving, linkTo: session.personId });
      if (!linked.ok) throw new Refused(linked.reason, undefined, session.personId);
      return this.sessions.begin(transaction, { ...session, previousToken: sessionToken });
    });
  }

  /** Whether somebody signed in with this session a moment ago. */
  async isFresh(token: string): Promise<boolean> {
    return this.database.transaction('SYSTEM', async (transaction) => (await this.sessions.find(transaction, token))?.isFresh === true);
  }

  async signOut(token: string | null): Promise<void> {
    if (token !== null) await this.sessions.end(token);
  }
}
