/** The people of the institution acted for, who write its work together. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { pageSize } from '../platform/graphql/cursor.js';
import { Compiler, descend } from '../platform/selection/index.js';
import { PersonType } from './person.type.js';

const LONGEST_NAME = 80;

@Resolver(() => PersonType)
export class ColleaguesResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Query(() => [PersonType], { description: 'People who belong to the institution you act for, by name.' })
  async colleagues(@Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number, @Args('name', { type: () => String, nullable: true, description: 'Only those whose name contains this, at most 80 characters.' }) name: string | null, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly object[]> {
    const limit = pageSize(first);
    if (viewer.kind !== 'PERSON') return [];
    const { type, sets } = descend(info, []);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 'p');
    const text = `select ${answer} as answer from person p join membership m on m.person_id = p.id and m.institution_id = ${compiler.statement.param(viewer.institutionId, 'uuid')} and m.roles <> '{}' and (m.valid_until is null or m.valid_until > now())
      where p.disabled_at is null${name === null || name === undefined ? '' : ` and strpos(lower(p.display_name), lower(${compiler.statement.param(name.slice(0, LONGEST_NAME))})) > 0`} order by lower(p.display_name), p.id limit ${limit}`;
    return (await this.database.transaction(viewer, (transaction) => transaction.query<{ answer: object }>(text, compiler.statement.values))).map((row) => row.answer);
  }
}
