/** `/r/:slug/upstream`: what changed in the original of an adaptation, to be taken over change by change. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { PullForm } from '../features/resources/upstream/pull-form';
import { readUpstream } from '../features/resources/upstream/pull-operations';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function UpstreamScreen({ params, viewer }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['upstream', slug], networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: ({ signal }) => readUpstream(slug, signal) });
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div><p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>The original has been updated</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (data === null || data.upstream === null) return <ScreenMessage title={<Trans>There is nothing to take over</Trans>}><p><Trans>This is no adaptation that you may edit now: it is absent, it is being reviewed, or it belongs to an institution you do not act for.</Trans> <a href={`/r/${slug}`}><Trans>Read it</Trans></a></p></ScreenMessage>;
  return <PullForm adaptation={data} upstream={data.upstream} institutionId={viewer.actingInstitutionId} onLookAgain={() => void refetch()} />;
}
