// Starts a temporary server from the distribution's PostgreSQL 15, the oldest supported, for tests.
// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { chooseAccount } from './account.mjs';
import { startCluster } from './cluster.mjs';
import { lastingFolder, temporaryFolder } from './place.mjs';

const bin = process.env['PASSALONG_SYSTEM_POSTGRES'] ?? '/usr/lib/postgresql/15/bin';

export const hasSystemPostgres = () => existsSync(join(bin, 'postgres')) && existsSync(join(bin, 'initdb'));

/**
 * @param {object} [options]
 * @param {string} [options.dataDir] a folder of its own, removed at the end; a new one below the temporary folder by default
 * @param {(text: string) => void} [options.log]
 * @returns {Promise<import('./cluster.mjs').Postgres | null>} null where PostgreSQL 15 is not installed
 */
export async function startSystemPostgres({ dataDir, log = () => {} } = {}) {
  if (!hasSystemPostgres()) return null;
  const account = chooseAccount([root]);
  const folder = dataDir ? lastingFolder(dataDir, account) : temporaryFolder(account);
  return startCluster({ bin, account, folder, temporary: true, localeArgs: ['--locale=C.UTF-8'], log });
}
