/** The second wall: row security on every table whose rows are never shared, and foreign keys that carry the institution or the resource. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondWall20261125160000 implements MigrationInterface {
  readonly name = 'SecondWall20261125160000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...KEYS, ...POLICIES, ...GRANTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** The viewer of this transaction; asked once a statement, not once a row. */
const CONTEXT = (name: string): string => `(select nullif(current_setting('passalong.${name}', true), ''))`;
const IS_SYSTEM = `${CONTEXT('is_system')} = 'on'`;
const IS_MODERATOR = `${CONTEXT('is_moderator')} = 'on'`;
const ofInstitution = (institution: string): string => `${institution} = ${CONTEXT('institution_id')}::uuid`;
const ofPerson = (person: string): string => `${person} = ${CONTEXT('person_id')}::uuid`;
const ofResource = `exists (select from resource r where r.id = resource_id and ${ofInstitution('r.institution_id')})`;

/** Row security is forced: without this the owner, too, would check keys against rows it does not see. */
const AS_SYSTEM = `select set_config('passalong.is_system', 'on', true)`;

interface Wall {
  readonly table: string;
  /** Beside the system. */
  readonly seen?: readonly string[];
  readonly written?: readonly string[];
  readonly added?: readonly string[];
}

const WALLS: readonly Wall[] = [
  // Who belongs to an institution is its own business; where one belongs oneself is one's own.
  { table: 'membership', seen: [ofInstitution('institution_id'), ofPerson('person_id')], written: [ofInstitution('institution_id')] },
  { table: 'session', seen: [ofInstitution('acting_institution_id'), ofPerson('person_id')], written: [ofInstitution('acting_institution_id'), ofPerson('person_id')] },
  ...['identity_provider', 'saml_provider', 'service_key', 'external_identity', 'import_source'].map((table) => ({ table, seen: [ofInstitution('institution_id')], written: [ofInstitution('institution_id')] })),
  // A sign-in under way is nobody's yet.
  { table: 'login_transaction' },
  { table: 'used_assertion' },
  { table: 'group_membership', seen: [ofInstitution('institution_id')] },
  // A moderator reads in a draft whom it is meant for.
  { table: 'sharing_group', seen: [`exists (select from group_membership m where m.group_id = sharing_group.id and ${ofInstitution('m.institution_id')})`, IS_MODERATOR] },
  // What is asked of an approver, and the answer, stay within the institution. Who once decided as a moderator goes on seeing that.
  { table: 'review_item', seen: [ofInstitution('institution_id'), `stage = 'MODERATION' and (${IS_MODERATOR} or ${ofPerson('decided_by')})`], written: [ofInstitution('institution_id'), `stage = 'MODERATION' and ${IS_MODERATOR}`] },
  // A moderator reads the record of a draft before them, and puts on it what they did.
  { table: 'lifecycle_event', seen: [ofResource, `${IS_MODERATOR} and exists (select from resource_draft d where d.resource_id = lifecycle_event.resource_id)`], added: [ofResource, IS_MODERATOR] },
  // Whoever acts leaves events there; only the system tells them.
  { table: 'outbox', added: ['true'] },
];

const anyOf = (conditions: readonly string[]): string => [IS_SYSTEM, ...conditions].map((condition) => `(${condition})`).join(' or ');

