/** `group create|add|remove|list`: sharing groups, until there are screens for them. Every verb may be repeated. */
import { GroupCommands } from '../identity/index.js';
import { readConfig } from '../platform/config/config.js';
import { Database } from '../platform/database/database.js';

type Env = Readonly<Record<string, string | undefined>>;

const USAGE = [
  'group create <short-name> <name>           starts a sharing group',
  'group add <short-name> <institution>       lets an institution in, by its slug',
  'group remove <short-name> <institution>    takes it out again',
  'group list                                 shows every group, its id, and who is in it',
].join('\n');

export async function runGroup(env: Env, [verb = '', ...args]: readonly string[]): Promise<string> {
  const work = WORK[verb];
  if (work === undefined || args.length < work.arguments || args.some((argument) => argument.trim() === '')) throw new Error(`There is:\n${USAGE}`);
  const read = readConfig(env, { webFolder: '' });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const database = new Database(read.config.databaseUrl, 2);
  try {
    return await work.run(new GroupCommands(database), args);
  } finally {
    await database.close();
  }
}

interface Work { readonly arguments: number; readonly run: (groups: GroupCommands, args: readonly string[]) => Promise<string> }

const WORK: Readonly<Record<string, Work>> = {
  create: { arguments: 2, run: async (groups, [slug = '', ...words]) => ((await groups.create(slug, words.join(' '))) ? `The group ${slug} is there now.` : `The group ${slug} was there already.`) },
  add: { arguments: 2, run: async (groups, [slug = '', institution = '']) => ((await groups.add(slug, institution)) ? `${institution} is in ${slug} now.` : `${institution} was in ${slug} already.`) },
  remove: { arguments: 2, run: async (groups, [slug = '', institution = '']) => ((await groups.remove(slug, institution)) ? `${institution} is no longer in ${slug}.` : `${institution} was not in ${slug}.`) },
  list: { arguments: 0, run: async (groups) => {
    const listed = await groups.list();
    return listed.length === 0 ? 'There are no groups yet.' : listed.map(({ id, slug, name, institutions }) => `${slug}  ${name}  ${id}\n    ${institutions.length === 0 ? 'nobody yet' : institutions.join(', ')}`).join('\n');
  } },
};
