// `npm start`: installs and builds what is missing, starts the database, migrates and serves until Ctrl-C.
// @ts-check
import { join } from 'node:path';
import { buildServer, buildWeb, cliEntry, serverEntry } from './build.mjs';
import { isDemo, openDatabase } from './database.mjs';
import { startGuarded } from './guarded.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { assertPortFree, parsePort } from './ports.mjs';
import { nodeScript, runOrThrow } from './process.mjs';
import { createProgress } from './progress.mjs';
import { handleSignals, isShuttingDown, onShutdown, setSignalExitCode, shutDown } from './shutdown.mjs';

/** The people and providers of the demo commons; a second run finds them, and follows a change of port. @param {NodeJS.ProcessEnv} env */
const loadDemo = (env) => runOrThrow('Loading the demo content', ...nodeScript(cliEntry, 'demo', 'load'), { env });

async function main() {
  handleSignals({ say: console.log });
  const port = parsePort(process.env['PORT'], 4000);
  await assertPortFree(port);

  const demo = isDemo();
  const { step } = createProgress(demo ? 5 : 4);
  await step('Installing packages', ensureInstalled);
  await step('Building', async () => { await buildServer(); await buildWeb(); });
  /** @type {import('./database.mjs').Database} */
  const database = await step(process.env['DATABASE_URL'] ? 'Using the database of DATABASE_URL' : 'Starting PostgreSQL', async () => {
    const opened = await openDatabase((text) => console.log(`      ${text}`));
    onShutdown(opened.stop);
    return opened;
  });
  if (database.embedded?.adopted) {
    throw new Error(`Passalong already runs from this folder (process ${database.embedded.owner}). Stop it first, or set PASSALONG_DATA_DIR to another folder for a second one.`);
  }
  const env = { ...database.env, PORT: String(port) };
  await step('Migrating', () => runOrThrow('The migration', ...nodeScript(cliEntry, 'migrate'), { env }));
  if (demo) await step('Loading the demo content', () => loadDemo(env));
  if (isShuttingDown()) return;

  const server = startGuarded({
    command: process.execPath, args: [inRoot(serverEntry)],
    stopSignal: 'SIGTERM', forceSignal: 'SIGKILL', forceAfter: 15_000,
  }, env);
  onShutdown(async () => { await server.stop(); });
  setSignalExitCode(0);
  process.on('exit', () => server.force());

  const first = await Promise.race([
    server.ended.then((code) => `The server ended by itself (exit code ${code}).`),
    ...(database.embedded ? [database.embedded.ended.then(() => `The database ended by itself; see ${join(database.folder, 'postgres.log')}.`)] : []),
  ]);
  if (!isShuttingDown()) throw new Error(first);
}

main().catch(async (error) => {
  if (isShuttingDown()) return; // the signal handler finishes
  console.error(`\n${error instanceof Error ? error.message : error}`);
  await shutDown();
  process.exit(1);
});
