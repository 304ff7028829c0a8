/** `/r/:slug/offer`: offers changes of a published adaptation back to its original. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { OfferForm } from '../features/resources/upstream/offer-form';
import { readOfferable } from '../features/resources/upstream/offer-operations';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function OfferBackScreen({ params, viewer }: ScreenProps): ReactElement {
  const slug = params['slug'] ?? '';
  const wordsFor = useFailureWords();
  const { data, error, refetch } = useQuery({ queryKey: ['offerable', slug], networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: ({ signal }) => readOfferable(slug, signal) });
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div><p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Offer a change back</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (data === null || data.upstream === null) return <ScreenMessage title={<Trans>There is nothing to offer</Trans>}><p><Trans>This is no adaptation that you may edit now: it is absent, it is being reviewed, or it belongs to an institution you do not act for.</Trans> <a href={`/r/${slug}`}><Trans>Read it</Trans></a></p></ScreenMessage>;
  return <OfferForm adaptation={data} upstream={data.upstream} institutionId={viewer.actingInstitutionId} />;
}
