/** Redaction over GraphQL: the decision; its record stands on every version it changed. */
import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../../platform/graphql/context.js';
import { RedactionCommands } from './redaction.commands.js';
import { RedactInput, RedactionReach, RedactPayload } from './redaction.type.js';

@Resolver()
export class RedactionResolver {
  constructor(@Inject(RedactionCommands) private readonly commands: RedactionCommands) {}

  @Mutation(() => RedactPayload, { description: 'Takes a person out of published work, for moderators, and for approvers in the work of their institution. It reaches every version, its draft, and everything that was adapted from any of them, and cannot be undone.' })
  async redact(@Args('input') input: RedactInput, @Context() { viewer }: RequestContext): Promise<RedactPayload> {
    const { reach, errors } = await this.commands.redact(viewer, input, new Date().toISOString().slice(0, 10));
    return Object.assign(new RedactPayload(), { reach: reach === null ? null : Object.assign(new RedactionReach(), reach), errors });
  }
}
