/** Queries and mutations of reminders. */
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ViewerType } from '../../identity/index.js';
import type { RequestContext } from '../../platform/graphql/context.js';
import { readAnswer } from '../../platform/selection/index.js';
import { ReminderCommands, type ReminderOutcome } from './reminder.commands.js';
import { RemindToReportInput, ReminderIdInput, ReminderPayload } from './reminder.inputs.js';
import { ReminderReader } from './reminder.reader.js';
import { Reminder } from './reminder.type.js';

@Resolver(() => ViewerType)
export class ReminderResolver {
  constructor(@Inject(ReminderCommands) private readonly commands: ReminderCommands, @Inject(ReminderReader) private readonly reader: ReminderReader) {}

  @ResolveField(() => [Reminder], { description: 'Where they asked to be reminded to say how it went, the earliest day first, for the institution acted for; empty unless it is a person.' })
  reminders(@Parent() viewer: object, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): unknown {
    return readAnswer(viewer, {}, context, info) ?? [];
  }

  @Mutation(() => ReminderPayload, { description: 'Asks to be reminded to say how it went, once. Asking again moves the day. At most 50 wait at a time.' })
  async remindToReport(@Args('input') input: RemindToReportInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ReminderPayload> {
    return this.payload(await this.commands.remind(context.viewer, input), context, info);
  }

  @Mutation(() => ReminderPayload, { description: 'Not now: asks again two weeks from today, or two weeks later than the day where that is still to come.' })
  async postponeReminder(@Args('input') { id }: ReminderIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ReminderPayload> {
    return this.payload(await this.commands.postpone(context.viewer, id), context, info);
  }

  @Mutation(() => ReminderPayload, { description: 'Do not remind me of it.' })
  async cancelReminder(@Args('input') { id }: ReminderIdInput, @Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<ReminderPayload> {
    return this.payload(await this.commands.cancel(context.viewer, id), context, info);
  }

  private async payload({ reminderId, errors }: ReminderOutcome, { viewer }: RequestContext, info: GraphQLResolveInfo): Promise<ReminderPayload> {
    const reminder = errors.length > 0 ? null : await this.reader.find(viewer, reminderId, info, ['reminder']);
    return Object.assign(new ReminderPayload(), { reminder, errors });
  }
}
