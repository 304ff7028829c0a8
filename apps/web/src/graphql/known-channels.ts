/** What is known of channels, as the rules that count a text read it. */
import { channelProfile, type ChannelFacts, type Profiles } from '@passalong/domain';
import { type FragmentType, graphql, unmask } from './generated';

const CHANNEL = graphql(`fragment KnownChannel on ChannelProfile { format { id label } channel { id } facts checkedOn confidence source }`);

export interface KnownChannels {
  readonly profiles: Profiles;
  /** What people call each format. */
  readonly names: ReadonlyMap<string, string>;
}

export const NO_CHANNELS: KnownChannels = { profiles: new Map(), names: new Map() };

export function knownChannels(masked: readonly FragmentType<typeof CHANNEL>[]): KnownChannels {
  const known = masked.map((channel) => unmask(CHANNEL, channel));
  return {
    profiles: new Map(known.map(({ format, channel, facts, checkedOn, confidence, source }) => [format.id, channelProfile(format.id, { channel: channel?.id ?? null, constraints: { ...(facts as ChannelFacts), asOf: checkedOn, confidence, source } })])),
    names: new Map(known.map(({ format }) => [format.id, format.label])),
  };
}
