// Processor time of PostgreSQL: the postmaster, the backends it waited for, and those alive. Linux only.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';

const MILLISECONDS_A_TICK = 10; // 100 ticks a second on every Linux that Node runs on

/** @param {string} pid */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ').map(Number);
    const [user = 0, system = 0, waitedUser = 0, waitedSystem = 0] = rest.slice(9, 13);
    return { parent, own: user + system, waited: waitedUser + waitedSystem };
  } catch {
    return null; // ended meanwhile
  }
}

/** In milliseconds; null where it cannot be known. @param {number | null} postmaster */
export function postgresMilliseconds(postmaster) {
  if (postmaster === null) return null;
  const server = statOf(String(postmaster));
  if (server === null) return null;
  const backends = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(statOf).filter((stat) => stat?.parent === postmaster);
  return (server.own + server.waited + backends.reduce((total, stat) => total + (stat?.own ?? 0), 0)) * MILLISECONDS_A_TICK;
}
