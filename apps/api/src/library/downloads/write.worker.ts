/** The thread in which a download is written: a long PDF takes seconds. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Piece } from './piece.js';
import { writePieces, type WrittenFormat } from './write-piece.js';

const { format, pieces } = workerData as { format: WrittenFormat; pieces: readonly Piece[] };

parentPort?.postMessage(new Uint8Array(await writePieces(format, pieces)));
