/** What is known of channels, over GraphQL. */
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { looksOld } from '@passalong/domain';
import type { RequestContext } from '../../platform/graphql/context.js';
import { Term } from '../vocabulary/term.type.js';
import { ChannelProfileCommands } from './channel-profile.commands.js';
import { ChannelLimit, ChannelProfileType, type ConfidenceEnum, CorrectChannelProfileInput, CorrectChannelProfilePayload } from './channel-profile.type.js';
import { ChannelProfiles, type KnownProfile, type TermOf } from './channel-profiles.js';

@Resolver()
export class ChannelProfileResolver {
  constructor(@Inject(ChannelProfiles) private readonly profiles: ChannelProfiles, @Inject(ChannelProfileCommands) private readonly commands: ChannelProfileCommands) {}

  @Query(() => [ChannelProfileType], { description: 'What is known of each format now, by channel; about forty.' })
  async channelProfiles(@Args('channel', { type: () => ID, nullable: true, description: 'Of this channel alone, by its vocabulary id.' }) channel: string | null | undefined): Promise<ChannelProfileType[]> {
    return (await this.profiles.all(channel ?? null)).map((known) => shown(known, today()));
  }

  @Mutation(() => CorrectChannelProfilePayload, { description: 'Corrects what is known of a format, for moderators.' })
  async correctChannelProfile(@Args('input') input: CorrectChannelProfileInput, @Context() { viewer }: RequestContext): Promise<CorrectChannelProfilePayload> {
    const errors = await this.commands.correct(viewer, input, today());
    const known = errors.length > 0 ? undefined : (await this.profiles.all()).find(({ format }) => format.id === input.format);
    return Object.assign(new CorrectChannelProfilePayload(), { errors, profile: known === undefined ? null : shown(known, today()) });
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);
const term = (of: TermOf): Term => Object.assign(new Term(), of);

function shown({ profile, number, facts, note, format, channel }: KnownProfile, on: string): ChannelProfileType {
  const { lengthUnit, takesAltText, limits, checkedOn, confidence, source } = profile;
  return Object.assign(new ChannelProfileType(), {
    format: term(format), channel: channel === null ? null : term(channel), number, lengthUnit, takesAltText, limits: limits.map((limit) => Object.assign(new ChannelLimit(), limit)),
    facts, checkedOn: checkedOn ?? '', looksOld: looksOld(profile, on), confidence: (confidence ?? 'C') as ConfidenceEnum, source: source ?? '', note,
  });
}
