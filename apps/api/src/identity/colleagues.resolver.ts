/** The people of the institution acted for, for those who decide about its work. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Query, Resolver } from '@nestjs/graphql';
import { hasRole } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { Database } from '../platform/database/database.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { pageSize } from '../platform/graphql/cursor.js';
import { Compiler, descend } from '../platform/selection/index.js';
import { PersonType } from './person.type.js';

@Resolver(() => PersonType)
export class ColleaguesResolver {
  constructor(@Inject(Database) private readonly database: Database) {}

  @Query(() => [PersonType], { description: 'People who belong to the institution you act for, by name; for its approvers and administrators, empty for anyone else.' })
  async colleagues(@Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<readonly object[]> {
    const limit = pageSize(first);
    if (viewer.kind !== 'PERSON' || !(hasRole(viewer, 'APPROVER') || hasRole(viewer, 'ADMINISTRATOR'))) return [];
    const { type, sets } = descend(info, []);
    const compiler = new Compiler(info, viewer);
    const answer = compiler.object(type, sets, 'p');
    const text = `select ${answer} as answer from person p join membership m on m.person_id = p.id and m.institution_id = ${compiler.statement.param(viewer.institutionId, 'uuid')} and m.roles <> '{}' and (m.valid_until is null or m.valid_until > now())
      where p.disabled_at is null order by lower(p.display_name), p.id limit ${limit}`;
    return (await this.database.transaction(viewer, (transaction) => transaction.query<{ answer: object }>(text, compiler.statement.values))).map((row) => row.answer);
  }
}
