/** A page of plain text with headings that can be pointed to. */
import type { OperatorStatement, OperatorWords } from '@passalong/domain';
import { Trans } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import { type Said, useWords } from './words';

interface Props {
  readonly title: Said;
  readonly lead: Said;
  readonly children: ReactNode;
}

export function PlainPage({ title, lead, children }: Props): ReactElement {
  const { say } = useWords();
  return (
    <article className="plain-page">
      <h1>{say(title)}</h1>
      <p className="lead">{say(lead)}</p>
      <div className="prose">{children}</div>
    </article>
  );
}

interface StatedProps {
  readonly operator: OperatorWords;
  readonly statement: OperatorStatement;
  /** What has to be stated, to end the sentence of the notice. */
  readonly what: Said;
}

/** What the operator stated, or a mark that it is still open. The software cannot decide it. */
export function Stated({ operator, statement, what }: StatedProps): ReactElement {
  const { say } = useWords();
  const words = operator[statement];
  if (words !== undefined && words !== '') return <p className="stated">{words}</p>;
  return (
    <div className="notice warn" role="note">
      <p><Trans><b>The operator of this installation has to state this:</b> {say(what)}.</Trans></p>
    </div>
  );
}
