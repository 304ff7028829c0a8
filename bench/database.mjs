// A PostgreSQL of the bench's own, migrated and filled, gone afterwards.
// @ts-check
import { cliEntry } from '../tools/build.mjs';
import { nodeScript, runOrThrow } from '../tools/process.mjs';
import { loadCommons } from './commons/load.mjs';

export const MODE = 'sandbox';

/**
 * @typedef {object} BenchDatabase
 * @property {string} databaseUrl as the application
 * @property {string} superuserUrl of the same database
 * @property {number | null} postmaster its process, where it can be watched
 */

/** @param {import('../tools/postgres/cluster.mjs').Postgres} postgres @returns {Promise<BenchDatabase & { ownerUrl: string }>} */
export async function createDatabase(postgres) {
  const { ensureDatabase } = await import('../tools/postgres/roles.mjs');
  const { databaseUrl, ownerUrl } = await ensureDatabase({ superuserUrl: postgres.superuserUrl, database: 'passalong_bench' });
  await runOrThrow('The migration', ...nodeScript(cliEntry, 'migrate'), { env: { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, PASSALONG_MODE: MODE } });
  const superuser = new URL(postgres.superuserUrl);
  superuser.pathname = '/passalong_bench';
  return { databaseUrl, ownerUrl, superuserUrl: superuser.href, postmaster: await postmasterOf(superuser.href) };
}

export { loadCommons };

/** The process above the one that answers us; null where there is no /proc. @param {string} url */
async function postmasterOf(url) {
  const { default: pg } = await import('pg');
  const { processStatus } = await import('../tools/process.mjs');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: [{ pid }] } = await client.query('select pg_backend_pid() as pid');
    return processStatus(pid)?.parent ?? null;
  } finally {
    await client.end();
  }
}
