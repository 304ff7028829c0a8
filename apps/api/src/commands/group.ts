/** `group create|add|remove|list`: sharing groups, until there are screens for them. Every one may be repeated. */
import { GroupCommands } from '../identity/index.js';
import { type Command, UsageError } from './command.js';
import { withDatabase } from './settings.js';

interface GroupWork {
  readonly takes: string;
  readonly summary: string;
  /** How many words it needs; further ones belong to the last. */
  readonly words: number;
  readonly run: (groups: GroupCommands, words: readonly string[]) => Promise<string>;
}

const WORK: Readonly<Record<string, GroupWork>> = {
  create: {
    takes: '<short-name> <name>', summary: 'Start a sharing group.', words: 2,
    run: async (groups, [slug = '', ...name]) => ((await groups.create(slug, name.join(' '))) ? `The group ${slug} is there now.` : `The group ${slug} was there already.`),
  },
  add: {
    takes: '<short-name> <institution>', summary: 'Let an institution, named by its slug, into a group.', words: 2,
    run: async (groups, [slug = '', institution = '']) => ((await groups.add(slug, institution)) ? `${institution} is in ${slug} now.` : `${institution} was in ${slug} already.`),
  },
  remove: {
    takes: '<short-name> <institution>', summary: 'Take an institution out of a group.', words: 2,
    run: async (groups, [slug = '', institution = '']) => ((await groups.remove(slug, institution)) ? `${institution} is no longer in ${slug}.` : `${institution} was not in ${slug}.`),
  },
  list: { takes: '', summary: 'Show every group, its id, and who is in it.', words: 0, run: listed },
};

export const groupCommands: readonly Command[] = Object.entries(WORK).map(([verb, { takes, summary, words, run }]) => ({
  name: `group ${verb}`, takes, summary,
  async run(call) {
    if (call.words.length < words || call.words.some((word) => word.trim() === '')) throw new UsageError(`group ${verb} takes ${takes === '' ? 'nothing' : takes}.`);
    return withDatabase(call.env, (database) => run(new GroupCommands(database), call.words));
  },
}));

async function listed(groups: GroupCommands): Promise<string> {
  const found = await groups.list();
  if (found.length === 0) return 'There are no groups yet.';
  return found.map(({ id, slug, name, institutions }) => `${slug}  ${name}  ${id}\n    ${institutions.length === 0 ? 'nobody yet' : institutions.join(', ')}`).join('\n');
}
