// How long PostgreSQL itself says that the statements of the application take, as prepared statements of the reading role.
// @ts-check
import pg from 'pg';
import { READER_OPTIONS } from '../apps/api/dist/platform/database/database.js';
import { median } from './figures.mjs';

const TIMES = 9;
/** Another tenant of the machine can only add to what a statement takes, and comes and goes within a minute: the least of a few looks is the statement's own. */
const LOOKS = 5;
const BETWEEN_MS = 3_000;
/** PostgreSQL chooses between a plan for these values and one for any only from the sixth time on. */
const BEFORE = 6;

/**
 * The least median of some looks, apart from each other, at every statement.
 * @param {string} databaseUrl @param {ReadonlyMap<string, import('./operations.mjs').Recorded>} statements by name @returns {Promise<Map<string, number>>} milliseconds by name
 */
export async function statementTimesOf(databaseUrl, statements) {
  /** @type {Map<string, number>} */
  const least = new Map();
  for (let look = 0; look < LOOKS; look += 1) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
    for (const [name, recorded] of statements) least.set(name, Math.min(least.get(name) ?? Infinity, await statementMilliseconds(databaseUrl, recorded)));
  }
  return least;
}

/** @param {string} databaseUrl @param {import('./operations.mjs').Recorded} recorded @returns {Promise<number>} milliseconds, the median */
async function statementMilliseconds(databaseUrl, { text, values }) {
  const client = new pg.Client({ connectionString: databaseUrl, options: READER_OPTIONS, application_name: 'bench' });
  await client.connect();
  try {
    for (let time = 0; time < BEFORE; time += 1) await client.query({ name: 'measured', text, values });
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const times = [];
    for (let time = 0; time < TIMES; time += 1) {
      const { rows } = await client.query(`explain (analyze, timing off, format json) execute measured${given}`);
      times.push(rows[0]['QUERY PLAN'][0]['Execution Time']);
    }
    return median(times);
  } finally {
    await client.end();
  }
}

/** @param {unknown} value @returns {string} */
function literal(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`);
  return pg.escapeLiteral(String(value));
}
