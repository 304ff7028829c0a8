/** Keeps the metadata of providers that publish it fresh: fetched every two hours at most, the kept copy used until it ends, and a failure said aloud. */
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import { CONFIG } from '../../platform/config/config.token.js';
import { Database } from '../../platform/database/database.js';
import { fetchOutside } from '../../platform/http/outside.js';
import { METADATA_BYTES, readMetadata } from './idp-metadata.js';

const LOOK_MS = 10 * 60_000;
const PATIENCE_MS = 20_000;
/** One provider at a time, by one node: the row that is due is stamped before it is fetched. */
const TAKE = `
  update saml_provider s set metadata_fetched_at = now() from identity_provider p
   where p.id = s.provider_id and s.provider_id = (
     select o.provider_id from saml_provider o where o.metadata_url is not null and (o.metadata_fetched_at is null or o.metadata_fetched_at <= now() - interval '2 hours')
      order by o.metadata_fetched_at nulls first limit 1 for update skip locked)
  returning s.provider_id, p.issuer, s.metadata_url, s.metadata_signers, s.metadata_valid_until`;
const KEEP = 'update saml_provider set sign_on_url = $2, certificates = $3, metadata_valid_until = $4, scopes = $5, metadata_failure = null where provider_id = $1';

interface DueRow { provider_id: string; issuer: string; metadata_url: string; metadata_signers: string[]; metadata_valid_until: Date | null }
export type FetchText = (address: string) => Promise<string>;

@Injectable()
export class MetadataRefresh implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Metadata');
  private timer: NodeJS.Timeout | null = null;

  constructor(@Inject(Database) private readonly database: Database, @Inject(CONFIG) private readonly config: Config) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.refreshDue().catch((error: unknown) => { this.logger.error(error instanceof Error ? error.message : 'failed'); }), LOOK_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Fetches whatever is due; returns how many were taken and how many failed. A failure leaves the kept copy as it is. */
  async refreshDue(fetch: FetchText = (address) => fetchOutside(address, { milliseconds: PATIENCE_MS, bytes: METADATA_BYTES })): Promise<{ taken: number; failed: number }> {
    const done = { taken: 0, failed: 0 };
    for (let due = await this.takeOne(); due !== null; due = await this.takeOne()) {
      done.taken += 1;
      const failure = await this.refresh(due, fetch).then(() => null, (error: unknown) => (error instanceof Error ? error.message : 'It failed.'));
      if (failure === null) continue;
      done.failed += 1;
      // The operator is told while there is time: what is kept serves until it ends.
      this.logger.error(`${due.issuer}: ${failure} What is kept serves until ${due.metadata_valid_until?.toISOString() ?? 'somebody changes it'}.`);
      await this.write('update saml_provider set metadata_failure = $2 where provider_id = $1', [due.provider_id, failure.slice(0, 500)]);
    }
    return done;
  }

  private async takeOne(): Promise<DueRow | null> {
    const [row] = await this.database.transaction('SYSTEM', (transaction) => transaction.query<DueRow>(TAKE));
    return row ?? null;
  }

  private async refresh(due: DueRow, fetch: FetchText): Promise<void> {
    const metadata = readMetadata(await fetch(due.metadata_url), { entityId: due.issuer, signers: due.metadata_signers, now: Date.now(), allowsLoopback: this.config.mode !== 'production' });
    await this.write(KEEP, [due.provider_id, metadata.signOnUrl, metadata.certificates, metadata.validUntil, metadata.scopes]);
  }

  private async write(text: string, values: readonly unknown[]): Promise<void> {
    await this.database.transaction('SYSTEM', (transaction) => transaction.query(text, values));
  }
}
