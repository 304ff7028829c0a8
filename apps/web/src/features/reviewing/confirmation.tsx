/** The last question before a decision: what follows from it, and the words that go with it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { useWords } from '../../ui/words';
import { type Audience, type Stage, STAGE_WORDS } from './stage-words';
import { AfterApproval, AfterReturn } from './what-follows';

interface Props {
  readonly isApproval: boolean;
  readonly stage: Stage;
  readonly audience: Audience;
  readonly author: string | null;
  readonly reason: string;
  /** How the source will read; null where it is named. */
  readonly unnamed: string | null;
  readonly isSending: boolean;
  readonly problem: string | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function Confirmation({ isApproval, stage, audience, author, reason, unnamed, isSending, problem, onConfirm, onCancel }: Props): ReactElement {
  const { say } = useWords();
  const verb = isApproval ? say(STAGE_WORDS[stage].approve) : <Trans>Send back</Trans>;
  return (
    <ConfirmDialog title={verb} confirm={verb} isBusy={isSending} onConfirm={onConfirm} onCancel={onCancel}>
      <p>{isApproval ? <AfterApproval stage={stage} audience={audience} /> : <AfterReturn author={author} />}</p>
      {isApproval && unnamed !== null ? <p><Trans>It will say “{unnamed}” in place of your name.</Trans></p> : null}
      {reason === '' ? null : <blockquote className="as-written">{reason}</blockquote>}
      {problem === null ? null : <p className="msg-err" role="alert">{problem}</p>}
      <p className="small soft"><Trans>This cannot be undone.</Trans></p>
    </ConfirmDialog>
  );
}
