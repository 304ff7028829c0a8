/** The answer to a review item: yes, yes without our name, or back with a reason. By keyboard: `a`, `r`, `c`. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, useRef, useState } from 'react';
import { Notice } from '../../ui/notice';
import { COMMON_REASONS, withSentence } from './common-reasons';
import { ConfirmDialog } from './confirm-dialog';
import { useKeptReason } from './kept-reason';
import { useSingleKeys } from './single-keys';
import { type Audience, isPublishedBy, type Stage, STAGE_WORDS } from './stage-words';
import { AfterApproval, AfterReturn } from './what-follows';

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

export function DecisionForm({ itemId, stage, audience, author, unnamed, hasKeys, isSending, problem, onDecide }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useKeptReason(itemId);
  const [withoutName, setWithoutName] = useState(false);
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const words = STAGE_WORDS[stage];

  const askReturn = (): void => {
    const isEmpty = reason.trim() === '';
    setLacksReason(isEmpty);
    if (isEmpty) field.current?.focus();
    else setAsking('return');
  };
  useSingleKeys({ a: () => setAsking('approve'), r: askReturn, c: () => field.current?.focus() }, hasKeys);
  const decide = (approve: boolean): void => onDecide({ approve, reason: reason.trim(), withoutName: approve && withoutName });

  return (
    <section className="decision" aria-labelledby="h-answer">
      <h3 id="h-answer"><Trans>Your answer</Trans></h3>
      {unnamed === null ? null : <NameChoice unnamed={unnamed} withoutName={withoutName} onChoose={setWithoutName} />}
      <div className={lacksReason ? 'field bad' : 'field'}>
        <label htmlFor="reason"><Trans>Reason, in words the author will read</Trans></label>
        <span className="hint" id="reason-hint"><Trans>Needed to send it back, welcome with a yes. It stands in the history of this work.</Trans></span>
        {lacksReason ? <span className="msg-err" id="reason-error"><Trans>Say why you send it back, so that the author can put it right.</Trans></span> : null}
        <textarea ref={field} id="reason" rows={4} value={reason} aria-invalid={lacksReason} aria-describedby={lacksReason ? 'reason-hint reason-error' : 'reason-hint'}
          onChange={({ target }) => { setReason(target.value); setLacksReason(false); }} />
      </div>
      <div className="starts" role="group" aria-label={t`Start with a common reason`}>
        {COMMON_REASONS[stage].map(({ label, sentence }) => (
          <button key={sentence.id} type="button" className="btn s" onClick={() => { setReason(withSentence(reason, i18n._(sentence))); setLacksReason(false); field.current?.focus(); }}>{i18n._(label)}</button>
        ))}
      </div>
      {problem === null ? null : <div role="alert"><Notice tone="err"><p>{problem}</p></Notice></div>}
      <div className={stage === 'MODERATION' ? 'dock stick' : 'dock'} role="group" aria-label={t`Decision`}>
        <p className="small soft measure"><b><Trans>A decision cannot be undone.</Trans></b> <AfterApproval stage={stage} audience={audience} /></p>
        <p className="row">
          <button type="button" className="btn go" onClick={() => setAsking('approve')}>{i18n._(words.approve)}{hasKeys ? <kbd aria-hidden="true">a</kbd> : null}</button>
          <button type="button" className="btn" onClick={askReturn}><Trans>Send back</Trans>{hasKeys ? <kbd aria-hidden="true">r</kbd> : null}</button>
        </p>
      </div>
      {asking === null ? null : (
        <ConfirmDialog title={asking === 'approve' ? i18n._(isPublishedBy(stage, audience) ? STAGE_WORDS.MODERATION.approve : words.approve) : <Trans>Send back</Trans>}
          confirm={asking === 'approve' ? i18n._(words.approve) : <Trans>Send back</Trans>} isBusy={isSending} onConfirm={() => decide(asking === 'approve')} onCancel={() => setAsking(null)}>
          <p>{asking === 'approve' ? <AfterApproval stage={stage} audience={audience} /> : <AfterReturn author={author} />}</p>
          {asking === 'approve' && withoutName && unnamed !== null ? <p><Trans>It will say “{unnamed}” instead of your name.</Trans></p> : null}
          {reason.trim() === '' ? null : <blockquote className="as-written">{reason.trim()}</blockquote>}
          {problem === null ? null : <p className="msg-err" role="alert">{problem}</p>}
          <p className="small soft"><Trans>This cannot be undone.</Trans></p>
        </ConfirmDialog>
      )}
    </section>
  );
}

function NameChoice({ unnamed, withoutName, onChoose }: { readonly unnamed: string; readonly withoutName: boolean; readonly onChoose: (withoutName: boolean) => void }): ReactElement {
  return (
    <fieldset>
      <legend><Trans>If you sign off</Trans></legend>
      <label className="check"><input type="radio" name="named" checked={!withoutName} onChange={() => onChoose(false)} /><span><Trans>Release it with our name</Trans></span></label>
      <label className="check"><input type="radio" name="named" checked={withoutName} onChange={() => onChoose(true)} /><span><Trans>Release it without our name</Trans><br /><span className="hint"><Trans>Shown as “{unnamed}”. The people credited are left out too.</Trans></span></span></label>
    </fieldset>
  );
}
