/** Looks through PDFs and office files in threads of their own: whatever a file is made to do, it does there. */
import type { FileType } from '@passalong/domain';
import { BoundedThreads, builtFile } from '../../../platform/threads/bounded-threads.js';
import type { Look } from './look-through.js';

const threads = new BoundedThreads<{ bytes: Buffer; type: FileType }, string | null>(builtFile(new URL('./inspection.worker.js', import.meta.url)), { deadlineMs: 20_000, memoryMb: 512, atOnce: 2, waiting: 20 });

export const lookInThread: Look = async (bytes, type) => {
  const result = await threads.run({ bytes, type });
  if (result.ok) return result.answer;
  return result.failure === 'BUSY' ? 'Many files are being looked at just now. Try again in a minute.' : 'This file is not taken. Nobody can look through it in a reasonable time. Save it in smaller parts and send those.';
};
