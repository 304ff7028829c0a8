/** Reads institutions: published facts only, for anyone. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import { type Connection, pageOf, type PageRow } from '../platform/graphql/connection.js';
import { Cursor } from '../platform/graphql/cursor.js';
import { Compiler, descend } from '../platform/selection/index.js';

@Injectable()
export class InstitutionReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The institution with this slug, or null. */
  async findBySlug(viewer: Viewer, slug: string, info: GraphQLResolveInfo): Promise<object | null> {
    const { type, sets } = descend(info, []);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 'i');
    const [row] = await this.database.read<PageRow>(`select ${answer} as answer from institution i where i.slug = ${compiler.statement.param(slug)}`, compiler.statement.values);
    return row?.answer ?? null;
  }

  /** Institutions by name. `query` finds words of any of its names, or their beginnings; members come before those that are only known. */
  async page(viewer: Viewer, { first, after, query }: { first: number; after: string | null; query: string | null }, info: GraphQLResolveInfo): Promise<Connection> {
    const { type, sets } = descend(info, ['edges', 'node']);
    const compiler = new Compiler(info, viewer);
    const { statement } = compiler;
    const answer = compiler.object(type, sets, 'i');
    const key = `(case i.standing when 'MEMBER' then '0' else '1' end || lower(i.name))`;
    const from = after === null ? null : Cursor.read(after, 'name', { query });
    const where = [
      'true',
      ...(query === null || query.trim() === '' ? [] : [namedSql(statement.param(query.trim()))]),
      ...(from === null ? [] : [`(${key}, i.id) > (${statement.param(from.key)}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const rows = await this.database.read<PageRow>(`select ${answer} as answer, i.id, ${key} as key from institution i where ${where} order by ${key}, i.id limit ${first + 1}`, statement.values);
    return pageOf(rows, { first, after, sort: 'name', filter: { query } });
  }
}

/** Every word begins a word of one name, whatever its case and accents. Both indexes of words answer this. */
function namedSql(query: string): string {
  const words = `to_tsquery('simple', (select string_agg('''' || word || ''':*', ' & ') from unnest(string_to_array(plain_name(${query}), ' ')) word where word <> ''))`;
  const named = (alias: string): string => `to_tsvector('simple', plain_name(${alias}.name)) @@ ${words}`;
  return `i.id in (select own.id from institution own where ${named('own')} union select other.institution_id from institution_name other where ${named('other')})`;
}
