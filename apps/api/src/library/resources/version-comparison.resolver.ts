/** Compares published versions. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { type Compared, PAIR, VersionReader } from './version.reader.js';
import { ContentChange, VersionComparison } from './version-comparison.type.js';

@Resolver(() => VersionComparison)
export class VersionComparisonResolver {
  constructor(@Inject(VersionReader) private readonly versions: VersionReader) {}

  @Query(() => VersionComparison, { nullable: true, description: 'What changed between two published versions of the resource with this slug, in either direction; null where either is absent or you may not read it.' })
  versionComparison(
    @Args('slug', { description: 'The place of the resource in addresses.' }) slug: string,
    @Args('from', { type: () => Int, description: 'The number of the version to compare from.' }) from: number, @Args('to', { type: () => Int, description: 'The number of the version to compare to.' }) to: number,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return this.versions.compare(viewer, slug, { from, to }, info);
  }

  @ResolveField(() => [ContentChange])
  changes(@Parent() compared: Compared): readonly ContentChange[] {
    return compared[PAIR].changes;
  }
}
