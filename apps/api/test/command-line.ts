/** The commons as the operator sees it: the demo institutions, and the commands that bring records in and out. */
import { exportCommand } from '../src/commands/export/export.js';
import { importCommand } from '../src/commands/import/import.js';
import { loadDemoInstitutions } from '../src/commands/demo/institutions.js';
import { type Answer, runCommand } from '../src/commands/run.js';
import { withDatabase } from '../src/commands/settings.js';
import { World } from './world.js';

export interface Commons { readonly world: World; readonly env: Record<string, string>; run(...args: string[]): Promise<Answer> }

export async function commons(): Promise<Commons> {
  let databaseUrl = '';
  const world = await World.create({ mode: 'demo' }, async (config) => { databaseUrl = config.databaseUrl; });
  const env = { DATABASE_URL: databaseUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: 'http://localhost:4000' };
  await withDatabase(env, (database, config) => loadDemoInstitutions(database, config));
  return { world, env, run: (...args) => runCommand([importCommand, exportCommand], args, env) };
}
