// Creates Passalong's roles and a database owned by one of them, as often as wanted.
// @ts-check
import { createHmac } from 'node:crypto';
import pg from 'pg';

export const ownerRole = 'passalong_owner';
export const appRole = 'passalong_app';
export const readerRole = 'passalong_reader';

/** Follows from the superuser's password, so that every command knows it without another secret on disk. @param {string} superuserUrl @param {string} role */
export function rolePassword(superuserUrl, role) {
  return createHmac('sha256', decodeURIComponent(new URL(superuserUrl).password)).update(`passalong role ${role}`).digest('hex').slice(0, 40);
}

/** @param {string} base @param {{ database?: string, user?: string, password?: string }} change */
function urlWith(base, { database, user, password }) {
  const url = new URL(base);
  if (database !== undefined) url.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) url.username = encodeURIComponent(user);
  if (password !== undefined) url.password = encodeURIComponent(password);
  return url.href;
}

/** @param {string} url @param {(client: pg.Client) => Promise<void>} work */
async function connected(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000, application_name: 'passalong roles' });
  await client.connect();
  try { await work(client); } finally { await client.end(); }
}

const name = pg.escapeIdentifier;
const text = pg.escapeLiteral;
/** Two commands at once take turns; the lock counts within one database and ends with the connection. */
const lock = `SELECT pg_advisory_lock(hashtextextended('passalong roles', 0))`;

/** @param {pg.Client} client @param {string} role @param {string | undefined} password a role without one cannot log in */
async function ensureRole(client, role, password) {
  const how = password === undefined ? 'NOLOGIN' : `LOGIN PASSWORD ${text(password)}`;
  const { rows: [found] } = await client.query('SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = $1', [role]);
  if (!found) {
    await client.query(`CREATE ROLE ${name(role)} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB ${how}`);
    return;
  }
  await client.query(`ALTER ROLE ${name(role)} ${how}`);
  // Named only when wrong, because naming them takes a superuser.
  if (Object.values(found).some(Boolean)) await client.query(`ALTER ROLE ${name(role)} NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB`);
}

/** @param {pg.Client} client @param {string} role @param {string} member */
async function ensureMember(client, role, member) {
  const { rows } = await client.query(
    'SELECT 1 FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles p ON p.oid = m.member WHERE r.rolname = $1 AND p.rolname = $2',
    [role, member]);
  if (rows.length === 0) await client.query(`GRANT ${name(role)} TO ${name(member)}`);
}

/**
 * @param {object} options
 * @param {string} options.superuserUrl a superuser, or a user who may create databases and roles
 * @param {string} options.database
 * @param {string} [options.ownerPassword]
 * @param {string} [options.appPassword]
 * @returns {Promise<{ databaseUrl: string, ownerUrl: string }>}
 */
export async function ensureDatabase({
  superuserUrl, database,
  ownerPassword = rolePassword(superuserUrl, ownerRole),
  appPassword = rolePassword(superuserUrl, appRole),
}) {
  await connected(superuserUrl, async (client) => {
    await client.query(lock);
    await ensureRole(client, ownerRole, ownerPassword);
    await ensureRole(client, appRole, appPassword);
    await ensureRole(client, readerRole, undefined);
    await ensureMember(client, readerRole, appRole);
    const { rows: [me] } = await client.query('SELECT current_user AS role, rolsuper FROM pg_roles WHERE rolname = current_user');
    if (!me.rolsuper) await client.query(`GRANT ${name(ownerRole)} TO ${name(me.role)}`);
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rows.length === 0) await client.query(`CREATE DATABASE ${name(database)} OWNER ${name(ownerRole)} ENCODING 'UTF8' TEMPLATE template0`);
    else await client.query(`ALTER DATABASE ${name(database)} OWNER TO ${name(ownerRole)}`);
    await client.query(`REVOKE ALL ON DATABASE ${name(database)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${name(database)} TO ${name(appRole)}`);
  });
  await connected(urlWith(superuserUrl, { database }), async (client) => {
    await client.query(lock);
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await client.query('CREATE EXTENSION IF NOT EXISTS unaccent');
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await client.query(`GRANT USAGE ON SCHEMA public TO ${name(appRole)}, ${name(readerRole)}`);
  });
  return {
    databaseUrl: urlWith(superuserUrl, { database, user: appRole, password: appPassword }),
    ownerUrl: urlWith(superuserUrl, { database, user: ownerRole, password: ownerPassword }),
  };
}
