/** Delivers committed events to their listeners, at least once, and gives each its position. */
import type { Database, Transaction } from '../database/database.js';
import { hasListenersAfterCommit, listenersAfterCommit } from './events.js';

interface Waiting { id: string; type: string; aggregate_id: string; previous_audience: string | null; new_audience: string | null; payload: Record<string, string> }
export type DeliveryFailed = (error: unknown, event: { id: string; type: string }) => void;

const BATCH = 50;
const POLL_MS = 2_000;
/** Any constant: whoever holds this lock is the one sequencer. */
const SEQUENCER = 7_190_426;

export class Dispatcher {
  private timer: NodeJS.Timeout | null = null;
  private isDelivering = false;

  constructor(private readonly database: Database, private readonly failed: DeliveryFailed) {}

  /** Looks for events every two seconds; not at all while nobody listens. */
  start(): void {
    if (!hasListenersAfterCommit()) return;
    this.timer = setInterval(() => void this.poll(), POLL_MS).unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  /** Delivers what waits and returns how many events were delivered. One whose listener failed waits for the next time. */
  async deliverDue(): Promise<number> {
    await this.database.transaction('SYSTEM', stampPositions);
    return this.database.transaction('SYSTEM', async (transaction) => {
      const events = await transaction.query<Waiting>(`select id, type, aggregate_id, previous_audience, new_audience, payload from outbox where delivered_at is null order by id limit ${BATCH} for update skip locked`);
      let delivered = 0;
      for (const event of events) {
        if (!(await this.deliver(event))) continue;
        await transaction.query('update outbox set delivered_at = now() where id = $1', [event.id]);
        delivered += 1;
      }
      return delivered;
    });
  }

  private async deliver({ id, type, aggregate_id: aggregateId, previous_audience: previousAudience, new_audience: newAudience, payload }: Waiting): Promise<boolean> {
    try {
      for (const listener of listenersAfterCommit(type)) await listener({ id, aggregateId, previousAudience, newAudience, payload });
      return true;
    } catch (error) {
      this.failed(error, { id, type });
      return false;
    }
  }

  private async poll(): Promise<void> {
    if (this.isDelivering) return;
    this.isDelivering = true;
    await this.deliverDue().catch((error: unknown) => this.failed(error, { id: '', type: 'outbox' }));
    this.isDelivering = false;
  }
}

/**
 * Gives committed events their positions. Only one transaction at a time does so: a number drawn by the writers themselves
 * would let a reader pass a position whose event commits later.
 */
export async function stampPositions(transaction: Transaction): Promise<void> {
  await transaction.query('select pg_advisory_xact_lock($1)', [SEQUENCER]);
  await transaction.query(`update outbox set position = placed.position from (select id, nextval('outbox_position') as position from (select id from outbox where position is null order by id) waiting) placed where placed.id = outbox.id`);
}
