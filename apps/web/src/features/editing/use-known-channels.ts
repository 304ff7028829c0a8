/** What is known of channels, for all that reads the text beside the form. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ask } from '../../graphql/client';
import { graphql } from '../../graphql/generated';
import { type KnownChannels, knownChannels, NO_CHANNELS } from '../../graphql/known-channels';

const KNOWN = graphql(`query ChannelProfilesForPreview { channelProfiles { ...KnownChannel } }`);

/** Until it is there, texts are shown and nothing is held against a limit. */
export function useKnownChannels(): KnownChannels {
  const { data } = useQuery({ queryKey: ['channel-profiles'], staleTime: Infinity, queryFn: ({ signal }) => ask(KNOWN, {}, signal) });
  return useMemo(() => (data === undefined ? NO_CHANNELS : knownChannels(data.channelProfiles)), [data]);
}
