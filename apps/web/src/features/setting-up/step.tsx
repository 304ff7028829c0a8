/** One numbered step of the set-up. A step whose turn has not come says what comes first. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../../ui/icon';
import { type Said, useWords } from '../../ui/words';

interface Props {
  readonly number: number;
  readonly title: Said;
  readonly isDone: boolean;
  /** What has to happen first; null where its turn has come. */
  readonly waitsFor?: Said | null;
  /** Stands in the margin of a wide page, and after the step on a narrow one. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

export function Step({ number, title, isDone, waitsFor = null, beside = null, children }: Props): ReactElement {
  const { say } = useWords();
  const id = stepId(number);
  return (
    <li className="set-step">
      <section aria-labelledby={id}>
        <h3 id={id} tabIndex={-1}><span className="n0">{number}</span> {say(title)}{isDone ? <span className="step-done"><Icon name="check" /> <Trans>Done</Trans></span> : null}</h3>
        {waitsFor === null ? <div className={beside === null ? 'set-body' : 'set-body has-beside'}><div className="stack">{children}</div>{beside}</div> : <p className="soft set-body">{say(waitsFor)}</p>}
      </section>
    </li>
  );
}

/** The heading of a step, which words elsewhere lead to. */
export function stepId(number: number): string {
  return `step-${number}`;
}
