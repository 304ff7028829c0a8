/** `admin`: who holds which role where, and who moderates. */
import { INSTITUTION_ROLES, type InstitutionRole } from '@passalong/domain';
import { grantRoles, revokeRoles, rolesHeld, setDisabled, setModerator } from '../../identity/index.js';
import type { Transaction } from '../../platform/database/database.js';
import { newKey } from '../../platform/ids/ids.js';
import { type Call, type Command, UsageError } from '../command.js';
import { institutionBySlug, type NamedInstitution, type NamedPerson, personNamed } from '../named.js';
import { withDatabase } from '../settings.js';

const ROLES = INSTITUTION_ROLES.map((role) => role.toLowerCase()).join(', ');
const PEOPLE = 'A person is named by API id (per_…) or by a display name that nobody else has.';

/** `admin disable|enable`. */
const shut = (verb: 'disable' | 'enable'): Command => ({
  name: `admin ${verb}`, takes: '<person>', summary: verb === 'disable' ? 'Shut a person out and end their sessions everywhere; what they wrote stays.' : 'Let a person in again.', details: [PEOPLE],
  async run({ env, words: [named, ...others] }) {
    if (named === undefined || others.length > 0) throw new UsageError('Name one person.');
    return withDatabase(env, (database) => database.transaction('SYSTEM', async (transaction) => {
      const person = await personNamed(transaction, named);
      const isChanged = await setDisabled(transaction, person.id, verb === 'disable');
      return `${person.name} is ${verb === 'disable' ? 'shut out' : 'let in'}${isChanged ? ' from now on' : ', as before'}.`;
    }));
  },
});

export const adminCommands: readonly Command[] = [
  {
    name: 'admin grant', takes: '<institution-slug> <person> <role…>', summary: 'Give roles at an institution.', details: [PEOPLE, `Roles: ${ROLES}.`, 'Whoever gains one signs in anew: their sessions at the institution end.'],
    run: (call) => withRoles(call, async (transaction, person, institution, roles) => {
      const held = await grantRoles(transaction, { personId: person.id, institutionId: institution.id, membershipId: newKey() }, roles);
      return `${person.name} is ${inWords(held)} at ${institution.name}.${institution.standing === 'MEMBER' ? '' : ' The institution is only listed: its people cannot sign in before it is a member.'}`;
    }),
  },
  {
    name: 'admin revoke', takes: '<institution-slug> <person> <role…>', summary: 'Take roles at an institution; without any role left, the person is no member.', details: [PEOPLE, `Roles: ${ROLES}.`],
    run: (call) => withRoles(call, async (transaction, person, institution, roles) => {
      const holding = { personId: person.id, institutionId: institution.id };
      const before = await rolesHeld(transaction, holding);
      const missing = roles.filter((role) => !before.includes(role));
      if (missing.length > 0) throw new Error(`${person.name} is not ${inWords(missing)} at ${institution.name}.`);
      const held = await revokeRoles(transaction, holding, roles);
      return held.length === 0 ? `${person.name} is no member of ${institution.name} any more.` : `${person.name} is ${inWords(held)} at ${institution.name}.`;
    }),
  },
  {
    name: 'admin moderator', takes: 'on|off <person>', summary: 'Let a person moderate what other institutions release, or end that.', details: [PEOPLE, 'Whoever begins to moderate signs in anew: their sessions end everywhere.'],
    async run({ env, words: [state, named, ...others] }) {
      if ((state !== 'on' && state !== 'off') || named === undefined || others.length > 0) throw new UsageError('Say on or off, then one person.');
      return withDatabase(env, (database) => database.transaction('SYSTEM', async (transaction) => {
        const person = await personNamed(transaction, named);
        const isChanged = await setModerator(transaction, person.id, state === 'on');
        return `${person.name} ${state === 'on' ? 'moderates' : 'does not moderate'}${isChanged ? ' from now on' : ', as before'}.`;
      }));
    },
  },
  {
    name: 'admin list', takes: '[<institution-slug>]', summary: 'List members and their roles, and moderators.',
    async run({ env, words: [slug, ...others] }) {
      if (others.length > 0) throw new UsageError('admin list takes at most one institution.');
      return withDatabase(env, (database) => database.transaction('SYSTEM', (transaction) => listing(transaction, slug ?? null)));
    },
  },
  shut('disable'), shut('enable'),
];

type Change = (transaction: Transaction, person: NamedPerson, institution: NamedInstitution, roles: readonly InstitutionRole[]) => Promise<string>;

async function withRoles({ env, words }: Call, change: Change): Promise<string> {
  const [slug, named, ...rest] = words;
  if (slug === undefined || named === undefined || rest.length === 0) throw new UsageError('Name an institution, a person and at least one role.');
  const roles = rest.map(roleNamed);
  return withDatabase(env, (database) => database.transaction('SYSTEM', async (transaction) => {
    const institution = await institutionBySlug(transaction, slug);
    return change(transaction, await personNamed(transaction, named), institution, roles);
  }));
}

function roleNamed(word: string): InstitutionRole {
  const role = INSTITUTION_ROLES.find((candidate) => candidate === word.toUpperCase());
  if (role === undefined) throw new UsageError(`There is no role "${word}"; the roles are ${ROLES}. A name of several words stands in quotes.`);
  return role;
}

function inWords(roles: readonly InstitutionRole[]): string {
  return roles.length === 0 ? 'without a role' : roles.map((role) => role.toLowerCase()).join(' and ');
}

async function listing(transaction: Transaction, slug: string | null): Promise<string> {
  const institution = slug === null ? null : await institutionBySlug(transaction, slug);
  const rows = await transaction.query<{ slug: string; id: string; name: string; roles: InstitutionRole[]; is_moderator: boolean }>(
    `select i.slug, 'per_' || crockford(p.id) as id, coalesce(p.display_name, '—') as name, m.roles, p.is_moderator
       from membership m join person p on p.id = m.person_id join institution i on i.id = m.institution_id
      where (m.valid_until is null or m.valid_until > now()) and ($1::uuid is null or i.id = $1) order by i.slug, p.display_name, p.id`, [institution?.id ?? null]);
  if (rows.length === 0) return institution === null ? 'Nobody is a member yet.' : `Nobody is a member of ${institution.name} yet.`;
  return rows.map(({ slug: at, id, name, roles, is_moderator: moderates }) => `${at.padEnd(24)} ${id}  ${name.padEnd(24)} ${[inWords(roles), ...(moderates ? ['moderates'] : [])].join(', ')}`).join('\n');
}
