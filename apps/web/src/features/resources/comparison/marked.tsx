/** A text in both its forms: what went is struck through, what came is underlined, and both are said in words to those who do not see it. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useWords, type Words } from '../../../ui/words';
import type { Run, Text } from './change-groups';
import { shortened } from './shortened';

const [YES, NO] = [msg`Yes`, msg`No`];

interface Props {
  readonly type: Text['type'];
  readonly runs: readonly Run[];
  /** Of the words of the authors. */
  readonly language: string;
}

export function Marked({ type, runs, language }: Props): ReactElement {
  const words = useWords();
  if (runs.length === 0) return <Trans>It is not the same any more. It has no words that could be shown.</Trans>;
  const isText = type === 'TEXT' || type === 'PROSE';
  return (
    <span className="marked" lang={isText || type === 'LINK' ? language : undefined}>
      {runs.map((run, at) => (
        <Fragment key={at}>
          {isText || at === 0 ? null : separator(runs[at - 1], run)}
          <Stretch kind={run.kind}>{isText ? shownText(run, at, runs.length) : valueWords(type, run.text, words)}</Stretch>
        </Fragment>
      ))}
    </span>
  );
}

function Stretch({ kind, children }: { readonly kind: Run['kind']; readonly children: string }): ReactElement {
  if (kind === 'REMOVED') return <del><Aside><Trans>[removed:</Trans> </Aside>{children}<Aside>] </Aside></del>;
  if (kind === 'ADDED') return <ins><Aside><Trans>[added:</Trans> </Aside>{children}<Aside>] </Aside></ins>;
  return <>{children}</>;
}

/** Our own words within those of the authors, heard and not seen. */
function Aside({ children }: { readonly children: ReactNode }): ReactElement {
  const { i18n } = useWords();
  return <span className="vh" lang={i18n.locale}>{children}</span>;
}

function separator(before: Run | undefined, { kind }: Run): string {
  return before?.kind === 'REMOVED' && kind === 'ADDED' ? ' ' : ', ';
}

function shownText({ kind, text }: Run, at: number, count: number): string {
  return kind === 'KEPT' ? shortened(text, { hasBefore: at > 0, hasAfter: at < count - 1 }) : text;
}

function valueWords(type: Text['type'], text: string, { say, date, duration, number, money }: Words): string {
  switch (type) {
    case 'DATE': return date(text);
    case 'DURATION': return duration(text) ?? text;
    case 'NUMBER': return Number.isFinite(Number(text)) ? number(Number(text)) : text; // a step that is waited for has a name instead
    case 'MONEY': return money(text.split(' ')[0], text.split(' ')[1]) ?? text;
    case 'FLAG': return say(text === 'true' ? YES : NO);
    default: return text;
  }
}
