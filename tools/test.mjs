// `npm test`: runs every check in turn and ends with the line `N passed, N failed`.
// @ts-check
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildServer, buildWeb, hasWeb } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './paths.mjs';
import { nodeScript, run } from './process.mjs';
import { handleSignals, isShuttingDown, shutDown } from './shutdown.mjs';
import { testDatabase } from './test-database.mjs';

const { values: options } = parseArgs({
  options: {
    fast: { type: 'boolean', default: false }, // types, lint, boundaries and the libraries' tests, without a database
    only: { type: 'string' }, // comma-separated names of steps
    postgres: { type: 'string', default: 'embedded' }, // or `system`: PostgreSQL 15 of the distribution, the server's tests only
    label: { type: 'string' }, // put before the closing line
  },
});
const ci = process.env['CI'] === 'true';
const total = { passed: 0, failed: 0 };

/** @typedef {{ passed: number, failed: number, note?: string, output?: string }} Result */

/** One check that is a program. @param {string} script @param {...string} args @returns {() => Promise<Result>} */
const check = (script, ...args) => async () => {
  const { code, output } = await run(...nodeScript(script, ...args));
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output };
};

/** @returns {Promise<Result>} */
async function jest() {
  if (!options.fast) await buildServer(); // the template database is migrated by the built server
  const report = inRoot('tmp', 'jest.json');
  mkdirSync(inRoot('tmp'), { recursive: true });
  rmSync(report, { force: true });
  const patterns = options.fast ? ['libs/'] : options.postgres === 'system' ? ['apps/api/'] : [];
  const env = {
    ...(options.fast ? {} : await testDatabase(options.postgres)),
    NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
  };
  const { code } = await run(...nodeScript('node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`, ...(ci ? ['--ci'] : []), ...patterns), { env, show: true });
  if (!existsSync(report)) return { passed: 0, failed: 1, note: 'Jest wrote no report' };
  const found = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = found.numPendingTests + found.numTodoTests;
  let failed = found.numFailedTests + found.numRuntimeErrorTestSuites + (ci ? skipped : 0);
  if (failed === 0 && (code !== 0 || found.numPassedTests === 0)) failed = 1;
  return { passed: found.numPassedTests, failed, note: `${found.numPassedTests} tests, ${skipped} skipped` };
}

/** The build leaves specs out, which Jest runs without looking at their types; the web's types need the generated operations first. @returns {Promise<Result>} */
async function types() {
  const libraries = await check('node_modules/typescript/bin/tsc', '-b', ...source)();
  if (libraries.failed) return libraries;
  const [specs, { code, output }] = await Promise.all([check('node_modules/typescript/bin/tsc', '-p', 'apps/api/tsconfig.spec.json')(), run('npm', ['run', 'types', '-w', '@passalong/web'])]);
  if (specs.failed) return specs;
  return code === 0 ? libraries : { passed: 0, failed: 1, output };
}

/** The catalogues of translators follow the code: collecting the words again changes nothing. @returns {Promise<Result>} */
async function messages() {
  const catalogues = ['en-GB', 'cy-GB'].map((locale) => inRoot('apps', 'web', 'src', 'locales', `${locale}.po`));
  const before = catalogues.map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
  const { code, output } = await run('npm', ['run', 'messages', '-w', '@passalong/web']);
  if (code !== 0) return { passed: 0, failed: 1, output };
  const withoutDate = (/** @type {string} */ text) => text.replace(/^"POT-Creation-Date.*$/m, '');
  const isSame = catalogues.every((file, index) => withoutDate(readFileSync(file, 'utf8')) === withoutDate(before[index] ?? ''));
  return isSame ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: 'The words on screen changed: commit the catalogues under apps/web/src/locales that were written just now.' };
}

/** Nx writes the graph of projects that the boundary rule reads; without it the rule would pass in silence. @returns {Promise<Result>} */
async function lint() {
  const env = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
  const graph = await run(...nodeScript('node_modules/nx/dist/bin/nx.js', 'show', 'projects'), { env });
  const { code, output } = await run(...nodeScript('node_modules/eslint/bin/eslint.js', '.'), { env });
  const isSkipped = output.includes('No cached ProjectGraph');
  return graph.code === 0 && code === 0 && !isSkipped ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, output: graph.code === 0 ? output : graph.output };
}

/** @returns {Promise<Result>} */
async function build() {
  await buildServer();
  await buildWeb();
  return { passed: 1, failed: 0 };
}

/** @returns {Promise<Result>} */
async function e2e() {
  const { code, output } = await run(...nodeScript('apps/web-e2e/src/run.mjs'), { env: await testDatabase(options.postgres) });
  /** @type {Result} */
  let counts = { passed: 0, failed: 0 };
  try { counts = JSON.parse(output.trim().split('\n').at(-1) ?? ''); } catch { /* no counts: failed below */ }
  if (counts.failed === 0 && (code !== 0 || !(counts.passed > 0))) counts.failed = 1;
  return { ...counts, note: `${counts.passed} journeys`, ...(counts.failed ? { output } : {}) };
}

const source = ['apps/api', 'libs/domain', 'libs/prose', 'libs/contract'];
/**
 * `beside`: reads what the steps before it left and writes nothing that the next one reads, so neighbours like it go together.
 * @type {Array<{ name: string, fast: boolean, beside?: true, when?: () => boolean, work: () => Promise<Result> }>}
 */
const steps = [
  { name: 'types', fast: true, work: types },
  { name: 'messages', fast: true, beside: true, work: messages },
  { name: 'lint', fast: true, beside: true, work: lint },
  { name: 'boundaries', fast: true, beside: true, work: check('node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs') },
  { name: 'build', fast: false, when: hasWeb, work: build },
  { name: 'bytes', fast: false, when: hasWeb, work: check('tools/bytes.mjs') },
  { name: 'jest', fast: true, work: jest },
  { name: 'e2e', fast: false, when: () => existsSync(inRoot('apps', 'web-e2e', 'src', 'run.mjs')), work: e2e },
];

/** @param {string} name @param {() => Promise<Result>} work */
async function runStep(name, work) {
  console.log(`${name}…`);
  const started = Date.now();
  /** @type {Result} */
  let result;
  try {
    result = await work();
  } catch (error) {
    result = { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) };
  }
  if (isShuttingDown()) return;
  if (result.output) console.log(result.output.trimEnd());
  total.passed += result.passed;
  total.failed += result.failed;
  console.log(`${name}: ${result.failed ? 'FAILED' : 'ok'} in ${((Date.now() - started) / 1000).toFixed(1)} s${result.note ? ` (${result.note})` : ''}`);
}

