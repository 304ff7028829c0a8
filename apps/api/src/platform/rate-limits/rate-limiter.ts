/**
 * Limits that hold across nodes: a node takes a lease of tokens from a bucket with one statement, and spends it in memory. Tokens are taken
 * before they are spent, so all nodes together take no more than the bucket gives. A lease may be spent up to a few seconds after it was taken, so
 * within such a moment one lease a node can come on top of a bucket that has filled up again meanwhile.
 */
import { MINUTES_HELD, type RateLimit, type RateLimits } from '../config/rate-limits.js';
import type { Bucket, BucketTable, Returned } from './bucket-table.js';

/** A fortieth of what the bucket holds: what one node may keep from the others, for as long as a lease lasts. */
const LEASES_IN_A_BUCKET = 40;
const LEASE_MS = 5_000;
/** Somebody who was refused is refused from memory for so long, and a flood costs one statement a second. */
const ASKS_AGAIN_AFTER_MS = 1_000;
/** Nobody waits longer for a lease. */
const PATIENCE_MS = 1_000;
/** After a failure nothing is asked for so long, and everything is let through. */
const DOWN_MS = 5_000;
const REPORTED_ONCE_IN_MS = 60_000;
const SETTLED_EVERY_MS = 1_000;
const SWEPT_EVERY_MS = 60_000;
/** Beyond that the one unused for longest is forgotten with what it holds, as if its owner had spent it. */
const MOST_LEASES = 20_000;

interface Lease {
  readonly bucket: Bucket;
  readonly since: number;
  tokens: number;
  /** When the bucket last had less than was asked for, and the part of a token that stayed in it. */
  short: { readonly at: number; readonly left: number } | null;
  /** True once the bucket has answered, false where it did not. */
  coming: Promise<boolean> | null;
}

export class RateLimiter {
  private readonly leases = new Map<string, Lease>();
  private readonly timers: NodeJS.Timeout[] = [];
  private downUntil = 0;
  private reportedAt = 0;

  constructor(private readonly table: BucketTable, private readonly limits: RateLimits, private readonly report: (error: unknown) => void) {}

  async start(): Promise<void> {
    await this.table.prepare().catch((error: unknown) => this.reportOnce(error));
    this.timers.push(setInterval(() => void this.settle(), SETTLED_EVERY_MS).unref(), setInterval(() => void this.sweep(), SWEPT_EVERY_MS).unref());
  }

  async stop(): Promise<void> {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    await this.settle({ isEverything: true });
  }

  /**
   * Spends `units` of what `subject` is allowed, all or nothing. Returns 0, or the seconds after which asking again makes sense.
   *
   * Where PostgreSQL does not answer, everything is let through: what needs the database is refused by its absence, what does not need it is
   * worth having just then, and an installation that nobody can read or enter is worse than one without limits for a while.
   */
  async spend(limit: RateLimit, subject: string, units = 1): Promise<number> {
    const perMinute = this.limits[limit];
    if (perMinute === 0) return 0;
    const bucket = { holds: perMinute * MINUTES_HELD, perSecond: perMinute / 60 };
    const wanted = Math.min(units, bucket.holds); // what costs more than a bucket holds, costs all of it
    const key = `${limit} ${subject}`;
    for (;;) {
      const lease = this.leaseOf(key, bucket);
      if (lease.tokens >= wanted) {
        lease.tokens -= wanted;
        return 0;
      }
      const seconds = secondsToWait(lease, wanted);
      if (seconds > 0) return seconds;
      if (lease.coming === null && Date.now() < this.downUntil) return 0;
      const isAnswered = await (lease.coming ??= this.take(key, lease, wanted).finally(() => { lease.coming = null; }));
      if (!isAnswered) return 0;
    }
  }

  /** Gives back what is left of old leases, in one statement. What does not arrive is as good as spent. */
  async settle({ isEverything = false } = {}): Promise<void> {
    const returned: Returned[] = [];
    const latest = Date.now() - LEASE_MS;
    for (const [key, lease] of this.leases) {
      if (lease.coming !== null || (lease.since > latest && !isEverything)) continue;
      this.leases.delete(key);
      if (lease.tokens > 0) returned.push({ key, tokens: lease.tokens, holds: lease.bucket.holds });
    }
    if (returned.length > 0) await this.table.giveBack(returned).catch((error: unknown) => this.reportOnce(error));
  }

  private async sweep(): Promise<void> {
    await this.table.sweep().catch((error: unknown) => this.reportOnce(error));
  }

  /** Moves it to the end, so that the first of the map is the one unused for longest. */
  private leaseOf(key: string, bucket: Bucket): Lease {
    const known = this.leases.get(key);
    const lease = known ?? { bucket, since: Date.now(), tokens: 0, short: null, coming: null };
    this.leases.delete(key);
    this.leases.set(key, lease);
    const [first] = this.leases.size > MOST_LEASES ? this.leases.keys() : [];
    if (first !== undefined) this.leases.delete(first);
    return lease;
  }

  private async take(key: string, lease: Lease, wanted: number): Promise<boolean> {
    const asked = Math.max(wanted - lease.tokens, Math.ceil(lease.bucket.holds / LEASES_IN_A_BUCKET));
    try {
      // One that comes too late for the first who waited is there for the next.
      await inTime(this.table.take(key, asked, lease.bucket).then(({ tokens, left }) => {
        lease.tokens += tokens;
        lease.short = tokens < asked ? { at: Date.now(), left } : null;
      }));
      return true;
    } catch (error) {
      this.downUntil = Date.now() + DOWN_MS;
      this.reportOnce(error);
      return false;
    }
  }

  private reportOnce(error: unknown): void {
    const now = Date.now();
    if (now - this.reportedAt < REPORTED_ONCE_IN_MS) return;
    this.reportedAt = now;
    this.report(error);
  }
}

/** 0 where the bucket has to be asked. */
function secondsToWait({ bucket, tokens, short }: Lease, wanted: number): number {
  if (short === null) return 0;
  const passed = Date.now() - short.at;
  return passed >= ASKS_AGAIN_AFTER_MS ? 0 : Math.max(1, Math.ceil((wanted - tokens - short.left) / bucket.perSecond - passed / 1000));
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => { reject(new Error(`The buckets did not answer within ${PATIENCE_MS} ms.`)); }, PATIENCE_MS); });
  await Promise.race([work, late]).finally(() => { clearTimeout(timer); });
}
