/** Brings the database to this version: migrations as the owner, terms as the application, the mode once and for ever. */
import { ownerDataSource } from '../data-source.js';
import { seedChannelProfiles, seedVocabulary } from '../library/index.js';
import { MODES } from '../platform/config/config.js';
import { Database, type Transaction } from '../platform/database/database.js';
import type { Command, Env } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate', takes: '', summary: 'Bring the database to this version, and settle its mode at the first run.',
  run: ({ env }) => migrate(env),
};

async function seeded(transaction: Transaction): Promise<number> {
  const terms = await seedVocabulary(transaction);
  await seedChannelProfiles(transaction);
  return terms;
}

export async function migrate(env: Env): Promise<string> {
  const ownerUrl = env['DATABASE_OWNER_URL'];
  const appUrl = env['DATABASE_URL'];
  const mode = env['PASSALONG_MODE'] ?? '';
  if (ownerUrl === undefined || appUrl === undefined) throw new Error('migrate needs DATABASE_URL (application role) and DATABASE_OWNER_URL (owner role).');
  if (!(MODES as readonly string[]).includes(mode)) throw new Error('migrate needs PASSALONG_MODE: demo, sandbox or production.');
  const source = await ownerDataSource(ownerUrl).initialize();
  try {
    const done = await source.runMigrations();
    await source.query(`insert into setting (name, value) values ('mode', $1) on conflict (name) do nothing`, [mode]);
    const database = new Database(appUrl, 2);
    const terms = await database.transaction('SYSTEM', seeded).finally(() => database.close());
    return `${done.length} migrations run, ${terms} terms known.`;
  } finally {
    await source.destroy();
  }
}
