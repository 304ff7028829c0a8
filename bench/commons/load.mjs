// Writes the invented commons into an empty, migrated database: arrays in, whole batches a statement.
// @ts-check
import pg from 'pg';
import { Random } from '../random.mjs';
import { inventInstitutions } from './places.mjs';
import { inventResources } from './resources.mjs';
import { loadWords } from './words.mjs';

const SEED = 20_261_125;
const INSTITUTIONS = 480;
const BATCH = 500;
/** Everything happened before this moment, so that the same commons comes out on any day. */
const END = Date.UTC(2026, 10, 25);

/** @typedef {{ name: string, type: string }} Column */

/** One statement writes a whole batch. @param {string} table @param {readonly string[]} columns `name type`, or `name type = expression over the given value` */
function insertInto(table, columns) {
  const parsed = columns.map((column) => /^(\w+) ([\w[\]]+)(?: = (.+))?$/.exec(column) ?? []);
  const names = parsed.map(([, name]) => `"${name}"`).join(', ');
  const values = parsed.map(([, name, type, expression]) => (expression ?? `"${name}"::${type}`)).join(', ');
  const text = `insert into "${table}" (${names}) select ${values} from unnest(${parsed.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as given (${names})`;
  return { text, width: columns.length };
}

const INTO = {
  institution: insertInto('institution', ['id uuid', 'slug text', 'name text', 'standing text', 'country text', 'region text', 'size_band text', 'type text', 'is_fictional boolean']),
  person: insertInto('person', ['id uuid', 'display_name text']),
  membership: insertInto('membership', ['id uuid', 'person_id uuid', 'institution_id uuid', 'roles text[]']),
  resource: insertInto('resource', ['id uuid', 'kind text', 'institution_id uuid', 'visibility text', 'slug text', 'published_version_id uuid', 'published_at timestamptz', 'adapted_from_version_id uuid', 'archived_at timestamptz', 'hidden_at timestamptz', 'created_at timestamptz',
    `search_words tsvector = search_words(search_words, search_facets::text[])`,
    `search_facets text = search_facets(kind, search_facets::text[])`,
    // Title and summary come as one text with a line break between them; the weights are those of publishing.
    `search_head tsvector = setweight(to_tsvector('english', split_part(search_head, chr(10), 1)), 'A') || setweight(to_tsvector('english', split_part(search_head, chr(10), 2)), 'B')`]),
  resource_version: insertInto('resource_version', ['id uuid', 'resource_id uuid', 'number int', 'content jsonb', 'credit text', 'is_anonymised boolean', 'author_id uuid', 'published_at timestamptz']),
  resource_draft: insertInto('resource_draft', ['id uuid', 'resource_id uuid', 'institution_id uuid', 'visibility text', 'content jsonb', 'revision int', 'saved_by uuid']),
  resource_contributor: insertInto('resource_contributor', ['resource_id uuid', 'person_id uuid', 'institution_id uuid', 'role text']),
  resource_term: insertInto('resource_term', ['resource_id uuid', 'term_id text', 'position int']),
  lifecycle_event: insertInto('lifecycle_event', ['id uuid', 'resource_id uuid', 'person_id uuid', 'action text', 'from_state text', 'to_state text', 'happened_at timestamptz']),
};
/** @typedef {keyof typeof INTO} Table */

/** @param {pg.Client} client @param {Table} table @param {readonly (readonly unknown[])[]} rows */
async function write(client, table, rows) {
  if (rows.length === 0) return;
  const { text, width } = INTO[table];
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => (row[at] === null || row[at] === undefined ? null : String(row[at]))));
  await client.query({ name: `load ${table}`, text, values: columns });
}

