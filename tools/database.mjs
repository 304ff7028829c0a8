// Opens the database a command works on: the one named by DATABASE_URL, else the embedded one of this checkout.
// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './paths.mjs';

/**
 * @typedef {object} Database
 * @property {NodeJS.ProcessEnv} env for the server and its command line
 * @property {string} folder where marks about this database are kept
 * @property {import('./postgres/cluster.mjs').Postgres} [embedded]
 * @property {() => Promise<void>} stop
 */

/** The packages must be installed before this is called. @param {(text: string) => void} log @returns {Promise<Database>} */
export async function openDatabase(log) {
  if (process.env['DATABASE_URL']) return { env: {}, folder: dataFolder(), stop: async () => {} };
  const { startPostgres } = await import('./postgres/embedded.mjs');
  const { ensureDatabase } = await import('./postgres/roles.mjs');
  const embedded = await startPostgres({ dataDir: dataFolder(), log });
  try {
    const { databaseUrl, ownerUrl } = await ensureDatabase({ superuserUrl: embedded.superuserUrl, database: 'passalong' });
    // The mode is settled here, before DATABASE_URL is set for the server by us rather than by the person.
    const mode = demoByDefault() ? { PASSALONG_MODE: 'demo' } : {};
    const anchors = join(embedded.folder, 'audit');
    const files = join(embedded.folder, 'files');
    for (const folder of [anchors, files]) mkdirSync(folder, { recursive: true });
    return {
      env: { AUDIT_ANCHOR_FOLDER: process.env['AUDIT_ANCHOR_FOLDER'] || anchors, FILES_FOLDER: process.env['FILES_FOLDER'] || files, DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, ...mode },
      folder: embedded.folder, embedded, stop: () => embedded.stop(),
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Demo is the mode only where nothing was said at all. */
export const demoByDefault = () =>
  !process.env['PASSALONG_MODE'] && !process.env['DATABASE_URL'] && !process.env['PUBLIC_URL'];

export const isDemo = () => process.env['PASSALONG_MODE'] === 'demo' || demoByDefault();
