/** Reads institutions: published facts only, for anyone. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import { type Connection, pageOf, type PageRow } from '../platform/graphql/connection.js';
import { Cursor } from '../platform/graphql/cursor.js';
import { compiledAnswer, descend, type Statement } from '../platform/selection/index.js';

@Injectable()
export class InstitutionReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The institution with this slug, or null. */
  async findBySlug(viewer: Viewer, slug: string, info: GraphQLResolveInfo): Promise<object | null> {
    return this.find(viewer, info, (statement) => `i.slug = ${statement.param(slug)}`);
  }

  /** The institution that this identifier names; one that it named once where it names none now. */
  async findByIdentifier(viewer: Viewer, { scheme, value }: { scheme: string; value: string }, info: GraphQLResolveInfo): Promise<object | null> {
    return this.find(viewer, info, (statement) => `i.id = (select named.institution_id from institution_identifier named where named.scheme = ${statement.param(scheme)} and named.value = ${statement.param(value.trim())}
      order by named.valid_to desc nulls first limit 1)`);
  }

  private async find(viewer: Viewer, info: GraphQLResolveInfo, condition: (statement: Statement) => string): Promise<object | null> {
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, []), 'i');
    const [row] = await this.database.read<{ answer: object }>(`select ${answer} as answer from institution i where ${condition(statement)}`, statement.values);
    return row?.answer ?? null;
  }

  /** Institutions by name. `query` finds words of any of its names, or their beginnings; members come before those that are only known. */
  async page(viewer: Viewer, { first, after, query }: { first: number; after: string | null; query: string | null }, info: GraphQLResolveInfo): Promise<Connection> {
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'i', first);
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
export function namedSql(query: string): string {
  const words = `to_tsquery('simple', (select string_agg('''' || word || ''':*', ' & ') from unnest(string_to_array(plain_name(${query}), ' ')) word where word <> ''))`;
  const named = (alias: string): string => `to_tsvector('simple', plain_name(${alias}.name)) @@ ${words}`;
  return `i.id in (select own.id from institution own where ${named('own')} union select other.institution_id from institution_name other where ${named('other')})`;
}
