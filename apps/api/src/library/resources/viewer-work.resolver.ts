/** What waits for the viewer: counted by the rules that guard the decisions and the drafts themselves. */
import { Context, Info, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { any, inAuthorTeam, resourceActionRules } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { ViewerType } from '../../identity/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { defineField, readAnswer } from '../../platform/selection/index.js';
import { draftedFrom } from './resource.source.js';
import { ruleSql } from './visibility.sql.js';

@Resolver(() => ViewerType)
export class ViewerWorkResolver {
  @ResolveField(() => Int, { description: 'Open review items that they may decide.' })
  waitingForMe(@Parent() viewer: object, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): unknown {
    return readAnswer(viewer, {}, context, info) ?? 0;
  }

  @ResolveField(() => Int, { description: 'Drafts, also those being reviewed, of which they are in the author team.' })
  myDrafts(@Parent() viewer: object, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): unknown {
    return readAnswer(viewer, {}, context, info) ?? 0;
  }
}

defineField('Viewer', 'waitingForMe', ({ viewer, statement, guard }) => {
  guard();
  const work = statement.alias('work');
  const { SIGN_OFF, MODERATE } = resourceActionRules(viewer);
  return `(select count(*)::int from ${draftedFrom(work)} join review_item ${work}_q on ${work}_q.resource_id = ${work}.id and ${work}_q.status = 'OPEN' where ${ruleSql(any(SIGN_OFF, MODERATE), work, statement, true)})`;
});

defineField('Viewer', 'myDrafts', ({ viewer, statement, guard }) => {
  guard();
  const work = statement.alias('work');
  return `(select count(*)::int from ${draftedFrom(work)} where ${ruleSql(inAuthorTeam(viewer), work, statement, true)})`;
});
