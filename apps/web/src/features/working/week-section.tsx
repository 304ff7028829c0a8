/** A part of somebody's week: its name at the left, its items beside it. */
import type { ReactElement, ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

export function WeekSection({ id, title, note, children }: Props): ReactElement {
  return (
    <section className="day" aria-labelledby={id}>
      <h2 id={id}>{title}{note === undefined ? null : <small>{note}</small>}</h2>
      <div>{children}</div>
    </section>
  );
}

interface ItemProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** What to do about it. */
  readonly action?: { readonly href: string; readonly words: string; readonly isFirst?: boolean } | undefined;
  /** Tells equal actions apart for a screen reader. */
  readonly about: string;
}

export function WeekItem({ title, children, action, about }: ItemProps): ReactElement {
  return (
    <div className="item">
      <div><h3>{title}</h3>{children}</div>
      {action === undefined ? null : <a className={action.isFirst === true ? 'btn go s' : 'btn s'} href={action.href}>{action.words}<span className="vh">: {about}</span></a>}
    </div>
  );
}
