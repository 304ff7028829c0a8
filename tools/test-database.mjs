// Gives the tests a database server, started once per run, and tells them how to reach it.
// @ts-check
import { onShutdown } from './shutdown.mjs';

/** @type {Promise<Record<string, string>> | undefined} */
let environment;

/**
 * DATABASE_URL is used when set; its user must be allowed to create databases and roles.
 * @param {string} kind `embedded` or `system`
 */
async function start(kind) {
  const { ensureDatabase, ownerRole, appRole, rolePassword } = await import('./postgres/roles.mjs');
  let superuserUrl = kind === 'embedded' ? process.env['DATABASE_URL'] : undefined;
  if (!superuserUrl) {
    const postgres = kind === 'system'
      ? await (await import('./postgres/system.mjs')).startSystemPostgres()
      : await (await import('./postgres/embedded.mjs')).startPostgres({});
    if (!postgres) throw new Error('PostgreSQL 15 of the distribution is not installed.');
    onShutdown(postgres.stop);
    superuserUrl = postgres.superuserUrl;
  }
  const { databaseUrl, ownerUrl } = await ensureDatabase({ superuserUrl, database: 'passalong_test' });
  return {
    TEST_SUPERUSER_URL: superuserUrl,
    TEST_DATABASE_URL: databaseUrl,
    TEST_OWNER_URL: ownerUrl,
    TEST_OWNER_PASSWORD: rolePassword(superuserUrl, ownerRole),
    TEST_APP_PASSWORD: rolePassword(superuserUrl, appRole),
    // The tests say themselves which database they mean.
    DATABASE_URL: '', DATABASE_OWNER_URL: '',
  };
}

/** @param {string} kind */
export const testDatabase = (kind) => (environment ??= start(kind));
