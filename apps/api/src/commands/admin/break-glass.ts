/** `admin break-glass`: administrators who get in when no identity provider answers. Made here and nowhere else. */
import { createBreakGlass, endBreakGlass, ENROL_PATH, LINK_MINUTES, listBreakGlass } from '../../identity/index.js';
import { apiId } from '../../platform/ids/ids.js';
import { Sealing } from '../../platform/sealing/sealing.js';
import { type Command, UsageError } from '../command.js';
import { institutionBySlug, personNamed } from '../named.js';
import { withDatabase } from '../settings.js';

const STATES = { INVITED: 'has a link that waits', LINK_EXPIRED: 'let the link expire; end it and make another', READY: 'ready', LOCKED: 'locked after wrong codes', ENDED: 'ended' } as const;

export const breakGlassCommands: readonly Command[] = [
  {
    name: 'admin break-glass', takes: '<name>', summary: 'Make a break-glass administrator and print the link to enrol by, which works once within an hour.',
    details: ['A platform administrator with a passkey and codes of an authenticator app, for when no identity provider answers.', 'Hand the link over in person or on a safe line: whoever opens it first enrols.'],
    flags: { at: { type: 'string', value: '<institution-slug>', help: 'required: the institution they act for, without a role there' } },
    async run(call) {
      const [[name, ...others], slug] = [call.words, call.text('at')];
      if (name === undefined || others.length > 0 || slug === null) throw new UsageError('Give one name, in quotes where it has several words, and --at an institution.');
      return withDatabase(call.env, async (database, config) => {
        await new Sealing(config, database).sealer(); // rather now than when somebody enrols
        const made = await database.transaction('SYSTEM', async (transaction) => {
          const institution = await institutionBySlug(transaction, slug);
          return { ...(await createBreakGlass(transaction, { name, institutionId: institution.id })), institution };
        });
        return `${name.trim()} is ${apiId('person', made.personId)}, at ${made.institution.name}. To enrol, once and within ${LINK_MINUTES} minutes:\n${config.publicUrl}${ENROL_PATH}/${made.token}`;
      });
    },
  },
  {
    name: 'admin break-glass-list', takes: '', summary: 'List break-glass administrators, with those that were ended.',
    async run({ env, words }) {
      if (words.length > 0) throw new UsageError('admin break-glass-list takes nothing.');
      const rows = await withDatabase(env, (database) => database.transaction('SYSTEM', listBreakGlass));
      if (rows.length === 0) return 'There are no break-glass administrators.';
      return rows.map(({ id, name, institution, state, usedAt }) => `${id}  ${name.padEnd(24)} ${institution.padEnd(24)} ${STATES[state]}${usedAt === null ? '' : `, last used ${usedAt} UTC`}`).join('\n');
    },
  },
  {
    name: 'admin break-glass-end', takes: '<id>', summary: 'End a break-glass administrator and their sessions.', details: ['The id, per_…, is what admin break-glass-list shows.'],
    async run({ env, words: [named, ...others] }) {
      if (named === undefined || others.length > 0) throw new UsageError('Name one break-glass administrator.');
      return withDatabase(env, (database) => database.transaction('SYSTEM', async (transaction) => {
        const person = await personNamed(transaction, named);
        const isChanged = await endBreakGlass(transaction, person.id);
        return `${person.name} is no break-glass administrator ${isChanged ? 'from now on' : 'any more, as before'}.`;
      }));
    },
  },
];
