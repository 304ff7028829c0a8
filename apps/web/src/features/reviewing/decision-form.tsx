/** The answer to a review item: yes, yes without our name, or back with a reason. By keyboard: `a`, `r`, `c`. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useRef, useState } from 'react';
import { Notice } from '../../ui/notice';
import { useWords } from '../../ui/words';
import { Confirmation } from './confirmation';
import { useKeptReason } from './kept-reason';
import { NameChoice } from './name-choice';
import { ReasonField } from './reason-field';
import { useSingleKeys } from './single-keys';
import { type Audience, type Stage, STAGE_WORDS } from './stage-words';
import { AfterApproval } from './what-follows';

export interface Decision {
  readonly approve: boolean;
  readonly reason: string;
  readonly withoutName: boolean;
}

interface Props {
  readonly itemId: string;
  readonly stage: Stage;
  readonly audience: Audience;
  /** Who asked, where they gave a name. */
  readonly author: string | null;
  /** How the source reads when the name is left out; null where there is no choice. */
  readonly unnamed: string | null;
  readonly hasKeys: boolean;
  readonly isSending: boolean;
  /** Why the last attempt did not arrive. */
  readonly problem: string | null;
  readonly onDecide: (decision: Decision) => void;
}

/** A section and, after it, the bar of answers: the bar stays in sight beside what is moderated, and never covers what is signed off. */
export function DecisionForm({ itemId, stage, audience, author, unnamed, hasKeys, isSending, problem, onDecide }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const [reason, setReason] = useKeptReason(itemId);
  const [withoutName, setWithoutName] = useState(false);
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const toReason = (): void => field.current?.focus();

  const askReturn = (): void => {
    const isEmpty = reason.trim() === '';
    setLacksReason(isEmpty);
    if (isEmpty) toReason();
    else setAsking('return');
  };
  const write = (words: string): void => {
    setReason(words);
    setLacksReason(false);
  };
  useSingleKeys({ a: () => setAsking('approve'), r: askReturn, c: toReason }, hasKeys);

  return (
    <>
      <section className="decision" aria-labelledby="h-answer">
        <h3 id="h-answer"><Trans>Your answer</Trans></h3>
        {unnamed === null ? null : <NameChoice unnamed={unnamed} withoutName={withoutName} onChoose={setWithoutName} />}
        <ReasonField ref={field} stage={stage} reason={reason} isLacking={lacksReason} onWrite={write} />
        {problem === null || asking !== null ? null : <div role="alert"><Notice tone="err"><p>{problem}</p></Notice></div>}
      </section>
      <div className={stage === 'MODERATION' ? 'dock stick' : 'dock'} role="group" aria-label={t`Decision`}>
        <p className="small soft measure"><b><Trans>A decision cannot be undone.</Trans></b> <AfterApproval stage={stage} audience={audience} /></p>
        <p className="row">
          <button type="button" className="btn go" onClick={() => setAsking('approve')}>{say(STAGE_WORDS[stage].approve)}{hasKeys ? <kbd aria-hidden="true">a</kbd> : null}</button>
          <button type="button" className="btn" onClick={askReturn}><Trans>Send back</Trans>{hasKeys ? <kbd aria-hidden="true">r</kbd> : null}</button>
        </p>
      </div>
      {asking === null ? null : (
        <Confirmation isApproval={asking === 'approve'} stage={stage} audience={audience} author={author} reason={reason.trim()} unnamed={withoutName ? unnamed : null} isSending={isSending} problem={problem}
          onConfirm={() => onDecide({ approve: asking === 'approve', reason: reason.trim(), withoutName: asking === 'approve' && withoutName })} onCancel={() => setAsking(null)} />
      )}
    </>
  );
}
