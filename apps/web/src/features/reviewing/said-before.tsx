/** What was answered about this work before, so that a second reading can begin where the first one stopped. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/words';
import type { Stage } from './stage-words';

export interface EarlierDecision {
  readonly stage: Stage;
  readonly status: 'OPEN' | 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
  readonly reason: string | null;
  readonly decidedAt: string | null;
}

export function SaidBefore({ decisions }: { readonly decisions: readonly EarlierDecision[] }): ReactElement | null {
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="h-before">
      <h3 id="h-before"><Trans>Said before</Trans></h3>
      <ul className="bul">{decisions.map((decision, index) => <li key={index}><Answer {...decision} /></li>)}</ul>
    </section>
  );
}

function Answer({ stage, status, reason, decidedAt }: EarlierDecision): ReactElement {
  const { date } = useWords();
  const day = decidedAt === null ? '' : date(decidedAt);
  const isReturned = status === 'RETURNED';
  return (
    <>
      <b>{stage === 'SIGN_OFF' ? isReturned ? <Trans>Sent back at sign-off, {day}</Trans> : <Trans>Signed off, {day}</Trans> : isReturned ? <Trans>Sent back by a moderator, {day}</Trans> : <Trans>Published, {day}</Trans>}</b>
      {reason === null ? null : <>: <span className="as-written">{reason}</span></>}
    </>
  );
}
