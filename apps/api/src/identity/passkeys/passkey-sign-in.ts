/** Signing in with a passkey that was made by an invitation. */
import { Inject, Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { comeAgain, invitationHere, type KnownPerson, noteVisit } from '../sign-in/entrance.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { SignInCommands } from '../sign-in/sign-in.commands.js';
import { challenges, passkeySubject } from './member-passkeys.js';
import { askForPasskey, challengeIn, checkPasskey, passkeyIn } from './passkeys.js';

export interface Showing { readonly passkey: unknown; readonly browserToken: string | null; readonly previousToken: string | null; readonly invitation: string | null }
interface KnownRow extends KnownPerson { institution_id: string; public_key: Buffer; counter: string; has_ended: boolean }

/** The row stays locked until the commit: of two answers at one moment, the second is held against what the first counted. */
const FIND = `
  select k.institution_id, k.public_key, k.counter, k.ended_at is not null as has_ended, p.id as person_id, p.disabled_at is not null as is_disabled, (m.valid_until is null or m.valid_until > now()) and i.standing = 'MEMBER' as is_member
    from member_passkey k join person p on p.id = k.person_id join membership m on m.person_id = k.person_id and m.institution_id = k.institution_id join institution i on i.id = k.institution_id
   where k.credential_id = $1 for update of k`;

@Injectable()
export class PasskeySignIn {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Database) private readonly database: Database, @Inject(SignInCommands) private readonly commands: SignInCommands) {}

  async begin(browserToken: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await askForPasskey(this.config.publicUrl);
    await this.database.transaction('SYSTEM', (transaction) => challenges.ask(transaction, { purpose: 'SIGN_IN', challenge: options.challenge, browserToken }));
    return options;
  }

  /** The token of the new session. The challenge is used up whatever comes of it. Who had left comes back with an invitation that this browser carries. */
  async finish({ passkey, browserToken, previousToken, invitation }: Showing): Promise<string> {
    const challenge = challengeIn(passkey);
    const claimed = await this.database.transaction('SYSTEM', (transaction) => challenges.claim(transaction, { purpose: 'SIGN_IN', challenge, browserToken }));
    if (claimed === null) throw new Refused('NOT_ASKED');
    return this.database.transaction('SYSTEM', async (transaction) => {
      const known = await this.verified(transaction, passkey, challenge);
      const { institution_id: institutionId, person_id: personId } = known;
      const invited = await invitationHere(transaction, invitation, institutionId);
      const linked = await comeAgain(transaction, known, { institutionId, invited, expected: invited?.personId ?? null, mayReturn: false });
      if (!linked.ok) throw new Refused(linked.reason, undefined, personId, institutionId);
      await noteVisit(transaction, personId, institutionId);
      return this.commands.letIn(transaction, { personId, institutionId, previousToken, subject: passkeySubject(passkeyIn(passkey)) });
    });
  }

  /** Whose passkey it is, once it has shown that it is theirs. */
  private async verified(transaction: Transaction, answer: unknown, challenge: string): Promise<KnownRow> {
    const id = passkeyIn(answer);
    const [known] = await transaction.query<KnownRow>(FIND, [id]);
    if (known === undefined) throw new Refused('BAD_PASSKEY');
    const counter = await checkPasskey(this.config.publicUrl, answer, { challenge, passkey: { id, publicKey: known.public_key, counter: Number(known.counter) } })
      .catch((error: unknown) => { throw new Refused('BAD_PASSKEY', error, null, known.institution_id); });
    if (known.has_ended) throw new Refused('PASSKEY_ENDED', undefined, known.person_id, known.institution_id);
    await transaction.query('update member_passkey set counter = $2, last_used_at = now() where credential_id = $1', [id, counter]);
    return known;
  }
}
