/** An offer as it stands, for whoever made it, and for those who have answered it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { ask } from '../../../graphql/client';
import { useFailureWords } from '../../../graphql/use-sending';
import { Pairs } from '../../../ui/lists';
import { Notice } from '../../../ui/notice';
import { useWords } from '../../../ui/words';
import { ChangeOf, foundChanges } from './change-choice';
import { type Offer, offerOf, WITHDRAW } from './offer-operations';

interface Props {
  readonly offer: Offer;
  /** The reader has just answered it. */
  readonly isAnswered: boolean;
  readonly onWithdrawn: (offer: Offer) => void;
}

export function OfferShown({ offer, isAnswered, onWithdrawn }: Props): ReactElement {
  const wordsFor = useFailureWords();
  const { date } = useWords();
  const { id, status, answer, taken, decidedAt, original } = offer;
  const { mutate, data, error, isPending } = useMutation({
    networkMode: 'always', mutationFn: () => ask(WITHDRAW, { input: { id } }),
    onSuccess: ({ done }) => { if (done.offer !== null) onWithdrawn(offerOf(done.offer)); },
  });
  const problem = error === null ? data?.done.errors[0]?.message : wordsFor(error);
  const changes = foundChanges(offer.changes);
  return (
    <div className="upstream">
      <OfferOpening offer={offer} isFocused={isAnswered} />
      {isAnswered && status === 'TAKEN' ? <div role="status"><Notice><p><Trans>Done. It stands in your draft, and your next version credits them. <a href={`/edit/${original?.id ?? ''}`}>Open your draft</a></Trans></p></Notice></div> : null}
      <Pairs pairs={[
        { term: msg`What came of it`, says: <Outcome status={status} /> },
        { term: msg`On`, says: decidedAt === null ? null : date(decidedAt) },
        { term: msg`The answer`, says: answer },
      ]} />
      {changes.map((found, at) => (
        <ChangeOf key={found.id} found={{ ...found, standing: 'FREE' }} place={at + 1} language={original?.language ?? 'en-GB'}>
          {status === 'TAKEN' ? <p className="b small">{taken.includes(found.id) ? <Trans>Taken</Trans> : <Trans>Not taken</Trans>}</p> : null}
        </ChangeOf>
      ))}
      {problem === undefined ? null : <div role="alert"><Notice tone="err"><p>{problem}</p></Notice></div>}
      {status === 'OPEN' ? <p className="row"><button type="button" className="btn" aria-disabled={isPending || undefined} onClick={() => { if (!isPending) mutate(); }}><Trans>Take the offer back</Trans></button></p> : null}
    </div>
  );
}

export function OfferOpening({ offer: { from, message, offeredAt, original, adaptation }, isFocused = false }: { readonly offer: Offer; readonly isFocused?: boolean }): ReactElement {
  const { date } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (isFocused) heading.current?.focus(); }, [isFocused]);
  const day = date(offeredAt);
  const theirs = adaptation === null ? null : <a href={`/r/${adaptation.slug}`} lang={adaptation.language}>{adaptation.title}</a>;
  const name = original === null ? null : <a href={`/r/${original.slug}`} lang={original.language}>{original.title}</a>;
  return (
    <>
      <h1 tabIndex={-1} ref={heading}><Trans>Changes offered</Trans></h1>
      <p className="lead">{name === null ? <Trans>{from} offered this on {day}.</Trans> : <Trans>{from} offered this to {name} on {day}.</Trans>}</p>
      {theirs === null ? null : <p><Trans>It stands in their adaptation, {theirs}.</Trans></p>}
      <blockquote className="measure"><p>{message}</p></blockquote>
    </>
  );
}

function Outcome({ status }: { readonly status: Offer['status'] }): ReactElement {
  switch (status) {
    case 'OPEN': return <Trans>It waits for an answer.</Trans>;
    case 'TAKEN': return <Trans>Taken. The next version of the original says so.</Trans>;
    case 'DECLINED': return <Trans>Declined.</Trans>;
    case 'WITHDRAWN': return <Trans>Taken back by whoever offered it.</Trans>;
  }
}
