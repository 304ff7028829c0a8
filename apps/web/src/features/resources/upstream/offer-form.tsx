/** Chooses changes of an adaptation to offer back, and says why. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { ask } from '../../../graphql/client';
import { useFailureWords } from '../../../graphql/use-sending';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary';
import { controlProps, FormField } from '../../../ui/form-field';
import { leadTo } from '../../../ui/lead-to';
import { Notice } from '../../../ui/notice';
import { ChangeOf, foundChanges } from './change-choice';
import { OFFER, type Offerable } from './offer-operations';

interface Props {
  readonly adaptation: Offerable;
  readonly upstream: NonNullable<Offerable['upstream']>;
  /** The institution this page was made for. */
  readonly institutionId: string;
}

const MESSAGE = 'offer-message';
const FIRST = 'offer-changes';

export function OfferForm({ adaptation: { id, slug, title, language }, upstream, institutionId }: Props): ReactElement {
  const { t } = useLingui();
  const wordsFor = useFailureWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [message, setMessage] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [offerId, setOfferId] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { if (offerId !== null) heading.current?.focus(); }, [offerId]);
  const fail = (found: readonly FieldProblem[]): void => { setProblems(found); setAttempt((count) => count + 1); };
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(OFFER, { input: { id, changes: [...chosen], message, actingInstitutionId: institutionId } }),
    onSuccess: ({ done }) => { if (done.offer === null) fail(done.errors.map((error) => ({ message: error.message, path: error.path[0] ?? '' }))); else setOfferId(done.offer.id); },
    onError: (error) => fail([{ path: '', message: wordsFor(error) }]),
  });
  const idOf = (path: string): string => (path === 'message' ? MESSAGE : FIRST);
  const send = (event: FormEvent): void => { event.preventDefault(); if (!isPending) mutate(); };
  const choose = (key: string, isChosen: boolean): void => setChosen(new Set(isChosen ? [...chosen, key] : [...chosen].filter((one) => one !== key)));
  const question = { id: MESSAGE, label: t`Why you offer it`, hint: t`The authors of the original read this.`, error: problems.find(({ path }) => path === 'message')?.message };
  const mine = <a href={`/r/${slug}`} lang={language}>{title}</a>;

  if (offerId !== null) return <div className="stack letterhead"><h1 tabIndex={-1} ref={heading}><Trans>It is offered</Trans></h1><p><Trans>The authors of the original find it in their week. What comes of it stands on the page of {mine}.</Trans></p><p><a href={`/offers/${offerId}`}><Trans>Look at the offer</Trans></a></p></div>;
  const changes = foundChanges(upstream.toOffer);
  const hindrance = <Hindrance upstream={upstream} isEmpty={changes.length === 0} />;
  const isHindered = changes.length === 0 || upstream.offerProblem !== null || upstream.state !== 'OFFERED' || upstream.offers.some(({ status }) => status === 'OPEN');
  return (
    <form className="upstream" noValidate onSubmit={send}>
      <h1 tabIndex={-1}><Trans>Offer a change back</Trans></h1>
      <p className="lead"><Trans>What {mine} says differently may help everybody who uses its original. Choose what to offer; its authors take it, with credit, or say why not.</Trans></p>
      {isHindered ? hindrance : (
        <>
          <ErrorSummary problems={problems} attempt={attempt} idOf={idOf} onLead={(path) => leadTo(idOf(path))} />
          <div id={FIRST} className="upstream-list">
            {changes.map((found, at) => (
              <ChangeOf key={found.id} found={{ ...found, standing: 'FREE' }} place={at + 1} language={language}>
                <label className="check"><input type="checkbox" checked={chosen.has(found.id)} onChange={(event) => choose(found.id, event.target.checked)} /><span><Trans>Offer this</Trans></span></label>
              </ChangeOf>
            ))}
          </div>
          <FormField {...question}><textarea className="one" rows={3} value={message} onChange={(event) => setMessage(event.target.value)} {...controlProps(question)} /></FormField>
          <p className="row"><button type="submit" className="btn go" aria-disabled={isPending || undefined}><Trans>Offer it</Trans></button><a className="btn" href={`/r/${slug}`}><Trans>Leave it for now</Trans></a></p>
        </>
      )}
    </form>
  );
}

/** Why nothing can be offered now. */
function Hindrance({ upstream: { state, offerProblem, offers }, isEmpty }: { readonly upstream: Props['upstream']; readonly isEmpty: boolean }): ReactElement {
  const open = offers.find(({ status }) => status === 'OPEN');
  return (
    <Notice>
      <p>{state === 'ARCHIVED' ? <Trans>The original is archived, so it takes no changes.</Trans>
        : state === 'UNSEEN' ? <Trans>The original is not there for you any more.</Trans>
          : open !== undefined ? <Trans>An offer of yours waits for an answer. <a href={`/offers/${open.id}`}>Look at it, or take it back</a></Trans>
            : offerProblem ?? (isEmpty ? <Trans>The original says everything that your published version says.</Trans> : null)}</p>
    </Notice>
  );
}
