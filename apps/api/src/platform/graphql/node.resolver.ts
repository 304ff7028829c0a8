/** Queries by id. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Info, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from './context.js';
import { NodeFinders } from './node-finders.js';
import { Node } from './node.type.js';

@Resolver(() => Node)
export class NodeResolver {
  constructor(@Inject(NodeFinders) private readonly finders: NodeFinders) {}

  @Query(() => Node, { nullable: true, description: 'Whatever has this id; null where it is absent or you may not see it.' })
  async node(@Args('id', { type: () => ID, description: 'An id that this API gave.' }) id: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    const [found = null] = await this.finders.find(viewer, [id], info);
    return found;
  }

  @Query(() => [Node], { nullable: 'items', description: 'Whatever has these ids, in their order; null for each that is absent or that you may not see.' })
  nodes(@Args('ids', { type: () => [ID], description: 'Ids that this API gave, at most 100.' }) ids: string[], @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<(object | null)[]> {
    return this.finders.find(viewer, ids, info);
  }
}
