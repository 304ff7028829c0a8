// `npm run passalong -- …`: runs Passalong's command line on the same database as `npm start`.
// @ts-check
import { buildServer, cliEntry } from './build.mjs';
import { openDatabase } from './database.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeScript, run, runOrThrow } from './process.mjs';
import { handleSignals, isShuttingDown, onShutdown, shutDown } from './shutdown.mjs';

async function main() {
  handleSignals();
  const args = process.argv.slice(2);
  await ensureInstalled();
  await buildServer();
  if (args.length === 0 || args[0] === 'help' || args.includes('--help') || args.includes('-h')) {
    process.exitCode = (await run(...nodeScript(cliEntry, ...args), { show: true })).code; // needs no database
    return;
  }
  // Standard output belongs to the command, which may write an export to it.
  const database = await openDatabase((text) => console.error(text));
  onShutdown(database.stop);
  if (database.embedded && !database.embedded.adopted && args[0] !== 'migrate') {
    await runOrThrow('The migration', ...nodeScript(cliEntry, 'migrate'), { env: database.env });
  }
  const { code } = await run(...nodeScript(cliEntry, ...args), { env: database.env, show: true, input: true });
  if (isShuttingDown()) return;
  await shutDown();
  process.exitCode = code;
}

main().catch(async (error) => {
  if (isShuttingDown()) return;
  console.error(error instanceof Error ? error.message : error);
  await shutDown();
  process.exit(1);
});
