/** Runs work in threads with a bound on time, memory and number, so that no input makes the server wait. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface ThreadLimits { readonly deadlineMs: number; readonly memoryMb: number; readonly atOnce: number; readonly waiting: number }
/** Why no answer came. */
export type ThreadFailure = 'BUSY' | 'TOO_SLOW' | 'OUT_OF_MEMORY' | 'BROKEN';
export type ThreadAnswer<Answer> = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly failure: ThreadFailure; readonly detail: string };

/** Where the sources run as they are, in tests, the built file stands in the folder beside them. */
export function builtFile(url: URL): string {
  return fileURLToPath(url).replace(/([/\\]apps[/\\]api[/\\])src([/\\])/, '$1dist$2');
}

export class BoundedThreads<Input, Answer> {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  /** `file` posts one message: its answer. */
  constructor(private readonly file: string, private readonly limits: ThreadLimits) {}

  async run(input: Input): Promise<ThreadAnswer<Answer>> {
    if (this.running < this.limits.atOnce) this.running += 1;
    else if (this.queue.length >= this.limits.waiting) return { ok: false, failure: 'BUSY', detail: '' };
    else await new Promise<void>((resolve) => this.queue.push(resolve));
    try {
      return await this.inThread(input);
    } finally {
      // Whoever waits takes the place over, so that nobody slips in between.
      const next = this.queue.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  private inThread(input: Input): Promise<ThreadAnswer<Answer>> {
    return new Promise((resolve) => {
      const worker = new Worker(this.file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb, stackSizeMb: 4 }, env: {}, execArgv: [] });
      const end = (answer: ThreadAnswer<Answer>): void => {
        clearTimeout(deadline);
        resolve(answer);
        void worker.terminate();
      };
      const fail = (failure: ThreadFailure, detail = ''): void => end({ ok: false, failure, detail });
      const deadline = setTimeout(() => fail('TOO_SLOW'), this.limits.deadlineMs);
      worker.once('message', (answer: Answer) => end({ ok: true, answer }));
      worker.once('error', (error: NodeJS.ErrnoException) => fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'OUT_OF_MEMORY' : 'BROKEN', error.message));
      worker.once('exit', () => fail('BROKEN', 'The thread ended without an answer.'));
    });
  }
}
