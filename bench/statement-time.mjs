// How long PostgreSQL itself says that the statements of the application take, as prepared statements of the reading role.
// @ts-check
import pg from 'pg';
import { READER_OPTIONS } from '../apps/api/dist/platform/database/database.js';
import { median } from './figures.mjs';

const TIMES = 9;
/** PostgreSQL chooses between a plan for these values and one for any only from the sixth time on. */
const BEFORE = 6;

/** @param {string} databaseUrl @param {import('./operations.mjs').Recorded} recorded @returns {Promise<number>} milliseconds, the median */
export async function statementMilliseconds(databaseUrl, { text, values }) {
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
