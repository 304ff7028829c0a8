// One run of the bench: fill, prepare, drive, judge.
// @ts-check
import { cpus } from 'node:os';
import { readableSlugs, cursorOfPage, signIn, startDrafts, usualTopic, wholePlaybook } from './commons/viewer.mjs';
import { Child } from './control.mjs';
import { createDatabase, loadCommons, MODE } from './database.mjs';
import { judge, ratioOf } from './limits.mjs';
import { measure, prepare } from './measure.mjs';
import { operations } from './operations.mjs';
import { statementTimesOf } from './statement-time.mjs';
import { LEGEND, table } from './table.mjs';

const DEEP_PAGE = 500;
const PAGE = 20;

/**
 * @typedef {object} Options
 * @property {import('../tools/postgres/cluster.mjs').Postgres} postgres
 * @property {number} count of resources
 * @property {number} connections
 * @property {number} rounds
 * @property {number} milliseconds
 * @property {string} only
 * @property {string} [profile]
 * @property {() => Promise<number>} freePort
 * @property {import('../tools/progress.mjs').Progress['step']} step
 * @property {(task: () => Promise<void>) => void} onShutdown
 */

/** @param {Options} options */
export async function runBench({ postgres, count, connections, rounds, milliseconds, only, profile, freePort, step, onShutdown }) {
  const start = (/** @type {string} */ script, /** @type {ConstructorParameters<typeof Child>[1]} */ how) => {
    const child = new Child(script, how);
    onShutdown(() => child.stop());
    return child;
  };
  const database = await createDatabase(postgres);
  /** @type {import('./commons/places.mjs').Institution[]} */
  const institutions = await step(`Inventing ${count.toLocaleString('en')} resources`, () => loadCommons(database.superuserUrl, count, () => {}));
  const home = institutions[0];
  if (home === undefined) throw new Error('The commons has no institution.');

  const serve = async (/** @type {string} */ script, /** @type {string[]} */ execArgv) => {
    const port = await freePort();
    const child = start(script, { execArgv, env: { NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, DATABASE_URL: database.databaseUrl, PASSALONG_MODE: MODE } });
    await untilReady(port, child);
    return { child, port };
  };
  const cookie = await signIn(database.superuserUrl, home);
  /** @type {import('./measure.mjs').Measured[]} */
  let measured = [];
  /** @type {import('./measure.mjs').Setting} */
  const setting = await step('Preparing the bare server', async () => {
    const app = await serve('app.mjs', profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []);
    const server = { port: app.port, cookie };
    const bare = start('bare-server.mjs', { env: { DATABASE_URL: database.databaseUrl, SUPERUSER_URL: database.superuserUrl } });
    const barePort = await bare.ask('listen');
    const slugs = await readableSlugs(database.superuserUrl);
    const drafts = await startDrafts(server, 2 * connections);
    const wanted = operations({ slugs, drafts, pageCursor: await cursorOfPage(server, DEEP_PAGE, PAGE), topic: await usualTopic(database.superuserUrl), playbook: await wholePlaybook() })
      .filter(({ name }) => name.includes(only));
    const recorder = await serve('recorder.mjs', []);
    measured = await prepare(wanted, { recorder: recorder.child, recorded: { port: recorder.port, cookie }, bare, barePort, slugs: drafts.map(({ slug }) => slug) });
    await recorder.child.stop();
    return { app: app.child, bare, generator: start('load-generator.mjs', {}), postmaster: database.postmaster, server, barePort, rounds, milliseconds, connections };
  });
  /** @type {Map<string, number>} */
  let statementTimes = new Map();
  await step(`Driving ${measured.length} operations for ${rounds} rounds`, async () => {
    await measure(measured, setting, () => {});
    statementTimes = await statementTimesOf(database.databaseUrl, new Map(measured.filter(({ operation }) => operation.bare !== 'write').map(({ operation, recorded }) => [operation.name, recorded])));
  });
  return report(measured, statementTimes, { count, connections, rounds, only });
}

/** @param {import('./measure.mjs').Measured[]} measured @param {Map<string, number>} statementTimes @param {{ count: number, connections: number, rounds: number, only: string }} setting */
function report(measured, statementTimes, { count, connections, rounds, only }) {
  const judged = only === '' ? judge(measured, statementTimes) : [];
  const lines = judged.map(({ what, figure, limit, isKept }) => `${isKept ? 'ok    ' : 'MISSED'} ${what}: ${figure} (${limit})`);
  return {
    isKept: judged.every(({ isKept }) => isKept),
    text: [`${count.toLocaleString('en')} resources, ${connections} connections, ${rounds} rounds, Node ${process.versions.node}, ${cpus().length} processors`, '', table(measured, statementTimes), '', LEGEND, '', ...lines].join('\n'),
    figures: {
      resources: count, connections, rounds, node: process.versions.node, processors: cpus().length, judged,
      operations: measured.map((each) => ({ name: each.operation.name, ratio: ratioOf(each), app: each.app.summary, bare: each.bare.summary, sqlMilliseconds: statementTimes.get(each.operation.name) ?? null })),
    },
  };
}

/** @param {number} port @param {Child} child */
async function untilReady(port, child) {
  let hasEnded = false;
  void child.ended.then(() => { hasEnded = true; });
  for (const until = Date.now() + 30_000; Date.now() < until && !hasEnded;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not become ready.');
}
