/** Reads lists of resources: what is published, newest first, or the viewer's own work, last changed first. */
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { type Connection, pageOf, type PageRow } from '../../platform/graphql/connection.js';
import { Cursor } from '../../platform/graphql/cursor.js';
import { compiledAnswer, descend } from '../../platform/selection/index.js';
import { positionSql } from './resource.fields.js';
import { filterSql, type ListFilter } from './resource.filter.js';
import { listedHere, publishedSource, visibleHere, workspaceSource } from './resource.source.js';

export interface ListArgs { readonly first: number; readonly after: string | null; readonly filter: ListFilter }

// Named as the partial index of published resources names them.
const OFFERED = 'r.published_version_id is not null and r.archived_at is null and r.hidden_at is null';

@Injectable()
export class ResourceListReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  page(viewer: Viewer, args: ListArgs, info: GraphQLResolveInfo): Promise<Connection> {
    const { isMine, isInMyCare, state } = args.filter;
    return isMine || isInMyCare || (state !== null && state !== 'PUBLISHED') ? this.work(viewer, args, info) : this.published(viewer, args, info);
  }

  private async published(viewer: Viewer, { first, after, filter }: ListArgs, info: GraphQLResolveInfo): Promise<Connection> {
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'r', first);
    const source = publishedSource('r');
    const from = after === null ? null : Cursor.read(after, 'published', filter);
    const where = [
      OFFERED, listedHere(viewer, source, statement), ...filterSql(viewer, filter, source, statement),
      ...(from === null ? [] : [`(r.published_at, r.id) < (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const text = `select ${answer} as answer, r.id, ${positionSql('r.published_at')} as key from ${source.from} where ${where} order by r.published_at desc, r.id desc limit ${first + 1}`;
    return pageOf(await this.database.readFor<PageRow>(viewer, text, statement.values, isGuarded), { first, after, sort: 'published', filter });
  }

  /** Every state that the viewer may see: drafts are read behind row security. */
  private async work(viewer: Viewer, { first, after, filter }: ListArgs, info: GraphQLResolveInfo): Promise<Connection> {
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'r', first);
    const isPerson = viewer.kind === 'PERSON';
    const source = isPerson ? workspaceSource('r') : publishedSource('r');
    const changed = isPerson ? 'coalesce(r_d.updated_at, r.published_at, r.created_at)' : 'r.published_at';
    const from = after === null ? null : Cursor.read(after, 'changed', filter);
    const where = [
      visibleHere(viewer, source, statement, isPerson), ...filterSql(viewer, filter, source, statement),
      ...(from === null ? [] : [`(${changed}, r.id) < (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const text = `select ${answer} as answer, r.id, ${positionSql(changed)} as key from ${source.from} where ${where} order by ${changed} desc, r.id desc limit ${first + 1}`;
    return pageOf(await this.database.readFor<PageRow>(viewer, text, statement.values, isGuarded || isPerson), { first, after, sort: 'changed', filter });
  }
}
