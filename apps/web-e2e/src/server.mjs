/** The built server on a database of its own, in demo mode, on a free port, and the operator's command line beside it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const DATABASE = 'passalong_e2e';
const dist = (file) => fileURLToPath(new URL(`../../api/dist/${file}`, import.meta.url));

export async function startServer() {
  const { TEST_SUPERUSER_URL: superuserUrl, TEST_OWNER_URL: ownerUrl, TEST_DATABASE_URL: appUrl } = process.env;
  if (!superuserUrl || !ownerUrl || !appUrl) throw new Error('The journeys need PostgreSQL; run them with npm test.');
  await freshDatabase(superuserUrl);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const filesFolder = await mkdtemp(join(tmpdir(), 'passalong-files-'));
  const env = { ...process.env, FILES_FOLDER: filesFolder, DATABASE_URL: inDatabase(appUrl), DATABASE_OWNER_URL: inDatabase(ownerUrl), PASSALONG_MODE: 'demo', PUBLIC_URL: url, PORT: String(port), LOG_LEVEL: 'warn' };
  await finished(spawn(process.execPath, [dist('cli.js'), 'migrate'], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  await finished(spawn(process.execPath, [dist('cli.js'), 'demo', 'load'], { env, stdio: ['ignore', 'ignore', 'inherit'] }));
  const server = spawn(process.execPath, [dist('main.js')], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(server, 'exit');
  await untilReady(url, server);
  const passalong = (...args) => answered(spawn(process.execPath, [dist('cli.js'), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] }));
  return { url, passalong, passDays: (days) => passDays(superuserUrl, days), stop: async () => { server.kill('SIGTERM'); await ended; await rm(filesFolder, { recursive: true, force: true }); } };
}

async function freshDatabase(superuserUrl) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`drop database if exists ${DATABASE} with (force)`);
  await client.query(`create database ${DATABASE} owner passalong_owner template template0`);
  await client.query(`grant connect, temporary on database ${DATABASE} to passalong_app`);
  await client.end();
}

/** Lets days pass for what waits for one. */
async function passDays(superuserUrl, days) {
  const client = new pg.Client({ connectionString: inDatabase(superuserUrl) });
  await client.connect();
  await client.query('update use_reminder set due_on = due_on - $1::int', [days]);
  await client.end();
}

function inDatabase(url) {
  const other = new URL(url);
  other.pathname = `/${DATABASE}`;
  return other.href;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  return port;
}

async function finished(child) {
  const [code] = await once(child, 'close'); // after what it printed has arrived
  if (code !== 0) throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`);
}

/** What a command prints. */
async function answered(child) {
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text) => { printed += text; });
  await finished(child);
  return printed;
}

async function untilReady(url, server) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode} before it was ready.`);
    const isReady = await fetch(`${url}/health/ready`).then((response) => response.ok, () => false);
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server was not ready within 30 seconds.');
}
