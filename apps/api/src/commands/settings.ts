/** The settings and connections that commands work with, or words that say what is missing. */
import { type Config, readConfig } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';
import type { Env } from './command.js';

export function settingsOf(env: Env): Config {
  const read = readConfig(env, { webFolder: '' });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

/** Runs `work` on the database as the application, and closes it. */
export async function withDatabase<Result>(env: Env, work: (database: Database, config: Config) => Promise<Result>): Promise<Result> {
  const config = settingsOf(env);
  const database = new Database(config.databaseUrl, 2);
  try {
    return await work(database, config);
  } finally {
    await database.close();
  }
}

/** Demo work is made up; it belongs to demo mode alone. */
export function refuseOutsideDemo(config: Config): void {
  if (config.mode !== 'demo') throw new Error(`The demo commons belongs to demo mode, and this is ${config.mode}.`);
}
