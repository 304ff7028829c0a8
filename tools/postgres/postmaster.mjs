// Reads PostgreSQL's own note of a running server (postmaster.pid) and stops a server that lost its parent.
// @ts-check
import { readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isAlive, pause } from '../process.mjs';

/** @typedef {{ pid: number, port: number, ready: boolean }} Postmaster */

/** @param {string} data @returns {Postmaster | undefined} */
export function readPostmaster(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0
      ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
      : undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return (spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '').split(/\s+/);
  }
}

/** A process number may have gone to another program since, so the data folder decides. @param {string} data @param {number} pid */
function serves(data, pid) {
  if (!isAlive(pid)) return false;
  const words = commandLine(pid);
  return words.some((word) => word.includes('postgres')) && words.some((word) => word === data || word === realpathSync(data));
}

/** Whether any process at all works in the data folder (Linux only). @param {string} data */
function isInUse(data) {
  try {
    const real = realpathSync(data);
    return readdirSync('/proc').some((name) => {
      try { return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === real; } catch { return false; }
    });
  } catch {
    return false;
  }
}

/** @param {string} data @returns {Postmaster | undefined} */
export function runningPostmaster(data) {
  const postmaster = readPostmaster(data);
  return postmaster && serves(data, postmaster.pid) ? postmaster : undefined;
}

/** @param {() => boolean} done @param {number} milliseconds @returns {Promise<boolean>} */
export async function waitUntil(done, milliseconds) {
  const until = Date.now() + milliseconds;
  while (!done()) {
    if (Date.now() > until) return false;
    await pause(50);
  }
  return true;
}

/**
 * Leaves the data folder free for a new server. Never kills hard: PostgreSQL is asked to stop fast, then at once.
 * @param {string} data
 * @param {(text: string) => void} log
 */
export async function clearEarlierServer(data, log) {
  const earlier = runningPostmaster(data);
  if (earlier) {
    log(`Stopping the database left by an earlier run (process ${earlier.pid})`);
    for (const [signal, patience] of /** @type {const} */ ([['SIGINT', 30_000], ['SIGQUIT', 15_000]])) {
      try { process.kill(earlier.pid, signal); } catch { /* it ended meanwhile */ }
      if (await waitUntil(() => !isAlive(earlier.pid), patience)) return;
    }
    throw new Error(`The database left by an earlier run (process ${earlier.pid}) does not stop. Stop it and try again.`);
  }
  const stale = readPostmaster(data);
  // PostgreSQL deals with a dead process number itself; one that went to another program would make it refuse to start.
  if (stale && isAlive(stale.pid)) {
    if (!(await waitUntil(() => !isInUse(data), 15_000))) throw new Error(`Another process still uses the database folder ${data}.`);
    rmSync(join(data, 'postmaster.pid'), { force: true });
  }
}