async function main() {
  handleSignals();
  const only = options.only?.split(',');
  const unknown = only?.find((name) => !steps.some((step) => step.name === name));
  if (unknown) throw new Error(`There is no step "${unknown}"; the steps are ${steps.map((step) => step.name).join(', ')}.`);
  if (!['embedded', 'system'].includes(options.postgres)) throw new Error('--postgres is either embedded or system.');
  console.log('install…');
  console.log(`install: ${(await ensureInstalled()) ? 'done' : 'nothing to do'}`);
  const wanted = steps.filter(({ name, fast }) => (only ? only.includes(name) : !options.fast || fast));
  for (let at = 0; at < wanted.length && !isShuttingDown();) {
    const after = wanted.findIndex(({ beside }, place) => place >= at && beside !== true);
    const together = wanted.slice(at, Math.max(at + 1, after === -1 ? wanted.length : after));
    await Promise.all(together.map(({ name, when, work }) => (only === undefined && when?.() === false ? undefined : runStep(name, work))));
    at += together.length;
  }
}

main()
  .catch((error) => {
    total.failed += 1;
    console.error(error instanceof Error ? error.message : error);
  })
  .then(async () => {
    if (isShuttingDown()) return; // the signal handler finishes
    await shutDown();
    if (total.passed + total.failed === 0) total.failed = 1; // nothing ran, which is not a success
    console.log(`${options.label ? `${options.label}: ` : ''}${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed ? 1 : 0);
  });
