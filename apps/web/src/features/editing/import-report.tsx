/** What became of a document: what was kept, what was left out and why, and where everything stands. */
import './editing.css';
import { CONTENT_FIELDS, type ResourceKind } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement, ReactNode } from 'react';
import type { ImportReportQuery } from '../../graphql/generated/graphql';
import { keptWords } from './kept-words';

export type ReportedResource = Exclude<NonNullable<ImportReportQuery['node']>, Record<PropertyKey, never>>;
export type Report = NonNullable<NonNullable<ReportedResource['draft']>['importReport']>;

interface Props { readonly id: string; readonly kind: ResourceKind; readonly title: string; readonly report: Report }

export function ImportReport({ id, kind, title, report }: Props): ReactElement {
  const { i18n } = useLingui();
  const { fileName, kept, lost, filled, elsewhere, notes } = report;
  return (
    <article className="import-report">
      <h1 tabIndex={-1}><Trans>What became of the document</Trans></h1>
      <p className="lead"><Trans>“{title}” was started from {fileName}. Only people who read the draft see this report, and it goes when the draft does.</Trans></p>
      <p><a className="btn go" href={`/edit/${id}`}><Trans>Open the draft</Trans></a></p>
      <h2><Trans>Kept</Trans></h2>
      {kept.length === 0 ? <p><Trans>Nothing but its name.</Trans></p> : <Counts caption={<Trans>What was kept, and how many</Trans>} rows={kept.map(({ part, count }) => ({ key: part, words: i18n._(keptWords[part]), count }))} />}
      <h2><Trans>Left out or changed</Trans></h2>
      {lost.length === 0 ? <p><Trans>Nothing that we know of.</Trans></p> : <Counts caption={<Trans>What was left out or changed, and how many</Trans>} rows={lost.map(({ part, count, detail }) => ({ key: `${part} ${detail}`, words: detail, count }))} />}
      {notes.length === 0 ? null : <><h2><Trans>Worth a look</Trans></h2><ul className="plain-list">{notes.map((note) => <li key={note}>{note}</li>)}</ul></>}
      <h2><Trans>Where it stands now</Trans></h2>
      <Placed rows={[...filled, ...elsewhere]} kind={kind} />
    </article>
  );
}

interface Row { readonly key: string; readonly words: string; readonly count: number }

function Counts({ caption, rows }: { readonly caption: ReactNode; readonly rows: readonly Row[] }): ReactElement {
  return (
    <table className="counts">
      <caption className="vh">{caption}</caption>
      <thead className="vh"><tr><th scope="col"><Trans>How many</Trans></th><th scope="col"><Trans>What</Trans></th></tr></thead>
      <tbody>{rows.map(({ key, words, count }) => <tr key={key}><td className="num">{count}</td><th scope="row">{words}</th></tr>)}</tbody>
    </table>
  );
}

function Placed({ rows, kind }: { readonly rows: Report['filled']; readonly kind: ResourceKind }): ReactElement {
  const { i18n } = useLingui();
  return (
    <table className="counts">
      <caption className="vh"><Trans>Which part of the document stands in which field</Trans></caption>
      <thead><tr><th scope="col"><Trans>In the document</Trans></th><th scope="col"><Trans>Now in</Trans></th></tr></thead>
      <tbody>{rows.map(({ from, to }, index) => <tr key={`${index} ${from}`}><td>{from.replace(/^#+ /, '')}</td><td>{i18n._(labelOf(kind, to))}</td></tr>)}</tbody>
    </table>
  );
}

/** `steps.doneWhen` is called by its field and its part; what is further material by its key. */
function labelOf(kind: ResourceKind, path: string): string {
  const [name = '', inner] = path.split('.');
  const field = CONTENT_FIELDS[kind][name];
  if (field === undefined) return path;
  if (field.type === 'list' && field.of.type === 'object' && inner !== undefined) return field.of.fields[inner]?.label ?? field.label;
  return field.label;
}
