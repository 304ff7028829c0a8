/** `/offers/:id`: changes that an adaptation offers, for the authors of the original to answer, and for whoever offered them to see what came of it. */
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { AnswerForm } from '../features/resources/upstream/answer-form';
import { OfferShown } from '../features/resources/upstream/offer-shown';
import { type Offer, readOffer } from '../features/resources/upstream/offer-operations';
import { useFailureWords } from '../graphql/use-sending';
import '../ui/forms.css';
import { Notice } from '../ui/notice';
import { ScreenMessage } from '../ui/screen-message';
import type { ScreenProps } from './screen';

export function OfferScreen({ params, viewer }: ScreenProps): ReactElement {
  const id = params['id'] ?? '';
  const wordsFor = useFailureWords();
  const [answered, setAnswered] = useState<Offer | null>(null);
  const { data, error, refetch } = useQuery({ queryKey: ['offer', id], networkMode: 'always', staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, queryFn: ({ signal }) => readOffer(id, signal) });
  if (error !== null && data === undefined) return <ScreenMessage title={<Trans>It could not be fetched</Trans>}><div role="alert"><Notice tone="err"><p>{wordsFor(error)}</p></Notice></div><p><button type="button" className="btn" onClick={() => void refetch()}><Trans>Try again</Trans></button></p></ScreenMessage>;
  if (data === undefined) return <ScreenMessage title={<Trans>Changes offered</Trans>}><p className="soft skeleton"><Trans>Loading…</Trans></p></ScreenMessage>;
  if (data === null) return <ScreenMessage title={<Trans>There is no such offer</Trans>}><p><Trans>It is absent, or it is for the authors of other work, or of an institution you do not act for now.</Trans> <a href="/my-week"><Trans>My week</Trans></a></p></ScreenMessage>;
  const offer = answered ?? data;
  if (!offer.isForMe) return <OfferShown offer={offer} isAnswered={answered !== null} onWithdrawn={setAnswered} />;
  return <AnswerForm offer={offer} institutionId={viewer.actingInstitutionId} onAnswered={setAnswered} onLookAgain={() => void refetch()} />;
}
