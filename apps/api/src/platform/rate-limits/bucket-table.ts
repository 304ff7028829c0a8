/** The buckets of all nodes, in PostgreSQL: one row each, changed by one statement at a time. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../database/database.js';
import { keptSetting } from '../database/kept-setting.js';

/** How much a bucket holds, and how fast it is filled. */
export interface Bucket { readonly holds: number; readonly perSecond: number }
export interface Taken { readonly tokens: number; readonly left: number }
export interface Returned { readonly key: string; readonly tokens: number; readonly holds: number }

const SECRET = 'rate_limit_key';

const AVAILABLE = 'least($3::float8, b.tokens + $4::float8 * greatest(0, extract(epoch from now() - b.updated_at)::float8))';
const LEASED = `least($2::float8, floor(${AVAILABLE}))`;
const fullAt = (tokens: string): string => `now() + make_interval(secs => ($3::float8 - (${tokens})) / $4::float8)`;

/** What is there and wanted, at most $2. Two nodes at one row wait for each other, and the later one sees what the earlier left. */
const TAKE = `
  insert into rate_bucket as b (key_hash, tokens, leased, updated_at, full_at)
  values ($1, $3::float8 - $2::float8, $2::float8, now(), ${fullAt('$3::float8 - $2::float8')})
  on conflict (key_hash) do update
    set tokens = ${AVAILABLE} - ${LEASED}, leased = ${LEASED}, updated_at = greatest(b.updated_at, now()), full_at = ${fullAt(`${AVAILABLE} - ${LEASED}`)}
  returning leased as tokens, tokens as left`;

/** In one order, or two nodes that give back to the same buckets could wait for each other for ever. */
const GIVE_BACK = `
  with returned as (select * from unnest($1::bytea[], $2::float8[], $3::float8[]) as r (key_hash, tokens, holds)),
       locked as (select b.key_hash from rate_bucket b join returned r on r.key_hash = b.key_hash order by b.key_hash for update of b)
  update rate_bucket b set tokens = least(r.holds, b.tokens + r.tokens)
    from returned r join locked l on l.key_hash = r.key_hash where b.key_hash = r.key_hash`;

/** Half a million rows took ten seconds; in parts, nobody waits for long and nothing is lost where one fails. */
const SWEPT_AT_ONCE = 20_000;
/** A row that somebody is using now is not old. */
const SWEEP = `
  with swept as (delete from rate_bucket where key_hash in (select b.key_hash from rate_bucket b where b.full_at < now() limit ${SWEPT_AT_ONCE} for update skip locked) returning 1)
  select count(*)::int as count from swept`;

export class BucketTable {
  private secret: Buffer | null = null;

  constructor(private readonly database: Database) {}

  /** Makes ready what the first request would otherwise wait for. */
  async prepare(): Promise<void> {
    await this.hash('');
  }

  /** Takes `wanted` tokens, or as many whole ones as there are. `wanted` is no more than the bucket holds. */
  async take(key: string, wanted: number, { holds, perSecond }: Bucket): Promise<Taken> {
    const [taken] = await this.database.statement<Taken>(TAKE, [await this.hash(key), wanted, holds, perSecond]);
    if (taken === undefined) throw new Error('A bucket gave no answer.');
    return taken;
  }

  async giveBack(returned: readonly Returned[]): Promise<void> {
    const keys = await Promise.all(returned.map(({ key }) => this.hash(key)));
    await this.database.statement(GIVE_BACK, [keys, returned.map(({ tokens }) => tokens), returned.map(({ holds }) => holds)]);
  }

  /** Removes the rows of buckets that are full again. */
  async sweep(): Promise<void> {
    let count: number;
    do {
      const [swept] = await this.database.statement<{ count: number }>(SWEEP);
      count = swept?.count ?? 0;
    } while (count === SWEPT_AT_ONCE);
  }

  /**
   * Keyed with a random value of this installation: the table alone tells no address. Whoever holds the value as well can try out every IPv4
   * address, which is why a row is also gone within minutes.
   */
  private async hash(key: string): Promise<Buffer> {
    this.secret ??= Buffer.from(await keptSetting(this.database, SECRET, () => randomBytes(32).toString('base64url')), 'base64url');
    return createHmac('sha256', this.secret).update(key).digest();
  }
}
