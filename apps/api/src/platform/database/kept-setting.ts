/** What an installation makes for itself once and keeps in the table `setting`. */
import type { Database } from './database.js';

const FIND = 'select value from setting where name = $1';
const KEEP = 'insert into setting (name, value) values ($1, $2) on conflict (name) do nothing';

/** The value under this name, made at the first need. Two processes that need it at the same moment end up with one. */
export async function keptSetting(database: Database, name: string, make: () => string): Promise<string> {
  const find = (): Promise<{ value: string }[]> => database.transaction('SYSTEM', (transaction) => transaction.query<{ value: string }>(FIND, [name]));
  const [known] = await find();
  if (known !== undefined) return known.value;
  await database.transaction('SYSTEM', (transaction) => transaction.query(KEEP, [name, make()]));
  const [made] = await find();
  return made?.value ?? '';
}
