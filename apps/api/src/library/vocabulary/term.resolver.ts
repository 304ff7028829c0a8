/** Queries of vocabularies. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../../platform/database/database.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Compiler, descend } from '../../platform/selection/index.js';
import { Term } from './term.type.js';

@Resolver(() => Term)
export class TermResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Query(() => [Term], { description: 'The terms of one vocabulary that are offered now, in order; empty where there is no such vocabulary.' })
  async terms(@Args('scheme', { description: 'For example `topic`.' }) scheme: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly object[]> {
    const { type, sets } = descend(info, []);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 't');
    const text = `select ${answer} as answer from term t where t.scheme = ${compiler.statement.param(scheme)} and t.retired_at is null order by t.position, t.id`;
    return (await this.database.read<{ answer: object }>(text, compiler.statement.values)).map((row) => row.answer);
  }
}
