/** The structure of what is written, with what is done and what is open. */
import type { MissingAnswer, ResourceKind } from '@passalong/domain';
import { Trans, useLingui } from '@lingui/react/macro';
import { type MouseEvent, type ReactElement, useState } from 'react';
import { Icon } from '../../ui/icon';
import type { Writing } from './autosave';
import { markOf } from './missing';
import { SECTION_WORDS } from './section-words';
import { SECTIONS } from './sections';

interface Props {
  readonly kind: ResourceKind;
  readonly content: Writing['content'];
  readonly missing: readonly MissingAnswer[];
}

export function Outline({ kind, content, missing }: Props): ReactElement {
  const { t, i18n } = useLingui();
  const [isWide] = useState(() => matchMedia('(min-width: 1060px)').matches);
  const words = { DONE: t`Done`, OPEN: t`To do`, EMPTY: t`Empty` };
  return (
    <nav className="pane" aria-labelledby="outline-heading">
      <details open={isWide}>
        <summary><h2 id="outline-heading"><Trans>Structure</Trans></h2></summary>
        <ol className="outline">
          {SECTIONS[kind].map((section) => {
            const mark = markOf(section, content, missing);
            return (
              <li key={section.id}>
                <a href={`#section-${section.id}`} onClick={openSection}>
                  <span className={mark === 'DONE' ? 'pine' : 'soft'}><Icon name={mark === 'DONE' ? 'done' : 'open'} /></span>
                  <span>{i18n._(SECTION_WORDS[section.id])}</span>
                  <small>{words[mark]}</small>
                </a>
              </li>
            );
          })}
        </ol>
      </details>
    </nav>
  );
}

/** A folded section opens when one goes there. */
function openSection({ currentTarget }: MouseEvent<HTMLAnchorElement>): void {
  const target = document.getElementById(currentTarget.hash.slice(1));
  const fold = target?.closest('details') ?? target?.querySelector('details');
  if (fold !== null && fold !== undefined) fold.open = true;
}
