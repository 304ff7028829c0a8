/** `/channels`: what each channel takes, as far as is known, with the day and the source. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { ChannelList } from '../features/channels/channel-list';
import { graphql } from '../graphql/generated';
import type { ChannelsQuery } from '../graphql/generated/graphql';
import { PlainPage } from '../ui/plain-page';

const READ = graphql(`query Channels { channelProfiles { ...ListedChannel } }`);
const LEAD = msg`What each format takes, as far as anybody here knows. Channels change without notice, so every limit has a day and a source.`;

export const channelsPage: Page<ChannelsQuery, Record<string, never>> = {
  query: READ,
  variables: () => ({}),
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Limits of the channels - Passalong`), description: i18n._(LEAD), canonical: '/channels' }),
  Component: Channels,
};

function Channels({ data: { channelProfiles }, context: { viewer } }: PageProps<ChannelsQuery>): ReactElement {
  const mayCorrect = viewer?.canModerate === true;
  return (
    <PlainPage title={msg`Limits of the channels`} lead={LEAD}>
      {mayCorrect ? <p><Trans>You moderate, so you can correct them: a correction counts at once, everywhere.</Trans></p> : null}
      <ChannelList profiles={channelProfiles} mayCorrect={mayCorrect} />
    </PlainPage>
  );
}
