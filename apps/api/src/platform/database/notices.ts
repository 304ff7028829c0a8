/** Hears what PostgreSQL tells with NOTIFY: how one process learns what another one, or a person at the database, has changed. */
import pg from 'pg';

export type Hearer = (payload: string) => void;

const AGAIN_AFTER_MS = 1_000;

export class Notices {
  private readonly hearers = new Map<string, Hearer[]>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  constructor(private readonly connectionString: string) {}

  /** Before `start`. An empty payload means that anything may have changed: it is also what a lost connection says. */
  on(channel: string, hearer: Hearer): void {
    this.hearers.set(channel, [...(this.hearers.get(channel) ?? []), hearer]);
  }

  /** Begins to listen. Where that fails it goes on trying in the background: what is kept meanwhile grows old by itself. */
  async start(): Promise<void> {
    if (this.isStopped) return;
    const client = new pg.Client({ connectionString: this.connectionString, application_name: 'passalong-notices', keepAlive: true });
    client.on('error', () => undefined); // 'end' follows
    client.on('notification', ({ channel, payload = '' }) => this.tell(channel, payload));
    client.on('end', () => this.lost(client));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.hearers.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch {
      await client.end().catch(() => undefined);
      this.lost(client);
    }
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private tell(channel: string, payload: string): void {
    for (const hearer of this.hearers.get(channel) ?? []) hearer(payload);
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = null;
    for (const channel of this.hearers.keys()) this.tell(channel, '');
    if (!this.isStopped) this.timer = setTimeout(() => void this.start(), AGAIN_AFTER_MS).unref();
  }
}
