/** Notes when a session was last used: at most once a minute each, and never while somebody waits for an answer. */
export type WriteSeen = (sessionIds: readonly string[]) => Promise<void>;

const ONCE_IN_MS = 60_000;
const TOGETHER_AFTER_MS = 5_000;
const MOST_REMEMBERED = 20_000;

export class LastSeen {
  private readonly noted = new Map<string, number>();
  private waiting = new Set<string>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly write: WriteSeen, private readonly now: () => number = Date.now) {}

  saw(sessionId: string): void {
    const before = this.noted.get(sessionId);
    if (before !== undefined && this.now() - before < ONCE_IN_MS) return;
    if (this.noted.size >= MOST_REMEMBERED) this.noted.clear();
    this.noted.set(sessionId, this.now());
    this.waiting.add(sessionId);
    this.timer ??= setTimeout(() => void this.flush(), TOGETHER_AFTER_MS).unref();
  }

  /** Writes what waits. A failure costs a minute's note and nothing else. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const sessionIds = [...this.waiting];
    this.waiting = new Set();
    if (sessionIds.length > 0) await this.write(sessionIds).catch(() => undefined);
  }
}
