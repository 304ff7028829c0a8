/** Reads what search engines may know: what is listed for everyone, in pieces of the size that a sitemap may have. */
import type { FactoryProvider } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import { Database } from '../../platform/database/database.js';
import { Statement } from '../../platform/selection/index.js';
import { listedHere, publishedSource } from '../resources/resource.source.js';

export interface SitemapEntry {
  readonly path: string;
  /** Null where no day says more than another. */
  readonly changedAt: string | null;
}

/** More addresses than this no sitemap may hold. */
const MOST_ADDRESSES = 50_000;
const ANYONE: Viewer = { kind: 'ANONYMOUS' };
// Named as the partial index of published resources names them.
const OFFERED = 'r.published_version_id is not null and r.archived_at is null and r.hidden_at is null';

export class SitemapReader {
  constructor(private readonly database: Database, private readonly size: number = MOST_ADDRESSES) {}

  /** Where each piece begins: null for the first, then the key after which the next one starts. */
  async pieces(): Promise<readonly (string | null)[]> {
    const { from, where, values } = listed();
    const text = `select id from (select r.id, row_number() over (order by r.id) as place, count(*) over () as total from ${from} where ${where}) listed
      where place % ${this.size} = 0 and place < total order by id`;
    const rows = await this.database.read<{ id: string }>(text, values);
    return [null, ...rows.map(({ id }) => id)];
  }

  /** The resources of one piece. */
  async resources(after: string | null): Promise<readonly SitemapEntry[]> {
    const { from, where, values, statement } = listed();
    const beyond = after === null ? 'true' : `r.id > ${statement.param(after, 'uuid')}`;
    const text = `select r.slug, to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD') as day from ${from} where ${where} and ${beyond} order by r.id limit ${this.size}`;
    const rows = await this.database.read<{ slug: string; day: string }>(text, values);
    return rows.map(({ slug, day }) => ({ path: `/r/${slug}`, changedAt: day }));
  }

  /** Collections for everyone. */
  async collections(): Promise<readonly SitemapEntry[]> {
    const rows = await this.database.read<{ slug: string; day: string }>(`select slug, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD') as day from collection where visibility = 'PUBLIC' order by id limit ${this.size}`);
    return rows.map(({ slug, day }) => ({ path: `/collections/${slug}`, changedAt: day }));
  }

  /** Institutions that take part. */
  async institutions(): Promise<readonly SitemapEntry[]> {
    const rows = await this.database.read<{ slug: string }>(`select slug from institution where standing = 'MEMBER' order by slug limit ${this.size}`);
    return rows.map(({ slug }) => ({ path: `/institutions/${slug}`, changedAt: null }));
  }
}

export const SITEMAP_READER: FactoryProvider<SitemapReader> = { provide: SitemapReader, inject: [Database], useFactory: (database: Database) => new SitemapReader(database) };

function listed() {
  const statement = new Statement();
  const source = publishedSource('r');
  return { from: source.from, where: `${OFFERED} and ${listedHere(ANYONE, source, statement)}`, values: statement.values, statement };
}
