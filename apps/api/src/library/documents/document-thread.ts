/** Reads documents in threads of their own: whatever a file is made to do, it does there. */
import { BoundedThreads, builtFile, type ThreadFailure, type ThreadLimits } from '../../platform/threads/bounded-threads.js';
import type { DocumentProblemCode } from './document-problem.js';
import type { DocumentReading } from './read-document.js';

const LIMITS: ThreadLimits = { deadlineMs: 20_000, memoryMb: 512, atOnce: 2, waiting: 20 };
const CODES: Readonly<Record<ThreadFailure, DocumentProblemCode>> = { BUSY: 'BUSY', TOO_SLOW: 'TOO_SLOW', OUT_OF_MEMORY: 'TOO_LONG', BROKEN: 'DAMAGED' };

export class DocumentThreads {
  private readonly threads: BoundedThreads<{ fileName: string; bytes: Buffer }, DocumentReading>;

  constructor(limits: Partial<ThreadLimits> = {}) {
    this.threads = new BoundedThreads(builtFile(new URL('./document.worker.js', import.meta.url)), { ...LIMITS, ...limits });
  }

  async read(fileName: string, bytes: Buffer): Promise<DocumentReading> {
    const result = await this.threads.run({ fileName, bytes });
    return result.ok ? result.answer : { ok: false, code: CODES[result.failure], detail: result.detail };
  }
}
