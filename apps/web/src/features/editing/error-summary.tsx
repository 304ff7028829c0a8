/** What has to be put right, at the top of the form: it takes the focus when somebody asked to send, and every line leads to its field. */
import { Plural } from '@lingui/react/macro';
import { type MouseEvent, type ReactElement, useEffect, useRef } from 'react';
import type { Problem } from './autosave';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';

interface Props {
  readonly problems: readonly Problem[];
  /** Grows with every attempt, so that the same problems take the focus again. Zero: nobody asked, so typing goes on. */
  readonly attempt: number;
}

export function ErrorSummary({ problems, attempt }: Props): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (attempt > 0) box.current?.focus(); }, [attempt]);
  if (problems.length === 0) return null;
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); focusField(path); };
  return (
    <div className="summary-err" tabIndex={-1} ref={box} aria-labelledby="summary-heading" role="group">
      <h2 id="summary-heading"><Plural value={problems.length} one="One thing to put right" other="# things to put right" /></h2>
      <ul>{problems.map(({ path, message }) => <li key={`${path} ${message}`}>{path === '' ? message : <a href={`#${fieldId(path)}`} onClick={lead(path)}>{message}</a>}</li>)}</ul>
    </div>
  );
}
