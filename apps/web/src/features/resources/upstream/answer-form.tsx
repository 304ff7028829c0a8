/** Answers an offer: some of it or all is taken, with thanks, or it is declined with a reason. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { ask } from '../../../graphql/client';
import { useFailureWords } from '../../../graphql/use-sending';
import { ErrorSummary, type FieldProblem } from '../../../ui/error-summary';
import { controlProps, FormField } from '../../../ui/form-field';
import { leadTo } from '../../../ui/lead-to';
import { ChangeChoice, type Choice, foundChanges } from './change-choice';
import { DECLINE, type Offer, offerOf, TAKE } from './offer-operations';
import { OfferOpening } from './offer-shown';

interface Props {
  readonly offer: Offer;
  /** The institution this page was made for. */
  readonly institutionId: string;
  readonly onAnswered: (offer: Offer) => void;
  readonly onLookAgain: () => void;
}

const WORDS = 'offer-answer';
const OPTIONS: readonly Choice[] = ['TAKE', 'MERGE', 'KEEP_MINE'];
type Sent = 'TAKE' | 'DECLINE';

export function AnswerForm({ offer, institutionId, onAnswered, onLookAgain }: Props): ReactElement {
  const { t } = useLingui();
  const wordsFor = useFailureWords();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const [words, setWords] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { id, original } = offer;
  const language = original?.language ?? 'en-GB';
  const changes = foundChanges(offer.changes).filter(({ standing }) => standing !== 'MADE');
  const decisions = Object.entries(choices).flatMap(([change, decision]) => (decision === 'TAKE' || decision === 'MERGE' ? [{ change, decision }] : []));
  const fail = (found: readonly FieldProblem[]): void => { setProblems(found); setAttempt((count) => count + 1); };
  const { mutate, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: (sent: Sent) => (sent === 'DECLINE' ? ask(DECLINE, { input: { id, reason: words } })
      : ask(TAKE, { input: { id, decisions, thanks: words, expectedRevision: original?.draft?.revision ?? 0, versionId: original?.version?.id ?? '', actingInstitutionId: institutionId } })),
    onSuccess: ({ done }) => { if (done.offer === null) fail(done.errors.map(({ message, path }) => ({ message, path: path[0] === 'reason' || path[0] === 'thanks' ? WORDS : '' }))); else onAnswered(offerOf(done.offer)); },
    onError: (error) => fail([{ path: '', message: wordsFor(error) }]),
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending && decisions.length > 0) mutate('TAKE');
  };
  const question = { id: WORDS, label: t`What you say to them`, hint: t`Thanks, or why not. It is needed where you decline.`, error: problems.find(({ path }) => path === WORDS)?.message };
  return (
    <form className="upstream" noValidate onSubmit={send}>
      <OfferOpening offer={offer} />
      <ErrorSummary problems={problems} attempt={attempt} idOf={() => WORDS} onLead={leadTo} />
      {problems.some(({ path }) => path === '') ? <p><button type="button" className="btn s" onClick={() => { setProblems([]); onLookAgain(); }}><Trans>Look at the offer anew</Trans></button></p> : null}
      {changes.length === 0 ? <p><Trans>Yours says all of this by now.</Trans></p> : null}
      {changes.map((found, at) => <ChangeChoice key={found.id} found={found} place={at + 1} language={language} options={OPTIONS} choice={choices[found.id] ?? 'KEEP_MINE'} onChoose={(choice) => setChoices({ ...choices, [found.id]: choice })} />)}
      <FormField {...question}><textarea className="one" rows={2} value={words} onChange={(event) => setWords(event.target.value)} {...controlProps(question)} /></FormField>
      <p className="small soft measure"><Trans>What you take goes into your draft, and your next version credits them. What you keep stays as it is. You answer once.</Trans></p>
      <p className="row">
        <button type="submit" className="btn go" aria-disabled={isPending || decisions.length === 0 || undefined}>{decisions.length === 0 ? <Trans>Take what you chose</Trans> : <Plural value={decisions.length} one="Take # change" other="Take # changes" />}</button>
        <button type="button" className="btn" aria-disabled={isPending || undefined} onClick={() => { if (!isPending) mutate('DECLINE'); }}><Trans>Decline</Trans></button>
      </p>
    </form>
  );
}
