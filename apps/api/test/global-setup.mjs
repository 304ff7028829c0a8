/** Migrates the template database once, with the built server, before any worker clones it. */
import pg from 'pg';

const TEMPLATE = 'passalong_template';

export default async function globalSetup() {
  const { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_DATABASE_URL: appUrl } = process.env;
  if (!superuserUrl || !ownerUrl || !appUrl) throw new Error('The api tests need PostgreSQL; run them with npm test.');
  await import('reflect-metadata');
  const { migrate } = await import('../dist/commands/migrate.js');
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE} with (force)`);
  await client.query(`create database ${TEMPLATE} owner passalong_owner template template0`);
  await client.query(`grant connect, temporary on database ${TEMPLATE} to passalong_app`);
  await client.end();
  await migrate({ DATABASE_OWNER_URL: inTemplate(ownerUrl), DATABASE_URL: inTemplate(appUrl), PASSALONG_MODE: 'sandbox' });
}

function inTemplate(url) {
  const other = new URL(url);
  other.pathname = `/${TEMPLATE}`;
  return other.href;
}
