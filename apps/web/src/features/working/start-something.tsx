/** The way into writing: one link for each kind. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon, type IconName } from '../../ui/icon';

interface Props {
  readonly kinds: readonly { readonly slug: string; readonly name: string; readonly answers: string; readonly icon: IconName }[];
  readonly isFirst: boolean;
}

export function StartSomething({ kinds, isFirst }: Props): ReactElement {
  return (
    <section className="starting" aria-labelledby="h-start">
      <h2 id="h-start">{isFirst ? <Trans>Start with something you did</Trans> : <Trans>Start something</Trans>}</h2>
      <p className="soft"><Trans>Three fields to start. Fifteen minutes is enough for a practice note.</Trans></p>
      <ul>{kinds.map(({ slug, name, answers, icon }) => <li key={slug}><a href={`/write?kind=${slug}`}><Icon name={icon} /><span><b>{name}</b><small>{answers}</small></span></a></li>)}</ul>
    </section>
  );
}
