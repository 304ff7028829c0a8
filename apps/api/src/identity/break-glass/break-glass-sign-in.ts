/** Signing in without any identity provider: a passkey, then a code, then a short session. */
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { randomBytes } from 'node:crypto';
import { COMMONS_CHAIN, recordAudit } from '../../platform/audit/index.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database, type Transaction } from '../../platform/database/database.js';
import { apiId } from '../../platform/ids/ids.js';
import type { Sealer } from '../../platform/sealing/sealer.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { BREAK_GLASS_SECONDS } from '../session-limits.js';
import { Sessions } from '../sign-in/sessions.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { challenges } from './challenges.js';
import { codesAt, stepOfCode } from './codes.js';
import { askForPasskey, challengeIn, checkPasskey, passkeyIn } from '../passkeys/passkeys.js';

interface AccountRow { personId: string; institutionId: string; codeSecret: Buffer | null; lastCodeStep: string | null; isLocked: boolean; isUsable: boolean }
export interface CodeAnswer { readonly ticket: string; readonly code: string; readonly browserToken: string | null; readonly previousToken: string | null }

/** The row stays locked until the commit: of two codes at one moment, the second knows of the first. */
const ACCOUNT = `
  select a.person_id as "personId", a.institution_id as "institutionId", a.code_secret as "codeSecret", a.last_code_step as "lastCodeStep", coalesce(a.locked_until > now(), false) as "isLocked",
         a.enrolled_at is not null and a.ended_at is null and p.disabled_at is null and p.is_platform_administrator
           and exists (select from membership m where m.person_id = a.person_id and m.institution_id = a.institution_id and (m.valid_until is null or m.valid_until > now())) as "isUsable"
    from break_glass_account a join person p on p.id = a.person_id where a.person_id = $1 for update of a`;

const MOST_WRONG = 5;
const WINDOW = `interval '15 minutes'`;
const LOCKED_FOR = `interval '15 minutes'`;
const COUNT_WRONG = `
  with wrong as (select array_append(array(select at from unnest(wrong_codes_at) at where at > now() - ${WINDOW}), now()) as times from break_glass_account where person_id = $1)
  update break_glass_account a set
      wrong_codes_at = case when cardinality(w.times) >= ${MOST_WRONG} then '{}' else w.times end,
      locked_until = case when cardinality(w.times) >= ${MOST_WRONG} then now() + ${LOCKED_FOR} else a.locked_until end
    from wrong w where a.person_id = $1 returning a.locked_until > now() as "isLocked"`;

@Injectable()
export class BreakGlassSignIn {
  private readonly logger = new Logger('BreakGlass');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Sealing) private readonly sealing: Sealing,
  ) {}

  async begin(browserToken: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const options = await askForPasskey(this.config.publicUrl);
    await this.database.transaction('SYSTEM', (transaction) => challenges.ask(transaction, { purpose: 'PASSKEY', challenge: options.challenge, browserToken }));
    return options;
  }

  /** The ticket under which a code is awaited. The challenge is used up whatever comes of it. */
  async showPasskey(answer: unknown, browserToken: string | null): Promise<string> {
    const challenge = challengeIn(answer);
    const claimed = await this.database.transaction('SYSTEM', (transaction) => challenges.claim(transaction, { purpose: 'PASSKEY', challenge, browserToken }));
    if (claimed === null || browserToken === null) throw new Refused('NOT_ASKED');
    return this.database.transaction('SYSTEM', async (transaction) => {
      const [passkey] = await transaction.query<{ personId: string; publicKey: Buffer; counter: string }>('select person_id as "personId", public_key as "publicKey", counter from break_glass_passkey where credential_id = $1 for update', [passkeyIn(answer)]);
      if (passkey === undefined) throw new Refused('BAD_PASSKEY');
      const known = { id: passkeyIn(answer), publicKey: passkey.publicKey, counter: Number(passkey.counter) };
      const counter = await checkPasskey(this.config.publicUrl, answer, { challenge, passkey: known }).catch((error: unknown) => { throw new Refused('BAD_PASSKEY', error); });
      const { personId } = await usable(transaction, passkey.personId);
      await transaction.query('update break_glass_passkey set counter = $2 where credential_id = $1', [known.id, counter]);
      const ticket = randomBytes(32).toString('base64url');
      await challenges.ask(transaction, { purpose: 'CODE', challenge: ticket, browserToken }, { personId });
      return ticket;
    });
  }

  /** The token of the new session. What a wrong code counts for is committed, and only then it is refused. */
  async giveCode({ ticket, code, browserToken, previousToken }: CodeAnswer): Promise<string> {
    const sealer = await this.sealing.sealer();
    const asked = { purpose: 'CODE', challenge: ticket, browserToken } as const;
    const outcome = await this.database.transaction('SYSTEM', async (transaction) => {
      const awaited = await challenges.look(transaction, asked);
      if (awaited === null) throw new Refused('NOT_ASKED');
      const account = await usable(transaction, awaited.personId ?? '');
      // A form sent twice waited for the account until here, and must not count as a wrong code.
      if ((await challenges.look(transaction, asked)) === null) throw new Refused('NOT_ASKED');
      const { personId, institutionId } = account;
      const step = stepOfNewCode(account, sealer, code);
      if (step === null) return { token: null, personId, refusal: await countWrong(transaction, personId) };
      await challenges.claim(transaction, asked);
      await transaction.query(`update break_glass_account set last_code_step = $2, wrong_codes_at = '{}', last_used_at = now() where person_id = $1`, [personId, step]);
      const token = await this.sessions.begin(transaction, { personId, institutionId, previousToken, seconds: BREAK_GLASS_SECONDS });
      await recordAudit(transaction, { chain: COMMONS_CHAIN, action: 'USE_BREAK_GLASS', actorId: personId, subject: { type: 'INSTITUTION', id: institutionId } });
      return { token, personId, refusal: null };
    });
    if (outcome.token === null) throw new Refused(outcome.refusal, undefined, outcome.personId);
    this.logger.warn(`${apiId('person', outcome.personId)} signed in as a break-glass administrator`);
    return outcome.token;
  }
}

async function usable(transaction: Transaction, personId: string): Promise<AccountRow> {
  const [account] = await transaction.query<AccountRow>(ACCOUNT, [personId]);
  if (account === undefined || !account.isUsable) throw new Refused('BREAK_GLASS_ENDED', undefined, personId);
  if (account.isLocked) throw new Refused('CODES_LOCKED', undefined, personId);
  return account;
}

/** A code is accepted once, and none that is older than one that was accepted. */
function stepOfNewCode({ personId, codeSecret, lastCodeStep }: AccountRow, sealer: Sealer, code: string): number | null {
  const step = codeSecret === null ? null : stepOfCode(sealer.unseal(codesAt(personId), codeSecret), code);
  return step === null || step <= Number(lastCodeStep) ? null : step;
}

async function countWrong(transaction: Transaction, personId: string): Promise<'BAD_CODE' | 'CODES_LOCKED'> {
  const [counted] = await transaction.query<{ isLocked: boolean | null }>(COUNT_WRONG, [personId]);
  if (counted?.isLocked !== true) return 'BAD_CODE';
  await challenges.forget(transaction, personId);
  return 'CODES_LOCKED';
}
