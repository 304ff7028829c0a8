/** Review items that wait for the viewer: theirs to sign off, or theirs to moderate. */
import { Inject, Injectable } from '@nestjs/common';
import { any, resourceActionRules, type Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { Connection, Edge, PageInfo } from '../../platform/graphql/connection.js';
import { Cursor } from '../../platform/graphql/cursor.js';
import { Compiler, descend } from '../../platform/selection/index.js';
import { instantSql } from './resource.fields.js';
import { workspaceSource } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

interface ItemRow { answer: object; id: string; key: string }

@Injectable()
export class ReviewReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A page of open items that the viewer may decide, the longest waiting first; empty for everybody else. */
  async page(viewer: Viewer, { first, after }: { first: number; after: string | null }, info: GraphQLResolveInfo): Promise<Connection> {
    if (viewer.kind !== 'PERSON') return new Connection([], new PageInfo(false, false, null, null));
    const { type, sets } = descend(info, ['edges', 'node']);
    const compiler = new Compiler(info, viewer);
    const { statement } = compiler;
    const source = workspaceSource('r');
    const answer = compiler.object(type, sets, 'item');
    const { SIGN_OFF, MODERATE } = resourceActionRules(viewer);
    const from = after === null ? null : Cursor.read(after, 'waiting', {});
    const where = [
      `item.status = 'OPEN'`, ruleSql(any(SIGN_OFF, MODERATE), source.alias, statement, true),
      ...(from === null ? [] : [`(item.created_at, item.id) > (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const text = `select ${answer} as answer, item.id, ${instantSql('item.created_at')} as key from ${source.from} join review_item item on item.resource_id = r.id where ${where} order by item.created_at, item.id limit ${first + 1}`;
    const rows = await this.database.transaction(viewer, (transaction) => transaction.query<ItemRow>(text, statement.values));
    const cursor = (row: ItemRow | undefined): string | null => (row ? Cursor.write({ sort: 'waiting', key: row.key, id: row.id }, {}) : null);
    const shown = rows.slice(0, first);
    return new Connection(shown.map((row) => new Edge(row.answer, cursor(row) ?? '')), new PageInfo(rows.length > first, after !== null, cursor(shown[0]), cursor(shown.at(-1))));
  }
}
