/** Ways to narrow, as plain links with how many each would leave; those that are on come off again. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { ResourceKind } from '../../../graphql/generated/graphql';
import { useWords } from '../../../ui/words';
import { KIND_ORDER, KINDS } from '../kind-words';
import { findHref, type Finding } from './finding';

export interface Count {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

interface Props {
  readonly finding: Finding;
  readonly counts: readonly Count[];
}

export function KindLinks({ finding, counts }: Props): ReactElement {
  const { t } = useLingui();
  return (
    <nav className="sorts" aria-label={t`Kinds`}>
      <a href={findHref(finding, { kind: null })} aria-current={finding.kind === null ? 'true' : undefined}><Trans>All kinds</Trans></a>
      {KIND_ORDER.map((kind) => (
        <a key={kind} href={findHref(finding, { kind })} aria-current={finding.kind === kind ? 'true' : undefined}><KindCounted kind={kind} counts={counts} /></a>
      ))}
    </nav>
  );
}

function KindCounted({ kind, counts }: { readonly kind: ResourceKind; readonly counts: readonly Count[] }): ReactElement {
  const { say, number } = useWords();
  const found = counts.find(({ id }) => id === kind);
  return <>{say(KINDS[kind].many)}{found === undefined ? null : ` (${number(found.count)})`}</>;
}

export function TagLinks({ finding, counts }: Props): ReactElement | null {
  const on = finding.tags.length;
  if (counts.length === 0 && on === 0) return null;
  return (
    <details open={on > 0}>
      <summary>{on === 0 ? <Trans>Narrow by tag</Trans> : <Plural value={on} one="Narrow by tag (# on)" other="Narrow by tag (# on)" />}</summary>
      <ul className="row">{counts.map((count) => <li key={count.id}><TagLink count={count} finding={finding} /></li>)}</ul>
    </details>
  );
}

function TagLink({ count: { id, label, count }, finding }: { readonly count: Count; readonly finding: Finding }): ReactElement {
  const isOn = finding.tags.includes(id);
  const tags = isOn ? finding.tags.filter((tag) => tag !== id) : [...finding.tags, id];
  return (
    <a className="tag" href={findHref(finding, { tags })} aria-current={isOn ? 'true' : undefined}>
      {label} <span className="num">{count}</span>{isOn ? <span className="vh">, <Trans>remove</Trans></span> : null}
    </a>
  );
}
