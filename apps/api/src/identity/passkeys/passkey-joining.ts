/** Coming in by an invitation with a new passkey: person, membership, passkey and session together, or nothing is kept. */
import { Inject, Injectable } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { findInvitation, type Invited } from '../joining/invitations.js';
import { readLine } from '../joining/read-words.js';
import { addTo, noteVisit, welcome } from '../sign-in/entrance.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { SignInCommands } from '../sign-in/sign-in.commands.js';
import { challenges, wayInBy } from './member-passkeys.js';
import { MOST_NAME } from './passkey.pages.js';
import { askForNewPasskey, challengeIn, checkNewPasskey } from './passkeys.js';

export interface Joining { readonly token: string; readonly name: unknown; readonly passkey: unknown; readonly browserToken: string | null; readonly previousToken: string | null }

@Injectable()
export class PasskeyJoining {
  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Database) private readonly database: Database, @Inject(SignInCommands) private readonly commands: SignInCommands) {}

  begin({ token, name, browserToken }: Pick<Joining, 'token' | 'name'> & { readonly browserToken: string }): Promise<PublicKeyCredentialCreationOptionsJSON> {
    return this.database.transaction('SYSTEM', async (transaction) => {
      const invited = await open(transaction, token);
      // Begun again, it replaces what was made on the device before and came to nothing.
      const options = await askForNewPasskey(this.config.publicUrl, { handle: invited.personId ?? invited.id, name: invited.personId === null ? nameIn(name) : await nameOf(transaction, invited.personId) });
      await challenges.ask(transaction, { purpose: purposeOf(invited), challenge: options.challenge, browserToken }, { personId: invited.personId });
      return options;
    });
  }

  /** The token of the new session. Of two browsers with one invitation the second waits here for the first, and finds it used. */
  finish({ token, name, passkey, browserToken, previousToken }: Joining): Promise<string> {
    const challenge = challengeIn(passkey);
    return this.database.transaction('SYSTEM', async (transaction) => {
      const invited = await open(transaction, token);
      const { institutionId, personId } = invited;
      const claimed = await challenges.claim(transaction, { purpose: purposeOf(invited), challenge, browserToken });
      if (claimed === null || claimed.personId !== personId) throw new Refused('NOT_ASKED');
      const made = await checkNewPasskey(this.config.publicUrl, passkey, challenge).catch((error: unknown) => { throw new Refused('BAD_PASSKEY', error); });
      const entering = { institutionId, invited, wayIn: wayInBy(made, institutionId) };
      const linked = personId === null ? await welcome(transaction, nameIn(name), entering) : await addTo(transaction, personId, entering, null);
      if (!linked.ok) throw new Refused(linked.reason, undefined, linked.personId, institutionId);
      await noteVisit(transaction, linked.personId, institutionId);
      return this.commands.letIn(transaction, { personId: linked.personId, institutionId, previousToken, subject: entering.wayIn.subject });
    });
  }
}

const purposeOf = ({ personId }: Invited): 'ADD' | 'JOIN' => (personId === null ? 'JOIN' : 'ADD');

async function open(transaction: Transaction, token: string): Promise<Invited> {
  const invited = await findInvitation(transaction, token);
  if (invited === null) throw new Refused('LINK_OVER');
  return invited;
}

function nameIn(given: unknown): string {
  const name = readLine(given, MOST_NAME);
  if (name === null) throw new Refused('NO_NAME');
  return name;
}

/** What the device shows beside the passkey. */
async function nameOf(transaction: Transaction, personId: string): Promise<string> {
  const [person] = await transaction.query<{ name: string | null }>('select display_name as name from person where id = $1', [personId]);
  return person?.name ?? 'Passalong';
}
