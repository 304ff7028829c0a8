/** The thread in which one document is read. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document.js';

const { fileName, bytes } = workerData as { fileName: string; bytes: Uint8Array };

parentPort?.postMessage(await readDocument(fileName, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
