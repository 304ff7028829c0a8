/** The whole api on its own clone of the migrated database, and the people in it. Builders give valid defaults. */
import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { hashToken, ViewerCache } from '../src/identity/index.js';
import type { Config } from '../src/platform/config/config.js';
import { defaultRateLimits } from '../src/platform/config/rate-limits.js';
import { Database } from '../src/platform/database/database.js';
import { Notices } from '../src/platform/database/notices.js';
import { apiId, newKey } from '../src/platform/ids/ids.js';
import type { Place } from '../src/platform/sealing/sealer.js';
import { Sealing } from '../src/platform/sealing/sealing.js';
import { createApp } from '../src/serve.js';
import { pino } from 'pino';
import { createDatabase, inDatabase, TEMPLATE, testServer } from './databases.js';

export interface Answer<Data = Record<string, never>> { data: Data; errors?: { message: string; extensions: { code: string; requestId: string; details: Record<string, unknown> } }[] }
export interface PersonOptions { at: string; roles?: string[]; isModerator?: boolean; standing?: 'MEMBER' | 'LISTED'; releasesOwnWork?: boolean }
export interface TestPerson { id: string; institutionId: string; actingInstitutionId: string; cookie: string }

let count = 0;
const ASIDE = /^update session set last_seen_at|\brate_bucket\b/;

export class World {
  private readonly institutions = new Map<string, string>();
  private readonly awaited = new Map<string, () => void>();

  private constructor(readonly app: NestExpressApplication, readonly url: string, readonly database: Database, private readonly owner: pg.Pool, readonly ownerUrl: string, readonly filesFolder: string) {
    app.get(Notices).on('viewer_changed', (payload) => this.awaited.get(payload)?.());
  }

  /** `prepare` runs on the cloned database before the api starts; `port` 0 takes a free one. */
  static async create(changes: Partial<Config> = {}, prepare: (config: Config) => Promise<unknown> = async () => undefined): Promise<World> {
    const { ownerUrl, appUrl } = testServer();
    const name = `passalong_world_${process.pid}_${(count += 1)}`;
    await createDatabase(name, TEMPLATE);
    const filesFolder = await mkdtemp(join(tmpdir(), 'passalong-files-'));
    const config: Config = { mode: 'sandbox', port: 0, publicUrl: 'http://localhost:4000', databaseUrl: inDatabase(appUrl, name), databaseOwnerUrl: null, webFolder: '/nowhere', logLevel: 'silent', operator: {}, audit: { signingKey: null, formerKeys: [], anchorFolder: null }, sealingKey: null, files: { folder: filesFolder, s3: null }, trustedProxies: [], rateLimits: defaultRateLimits('sandbox'), ...changes };
    await prepare(config);
    const app = await createApp(config, pino({ level: 'silent' }));
    await app.listen(config.port, '127.0.0.1');
    const superuser = new pg.Pool({ connectionString: inDatabase(testServer().superuserUrl, name), max: 2 });
    superuser.on('error', () => undefined);
    return new World(app, (await app.getUrl()).replace('[::1]', '127.0.0.1'), app.get(Database), superuser, inDatabase(ownerUrl, name), filesFolder);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await rm(this.filesFolder, { recursive: true, force: true });
  }

  /** Rows as the superuser sees them, past every wall. */
  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const { rows } = await this.owner.query<Row>(text, [...values]);
    if (/^\s*(insert|update|delete)\b/i.test(text)) await this.settled();
    return rows;
  }

  /** A secret as the row it is of keeps it. */
  async sealed(place: Place, secret: string): Promise<Buffer> {
    return (await this.app.get(Sealing).sealer()).seal(place, secret);
  }

  /** Waits until the api has heard of every change so far, made here or by a command beside it. */
  async settled(): Promise<void> {
    const token = newKey();
    const heard = new Promise<void>((resolve) => this.awaited.set(token, resolve));
    await this.owner.query(`select pg_notify('viewer_changed', $1)`, [token]);
    await heard;
  }

  async institution(name: string, standing = 'MEMBER', releasesOwnWork = false): Promise<string> {
    const known = this.institutions.get(name);
    if (known !== undefined) return known;
    const id = newKey();
    await this.rows(`insert into institution (id, slug, name, standing, country, is_fictional, releases_own_work) values ($1, $2, $3, $4, 'GB', true, $5)`, [id, `${name.toLowerCase()}-${id.slice(-4)}`, name, standing, releasesOwnWork]);
    this.institutions.set(name, id);
    return id;
  }

  /** A person with a membership and a live session. */
  async person({ at, roles = ['PRACTITIONER'], isModerator = false, standing = 'MEMBER', releasesOwnWork = false }: PersonOptions): Promise<TestPerson> {
    const institutionId = await this.institution(at, standing, releasesOwnWork);
    const id = newKey();
    await this.rows('insert into person (id, display_name, is_moderator) values ($1, $2, $3)', [id, `Person ${id.slice(-4)}`, isModerator]);
    await this.rows('insert into membership (id, person_id, institution_id, roles) values ($1, $2, $3, $4)', [newKey(), id, institutionId, roles]);
    return this.another({ id, institutionId, actingInstitutionId: apiId('institution', institutionId) });
  }

  /** The same person, signed in once more in another browser. `changes` are to that session, as assignments. */
  async another({ id, institutionId, actingInstitutionId }: Omit<TestPerson, 'cookie'>, changes = ''): Promise<TestPerson> {
    const token = randomBytes(32).toString('base64url');
    await this.rows(`insert into session (id, token_hash, person_id, acting_institution_id, expires_at) values ($1, $2, $3, $4, now() + interval '12 hours')`, [newKey(), hashToken(token), id, institutionId]);
    if (changes !== '') await this.rows(`update session set ${changes} where token_hash = $1`, [hashToken(token)]);
    return { id, institutionId, actingInstitutionId, cookie: `passalong=${token}` };
  }

  /** Runs an operation as this person, or as nobody. */
  async run<Data>(person: TestPerson | null, query: string, variables: Record<string, unknown> = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(person ? { cookie: person.cookie } : {}) }, body: JSON.stringify({ query, variables }) });
    const renewed = response.headers.getSetCookie().map((line) => /^passalong=[^;]+/.exec(line)?.[0]).find((cookie) => cookie !== undefined);
    if (person !== null && renewed !== undefined) person.cookie = renewed;
    return (await response.json()) as Answer<Data>;
  }

  /** How many statements `work` runs where no viewer is known yet; when a session was last seen is noted aside, and a lease serves many requests. */
  async statements(work: () => Promise<unknown>): Promise<number> {
    let seen = 0;
    this.app.get(ViewerCache).clear();
    this.database.listener = (text) => { seen += ASIDE.test(text) ? 0 : 1; };
    await work();
    this.database.listener = null;
    return seen;
  }
}
