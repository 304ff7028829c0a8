/** Where the bytes of files are kept. Keys are ours and never come from outside; a key is written once. */
import type { Readable } from 'node:stream';

export interface FileStore {
  put(key: string, bytes: Buffer, mediaType: string): Promise<void>;
  /** Null where there is nothing under this key. */
  read(key: string): Promise<Readable | null>;
  /** Whether or not there is anything. */
  remove(key: string): Promise<void>;
}

export const FILE_STORE = Symbol('FILE_STORE');
