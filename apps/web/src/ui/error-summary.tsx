/** What has to be put right, at the top of a form: it takes the focus when somebody asked to send, and every line leads to its field. */
import { Plural } from '@lingui/react/macro';
import { type MouseEvent, type ReactElement, useEffect, useId, useRef } from 'react';

export interface FieldProblem {
  /** Of the field; empty where it is about the whole. */
  readonly path: string;
  readonly message: string;
}

interface Props {
  readonly problems: readonly FieldProblem[];
  /** Grows with every attempt, so that the same problems take the focus again. Zero: nobody asked, so typing goes on. */
  readonly attempt: number;
  readonly idOf: (path: string) => string;
  readonly onLead: (path: string) => void;
  /** Where the form stands below other headings. */
  readonly heading?: 'h2' | 'h4';
}

export function ErrorSummary({ problems, attempt, idOf, onLead, heading: Heading = 'h2' }: Props): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => { if (attempt > 0) box.current?.focus(); }, [attempt]);
  if (problems.length === 0) return null;
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); onLead(path); };
  return (
    <div className="summary-err" tabIndex={-1} ref={box} aria-labelledby={id} role="group">
      <Heading id={id}><Plural value={problems.length} one="One thing to put right" other="# things to put right" /></Heading>
      <ul>{problems.map(({ path, message }) => <li key={`${path} ${message}`}>{path === '' ? message : <a href={`#${idOf(path)}`} onClick={lead(path)}>{message}</a>}</li>)}</ul>
    </div>
  );
}
