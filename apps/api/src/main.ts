/** Starts the process: reads the settings, checks the mode of the database, serves, and stops gracefully. */
import { fileURLToPath } from 'node:url';
import { Database } from './platform/database/database.js';
import { readConfig } from './platform/config/config.js';
import { createApp } from './serve.js';

const defaults = { webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)) };
const read = readConfig(process.env, defaults);
if (!read.ok) {
  process.stderr.write(`${read.problems.join('\n')}\n`);
  process.exit(1);
}
const { config } = read;
const database = new Database(config.databaseUrl, 1);
const [mode] = await database.transaction('SYSTEM', (transaction) => transaction.query<{ value: string }>(`select value from setting where name = 'mode'`)).catch(() => []);
await database.close();
if (mode?.value !== config.mode) {
  process.stderr.write(mode === undefined ? 'The database is not migrated. Run the migrate command first.\n' : `This database is in ${mode.value} mode, which never changes; PASSALONG_MODE says ${config.mode}.\n`);
  process.exit(1);
}
const app = await createApp(config);
await app.listen(config.port);
process.stdout.write(`Passalong is at ${config.publicUrl} (${config.mode} mode).\n`);
