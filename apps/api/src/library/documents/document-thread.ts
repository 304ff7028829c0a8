/** Reads documents in threads with a bound on time, memory and number, so that no file makes the server wait. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentReading } from './read-document.js';

export interface ThreadLimits { readonly deadlineMs: number; readonly memoryMb: number; readonly atOnce: number; readonly waiting: number }

export const THREAD_LIMITS: ThreadLimits = { deadlineMs: 20_000, memoryMb: 512, atOnce: 2, waiting: 20 };

// A thread runs what is built: where the sources run as they are, in tests, the built file stands beside them.
const WORKER = fileURLToPath(new URL('./document.worker.js', import.meta.url)).replace(/([/\\])src([/\\]library[/\\]documents[/\\])/, '$1dist$2');

export class DocumentThreads {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: ThreadLimits = THREAD_LIMITS) {}

  async read(fileName: string, bytes: Buffer): Promise<DocumentReading> {
    if (this.running >= this.limits.atOnce) {
      if (this.queue.length >= this.limits.waiting) return { ok: false, code: 'BUSY' };
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else this.running += 1;
    try {
      return await this.inThread(fileName, bytes);
    } finally {
      // Whoever waits takes the place over, so that nobody slips in between.
      const next = this.queue.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private inThread(fileName: string, bytes: Buffer): Promise<DocumentReading> {
    const { deadlineMs, memoryMb } = this.limits;
    return new Promise((resolve) => {
      const worker = new Worker(WORKER, { workerData: { fileName, bytes }, resourceLimits: { maxOldGenerationSizeMb: memoryMb, stackSizeMb: 4 }, env: {}, execArgv: [] });
      const end = (reading: DocumentReading): void => {
        clearTimeout(deadline);
        resolve(reading);
        void worker.terminate();
      };
      const deadline = setTimeout(() => end({ ok: false, code: 'TOO_SLOW' }), deadlineMs);
      worker.once('message', (reading: DocumentReading) => end(reading));
      worker.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { ok: false, code: 'TOO_LONG' } : { ok: false, code: 'DAMAGED', detail: error.message }));
      worker.once('exit', () => end({ ok: false, code: 'DAMAGED', detail: 'The thread ended without an answer.' }));
    });
  }
}
