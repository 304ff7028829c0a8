/** The thread in which one file is looked through. */
import type { FileType } from '@passalong/domain';
import { parentPort, workerData } from 'node:worker_threads';
import { lookThrough } from './look-through.js';

const { bytes, type } = workerData as { bytes: Uint8Array; type: FileType };

parentPort?.postMessage(await lookThrough(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), type));
