// Notes which process uses a database folder, so that two commands never start the same database twice.
// @ts-check
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from '../process.mjs';

/** Tells two processes with the same number apart. @param {number} pid */
function startedAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** @param {string} file @returns {number | undefined} the live owner's process number */
function liveOwner(file) {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(pid) && startedAt(pid) === started ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @returns {{ owner: number } | { release: () => void }} another live owner, or ownership for this process
 */
export function claim(file) {
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, JSON.stringify({ pid: process.pid, started: startedAt(process.pid) }), { flag: 'wx', mode: 0o644 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST' || attempt > 3) throw error;
      const owner = liveOwner(file);
      if (owner !== undefined && owner !== process.pid) return { owner };
      rmSync(file, { force: true }); // its process is gone
    }
  }
}
