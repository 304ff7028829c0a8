// `npm run prove`: shows each claim with its full count, one line each.
// @ts-check
import { parseArgs } from 'node:util';
import { buildServer } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { nodeScript, run } from './process.mjs';
import { handleSignals, isShuttingDown, shutDown } from './shutdown.mjs';

const { values: options } = parseArgs({ options: { bench: { type: 'boolean', default: false } } }); // `--bench` adds the figures of `npm run bench`

/** @returns {Promise<import('./prove/claims.mjs').Shown[]>} */
async function bench() {
  const { code, output } = await run(...nodeScript('tools/bench.mjs'));
  const judged = [...output.matchAll(/^(ok {4}|MISSED) (.+): (\S+) \((.+)\)$/gm)].map(([, held = '', name = '', figure = '', limit = '']) => ({ name, figure: `${figure}, ${limit}`, isHeld: held !== 'MISSED' }));
  return judged.length > 0 ? judged : [{ name: 'npm run bench', figure: `exit code ${code}`, isHeld: false }];
}

async function main() {
  handleSignals();
  await ensureInstalled();
  await buildServer();
  const { specs, signIns, corpusDocuments, corpusWord, corpusImport, institutionLists } = await import('./prove/claims.mjs');
  let failed = 0;
  for (const claim of [specs, signIns, corpusDocuments, corpusWord, corpusImport, institutionLists, ...(options.bench ? [bench] : [])]) {
    for (const { name, figure, isHeld } of await claim().catch((error) => [{ name: claim.name, figure: error instanceof Error ? error.message : String(error), isHeld: false }])) {
      if (isShuttingDown()) return failed;
      if (!isHeld) failed += 1;
      console.log(`${isHeld ? 'ok    ' : 'FAILED'} ${name}: ${figure}`);
    }
  }
  return failed;
}

main().catch((error) => {
  if (!isShuttingDown()) console.error(error instanceof Error ? error.message : error);
  return 1;
}).then(async (failed) => {
  if (isShuttingDown()) return; // the signal handler finishes
  await shutDown();
  process.exit(failed ? 1 : 0);
});
