// Runs one program on behalf of a parent and stops it when the parent ends, even by kill -9 (seen by the closing of the pipe).
// @ts-check
import { spawn } from 'node:child_process';
import { openSync, rmSync } from 'node:fs';

/**
 * @typedef {object} Guarded
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.Signals} stopSignal
 * @property {NodeJS.Signals} forceSignal sent when the program has not ended in time
 * @property {number} forceAfter milliseconds
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [logFile] takes the output; inherited when missing
 * @property {string} [removeAfter] a folder to delete once the program has ended
 */

/** @type {Guarded} */
const task = JSON.parse(process.argv[2] ?? '{}');
const output = task.logFile ? openSync(task.logFile, 'a', 0o600) : 'inherit';
const child = spawn(task.command, task.args, {
  cwd: task.cwd, uid: task.uid, gid: task.gid, stdio: ['ignore', output, output],
});

let asked = false;
const stop = () => {
  if (asked) return;
  asked = true;
  child.kill(task.stopSignal);
  setTimeout(() => child.kill(task.forceSignal), task.forceAfter);
};
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
process.stdin.on('data', (text) => (String(text).includes('force') ? child.kill(task.forceSignal) : stop()));
process.stdin.on('error', stop).on('end', stop).on('close', stop);

/** @param {number} code */
const finish = (code) => {
  if (task.removeAfter) rmSync(task.removeAfter, { recursive: true, force: true });
  process.exit(code);
};
child.on('error', (error) => { console.error(error.message); finish(127); });
child.on('exit', (code) => finish(code ?? (asked ? 0 : 1)));
