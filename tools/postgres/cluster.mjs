// Creates a PostgreSQL data folder safely and runs a server on it, reachable from this machine only.
// @ts-check
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGuarded } from '../guarded.mjs';
import { freePort } from '../ports.mjs';
import { run } from '../process.mjs';
import { claim } from './owner.mjs';
import { clearEarlierServer, readPostmaster, runningPostmaster, waitUntil } from './postmaster.mjs';

/**
 * @typedef {object} Postgres
 * @property {string} host
 * @property {number} port
 * @property {string} superuserUrl
 * @property {boolean} adopted whether another live command runs it, which then also stops it
 * @property {number} [owner] that command's process number
 * @property {string} folder where the data folder and its password lie
 * @property {Promise<unknown>} ended settles when the server has ended
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} ClusterOptions
 * @property {string} bin the folder of the PostgreSQL programs
 * @property {import('./account.mjs').Account} account
 * @property {string} folder
 * @property {number} [port] a free one by default
 * @property {boolean} [temporary] fast instead of durable, and removed at the end
 * @property {string[]} localeArgs for initdb
 * @property {(text: string) => void} log
 */

const host = '127.0.0.1';
const superuser = 'passalong_superuser';

/** @param {ClusterOptions} options @param {string} path */
function giveTo({ account }, path) {
  if (account) chownSync(path, account.uid, account.gid);
}

/** @param {ClusterOptions} options */
function ensurePassword(options) {
  const file = join(options.folder, 'superuser-password');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
    giveTo(options, file);
  }
  return { file, password: readFileSync(file, 'utf8').trim() };
}

/** initdb works in a folder beside, renamed when complete, so that an interrupted first start leaves nothing half made. @param {ClusterOptions} options @param {string} data */
async function createCluster(options, data) {
  const { bin, folder, account, temporary, localeArgs } = options;
  for (const name of readdirSync(folder)) if (name.startsWith('postgres.new-')) rmSync(join(folder, name), { recursive: true, force: true });
  options.log('Creating the database folder');
  rmSync(join(folder, 'superuser-password'), { force: true });
  const { file } = ensurePassword(options);
  const fresh = join(folder, `postgres.new-${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  giveTo(options, fresh);
  const { code, output } = await run(join(bin, 'initdb'), [
    '-D', fresh, '-U', superuser, `--pwfile=${file}`, '--auth=scram-sha-256', '--encoding=UTF8',
    ...localeArgs, ...(temporary ? ['--no-sync'] : []),
  ], { ...account, cwd: folder, env: { LC_ALL: 'C', LANG: 'C' } });
  if (code !== 0) throw new Error(`initdb failed (exit code ${code}); DATABASE_URL may name a PostgreSQL of your own instead.\n${output}`);
  renameSync(fresh, data);
}

/** @param {ClusterOptions} options @param {string} data */
async function assertSameVersion({ bin }, data) {
  const made = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  const { output } = await run(join(bin, 'postgres'), ['--version'], { cwd: '/' });
  const now = /(\d+)/.exec(output)?.[1];
  if (now && now !== made) {
    throw new Error(`The data in ${data} was written by PostgreSQL ${made}, but PostgreSQL ${now} is installed. Export it with the earlier release of Passalong and import it again, or move the folder away to start empty.`);
  }
}

/** @param {ClusterOptions} options @param {string} data @param {string} logFile */
async function launch(options, data, logFile) {
  const { bin, account, temporary, folder } = options;
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const logStart = statSync(logFile).size;
    const settings = {
      listen_addresses: host, port: String(port), unix_socket_directories: '', logging_collector: 'off', log_destination: 'stderr',
      ...(temporary ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' } : {}),
    };
    const running = startGuarded({
      command: join(bin, 'postgres'),
      args: ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      cwd: folder, logFile, ...account,
      stopSignal: 'SIGINT', forceSignal: 'SIGQUIT', forceAfter: 20_000,
      ...(temporary ? { removeAfter: folder } : {}),
    }, { LC_ALL: 'C', LANG: 'C' });
    let ended = false;
    running.ended.then(() => (ended = true));
    const ready = () => { const now = readPostmaster(data); return now?.ready === true && now.port === port; };
    // Recovery after a crash may take long; it is not cut short.
    if (await waitUntil(() => ended || ready(), 300_000) && !ended) return { port, running };
    await running.stop();
    const said = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(logStart) : '';
    const passing = /pre-existing shared memory block|Address already in use|lock file .* already exists/.test(said);
    if (!passing || attempt >= 5 || temporary) throw new Error(`PostgreSQL did not start.\n${said.trim().split('\n').slice(-15).join('\n')}`);
    await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    await clearEarlierServer(data, options.log);
  }
}

/** @param {ClusterOptions} options @returns {Promise<Postgres>} */
export async function startCluster(options) {
  const { folder, log } = options;
  const data = join(folder, 'postgres');
  const logFile = join(folder, 'postgres.log');
  const claimed = claim(join(folder, 'owner.json'));
  /** @param {number} port */
  const url = (port) => `postgresql://${superuser}:${ensurePassword(options).password}@${host}:${port}/postgres`;

  if ('owner' in claimed) {
    if (!(await waitUntil(() => runningPostmaster(data)?.ready === true, 60_000))) {
      throw new Error(`Process ${claimed.owner} uses the database folder ${folder} but its database is not ready. Stop that process and try again.`);
    }
    const { port } = /** @type {import('./postmaster.mjs').Postmaster} */ (runningPostmaster(data));
    return { host, port, superuserUrl: url(port), adopted: true, owner: claimed.owner, folder, ended: new Promise(() => {}), stop: async () => {} };
  }

  try {
    if (existsSync(join(data, 'PG_VERSION'))) {
      await clearEarlierServer(data, log);
      await assertSameVersion(options, data);
    } else {
      await createCluster(options, data);
    }
    const tooLong = existsSync(logFile) && statSync(logFile).size > 5_000_000;
    closeSync(openSync(logFile, tooLong ? 'w' : 'a', 0o600));
    chmodSync(logFile, 0o600);
    giveTo(options, logFile);
    const { port, running } = await launch(options, data, logFile);
    return {
      host, port, superuserUrl: url(port), adopted: false, folder, ended: running.ended,
      async stop() { await running.stop(); claimed.release(); },
    };
  } catch (error) {
    claimed.release();
    if (options.temporary) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
