/** `/channels/correct/:format`: a moderator corrects what is known of a format. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { CorrectForm } from '../features/channels/correct-form';
import { TemplatesThatBreak } from '../features/channels/templates-that-break';
import { ask } from '../graphql/client';
import { graphql } from '../graphql/generated';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

const READ = graphql(`query ChannelToCorrect { channelProfiles { format { id label } number facts source confidence } }`);

export function CorrectChannelScreen({ params, viewer }: ScreenProps): ReactElement {
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['channel-to-correct'], networkMode: 'always', queryFn: ({ signal }) => ask(READ, {}, signal) });
  const found = data?.channelProfiles.find(({ format }) => format.id === `format:${params['format'] ?? ''}`);
  useEffect(() => { if (found !== undefined) document.title = `${found.format.label} - Passalong`; }, [found]);
  if (!viewer.canModerate) return <ScreenMessage title={<Trans>Moderators correct what is known of channels</Trans>}><p><Trans>Tell one of them what has changed and where you read it. <a href="/channels">All channels</a></Trans></p></ScreenMessage>;
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div><p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Correct a channel</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (found === undefined) return <ScreenMessage title={<Trans>There is no such format</Trans>}><p><a href="/channels"><Trans>All channels</Trans></a></p></ScreenMessage>;
  const { format: { id, label }, number, source, confidence } = found;
  return (
    <ScreenMessage title={<Trans>Correct: {label}</Trans>}>
      <p className="measure"><Trans>A correction counts at once for every count and every draft. Whoever looks after a template that breaks the new limit reads it in their week. What was stated before stays on record.</Trans></p>
      <CorrectForm format={{ id, label, number, facts: found.facts as Readonly<Record<string, unknown>>, source, confidence }} />
      <TemplatesThatBreak format={id} />
    </ScreenMessage>
  );
}