const POLICIES: readonly string[] = WALLS.flatMap(({ table, seen = [], written = [], added = written }) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy ${table}_seen on ${table} for select using (${anyOf(seen)})`,
  `create policy ${table}_added on ${table} for insert with check (${anyOf(added)})`,
  `create policy ${table}_changed on ${table} for update using (${anyOf(written)})`,
  `create policy ${table}_removed on ${table} for delete using (${anyOf(written)})`,
]);

const GRANTS: readonly string[] = [
  // The state of a resource asks whether a question is open, and nothing else of it.
  `revoke select on review_item from passalong_reader`,
  `grant select (resource_id, status) on review_item to passalong_reader`,
];

/** Replaces a foreign key by one that carries more. */
const rekey = (table: string, name: string, columns: string, references: string, extra = ''): readonly string[] => [
  `alter table ${table} drop constraint ${name}`,
  `alter table ${table} add constraint ${name} foreign key (${columns}) references ${references} ${extra}`,
];
/** The column `name`, filled from the row that `key` points to. */
const carry = (table: string, name: string, { from, key }: { readonly from: string; readonly key: string }): readonly string[] => [
  `alter table ${table} add "${name}" uuid`,
  `update ${table} set ${name} = p.${name} from ${from} p where p.id = ${table}.${key}`,
  `alter table ${table} alter "${name}" set not null`,
];
const PROVIDER = 'identity_provider (id, institution_id)';
const MEMBERSHIP = 'membership (person_id, institution_id)';
const VERSION = 'resource_version (id, resource_id)';

const KEYS: readonly string[] = [
  AS_SYSTEM,
  `alter table identity_provider add constraint identity_provider_id_institution_key unique (id, institution_id)`,
  ...['saml_provider', 'service_key', 'external_identity'].flatMap((table) => carry(table, 'institution_id', { from: 'identity_provider', key: 'provider_id' })),
  ...['saml_provider', 'service_key'].flatMap((table) => rekey(table, `${table}_provider_fkey`, 'provider_id, institution_id', PROVIDER, 'on delete cascade')),
  ...rekey('external_identity', 'external_identity_provider_fkey', 'provider_id, institution_id', PROVIDER),
  // A provider vouches for people of its own institution alone. A membership that ended is still a row.
  `alter table external_identity drop constraint external_identity_person_fkey`,
  `alter table external_identity add constraint external_identity_membership_fkey foreign key (person_id, institution_id) references ${MEMBERSHIP}`,
  // An author team is of the owner, and of people who belong to it or did.
  ...rekey('resource_contributor', 'resource_contributor_resource_fkey', 'resource_id, institution_id', 'resource (id, institution_id)'),
  `alter table resource_contributor drop constraint resource_contributor_person_fkey`,
  `alter table resource_contributor add constraint resource_contributor_membership_fkey foreign key (person_id, institution_id) references ${MEMBERSHIP}`,
  // A resource shows a version of its own, and a version carries numbers of its own.
  `alter table resource_version add constraint resource_version_id_resource_key unique (id, resource_id)`,
  ...rekey('resource', 'resource_published_version_fkey', 'published_version_id, id', VERSION),
  ...rekey('import_source', 'import_source_version_fkey', 'version_id, resource_id', VERSION),
  ...rekey('run', 'run_version_fkey', 'version_id, resource_id', VERSION),
  `alter table number_set add constraint number_set_id_resource_key unique (id, resource_id)`,
  ...carry('version_numbers', 'resource_id', { from: 'resource_version', key: 'version_id' }),
  ...rekey('version_numbers', 'version_numbers_version_fkey', 'version_id, resource_id', VERSION),
  ...rekey('version_numbers', 'version_numbers_set_fkey', 'number_set_id, resource_id', 'number_set (id, resource_id)'),
];

const DOWN: readonly string[] = [
  AS_SYSTEM,
  `revoke select (resource_id, status) on review_item from passalong_reader`,
  `grant select on review_item to passalong_reader`,
  ...WALLS.flatMap(({ table }) => [
    ...['seen', 'added', 'changed', 'removed'].map((what) => `drop policy ${table}_${what} on ${table}`),
    `alter table ${table} no force row level security`,
    `alter table ${table} disable row level security`,
  ]),
  ...rekey('version_numbers', 'version_numbers_set_fkey', 'number_set_id', 'number_set (id)'),
  ...rekey('version_numbers', 'version_numbers_version_fkey', 'version_id', 'resource_version (id)'),
  `alter table version_numbers drop column resource_id`,
  `alter table number_set drop constraint number_set_id_resource_key`,
  ...rekey('run', 'run_version_fkey', 'version_id', 'resource_version (id)'),
  ...rekey('import_source', 'import_source_version_fkey', 'version_id', 'resource_version (id)'),
  ...rekey('resource', 'resource_published_version_fkey', 'published_version_id', 'resource_version (id)'),
  `alter table resource_version drop constraint resource_version_id_resource_key`,
  ...rekey('resource_contributor', 'resource_contributor_resource_fkey', 'resource_id', 'resource (id)'),
  ...['resource_contributor', 'external_identity'].flatMap((table) => [
    `alter table ${table} drop constraint ${table}_membership_fkey`,
    `alter table ${table} add constraint ${table}_person_fkey foreign key (person_id) references person (id)`,
  ]),
  ...rekey('external_identity', 'external_identity_provider_fkey', 'provider_id', 'identity_provider (id)'),
  ...['saml_provider', 'service_key'].flatMap((table) => rekey(table, `${table}_provider_fkey`, 'provider_id', 'identity_provider (id)', 'on delete cascade')),
  ...['saml_provider', 'service_key', 'external_identity'].map((table) => `alter table ${table} drop column institution_id`),
  `alter table identity_provider drop constraint identity_provider_id_institution_key`,
];
