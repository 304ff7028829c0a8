/** Queries and mutations of review. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { readApiId } from '../../platform/ids/ids.js';
import { ReviewReader } from './review.reader.js';
import { ReviewItem, ReviewItemConnection, ReviewItemFilter } from './review.type.js';

@Resolver(() => ReviewItem)
export class ReviewResolver {
  constructor(@Inject(ReviewReader) private readonly reader: ReviewReader) {}

  @Query(() => ReviewItem, { nullable: true, description: 'The review item with this id: one that you may decide, that you decided, or about your own work. Null where there is none.' })
  async reviewItem(@Args('id', { type: () => ID, description: 'The review item.' }) id: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    const read = readApiId(id);
    return read?.type === 'reviewItem' ? this.reader.find(viewer, read.key, info) : null;
  }

  @Query(() => ReviewItemConnection, { description: 'Open review items that you may decide, to sign off for your institution or to moderate for another, the longest waiting first. Or, with a filter, what became of your own work.' })
  reviewItems(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('filter', { type: () => ReviewItemFilter, nullable: true, description: 'What to leave out, or whose to answer.' }) filter: ReviewItemFilter | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.reader.page(viewer, { first: pageSize(first), after: after ?? null, filter: { stage: filter?.stage ?? null, status: filter?.status ?? null, isMine: filter?.mine ?? false } }, info);
  }
}
