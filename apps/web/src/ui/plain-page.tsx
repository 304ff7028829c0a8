/** A page of plain text with headings that can be pointed to. */
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

export function PlainPage({ title, lead, children }: Props): ReactElement {
  return (
    <article className="plain-page">
      <h1>{title}</h1>
      <p className="lead">{lead}</p>
      <div className="prose">{children}</div>
    </article>
  );
}

interface StatedProps {
  readonly operator: Readonly<Record<string, string>>;
  /** The setting, without `OPERATOR_` and in small letters. */
  readonly setting: string;
  /** What has to be stated, to end the sentence of the notice. */
  readonly what: string;
}

/** What the operator stated, or a mark that it is still open. The software cannot decide it. */
export function Stated({ operator, setting, what }: StatedProps): ReactElement {
  const words = operator[setting];
  if (words !== undefined && words !== '') return <p className="stated">{words}</p>;
  return (
    <div className="notice warn" role="note">
      <p><b>The operator of this installation has to state this:</b> {what}.</p>
    </div>
  );
}
