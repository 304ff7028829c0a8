/** An adaptation and its original: what changed there, and what is taken over. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { adaptedLicenceProblem } from '@passalong/domain';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { ResourcePayload } from '../resources/resource.inputs.js';
import { ResourceReader } from '../resources/resource.reader.js';
import { Vocabulary } from '../vocabulary/vocabulary.js';
import { PullCommands } from './pull.commands.js';
import { UpstreamChanges } from './upstream-changes.js';
import { PullFromUpstreamInput } from './upstream.inputs.js';
import type { Sides } from './upstream.source.js';
import { Upstream, UpstreamChange } from './upstream.type.js';

type Answer = Readonly<Record<string, unknown>>;

@Resolver(() => Upstream)
export class UpstreamResolver {
  constructor(@Inject(ResourceReader) private readonly reader: ResourceReader, @Inject(PullCommands) private readonly pulls: PullCommands, @Inject(Vocabulary) private readonly vocabulary: Vocabulary) {}

  @Mutation(() => ResourcePayload, { description: 'Takes changes of the original over into the draft of an adaptation, one decision each. A stale revision, or a version of the original that is no longer the latest, changes nothing.' })
  async pullFromUpstream(@Args('input') input: PullFromUpstreamInput, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    const { id, errors } = await this.pulls.pull(viewer, input);
    return Object.assign(new ResourcePayload(), { resource: errors.length > 0 ? null : await this.reader.find(viewer, { id }, info, ['resource']), errors });
  }

  @ResolveField(() => [UpstreamChange])
  async changes(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): Promise<UpstreamChange[]> {
    return (await this.compared(parent, info))?.shown() ?? [];
  }

  @ResolveField(() => Int)
  async waiting(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): Promise<number> {
    return (await this.compared(parent, info))?.waiting ?? 0;
  }

  @ResolveField(() => String, { nullable: true })
  licenceProblem(@Parent() parent: Answer, @Info() info: GraphQLResolveInfo): string | null {
    const { mine, theirs } = parent[String(info.path.key)] as { mine: string | null; theirs: string | null };
    return adaptedLicenceProblem(theirs, mine);
  }

  private async compared(parent: Answer, info: GraphQLResolveInfo): Promise<UpstreamChanges | null> {
    const sides = parent[String(info.path.key)] as Sides | null;
    if (sides === null) return null;
    await this.vocabulary.refresh();
    return new UpstreamChanges(sides, (id) => this.vocabulary.label(id));
  }
}
