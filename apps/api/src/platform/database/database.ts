/** The two ways to the database: a pool for hot reads, which opens no transaction and may not touch guarded tables, and transactions that say who is asking. */
import type { Viewer } from '@passalong/domain';
import { createHash } from 'node:crypto';
import pg from 'pg';

/** Nobody in particular, within one institution. */
export interface OfInstitution { readonly kind: 'INSTITUTION'; readonly institutionId: string }

export interface QueryListener { (text: string): void }
/** What one transaction may run. */
export interface Transaction {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A connection keeps its plans, and planning a reading page takes ten times as long as answering it; so a quiet minute costs none. */
const IDLE_MS = 5 * 60_000;
/**
 * Few pages come from a spinning disk: looking ten tags up by their key beats reading all terms, as the default would have it. And a page is
 * no report: what could gain from a second process is not worth starting one.
 */
const PLANNING = '-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0';
/** How a connection of the hot pool starts. */
export const READER_OPTIONS = `-c role=passalong_reader -c statement_timeout=10000 ${PLANNING}`;

/** JSON answers keep big numbers and dates as PostgreSQL wrote them. */
export class Database {
  private readonly hot: pg.Pool;
  private readonly guarded: pg.Pool;
  /** Tests count statements here. */
  listener: QueryListener | null = null;

  constructor(connectionString: string, max = 10) {
    this.hot = new pg.Pool({ connectionString, max, idleTimeoutMillis: IDLE_MS, options: READER_OPTIONS, application_name: 'passalong-read' });
    this.guarded = new pg.Pool({ connectionString, max, idleTimeoutMillis: IDLE_MS, options: `-c statement_timeout=15000 ${PLANNING}`, application_name: 'passalong' });
    for (const pool of [this.hot, this.guarded]) pool.on('error', () => undefined); // an idle connection died; the pool replaces it
  }

  /** One prepared statement outside any transaction, as the reader role. */
  async read<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.listener?.(text);
    const result = await this.hot.query<Row>(prepared(text, values));
    return result.rows;
  }

  /** One statement outside any transaction, as the application role: for tables that row security does not guard. */
  async statement<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    this.listener?.(text);
    return (await this.guarded.query<Row>(prepared(text, values))).rows;
  }

  /** One statement for the viewer: a hot read, or behind row security where it stands on a guarded table. */
  readFor<Row extends object>(viewer: Viewer, text: string, values: readonly unknown[], isGuarded: boolean): Promise<Row[]> {
    return isGuarded ? this.transaction(viewer, (transaction) => transaction.query<Row>(text, values)) : this.read<Row>(text, values);
  }

  /** Runs `work` in one transaction in which row security knows the viewer, or the one institution that somebody without an account may see something of. Any error rolls everything back. */
  async transaction<Result>(viewer: Viewer | OfInstitution | 'SYSTEM', work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const client = await this.guarded.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin; ${contextSql(viewer)}`); // one round trip
      const result = await work({
        query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
          this.listener?.(text);
          return (await client.query<Row>(prepared(text, values))).rows;
        },
      });
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => { broken = failure instanceof Error ? failure : new Error('rollback failed'); });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async isReady(): Promise<boolean> {
    return this.hot.query('select 1').then(() => true, () => false);
  }

  async close(): Promise<void> {
    await Promise.all([this.hot.end(), this.guarded.end()]);
  }
}

/** Each connection parses and plans a text once. */
function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  return { name: nameOf(text), text, values: [...values] };
}

/** Hashing a long statement costs more than looking it up. The texts are ours, so there are few of them; should there be many, all are hashed anew. */
const MOST_NAMES = 500;
const names = new Map<string, string>();
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const name = createHash('sha1').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

function contextSql(viewer: Viewer | OfInstitution | 'SYSTEM'): string {
  const isPerson = viewer !== 'SYSTEM' && viewer.kind === 'PERSON';
  const isOfInstitution = viewer !== 'SYSTEM' && viewer.kind === 'INSTITUTION';
  const context = {
    'passalong.institution_id': isPerson || isOfInstitution ? viewer.institutionId : '',
    'passalong.person_id': isPerson ? viewer.personId : '',
    'passalong.is_moderator': isPerson && viewer.isModerator ? 'on' : '',
    'passalong.is_platform_administrator': isPerson && viewer.isPlatformAdministrator ? 'on' : '',
    'passalong.is_system': viewer === 'SYSTEM' ? 'on' : '',
  };
  return `select ${Object.entries(context).map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`).join(', ')}`;
}
