/** Brings the database to this version: migrations as the owner, terms and seals as the application, the mode once and for ever. */
import { ownerDataSource } from '../data-source.js';
import { sealPlainSecrets } from '../identity/index.js';
import { seedChannelProfiles, seedVocabulary } from '../library/index.js';
import { type Mode, MODES } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import { Sealing } from '../platform/sealing/sealing.js';
import type { Command, Env } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate', takes: '', summary: 'Bring the database to this version, and settle its mode at the first run.',
  run: ({ env }) => migrate(env),
};

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
    const sealing = new Sealing({ mode: mode as Mode, sealingKey: env['SEALING_KEY']?.trim() || null }, database);
    const { terms, sealed } = await settle(database, sealing).finally(() => database.close());
    return `${done.length} migrations run, ${terms} terms known.${sealed === 0 ? '' : ` ${sealed} secrets sealed.`}`;
  } finally {
    await source.destroy();
  }
}

/** What the installation needs to know, and what it must not keep in plain sight: before there was a key, secrets were kept plain; where there are any, the key is needed now. */
async function settle(database: Database, sealing: Sealing): Promise<{ terms: number; sealed: number }> {
  const terms = await database.transaction('SYSTEM', async (transaction) => {
    const count = await seedVocabulary(transaction);
    await seedChannelProfiles(transaction);
    return count;
  });
  return { terms, sealed: await database.transaction('SYSTEM', (transaction) => sealPlainSecrets(transaction, () => sealing.sealer())) };
}
