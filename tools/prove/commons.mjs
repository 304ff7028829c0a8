// A demo commons of its own, on which the operator's commands are tried with real files.
// @ts-check
import { mkdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { cliEntry } from '../build.mjs';
import { inRoot } from '../paths.mjs';
import { ensureDatabase } from '../postgres/roles.mjs';
import { nodeScript, run, runOrThrow } from '../process.mjs';
import { testDatabase } from '../test-database.mjs';

const DATABASE = 'passalong_prove';
const URL_OF_DEMO = 'http://localhost:4000';

export class DemoCommons {
  /** @param {string} superuserUrl @param {NodeJS.ProcessEnv} env */
  constructor(superuserUrl, env) {
    this.superuserUrl = superuserUrl;
    this.env = env;
  }

  static async create() {
    const { TEST_SUPERUSER_URL: server = '' } = await testDatabase('embedded');
    const { databaseUrl, ownerUrl } = await ensureDatabase({ superuserUrl: server, database: DATABASE });
    const superuser = new URL(server);
    superuser.pathname = `/${DATABASE}`;
    const commons = new DemoCommons(superuser.href, { DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: ownerUrl, PASSALONG_MODE: 'demo', PUBLIC_URL: URL_OF_DEMO });
    await commons.command('migrate');
    await commons.command('demo', 'load');
    return commons;
  }

  /** @param {...string} words */
  command(...words) {
    return runOrThrow(`passalong ${words.slice(0, 2).join(' ')}`, ...nodeScript(cliEntry, ...words), { env: this.env });
  }

  /** Runs a command that writes a report, and reads it. @param {...string} words @returns {Promise<any>} */
  async report(...words) {
    const file = inRoot('tmp', 'prove-report.json');
    mkdirSync(inRoot('tmp'), { recursive: true });
    await this.command(...words, '--report', file);
    return JSON.parse(readFileSync(file, 'utf8'));
  }

  /** Whether the command line knows a command yet. @param {string} name */
  async knows(name) {
    const { output } = await run(...nodeScript(cliEntry, '--help'), { env: this.env });
    return output.includes(name);
  }

  /** @param {string} text @returns {Promise<any>} */
  async row(text) {
    const client = new pg.Client({ connectionString: this.superuserUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows[0];
    } finally {
      await client.end();
    }
  }
}
