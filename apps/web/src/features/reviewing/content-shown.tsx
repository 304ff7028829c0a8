/** The whole draft as its authors wrote it: what takes room in sections, what is short in one list at the end. */
import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { CONTENT_FIELDS, type Field, type ResourceKind } from '@passalong/domain';
import type { ReactElement } from 'react';
import { Pairs } from '../../ui/lists';
import { useWords } from '../../ui/words';
import { ContentValue } from './content-value';
import { isBlank, type ShownContent } from './shown-content';

interface Props {
  readonly kind: ResourceKind;
  readonly content: ShownContent;
  readonly title: string;
  readonly language: string;
  /** Fields that differ from the version it is compared with. */
  readonly changed: ReadonlySet<string>;
  /** What did not change is named and not shown. */
  readonly isBrief: boolean;
}

/** In the head of the item and among the facts. */
const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set(['title', 'summary', 'licence', 'evidenceLevel']);

export function ContentShown({ kind, content, title, language, changed, isBrief }: Props): ReactElement {
  const { i18n } = useLingui();
  const written = Object.entries(CONTENT_FIELDS[kind]).filter(([name]) => !SHOWN_ELSEWHERE.has(name) && !isBlank(content[name]));
  const shown = isBrief ? written.filter(([name]) => changed.has(name)) : written;
  const short = shown.filter(([, field]) => isShort(field));
  return (
    <div className="written" lang={language}>
      {shown.filter(([, field]) => !isShort(field)).map(([name, field]) => (
        <section key={name} aria-labelledby={`written-${name}`}>
          <h4 id={`written-${name}`}>{i18n._(field.label)}{changed.has(name) ? <Changed /> : null}</h4>
          <ContentValue field={field} value={content[name]} about={title} />
        </section>
      ))}
      {short.length === 0 ? null : (
        <section aria-labelledby="written-short">
          <h4 id="written-short"><Trans>In short</Trans></h4>
          <Pairs pairs={short.map(([name, field]) => ({ term: i18n._(field.label), says: <>{changed.has(name) ? <><Changed />{' '}</> : null}<ContentValue field={field} value={content[name]} about={title} /></> }))} />
        </section>
      )}
      {shown.length === written.length ? null : <Unchanged labels={written.filter(([name]) => !changed.has(name)).map(([, { label }]) => label)} />}
    </div>
  );
}

function Unchanged({ labels }: { readonly labels: readonly string[] }): ReactElement {
  const { i18n, list } = useWords();
  return <p className="soft" lang={i18n.locale}><Trans>Unchanged, and not shown here: {list(labels.map((label) => i18n._(label)))}.</Trans></p>;
}

function Changed(): ReactElement {
  return <span className="change-mark"><Trans>changed</Trans></span>;
}

/** Fits on a line: a word, a date, a number, some tags. */
function isShort(field: Field): boolean {
  if (field.type === 'list') return field.of.type === 'term' || field.of.type === 'link';
  return field.type !== 'prose' && field.type !== 'object' && field.type !== 'extra';
}
