// Starts a program under `guard.mjs`, out of reach of the terminal's Ctrl-C, and stops it on request.
// @ts-check
import { spawn } from 'node:child_process';
import { inRoot, root } from './paths.mjs';

/**
 * @typedef {object} Running
 * @property {Promise<number>} ended the exit code
 * @property {() => Promise<number>} stop
 * @property {() => void} force
 */

/**
 * @param {import('./guard.mjs').Guarded} task
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Running}
 */
export function startGuarded(task, env) {
  const guard = spawn(process.execPath, [inRoot('tools', 'guard.mjs'), JSON.stringify({ cwd: root, ...task })], {
    cwd: root, detached: true, stdio: ['pipe', 'inherit', 'inherit'], env: { ...process.env, ...env },
  });
  guard.stdin?.on('error', () => {}); // the guard may end first
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    guard.on('error', () => resolve(127));
    guard.on('exit', (code) => resolve(code ?? 1));
  });
  return {
    ended,
    stop() { guard.stdin?.write('stop\n'); return ended; },
    force() { guard.stdin?.write('force\n'); },
  };
}
