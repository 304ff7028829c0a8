/** The mutation of an author team. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { ContributorCommands } from './contributor.commands.js';
import { SetContributorsInput, TeamMember } from './contributor.type.js';
import { ResourcePayload } from './resource.inputs.js';
import { ResourceReader } from './resource.reader.js';

@Resolver(() => TeamMember)
export class ContributorResolver {
  constructor(@Inject(ContributorCommands) private readonly commands: ContributorCommands, @Inject(ResourceReader) private readonly reader: ResourceReader) {}

  @Mutation(() => ResourcePayload, { description: "Says who is in the author team, for whoever is in it and for the owner's approvers: so colleagues are invited, work is handed over, and outlives whoever began it." })
  async setContributors(@Args('input') input: SetContributorsInput, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    const { id, errors } = await this.commands.set(viewer, input);
    const resource = errors.length > 0 ? null : await this.reader.find(viewer, { id }, info, ['resource']);
    return Object.assign(new ResourcePayload(), { resource, errors });
  }
}
