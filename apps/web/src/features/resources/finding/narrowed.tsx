/** What the results are narrowed by, each with the way to take it off. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from '../../../ui/words';
import { KINDS } from '../kind-words';
import type { Count } from './facets';
import { findHref, type Finding } from './finding';

export interface Narrowing {
  readonly key: string;
  readonly label: string;
  /** The results without it. */
  readonly without: string;
}

interface Props {
  readonly finding: Finding;
  /** The name of the institution; null where there is none of that slug. */
  readonly institution: string | null;
  readonly tags: readonly Count[];
}

/** Every filter that is on, in words. */
export function useNarrowings({ finding, institution, tags }: Props): readonly Narrowing[] {
  const { say, opening } = useWords();
  const labelOf = (id: string): string => tags.find((tag) => tag.id === id)?.label ?? opening(id.slice(id.indexOf(':') + 1).replaceAll('-', ' '));
  return [
    ...(finding.kind === null ? [] : [{ key: 'kind', label: say(KINDS[finding.kind].many), without: findHref(finding, { kind: null }) }]),
    ...(finding.institution === null ? [] : [{ key: 'from', label: institution ?? finding.institution, without: findHref(finding, { institution: null }) }]),
    ...finding.tags.map((id) => ({ key: id, label: labelOf(id), without: findHref(finding, { tags: finding.tags.filter((tag) => tag !== id) }) })),
  ];
}

export function Narrowed({ narrowings, finding }: { readonly narrowings: readonly Narrowing[]; readonly finding: Finding }): ReactElement | null {
  const { t } = useLingui();
  if (narrowings.length === 0) return null;
  return (
    <p className="row">
      <span className="small soft"><Trans>Narrowed by</Trans></span>
      {narrowings.map(({ key, label, without }) => <a key={key} className="tag" href={without} aria-label={t`${label}, remove`}>{label} <span aria-hidden="true">×</span></a>)}
      {narrowings.length < 2 ? null : <a className="small" href={findHref(finding, { kind: null, institution: null, tags: [] })}><Trans>Clear all</Trans></a>}
    </p>
  );
}
