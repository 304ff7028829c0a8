/** Co-authors see each other. */
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { PersonType } from '../../identity/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { EditingCommands } from './editing.commands.js';
import { NoteEditingInput, NoteEditingPayload } from './editing.type.js';

@Resolver()
export class EditingResolver {
  constructor(@Inject(EditingCommands) private readonly commands: EditingCommands) {}

  @Mutation(() => NoteEditingPayload, { description: 'Says that you have a draft open, for its authors; every 20 seconds is often enough. Nothing is saved by it.' })
  async noteEditing(@Args('input') input: NoteEditingInput, @Context() { viewer }: RequestContext): Promise<NoteEditingPayload> {
    const { others, ...where } = await this.commands.note(viewer, input);
    return Object.assign(new NoteEditingPayload(), { ...where, others: others.map((other) => Object.assign(new PersonType(), other)) });
  }
}
