// Runs other programs and keeps track of them, so that they can be stopped together.
// @ts-check
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { root } from './paths.mjs';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {boolean} [show] forward the output instead of collecting it
 * @property {boolean} [input] let the program read this process's standard input
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [cwd]
 */

/**
 * Runs a program to its end and never throws for its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env, show = false, input = false, uid, gid, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const stream = show ? 'inherit' : 'pipe';
    const child = spawn(command, args, {
      cwd, uid, gid,
      env: { ...process.env, ...env },
      stdio: [input ? 'inherit' : 'ignore', stream, stream],
    });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => { running.delete(child); reject(error); });
    child.on('close', (code) => { running.delete(child); resolve({ code: code ?? 1, output }); });
  });
}

/**
 * Runs a program and throws, with its output, when it fails.
 * @param {string} what said in the error, for example "The build"
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function runOrThrow(what, command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code !== 0) throw new Error(`${what} failed (exit code ${code}).${output ? `\n\n${output.trimEnd()}` : ''}`);
  return output;
}

/** @param {string} script a path below the checkout @param {...string} args @returns {[string, string[]]} */
export const nodeScript = (script, ...args) => [process.execPath, [script, ...args]];

/** Asks every program started by `run` to stop. @param {NodeJS.Signals} [signal] */
export function stopRunning(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal);
}

/** What Linux tells about a process: its state and its parent. @param {number} pid */
export function processStatus(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** Whether a process runs, also one of another user. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  return processStatus(pid)?.state !== 'Z'; // an ended process whose exit code nobody collects, as in some containers
}

/** @param {number} milliseconds @returns {Promise<void>} */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
