/** What the draft lacks before it may go to sign-off; every line leads to its field. */
import type { MissingAnswer } from '@passalong/domain';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { MouseEvent, ReactElement } from 'react';
import { Icon } from '../../ui/icon';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';

export function MissingList({ missing }: { readonly missing: readonly MissingAnswer[] }): ReactElement {
  const { i18n } = useLingui();
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); focusField(path); };
  return (
    <section id="missing" aria-labelledby="missing-heading">
      <h2 id="missing-heading" tabIndex={-1}><Plural value={missing.length} _0="Nothing is missing" one="One answer missing" other="# answers missing" /></h2>
      {missing.length === 0 ? <p className="small soft"><Trans>It can go to sign-off.</Trans></p> : null}
      <ul className="todo">
        {missing.map(({ path, label, help }) => (
          <li key={path}>
            <span className="soft"><Icon name="open" /></span>
            <span><a href={`#${fieldId(path)}`} onClick={lead(path)}>{i18n._(label)}</a><span className="small soft">{i18n._(help)}</span></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
