/** The search query. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { invalidInput } from '../../platform/errors/domain-error.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { listFilter, ResourceFilter } from './resource.filter.js';
import { SearchReader } from './search.reader.js';
import { SearchConnection } from './search.type.js';

const LONGEST_QUERY = 400;

@Resolver(() => SearchConnection)
export class SearchResolver {
  constructor(@Inject(SearchReader) private readonly reader: SearchReader) {}

  @Query(() => SearchConnection, { description: 'Published resources that you may see and that match. Quotes and a leading minus work; where nothing has every word, results have any.' })
  search(
    @Args('query', { description: 'What people type, at most 400 characters.' }) query: string,
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('filter', { type: () => ResourceFilter, nullable: true, description: 'What to leave out.' }) filter: ResourceFilter | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<SearchConnection> {
    if (query.length > LONGEST_QUERY) throw invalidInput(`At most ${LONGEST_QUERY} characters can be looked for.`, { path: ['query'] });
    return this.reader.search(viewer, { query: query.replaceAll('\u0000', ''), first: pageSize(first), after: after ?? null, filter: listFilter(filter) }, info);
  }
}
