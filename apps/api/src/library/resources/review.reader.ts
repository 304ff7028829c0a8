/** Review items: what waits for the viewer, what they decided, and what was decided about their own work. */
import { Inject, Injectable } from '@nestjs/common';
import type { PersonViewer, Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { type Connection, EMPTY_PAGE, pageOf, type PageRow } from '../../platform/graphql/connection.js';
import { Cursor } from '../../platform/graphql/cursor.js';
import { compiledAnswer, descend, type Statement } from '../../platform/selection/index.js';
import { positionSql } from './resource.fields.js';
import { asksAboutOwnWork, itemSource, mayDecideItem, wasDecidedBy } from './review.source.js';

export interface ItemFilter { readonly stage: string | null; readonly status: string | null; readonly isMine: boolean }
export interface ItemArgs { readonly first: number; readonly after: string | null; readonly filter: ItemFilter }

@Injectable()
export class ReviewReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** A page of items: the longest waiting first, or one's own, the latest first. Empty for everybody who is no person. */
  async page(viewer: Viewer, { first, after, filter }: ItemArgs, info: GraphQLResolveInfo): Promise<Connection> {
    if (viewer.kind !== 'PERSON') return EMPTY_PAGE;
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'item', first);
    const [sort, beyond, direction] = filter.isMine ? (['newest', '<', 'desc'] as const) : (['waiting', '>', 'asc'] as const);
    const from = after === null ? null : Cursor.read(after, sort, filter);
    const where = [
      ...conditions(viewer, filter, statement),
      ...(from === null ? [] : [`(item.created_at, item.id) ${beyond} (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const text = `select ${answer} as answer, item.id, ${positionSql('item.created_at')} as key from ${itemSource(viewer, statement)} where ${where} order by item.created_at ${direction}, item.id ${direction} limit ${first + 1}`;
    const rows = await this.database.transaction(viewer, (transaction) => transaction.query<PageRow>(text, statement.values));
    return pageOf(rows, { first, after, sort, filter });
  }

  /** The item with this key where it belongs in one of the viewer's lists: it waits for them, they decided it, or it is about their work. */
  async find(viewer: Viewer, key: string, info: GraphQLResolveInfo): Promise<object | null> {
    if (viewer.kind !== 'PERSON') return null;
    const { answer, statement } = compiledAnswer(info, viewer, descend(info, []), 'item');
    const [waits, decided, mine] = [whose(viewer, 'OPEN', false, statement), whose(viewer, null, false, statement), whose(viewer, null, true, statement)];
    const text = `select ${answer} as answer from ${itemSource(viewer, statement)} where item.id = ${statement.param(key, 'uuid')} and ((item.status = 'OPEN' and ${waits}) or (${decided}) or ${mine})`;
    const [row] = await this.database.transaction(viewer, (transaction) => transaction.query<Pick<PageRow, 'answer'>>(text, statement.values));
    return row?.answer ?? null;
  }
}

function conditions(viewer: PersonViewer, { stage, status, isMine }: ItemFilter, statement: Statement): readonly string[] {
  const asked = isMine ? status : (status ?? 'OPEN');
  return [
    ...(asked === null ? [] : [`item.status = ${statement.param(asked)}`]),
    ...(stage === null ? [] : [`item.stage = ${statement.param(stage)}`]),
    whose(viewer, asked, isMine, statement),
  ];
}

function whose(viewer: PersonViewer, status: string | null, isMine: boolean, statement: Statement): string {
  if (isMine) return asksAboutOwnWork(viewer, statement);
  return status === 'OPEN' ? mayDecideItem(viewer, statement) : wasDecidedBy(viewer, statement);
}
