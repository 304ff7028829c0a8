/** The reason, in words the author reads, with common ones to start from. */
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactElement, type Ref, useId } from 'react';
import { useWords } from '../../ui/words';
import { COMMON_REASONS } from './common-reasons';
import type { Stage } from './stage-words';
import { withSentence } from './with-sentence';

interface Props {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly stage: Stage;
  readonly reason: string;
  /** Somebody tried to send back without one. */
  readonly isLacking: boolean;
  readonly onWrite: (words: string) => void;
}

export function ReasonField({ ref, stage, reason, isLacking, onWrite }: Props): ReactElement {
  const { t } = useLingui();
  const { say } = useWords();
  const id = useId();
  return (
    <>
      <div className={isLacking ? 'field bad' : 'field'}>
        <label htmlFor={id}><Trans>Reason, in words the author will read</Trans></label>
        <span className="hint" id={`${id}-hint`}><Trans>Needed to send it back, welcome with a yes. It stands in the history of this work.</Trans></span>
        {isLacking ? <span className="msg-err" id={`${id}-error`}><Trans>Say why you send it back, so that the author can put it right.</Trans></span> : null}
        <textarea ref={ref} id={id} rows={4} value={reason} aria-invalid={isLacking} aria-describedby={isLacking ? `${id}-hint ${id}-error` : `${id}-hint`} onChange={({ target }) => onWrite(target.value)} />
      </div>
      <div className="starts" role="group" aria-label={t`Start with a common reason`}>
        {COMMON_REASONS[stage].map(({ label, sentence }) => <button key={say(sentence)} type="button" className="btn s" onClick={() => onWrite(withSentence(reason, say(sentence)))}>{say(label)}</button>)}
      </div>
    </>
  );
}
