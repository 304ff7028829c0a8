// Drives the application and the bare server in turn, operation by operation, round by round.
// @ts-check
import { isDeepStrictEqual } from 'node:util';
import { ask } from './commons/viewer.mjs';
import { Figures } from './figures.mjs';
import { postgresMilliseconds } from './processor.mjs';

/** PostgreSQL plans a statement for its values five times a connection before it keeps a plan; only then is a server warm. */
const PLANNED_ANEW = 6;

/**
 * @typedef {object} Measured
 * @property {import('./operations.mjs').Operation} operation
 * @property {Figures} app
 * @property {Figures} bare
 * @property {import('./operations.mjs').Recorded} recorded
 *
 * @typedef {object} Setting
 * @property {import('./control.mjs').Child} app
 * @property {import('./control.mjs').Child} bare
 * @property {import('./control.mjs').Child} generator
 * @property {number | null} postmaster
 * @property {{ port: number, cookie: string }} server
 * @property {number} barePort
 * @property {number} rounds
 * @property {number} milliseconds of a round
 * @property {number} connections
 */

/**
 * Asks every operation once of the recording server, gives the bare server the statement it ran, and checks that both answer alike.
 * @param {import('./operations.mjs').Operation[]} operations
 * @param {{ recorder: import('./control.mjs').Child, recorded: { port: number, cookie: string }, bare: import('./control.mjs').Child, barePort: number, slugs: string[] }} servers
 * @returns {Promise<Measured[]>}
 */
export async function prepare(operations, { recorder, recorded, bare, barePort, slugs }) {
  /** @type {Map<string, object>} */
  const statements = new Map();
  /** @type {{ path: string, answer: any }[]} */
  const expected = [];
  /** @type {Measured[]} */
  const measured = [];
  for (const [place, operation] of operations.entries()) {
    /** @type {import('./operations.mjs').Recorded} */
    let first = { text: '', values: [] };
    for (const [number, variables] of operation.variants.entries()) {
      const path = pathOf(operation, place, number);
      if (operation.bare === 'write') {
        statements.set(path, { name: `bare ${place}`, text: operation.wrap(first, null), values: [slugs[number]] });
        continue;
      }
      const answer = await ask(recorded, operation.query, variables);
      const statement = await recorder.ask('last');
      statements.set(path, { name: `bare ${place}`, text: operation.wrap(statement, answer), values: statement.values });
      if (number === 0) first = statement;
      if (operation.bare === 'same') expected.push({ path, answer });
    }
    measured.push({ operation, app: new Figures(), bare: new Figures(), recorded: first });
  }
  await bare.ask('prepare', statements);
  for (const { path, answer } of expected) {
    const response = await fetch(`http://127.0.0.1:${barePort}${path}`, { method: 'POST' });
    const text = await response.text();
    if (!response.ok || !isDeepStrictEqual(JSON.parse(text), answer)) throw new Error(`The bare server does not answer ${path} as the application does: ${text.slice(0, 300)}`);
  }
  return measured;
}

/** @param {import('./operations.mjs').Operation} operation @param {number} place @param {number} number */
const pathOf = ({ bare }, place, number) => `/${bare === 'write' ? 'write' : 'read'}/${place}/${number}`;

/** @param {Measured[]} measured @param {Setting} setting @param {(round: number) => void} say */
export async function measure(measured, setting, say) {
  for (let round = 0; round <= setting.rounds; round += 1) {
    say(round);
    for (const [place, each] of measured.entries()) {
      const sides = /** @type {const} */ (round % 2 === 0 ? ['app', 'bare'] : ['bare', 'app']);
      for (const side of sides) await drive(each, place, side, setting, round === 0);
    }
  }
}

/** The first round only warms up. @param {Measured} measured @param {number} place @param {'app' | 'bare'} side @param {Setting} setting @param {boolean} isWarmUp */
async function drive({ operation, ...figures }, place, side, setting, isWarmUp) {
  const { app, bare, generator, postmaster, server, barePort, connections } = setting;
  const process = side === 'app' ? app : bare;
  const cpu = async () => ({ process: await process.ask('cpu'), postgres: postgresMilliseconds(postmaster) });
  const requests = operation.variants.map((variables, number) => ({
    path: side === 'app' ? '/graphql' : pathOf(operation, place, number),
    body: side === 'app' || operation.bare === 'write' ? JSON.stringify({ query: operation.query, variables }) : '',
  }));
  // Each connection saves a draft of its own; the second half of the drafts is the bare server's.
  const own = operation.bare === 'write' ? (side === 'app' ? requests.slice(0, connections) : requests.slice(connections)) : requests;
  const before = await cpu();
  const result = await generator.ask('run', {
    port: side === 'app' ? server.port : barePort, headers: side === 'app' ? { cookie: server.cookie } : {},
    requests: own, revises: operation.bare === 'write', connections, milliseconds: isWarmUp ? setting.milliseconds / 2 : setting.milliseconds, least: isWarmUp ? 2 * PLANNED_ANEW * connections : 0,
  });
  if (result.error) throw new Error(`${operation.name}, ${side}: ${result.error}`);
  const after = await cpu();
  if (isWarmUp) return;
  figures[side].add(result, { process: after.process - before.process, postgres: after.postgres === null || before.postgres === null ? null : after.postgres - before.postgres });
}
