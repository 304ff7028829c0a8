// The control channel between the bench and its child processes. Every child answers `cpu` and ends when the bench does.
// @ts-check
import { fork } from 'node:child_process';

/** @param {Record<string, (given: any) => unknown>} answers */
export function answerTo(answers) {
  process.on('disconnect', () => process.exit(0));
  process.on('message', async (/** @type {{ id: number, ask: string, given: unknown }} */ { id, ask, given }) => {
    const answer = ask === 'cpu' ? cpuMilliseconds() : await answers[ask]?.(given);
    process.send?.({ id, answer });
  });
}

function cpuMilliseconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** A child process that is asked questions. */
export class Child {
  /** @param {string} script @param {{ env?: NodeJS.ProcessEnv, execArgv?: string[] }} [options] */
  constructor(script, { env = {}, execArgv = [] } = {}) {
    this.process = fork(new URL(script, import.meta.url), { env: { ...process.env, ...env }, execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    /** @type {Map<number, (answer: any) => void>} */
    this.waiting = new Map();
    this.asked = 0;
    this.ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.on('message', (/** @type {{ id: number, answer: unknown }} */ { id, answer }) => {
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    });
  }

  /** @param {string} ask @param {unknown} [given] @returns {Promise<any>} */
  ask(ask, given) {
    const id = (this.asked += 1);
    const answer = new Promise((resolve) => this.waiting.set(id, resolve));
    this.process.send({ id, ask, given });
    const gone = this.ended.then(() => { throw new Error(`A process of the bench ended by itself while it was asked for "${ask}".`); });
    return Promise.race([answer, gone]);
  }

  async stop() {
    const force = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
    this.process.kill('SIGTERM');
    await this.ended;
    clearTimeout(force);
  }
}
