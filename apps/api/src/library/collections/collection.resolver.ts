/** Queries and mutations of collections: one line of work each. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { collectionActions, type CollectionFacts } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, pageOf, type PageRow } from '../../platform/graphql/connection.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { readApiId } from '../../platform/ids/ids.js';
import type { Outcome } from '../resources/resource.commands.js';
import { Resource } from '../resources/resource.type.js';
import { CollectionItemCommands } from './collection-item.commands.js';
import { CollectionCommands } from './collection.commands.js';
import { COLLECTIONS_WITH, ITEMS } from './collection.fields.js';
import { AddToCollectionInput, CollectionFilter, CollectionIdInput, CreateCollectionInput, MoveInCollectionInput, RemoveFromCollectionInput, SaveCollectionInput, TakeBackCollectionInput } from './collection.inputs.js';
import { CollectionReader } from './collection.reader.js';
import { Collection, CollectionActions, CollectionConnection, CollectionItemConnection, CollectionPayload, StaleCollectionError } from './collection.type.js';

type Answer = Readonly<Record<string, unknown>>;

@Resolver(() => Collection)
export class CollectionResolver {
  constructor(@Inject(CollectionReader) private readonly reader: CollectionReader, @Inject(CollectionCommands) private readonly commands: CollectionCommands, @Inject(CollectionItemCommands) private readonly works: CollectionItemCommands) {}

  @Query(() => Collection, { nullable: true, description: 'The collection with this slug; null where it is absent or you may not see it.' })
  collection(@Args('slug', { description: 'Its place in addresses.' }) slug: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return this.reader.find(viewer, { slug }, info);
  }

  @Query(() => CollectionConnection, { description: 'Collections that you may read, the last changed first.' })
  collections(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('filter', { type: () => CollectionFilter, nullable: true, description: 'What to leave out.' }) filter: CollectionFilter | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection> {
    return this.reader.page(viewer, { first: pageSize(first), after: after ?? null, filter: { institution: filter?.institution ?? null, isEditable: filter?.editable ?? false } }, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Makes a collection of your institution.' })
  async createCollection(@Args('input') input: CreateCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.commands.create(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Replaces the words of a collection, and says who may read it. A stale save changes nothing.' })
  async saveCollection(@Args('input') input: SaveCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.commands.save(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Adds a published work that you may read, in the last place.' })
  async addToCollection(@Args('input') input: AddToCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.works.add(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Takes a work out; the work itself stays as it is.' })
  async removeFromCollection(@Args('input') input: RemoveFromCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.works.remove(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Puts a work into another place.' })
  async moveInCollection(@Args('input') input: MoveInCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.works.move(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'Deletes a collection for good; the works in it stay.' })
  async deleteCollection(@Args('input') input: CollectionIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.commands.delete(context.viewer, input), context, info);
  }

  @Mutation(() => CollectionPayload, { description: 'For moderators: takes a collection back to its institution, with a reason that its people read. They may open it again.' })
  async takeBackCollection(@Args('input') input: TakeBackCollectionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return this.payload(await this.commands.takeBack(context.viewer, input), context, info);
  }

  @ResolveField(() => CollectionItemConnection, { description: 'The works in it that you may read, in its order; it holds at most 50.' })
  items(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after: string | null,
    @Parent() parent: Answer, @Info() info: GraphQLResolveInfo,
  ): Connection {
    return pageOf(parent[String(info.path.key)] as PageRow[], { first, after: after ?? null, ...ITEMS });
  }

  @ResolveField(() => CollectionActions)
  viewerCan(@Parent() parent: Answer, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): CollectionActions {
    const can = collectionActions(viewer, parent[String(info.path.key)] as CollectionFacts);
    return Object.assign(new CollectionActions(), { edit: can.EDIT, open: can.OPEN, takeBack: can.TAKE_BACK });
  }

  private async payload({ id, errors }: Outcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<CollectionPayload> {
    return Object.assign(new CollectionPayload(), { collection: errors.length > 0 ? null : await this.reader.find(viewer, { id }, info, ['collection']), errors });
  }
}

@Resolver(() => Resource)
export class CollectionsOfResourceResolver {
  @ResolveField(() => CollectionConnection, { description: 'Collections that hold it and that you may read, the last changed first.' })
  collections(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this list.' }) after: string | null,
    @Parent() parent: Answer, @Info() info: GraphQLResolveInfo,
  ): Connection {
    return pageOf(parent[String(info.path.key)] as PageRow[], { first, after: after ?? null, ...COLLECTIONS_WITH });
  }
}

@Resolver(() => StaleCollectionError)
export class StaleCollectionResolver {
  constructor(@Inject(CollectionReader) private readonly reader: CollectionReader) {}

  @ResolveField(() => Collection)
  async current(@Parent() { current }: StaleCollectionError, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    const read = readApiId(String((current as { id?: unknown }).id));
    return read?.type === 'collection' ? this.reader.current(viewer, read.key, info) : null;
  }
}
