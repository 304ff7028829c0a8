/** Queries of institutions. */
import { Inject } from '@nestjs/common';
import { Args, Context, Field, Info, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { PageInfo } from '../platform/graphql/connection.js';
import { invalidInput } from '../platform/errors/domain-error.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { pageSize } from '../platform/graphql/cursor.js';
import { InstitutionReader } from './institution.reader.js';
import { InstitutionIdentifierInput, InstitutionType } from './institution.type.js';

@ObjectType({ description: 'An institution on a page, and its cursor.' })
export class InstitutionEdge {
  @Field(() => InstitutionType, { description: 'The institution.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of institutions, members first, then by name.' })
export class InstitutionConnection {
  @Field(() => [InstitutionEdge], { description: 'The page.' }) edges!: InstitutionEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  constructor(@Inject(InstitutionReader) private readonly reader: InstitutionReader) {}

  @Query(() => InstitutionType, { nullable: true, description: 'The institution with this slug or identifier; null where there is none. Name exactly one of both.' })
  institution(
    @Args('slug', { type: () => String, nullable: true, description: 'Its place in addresses.' }) slug: string | null,
    @Args('identifier', { type: () => InstitutionIdentifierInput, nullable: true, description: 'What a register calls it.' }) identifier: InstitutionIdentifierInput | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    if (typeof slug === 'string' && !identifier) return this.reader.findBySlug(viewer, slug, info);
    if (identifier && typeof slug !== 'string') return this.reader.findByIdentifier(viewer, identifier, info);
    throw invalidInput('Name the institution by its slug or by an identifier, not by both.', { path: ['slug'] });
  }

  @Query(() => InstitutionConnection, { description: 'Institutions, members first, then by name.' })
  institutions(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('query', { type: () => String, nullable: true, description: 'Words of a name, or their beginnings, in any order; case and accents do not matter.' }) query: string | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.reader.page(viewer, { first: pageSize(first), after: after ?? null, query: shortened(query) }, info);
  }
}

/** Nobody types more of a name; a longer text would only cost time. */
function shortened(query: string | null): string | null {
  return query?.slice(0, 200) ?? null;
}
