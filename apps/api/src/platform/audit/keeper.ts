/** Closes and anchors the chains on a schedule: one process of all, every hour, the first time a minute after the start. */
import type { Config } from '../config/config.js';
import type { Database } from '../database/database.js';
import { anchor, readAnchors } from './anchors.js';
import { type Closing, closeChains } from './checkpoints.js';
import { SigningKeys } from './signing-keys.js';

export type KeepingFailed = (error: unknown) => void;

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 60 * 60_000;
/** Another process, or a command, wrote the line of this hour. */
const RECENT_MS = 55 * 60_000;
/** Any constant: whoever holds this lock is the one that keeps the record. */
const KEEPING = 7_190_428;

export class AuditKeeper {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private trouble: string | null = null;

  constructor(private readonly database: Database, private readonly config: Pick<Config, 'audit' | 'mode'>, private readonly failed: KeepingFailed) {}

  start(firstAfterMs = FIRST_AFTER_MS): void {
    this.after(firstAfterMs);
  }

  /** Waits for what is being written. */
  async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.running;
  }

  /** What the operator should look at, for readiness. */
  warnings(): readonly string[] {
    const { mode, audit } = this.config;
    return [
      ...(mode === 'production' && audit.signingKey === null ? ['AUDIT_SIGNING_KEY is not set; the audit record is neither closed nor anchored.'] : []),
      ...(mode === 'production' && audit.anchorFolder === null ? ['AUDIT_ANCHOR_FOLDER is not set; nothing outside the database shows whether the audit record was rewritten.'] : []),
      ...(this.trouble === null ? [] : [this.trouble]),
    ];
  }

  /** One round, unless another process is at it. */
  async keep(now: Date = new Date()): Promise<void> {
    const { audit: { anchorFolder } } = this.config;
    const keys = await SigningKeys.of(this.config, this.database);
    if (!keys.canSign) return;
    await this.database.transaction('SYSTEM', async (transaction) => {
      const [lock] = await transaction.query<{ held: boolean }>('select pg_try_advisory_xact_lock($1) as held', [KEEPING]);
      if (lock?.held !== true) return;
      const broken = (await closeChains(this.database, keys, { onlyDue: true, now: now.getTime() })).filter((closing) => closing.broken !== null);
      if (anchorFolder !== null) {
        const { lastAt } = await readAnchors(anchorFolder, keys);
        if (lastAt === null || now.getTime() - Date.parse(lastAt) >= RECENT_MS) await anchor(transaction, keys, anchorFolder, now);
      }
      this.trouble = null;
      if (broken.length > 0) throw new Error(brokenText(broken));
    });
  }

  private after(delay: number): void {
    this.timer = setTimeout(() => {
      this.running = this.keep().catch((error: unknown) => {
        this.trouble = 'The audit record could not be closed and anchored; see the log, and run `passalong audit verify`.';
        this.failed(error);
      }).then(() => { if (this.timer !== null) this.after(EVERY_MS); });
    }, delay).unref();
  }
}

function brokenText(closings: readonly Closing[]): string {
  return `The audit record is broken: ${closings.map(({ chain, broken }) => `chain ${chain} at entry ${broken?.sequence ?? 0}, ${broken?.damage ?? ''}`).join('; ')}. Run passalong audit verify.`;
}
