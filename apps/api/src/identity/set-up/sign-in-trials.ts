/** Tests of a sign-in that is being set up: what came back is kept for whoever set it up, and nobody is signed in. */
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { recordAudit } from '../../platform/audit/index.js';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import type { Answered } from '../attributes/attribute-names.js';
import { readIdentity } from '../attributes/read-identity.js';
import { OidcFault } from '../oidc/oidc-fault.js';
import { SamlFault } from '../saml/saml-fault.js';
import { readSessionToken, readSetUpToken } from '../sign-in/cookies.js';
import { whyNotWelcome } from '../sign-in/link-identity.js';
import type { LoginPurpose } from '../sign-in/login-transactions.js';
import type { SignInProvider } from '../sign-in/provider.reader.js';
import { Refused } from '../sign-in/sign-in.answers.js';
import { ViewerReader } from '../viewer.reader.js';
import { SetUpAccessReader } from './set-up-access.js';
import { isTestFault, type TestFault } from './test-faults.js';

type Tested = Pick<SignInProvider, 'id' | 'institutionId' | 'settings' | 'rules'>;
interface Outcome { readonly fault: TestFault | null; readonly detail: string | null; readonly answered: Answered }

const NOTHING: Answered = { released: {}, unknownNames: [] };
const LONGEST_DETAIL = 300;
/** What a test showed of a person is blanked after an hour, and tests that were replaced long ago are deleted. */
const BLANK = `update provider_test set received = '{}' where happened_at < now() - interval '1 hour' and received <> '{}'`;
const FORGET = `delete from provider_test where happened_at < now() - interval '90 days'`;
const KEEP = 'insert into provider_test (id, provider_id, institution_id, settings, fault, detail, received, unknown_names) values ($1, $2, $3, $4, $5, $6, $7, $8)';

@Injectable()
export class SignInTrials {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Database) private readonly database: Database,
    @Inject(ViewerReader) private readonly viewers: ViewerReader,
    @Inject(SetUpAccessReader) private readonly access: SetUpAccessReader,
  ) {}

  async mayTest({ headers: { cookie } }: Request, { institutionId }: Tested): Promise<boolean> {
    const { publicUrl } = this.config;
    const viewer = await this.viewers.findByToken(readSessionToken(cookie, publicUrl));
    return (await this.access.find(viewer, readSetUpToken(cookie, publicUrl), institutionId)) !== null;
  }

  /** Would the person have been let in? */
  async conclude({ provider, answered, returnTo }: { provider: Tested; answered: Answered; returnTo: string }, response: Response): Promise<void> {
    const reading = readIdentity(answered.released, provider.rules);
    const fault = reading.ok ? whyNotWelcome(reading.identity) : reading.fault;
    await this.keep(provider, { fault, detail: reading.ok ? null : reading.attribute, answered });
    back(returnTo, response);
  }

  /** Keeps why a test failed and goes back to the set-up; a sign-in that failed is refused as ever. */
  async fail({ provider, purpose, returnTo }: { provider: Tested; purpose: LoginPurpose; returnTo: string }, error: unknown, response: Response): Promise<null> {
    if (purpose === 'SIGN_IN') throw error;
    const cause = error instanceof Refused ? error.cause : error;
    const known = cause instanceof SamlFault || cause instanceof OidcFault ? { code: cause.code, detail: cause.message } : { code: 'BROKEN', detail: '' };
    await this.keep(provider, { fault: isTestFault(known.code) ? known.code : 'BROKEN', detail: known.detail, answered: NOTHING });
    back(returnTo, response);
    return null;
  }

  private async keep(provider: Tested, { fault, detail, answered }: Outcome): Promise<void> {
    await this.database.transaction({ kind: 'INSTITUTION', institutionId: provider.institutionId }, async (transaction) => {
      await transaction.query(BLANK);
      await transaction.query(FORGET);
      await transaction.query(KEEP, [newKey(), provider.id, provider.institutionId, provider.settings, fault, detail?.slice(0, LONGEST_DETAIL) ?? null, JSON.stringify(answered.released), answered.unknownNames]);
      await recordAudit(transaction, { chain: provider.institutionId, action: 'TEST_PROVIDER', subject: { type: 'IDENTITY_PROVIDER', id: provider.id }, outcome: fault === null ? 'DONE' : 'REFUSED', details: fault === null ? {} : { reason: fault } });
    });
  }
}

function back(returnTo: string, response: Response): void {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }).redirect(303, returnTo === '/' ? '/admin/institution' : returnTo);
}
