/** Mutations of runs. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ResourceReader } from '../../library/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { RunCommands, type RunOutcome } from './run.commands.js';
import { FinishRunInput, RunPayload, StartRunInput } from './run.inputs.js';
import { RunReader } from './run.reader.js';
import { Run } from './run.type.js';

@Resolver(() => Run)
export class RunResolver {
  constructor(@Inject(RunCommands) private readonly commands: RunCommands, @Inject(RunReader) private readonly reader: RunReader, @Inject(ResourceReader) private readonly resources: ResourceReader) {}

  @Mutation(() => RunPayload, { description: 'Says that your institution begins to try a resource. Others see how many try it, not who.' })
  async startRun(@Args('input') input: StartRunInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<RunPayload> {
    return this.payload(await this.commands.start(context.viewer, input), context, info);
  }

  @Mutation(() => RunPayload, { description: 'Says how it went. Others see the verdict counted among all institutions, without a name.' })
  async finishRun(@Args('input') input: FinishRunInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<RunPayload> {
    return this.payload(await this.commands.finish(context.viewer, input), context, info);
  }

  private async payload({ runId, resourceId, errors }: RunOutcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<RunPayload> {
    if (errors.length > 0) return Object.assign(new RunPayload(), { errors });
    const [run, resource] = await Promise.all([this.reader.find(viewer, runId, info, ['run']), this.resources.find(viewer, { id: resourceId }, info, ['resource'])]);
    return Object.assign(new RunPayload(), { run, resource });
  }
}
