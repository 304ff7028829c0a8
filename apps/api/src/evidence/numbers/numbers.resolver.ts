/** The mutation of numbers. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ResourcePayload, ResourceReader } from '../../library/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { NumbersCommands } from './numbers.commands.js';
import { RecordObservationsInput } from './numbers.inputs.js';
import { CaseStudyNumbers } from './numbers.type.js';

@Resolver(() => CaseStudyNumbers)
export class NumbersResolver {
  constructor(@Inject(NumbersCommands) private readonly commands: NumbersCommands, @Inject(ResourceReader) private readonly resources: ResourceReader) {}

  @Mutation(() => ResourcePayload, { description: 'Replaces all numbers of the draft of a case study. Rates, rounding and suppression are computed; a stale save changes nothing.' })
  async recordObservations(@Args('input') input: RecordObservationsInput, @Context() { viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    const { id, errors } = await this.commands.record(viewer, input);
    const resource = errors.length > 0 ? null : await this.resources.find(viewer, { id }, info, ['resource']);
    return Object.assign(new ResourcePayload(), { resource, errors });
  }
}