/** @param {pg.Client} client @param {readonly import('./resources.mjs').Invented[]} resources @param {Random} random */
async function writeResources(client, resources, random) {
  const published = resources.filter(({ published }) => published !== null);
  await write(client, 'resource', resources.map(({ published, content, ...row }) => [
    row.id, row.kind, row.institution.id, row.visibility, row.slug, published?.ids.at(-1), published?.at, row.adaptedFrom, published && row.archivedAt, published && row.hiddenAt, row.createdAt,
    published && row.words, published && `{${row.terms.map((term) => JSON.stringify(term)).join(',')}}`, published && `${content['title']}\n${content['summary']}`]));
  await write(client, 'resource_version', published.flatMap(({ id, content, team, published: release }) => {
    const json = JSON.stringify(content);
    return (release?.ids ?? []).map((version, index) => [version, id, index + 1, json, release?.credit, release?.isAnonymised, team[0], release?.at]);
  }));
  await write(client, 'resource_draft', resources.flatMap(({ draft, ...row }) => (draft ? [[draft.id, row.id, row.institution.id, row.visibility, JSON.stringify(row.content), draft.revision, row.team[0]]] : [])));
  await write(client, 'resource_contributor', resources.flatMap(({ id, team, institution }) => team.map((person) => [id, person, institution.id, 'role:author'])));
  await write(client, 'resource_term', published.flatMap(({ id, terms }) => terms.map((term, index) => [id, term, index + 1])));
  await write(client, 'lifecycle_event', resources.flatMap(({ id, team, createdAt, published: release }) => [
    [random.key(Date.parse(createdAt)), id, team[0], 'CREATE', 'NONE', 'DRAFT', createdAt],
    ...(release ? [[random.key(Date.parse(release.at)), id, team[0], 'PUBLISH', 'DRAFT', 'PUBLISHED', release.at]] : []),
  ]));
}

/**
 * @param {string} superuserUrl of the database itself; foreign keys are not checked while loading
 * @param {number} count
 * @param {(done: number) => void} say
 * @returns {Promise<import('./places.mjs').Institution[]>}
 */
export async function loadCommons(superuserUrl, count, say) {
  const words = await loadWords();
  const random = new Random(SEED);
  const institutions = inventInstitutions(random, INSTITUTIONS, END - 4 * 365 * 86_400_000);
  const clients = await Promise.all([0, 1].map(() => connect(superuserUrl)));
  const [first = await connect(superuserUrl)] = clients;
  try {
    const { rows: [index] } = await first.query(`select indexdef from pg_indexes where indexname = 'resource_search_idx'`);
    await first.query('drop index if exists resource_search_idx'); // built once at the end, which is many times faster
    await write(first, 'institution', institutions.map((row) => [row.id, row.slug, row.name, row.standing, row.country, row.region, row.sizeBand, row.type, true]));
    const people = institutions.flatMap((institution) => institution.people.map((person) => ({ ...person, institution })));
    await write(first, 'person', people.map(({ id, name }) => [id, name]));
    await write(first, 'membership', people.map(({ id, institution, roles }) => [random.key(END), id, institution.id, `{${roles.join(',')}}`]));

    /** @type {Promise<void>[]} one batch under way a connection, while the next is invented */
    const under = clients.map(() => Promise.resolve());
    let batch = [];
    let done = 0;
    const send = async (/** @type {import('./resources.mjs').Invented[]} */ rows) => {
      const turn = Math.floor(done / BATCH) % clients.length;
      await under[turn];
      under[turn] = writeResources(/** @type {pg.Client} */ (clients[turn]), rows, random);
      done += rows.length;
      if (done % 10_000 < rows.length) say(done);
    };
    for (const resource of inventResources(words, random, { institutions, count, end: END })) {
      batch.push(resource);
      if (batch.length === BATCH) { await send(batch); batch = []; }
    }
    await send(batch);
    await Promise.all(under);
    if (index) await first.query(index.indexdef);
    await first.query('vacuum analyze');
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
  return institutions;
}

/** @param {string} url */
async function connect(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'bench load' });
  await client.connect();
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2`);
  return client;
}
