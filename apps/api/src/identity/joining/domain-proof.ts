/** A domain shown to be an institution's own by a TXT record, looked at again every week. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { recordAudit } from '../../platform/audit/index.js';
import { Database, type OfInstitution } from '../../platform/database/database.js';

export type LookUpText = (name: string) => Promise<readonly string[]>;

const LOOK_MS = 60 * 60_000;
const PATIENCE_MS = 5_000;
const MOST_DOMAINS = 50;
/** One domain at a time, by one node: the row that is due is stamped before it is looked up. */
const TAKE = `
  update proven_domain d set checked_at = now() where (d.institution_id, d.domain) = (
    select o.institution_id, o.domain from proven_domain o where o.proven_at is not null and o.checked_at <= now() - interval '7 days' order by o.checked_at limit 1 for update skip locked)
  returning d.institution_id, d.domain, d.challenge`;
interface DueRow { institution_id: string; domain: string; challenge: string }
interface Proof extends OfInstitution { readonly domain: string; readonly personId: string | null }

/** Where the record stands, and what it says. */
export const recordOf = (domain: string, challenge: string): { readonly name: string; readonly value: string } => ({ name: `_passalong.${domain}`, value: `passalong-domain=${challenge}` });

@Injectable()
export class DomainProof implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Domains');
  private timer: NodeJS.Timeout | null = null;
  /** Replaced in tests. */
  lookUp: LookUpText = textRecords;

  constructor(@Inject(Database) private readonly database: Database) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.checkDue().catch((error: unknown) => { this.logger.error(error instanceof Error ? error.message : 'failed'); }), LOOK_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Begins to prove a domain; one that was begun keeps its challenge. False where there are too many. */
  claim({ domain, personId, ...of }: Proof): Promise<boolean> {
    return this.database.transaction(of, async (transaction) => {
      const made = await transaction.query(
        `insert into proven_domain (institution_id, domain, challenge) select $1, $2, $3 where (select count(*) from proven_domain d where d.institution_id = $1) < ${MOST_DOMAINS} on conflict do nothing returning 1 as made`,
        [of.institutionId, domain, randomBytes(16).toString('hex')]);
      if (made.length > 0) await recordAudit(transaction, { chain: of.institutionId, action: 'CLAIM_DOMAIN', actorId: personId, subject: { type: 'DOMAIN', id: domain } });
      return made.length > 0 || (await transaction.query('select 1 from proven_domain where institution_id = $1 and domain = $2', [of.institutionId, domain])).length > 0;
    });
  }

  drop({ domain, personId, ...of }: Proof): Promise<boolean> {
    return this.database.transaction(of, async (transaction) => {
      const gone = await transaction.query('delete from proven_domain where institution_id = $1 and domain = $2 returning 1 as gone', [of.institutionId, domain]);
      if (gone.length > 0) await recordAudit(transaction, { chain: of.institutionId, action: 'DROP_DOMAIN', actorId: personId, subject: { type: 'DOMAIN', id: domain } });
      return gone.length > 0;
    });
  }

  /** Looks for the record now. Null where nobody claims the domain here. */
  async check({ domain, ...of }: Omit<Proof, 'personId'>): Promise<{ isProven: boolean } | null> {
    const [row] = await this.database.transaction({ kind: 'INSTITUTION', institutionId: of.institutionId }, (transaction) => transaction.query<{ challenge: string }>('update proven_domain set checked_at = now() where institution_id = $1 and domain = $2 returning challenge', [of.institutionId, domain]));
    return row === undefined ? null : { isProven: await this.settle({ institution_id: of.institutionId, domain, challenge: row.challenge }) };
  }

  /** Looks again at what was proven a week ago; returns how many were looked at and how many are lost. */
  async checkDue(): Promise<{ taken: number; lost: number }> {
    const done = { taken: 0, lost: 0 };
    for (let due = await this.takeOne(); due !== null; due = await this.takeOne()) {
      done.taken += 1;
      if (await this.settle(due)) continue;
      done.lost += 1;
      this.logger.warn(`${due.domain} is no longer proven.`);
    }
    return done;
  }

  private async takeOne(): Promise<DueRow | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<DueRow>(TAKE));
    return row ?? null;
  }

  /** A name server that does not answer proves nothing and takes nothing away; it is asked again with the next look. */
  private async settle({ institution_id: institutionId, domain, challenge }: DueRow): Promise<boolean> {
    const { name, value } = recordOf(domain, challenge);
    const found = await this.lookUp(name).then((texts) => ({ isThere: texts.includes(value), failure: texts.includes(value) ? null : 'There is no such record, or it says something else.' }), (error: unknown) => missing(error));
    return this.database.transaction({ kind: 'INSTITUTION', institutionId }, async (transaction) => {
      const [row] = await transaction.query<{ was: boolean; is: boolean }>(
        `update proven_domain d set failure = $4, proven_at = case when $3::boolean then coalesce(d.proven_at, now()) when not $3::boolean then null else d.proven_at end
           from proven_domain o where o.institution_id = d.institution_id and o.domain = d.domain and d.institution_id = $1 and d.domain = $2 returning o.proven_at is not null as was, d.proven_at is not null as is`,
        [institutionId, domain, found.isThere, found.failure]);
      if (row === undefined) return false;
      if (row.was !== row.is) await recordAudit(transaction, { chain: institutionId, action: row.is ? 'PROVE_DOMAIN' : 'LOSE_DOMAIN', subject: { type: 'DOMAIN', id: domain } });
      return row.is;
    });
  }
}

/** Null where it cannot be said whether the record is there. */
function missing(error: unknown): { readonly isThere: false | null; readonly failure: string } {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOTFOUND' || code === 'ENODATA') return { isThere: false, failure: 'There is no such record yet. New ones can take some hours to be seen everywhere.' };
  return { isThere: null, failure: 'The name server did not answer. It is asked again.' };
}

/** The TXT records of a name, each in one piece. */
async function textRecords(name: string): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
}
