/** Enrolment of a break-glass administrator: a passkey and codes in one go, by whoever has the link, or nothing is kept. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { hashToken } from '../viewer.reader.js';
import { challenges } from './challenges.js';
import { codeAddress, codesAt, newCodeSecret, stepOfCode } from './codes.js';
import { askForNewPasskey, challengeIn, checkNewPasskey } from '../passkeys/passkeys.js';

export interface Invitation { readonly name: string; readonly options: PublicKeyCredentialCreationOptionsJSON; readonly secret: string; readonly address: string }
export interface EnrolmentAnswer { readonly token: string; readonly browserToken: string | null; readonly passkey: unknown; readonly code: string }

const INVITED = `
  select a.person_id as "personId", coalesce(p.display_name, '') as name from break_glass_account a join person p on p.id = a.person_id and p.disabled_at is null
   where a.enrolment_hash = $1 and a.enrolment_expires_at > now() and a.ended_at is null`;

@Injectable()
export class BreakGlassEnrolment {
  private readonly logger = new Logger('BreakGlass');

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(Database) private readonly database: Database, @Inject(Sealing) private readonly sealing: Sealing) {}

  /** Every look at the page asks anew, with a secret of its own: what somebody else saw under the link is worth nothing. */
  async open(token: string, browserToken: string): Promise<Invitation> {
    const sealer = await this.sealing.sealer();
    return this.database.transaction('SYSTEM', async (transaction) => {
      const { personId, name } = await invited(transaction, token);
      const [secret, options] = [newCodeSecret(), await askForNewPasskey(this.config.publicUrl, { handle: personId, name })];
      await challenges.ask(transaction, { purpose: 'ENROL', challenge: options.challenge, browserToken }, { personId, codeSecret: sealer.seal(codesAt(personId), secret) });
      return { name, options, secret, address: codeAddress(secret, name) };
    });
  }

  /** A refusal undoes it all, also that the question was answered: a mistyped code is typed again. */
  async finish({ token, browserToken, passkey, code }: EnrolmentAnswer): Promise<void> {
    const sealer = await this.sealing.sealer();
    const challenge = challengeIn(passkey);
    const personId = await this.database.transaction('SYSTEM', async (transaction) => {
      const person = await invited(transaction, token, 'for update of a');
      const claimed = await challenges.claim(transaction, { purpose: 'ENROL', challenge, browserToken });
      if (claimed === null || claimed.personId !== person.personId || claimed.codeSecret === null) throw new Refused('NOT_ASKED');
      const made = await checkNewPasskey(this.config.publicUrl, passkey, challenge).catch((error: unknown) => { throw new Refused('BAD_PASSKEY', error); });
      const step = stepOfCode(sealer.unseal(codesAt(person.personId), claimed.codeSecret), code);
      if (step === null) throw new Refused('BAD_CODE');
      const [kept] = await transaction.query('insert into break_glass_passkey (credential_id, person_id, public_key, counter) values ($1, $2, $3, $4) on conflict do nothing returning 1 as kept', [made.id, person.personId, made.publicKey, made.counter]);
      if (kept === undefined) throw new Refused('BAD_PASSKEY', new Error('the passkey is known already'));
      await transaction.query(
        'update break_glass_account set code_secret = $2, last_code_step = $3, enrolled_at = now(), enrolment_hash = null, enrolment_expires_at = null where person_id = $1', [person.personId, claimed.codeSecret, step]);
      await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'ENROL_BREAK_GLASS', actorId: person.personId, subject: { type: 'PERSON', id: person.personId } });
      return person.personId;
    });
    this.logger.warn(`${apiId('person', personId)} enrolled as a break-glass administrator`);
  }
}

async function invited(transaction: Transaction, token: string, lock = ''): Promise<{ personId: string; name: string }> {
  const [person] = await transaction.query<{ personId: string; name: string }>(`${INVITED} ${lock}`, [hashToken(token)]);
  if (person === undefined) throw new Refused('BAD_LINK');
  return person;
}
