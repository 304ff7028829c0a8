/** Queries and mutations of resources: one line of work each. */
import { Args, Context, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import type { Content, Release, ResourceKind } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { pageSize } from '../../platform/graphql/cursor.js';
import { readApiId } from '../../platform/ids/ids.js';
import { missingOf } from '../kinds/prepare-content.js';
import { AdaptationCommands } from './adaptation.commands.js';
import { LifecycleCommands } from './lifecycle.commands.js';
import { type Outcome, ResourceCommands } from './resource.commands.js';
import { ResourceConnection } from './resource.connection.js';
import { listFilter, ResourceFilter } from './resource.filter.js';
import { ResourceListReader } from './resource-list.reader.js';
import { actionsFor, type AskedFacts } from './resource.facts.js';
import { AdaptResourceInput, CreateResourceInput, DecideReviewInput, ResourceIdInput, ResourcePayload, RestoreVersionInput, SaveDraftInput, SetVisibilityInput, StaleDraftError, SubmitForReviewInput } from './resource.inputs.js';
import { ResourceReader } from './resource.reader.js';
import { MissingAnswer, Resource, ResourceActions, ResourceDraft, ResourceVersion } from './resource.type.js';
import { VersionCommands } from './version.commands.js';
import { VersionReader } from './version.reader.js';
import { ReviewCommands } from './review.commands.js';
import { VisibilityCommands } from './visibility.commands.js';

@Resolver(() => Resource)
export class ResourceResolver {
  constructor(@Inject(ResourceReader) private readonly reader: ResourceReader, @Inject(ResourceListReader) private readonly lists: ResourceListReader, @Inject(VersionReader) private readonly versions: VersionReader, @Inject(ResourceCommands) private readonly commands: ResourceCommands, @Inject(ReviewCommands) private readonly reviews: ReviewCommands,
    @Inject(LifecycleCommands) private readonly lifecycle: LifecycleCommands, @Inject(AdaptationCommands) private readonly adaptations: AdaptationCommands,
    @Inject(VisibilityCommands) private readonly visibilities: VisibilityCommands, @Inject(VersionCommands) private readonly versionCommands: VersionCommands) {}

  @Query(() => Resource, { nullable: true, description: 'The resource with this slug; null where it is absent or you may not see it.' })
  resource(@Args('slug', { description: 'Its place in addresses.' }) slug: string, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    return this.reader.find(viewer, { slug }, info);
  }

  @Query(() => ResourceVersion, { nullable: true, description: 'A published version of the resource with this slug; null where it is absent or you may not read it.' })
  resourceVersion(
    @Args('slug', { description: 'The place of the resource in addresses.' }) slug: string, @Args('number', { type: () => Int, description: 'Counts published versions from 1.' }) number: number,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    return this.versions.find(viewer, slug, number, info);
  }

  @Query(() => ResourceConnection, { description: 'Published resources that you may see, newest first. With `mine`, or a state other than PUBLISHED: what you last changed first.' })
  resources(
    @Args('first', { type: () => Int, description: 'How many, from 1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'A cursor of this query.' }) after: string | null,
    @Args('filter', { type: () => ResourceFilter, nullable: true, description: 'What to leave out.' }) filter: ResourceFilter | null,
    @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return this.lists.page(viewer, { first: pageSize(first), after: after ?? null, filter: listFilter(filter) }, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Starts a draft from three answers.' })
  async createResource(@Args('input') input: CreateResourceInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.commands.create(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Replaces the whole content of the draft. A stale save changes nothing.' })
  async saveDraft(@Args('input') input: SaveDraftInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.commands.saveDraft(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: "Sends the draft to the owner's approver. Required answers bite here." })
  async submitForReview(@Args('input') input: SubmitForReviewInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.commands.submit(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Answers a review item: yes, or back to the author with a reason.' })
  async decideReview(@Args('input') input: DecideReviewInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.reviews.decide(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Takes the draft back from review.' })
  async withdrawFromReview(@Args('input') input: ResourceIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.lifecycle.withdraw(context.viewer, input.id), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Stops offering a published resource; it stays readable, and citations keep working.' })
  async archiveResource(@Args('input') input: ResourceIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.lifecycle.archive(context.viewer, input.id), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Offers an archived resource again.' })
  async restoreResource(@Args('input') input: ResourceIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.lifecycle.restore(context.viewer, input.id), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Opens a draft that says what an earlier version said. Nothing published changes; refused where a draft stands already.' })
  async restoreVersion(@Args('input') input: RestoreVersionInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.versionCommands.restore(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Changes who may read it. Narrowing takes effect at once; widening what is published opens a draft that takes the way of any release.' })
  async setVisibility(@Args('input') input: SetVisibilityInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.visibilities.set(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Copies the published version into a new draft at the acting institution, and records where it came from.' })
  async adaptResource(@Args('input') input: AdaptResourceInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.adaptations.adapt(context.viewer, input), context, info);
  }

  @ResolveField(() => ResourceActions)
  viewerCan(@Parent() parent: Record<string, unknown>, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): ResourceActions {
    const facts = parent[String(info.path.key)] as AskedFacts | null;
    const can = facts === null ? null : actionsFor(viewer, facts);
    return Object.assign(new ResourceActions(), { edit: can?.EDIT ?? false, submit: can?.SUBMIT ?? false, withdraw: can?.WITHDRAW ?? false, archive: can?.ARCHIVE ?? false, restore: can?.RESTORE ?? false, adapt: can?.ADAPT ?? false, seeDraft: can?.SEE_DRAFT ?? false,
      seeRawNumbers: can?.SEE_RAW_NUMBERS ?? false, run: can?.RUN ?? false, setContributors: can?.SET_TEAM ?? false, redact: can?.REDACT ?? false });
  }

  private async payload({ id, errors }: Outcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<ResourcePayload> {
    const resource = errors.length > 0 ? null : await this.reader.find(viewer, { id }, info, ['resource']);
    return Object.assign(new ResourcePayload(), { resource, errors });
  }
}

@Resolver(() => ResourceDraft)
export class ResourceDraftResolver {
  @ResolveField(() => [MissingAnswer])
  missing(@Parent() parent: Record<string, unknown>, @Info() info: GraphQLResolveInfo): MissingAnswer[] {
    const judged = parent[String(info.path.key)] as { kind: ResourceKind; content: Content; release: Release } | undefined;
    return judged === undefined ? [] : missingOf(judged.kind, judged.content, judged.release).map((answer) => Object.assign(new MissingAnswer(), answer));
  }
}

@Resolver(() => StaleDraftError)
export class StaleDraftResolver {
  constructor(@Inject(ResourceReader) private readonly reader: ResourceReader) {}

  @ResolveField(() => ResourceDraft)
  async current(@Parent() { current }: StaleDraftError, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object | null> {
    const read = readApiId(String((current as { id?: unknown } | null)?.id));
    return read?.type === 'draft' ? this.reader.findDraft(viewer, read.key, info) : null;
  }
}
