// Stops what was started, last first, on Ctrl-C, on a termination signal or at the end.
// @ts-check
import { processStatus, stopRunning } from './process.mjs';

/** @type {Array<() => Promise<void> | void>} */
const tasks = [];
/** @type {Promise<void> | undefined} */
let stopping;
let exitCode = 130;

/** @param {() => Promise<void> | void} task */
export const onShutdown = (task) => void tasks.push(task);

/** The exit code after Ctrl-C: 130 by default, 0 once stopping is the normal end. @param {number} code */
export const setSignalExitCode = (code) => void (exitCode = code);

export const isShuttingDown = () => stopping !== undefined;

/** Runs every task once; later calls wait for the first. */
export function shutDown() {
  stopping ??= (async () => {
    for (const task of tasks.reverse()) {
      try { await task(); } catch (error) { console.error(String(error)); }
    }
  })();
  return stopping;
}

/** @param {{ say?: (text: string) => void }} [options] */
export function handleSignals({ say = console.error } = {}) {
  let first = 0;
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    if (first) {
      // npm passes Ctrl-C on although the terminal sent it already, so a twin within a second is not a second wish.
      if (Date.now() - first < 1000) return;
      say('Stopping at once.');
      stopRunning('SIGKILL');
      process.exit(130); // what is guarded stops by itself, because its guard sees this process end
    }
    first = Date.now();
    say(signal === 'SIGINT' ? '\nStopping… (Ctrl-C again to force)' : 'Stopping…');
    stopRunning();
    shutDown().then(() => process.exit(exitCode));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal));

  // When npm itself was killed, nobody will ever send us a signal. Between npm and this process there may be a shell.
  const ancestors = () => `${process.ppid} ${processStatus(process.ppid)?.parent}`;
  const atStart = ancestors();
  if (process.env['npm_lifecycle_event']) {
    setInterval(() => { if (!first && ancestors() !== atStart) stop('SIGTERM'); }, 1000).unref();
  }
}
