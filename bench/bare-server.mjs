// What the application is held against: node:http, one prepared statement a request, its JSON sent on as PostgreSQL wrote it.
// @ts-check
import { createServer } from 'node:http';
import pg from 'pg';
import { READER_OPTIONS } from '../apps/api/dist/platform/database/database.js';
import { answerTo } from './control.mjs';

/** As long as the application keeps its connections, which keep their plans. */
const IDLE_MS = 5 * 60_000;

/** @type {Map<string, pg.QueryConfig>} by path */
let statements = new Map();
const reading = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10, idleTimeoutMillis: IDLE_MS, options: READER_OPTIONS, application_name: 'bench bare' });
/** Writes pass row security by their role, where the application states its viewer. */
const writing = new pg.Pool({ connectionString: process.env['SUPERUSER_URL'], max: 10, idleTimeoutMillis: IDLE_MS, application_name: 'bench bare' });

const server = createServer((request, response) => {
  const chunks = /** @type {Buffer[]} */ ([]);
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    answer(request.url ?? '', Buffer.concat(chunks)).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
});

/** @param {string} path @param {Buffer} sent @returns {Promise<string>} */
async function answer(path, sent) {
  const statement = statements.get(path);
  if (statement === undefined) throw new Error(`There is no statement for ${path}.`);
  const isWrite = path.startsWith('/write/');
  const { rows } = await (isWrite ? writing.query({ ...statement, values: [...(statement.values ?? []), sent.toString()] }) : reading.query(statement));
  return rows[0].body;
}

answerTo({
  listen: () => new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address ? address.port : 0);
  })),
  prepare: (/** @type {Map<string, pg.QueryConfig>} */ given) => { statements = given; },
});
