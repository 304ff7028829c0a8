/** Files, on what carries them, and what is done with them. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import type { Outcome } from '../resources/resource.commands.js';
import { ResourcePayload } from '../resources/resource.inputs.js';
import { ResourceReader } from '../resources/resource.reader.js';
import { FileCommands } from './file.commands.js';
import { DescribeFileInput, RemoveFileInput } from './file.type.js';

@Resolver()
export class FileResolver {
  constructor(@Inject(FileCommands) private readonly commands: FileCommands, @Inject(ResourceReader) private readonly reader: ResourceReader) {}

  @Mutation(() => ResourcePayload, { description: 'Says what a file of the draft shows and, where it shows a person, what they agreed to.' })
  async describeFile(@Args('input') input: DescribeFileInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.commands.describe(context.viewer, input), context, info);
  }

  @Mutation(() => ResourcePayload, { description: 'Takes a file out of the draft. Published versions keep theirs.' })
  async removeFile(@Args('input') input: RemoveFileInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ResourcePayload> {
    return this.payload(await this.commands.remove(context.viewer, input), context, info);
  }

  private async payload({ id, errors }: Outcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<ResourcePayload> {
    const resource = errors.length > 0 ? null : await this.reader.find(viewer, { id }, info, ['resource']);
    return Object.assign(new ResourcePayload(), { resource, errors });
  }
}
