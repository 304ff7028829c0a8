/** Queries of sharing groups: one's own alone, since who shares with whom is nobody else's business. */
import { Inject } from '@nestjs/common';
import { Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { Compiler, descend } from '../platform/selection/index.js';
import { SharingGroupType } from './group.type.js';

@Resolver(() => SharingGroupType)
export class GroupResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Query(() => [SharingGroupType], { description: 'The sharing groups of the institution you act for, by name; empty for anyone else.' })
  async sharingGroups(@Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly object[]> {
    if (viewer.kind !== 'PERSON') return [];
    const { type, sets } = descend(info, []);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 'g');
    const text = `select ${answer} as answer from sharing_group g where g.id = any(${compiler.statement.param(viewer.groupIds, 'uuid[]')}) order by lower(g.name), g.id`;
    const rows = await this.database.transaction(viewer, (transaction) => transaction.query<{ answer: object }>(text, compiler.statement.values));
    return rows.map((row) => row.answer);
  }
}
