// `npm run bench`: measures the built server on an invented commons, beside a bare server that runs the same statements.
// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildServer } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { freePort } from './ports.mjs';
import { createProgress } from './progress.mjs';
import { handleSignals, isShuttingDown, onShutdown, shutDown } from './shutdown.mjs';

const { values: options } = parseArgs({
  options: {
    resources: { type: 'string', default: '100000' }, // up to 1000000
    rounds: { type: 'string', default: '5' }, // each drives every operation on both servers
    seconds: { type: 'string', default: '1' }, // of one operation on one server in one round
    connections: { type: 'string', default: '4' },
    only: { type: 'string' }, // operations whose name contains this
    json: { type: 'string' }, // writes the figures to a file as well
    profile: { type: 'string' }, // a folder for the processor profile of the server
    postgres: { type: 'string', default: 'embedded' }, // or `system`
  },
});

/** @param {string} name @param {string | undefined} text @param {number} most */
function whole(name, text, most) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`--${name} is a whole number from 1 to ${most}.`);
  return number;
}

async function startPostgres() {
  const started = options.postgres === 'system' ? await (await import('./postgres/system.mjs')).startSystemPostgres() : await (await import('./postgres/embedded.mjs')).startPostgres({});
  if (!started) throw new Error('PostgreSQL 15 of the distribution is not installed.');
  onShutdown(started.stop);
  return started;
}

async function main() {
  handleSignals();
  const count = whole('resources', options.resources, 1_000_000);
  const connections = whole('connections', options.connections, 32);
  const rounds = whole('rounds', options.rounds, 100);
  const milliseconds = Number(options.seconds) * 1000;
  const { step } = createProgress(6);
  await step('Installing packages', ensureInstalled);
  await step('Building the server', buildServer);
  const { runBench } = await import('../bench/run.mjs');
  /** @type {import('./postgres/cluster.mjs').Postgres} */
  const postgres = await step('Starting PostgreSQL', startPostgres);
  const result = await runBench({ postgres, count, connections, rounds, milliseconds, only: options.only ?? '', profile: options.profile, freePort, step, onShutdown });
  console.log(`\n${result.text}`);
  if (options.json) {
    mkdirSync(dirname(resolve(options.json)), { recursive: true });
    writeFileSync(options.json, `${JSON.stringify(result.figures, null, 2)}\n`);
  }
  return result.isKept ? 0 : 1;
}

main().catch((error) => {
  if (!isShuttingDown()) console.error(error instanceof Error ? error.message : error);
  return 1;
}).then(async (code) => {
  if (isShuttingDown()) return; // the signal handler finishes
  await shutDown();
  process.exit(code);
});
