/** Databases for tests: one migrated template a run, one clone a worker. The test command says where the server is. */
import pg from 'pg';

export const TEMPLATE = 'passalong_template';

interface Server { readonly superuserUrl: string; readonly ownerUrl: string; readonly appUrl: string }

export function testServer(): Server {
  const { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_DATABASE_URL: appUrl } = process.env;
  if (!superuserUrl || !ownerUrl || !appUrl) throw new Error('The api tests need PostgreSQL; run them with npm test.');
  return { superuserUrl, ownerUrl, appUrl };
}

/** The same server and role, another database. */
export function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

export async function asSuperuser(statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testServer().superuserUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Creates an empty database that belongs to the owner role. */
export async function createDatabase(name: string, template = 'template0'): Promise<void> {
  await asSuperuser([
    `drop database if exists ${name} with (force)`,
    `create database ${name} owner passalong_owner template ${template}`,
    `grant connect, temporary on database ${name} to passalong_app`,
  ]);
}
