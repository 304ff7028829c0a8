/** Every SELECT of collections. The viewer comes first, and the policy is part of every statement. */
import { Inject, Injectable } from '@nestjs/common';
import { collectionActionRules, type Viewer } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import { type Connection, pageOf, type PageRow } from '../../platform/graphql/connection.js';
import { Cursor } from '../../platform/graphql/cursor.js';
import { compiledAnswer, descend, type Place, placeOf, type Statement } from '../../platform/selection/index.js';
import { positionSql } from '../resources/resource.fields.js';
import { collectionFrom, collectionRuleSql, collectionVisible, isGuardedFor } from './collection.source.js';

export interface CollectionListArgs { readonly first: number; readonly after: string | null; readonly filter: CollectionListFilter }
/** The filter with everything said, so that equal filters look equal. */
export interface CollectionListFilter { readonly institution: string | null; readonly isEditable: boolean }
interface Found { readonly key: string; readonly answer: object }

@Injectable()
export class CollectionReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The collection, or null where it is absent or may not be seen. */
  async find(viewer: Viewer, key: { slug: string } | { id: string }, info: GraphQLResolveInfo, path: readonly string[] = []): Promise<object | null> {
    const where = (statement: Statement): string => ('slug' in key ? `c.slug = ${statement.param(key.slug)}` : `c.id = ${statement.param(key.id, 'uuid')}`);
    const [found] = await this.read(viewer, info, { place: descend(info, path), rows: 1, where });
    return found?.answer ?? null;
  }

  /** What an error shows of a collection that somebody else changed. */
  async current(viewer: Viewer, id: string, info: GraphQLResolveInfo): Promise<object | null> {
    return (await this.byKeys(viewer, [id], info)).get(id) ?? null;
  }

  async byKeys(viewer: Viewer, keys: readonly string[], info: GraphQLResolveInfo): Promise<ReadonlyMap<string, object>> {
    const found = await this.read(viewer, info, { place: placeOf(info, 'Collection'), rows: keys.length, where: (statement) => `c.id = any(${statement.param(keys, 'uuid[]')})` });
    return new Map(found.map(({ key, answer }) => [key, answer]));
  }

  /** The last changed first. */
  async page(viewer: Viewer, { first, after, filter }: CollectionListArgs, info: GraphQLResolveInfo): Promise<Connection> {
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, descend(info, ['edges', 'node']), 'c', first);
    const from = after === null ? null : Cursor.read(after, 'changed', filter);
    const where = [
      collectionVisible(viewer, 'c', statement),
      ...(filter.institution === null ? [] : [`c_i.slug = ${statement.param(filter.institution)}`]),
      ...(filter.isEditable ? [collectionRuleSql(collectionActionRules(viewer).EDIT, 'c', statement)] : []),
      ...(from === null ? [] : [`(c.updated_at, c.id) < (${statement.param(from.key, 'timestamptz')}, ${statement.param(from.id, 'uuid')})`]),
    ].join(' and ');
    const text = `select ${answer} as answer, c.id, ${positionSql('c.updated_at')} as key from ${collectionFrom('c')} where ${where} order by c.updated_at desc, c.id desc limit ${first + 1}`;
    return pageOf(await this.database.readFor<PageRow>(viewer, text, statement.values, isGuarded || isGuardedFor(viewer)), { first, after, sort: 'changed', filter });
  }

  private async read(viewer: Viewer, info: GraphQLResolveInfo, { place, rows, where }: { place: Place; rows: number; where: (statement: Statement) => string }): Promise<readonly Found[]> {
    const { answer, statement, isGuarded } = compiledAnswer(info, viewer, place, 'c', rows);
    const text = `select c.id as key, ${answer} as answer from ${collectionFrom('c')} where ${where(statement)} and ${collectionVisible(viewer, 'c', statement)}`;
    return this.database.readFor<Found>(viewer, text, statement.values, isGuarded || isGuardedFor(viewer));
  }
}
