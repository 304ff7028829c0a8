/** The search box that a page leads with. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from './icon';
import { type Said, useWords } from './words';

interface Props {
  readonly id: string;
  readonly label: Said;
  readonly words?: string;
  /** False where the page has a more important button. */
  readonly isPrimary?: boolean;
}

export function SearchForm({ id, label, words, isPrimary = true }: Props): ReactElement {
  const { say } = useWords();
  return (
    <form className="searchbar" role="search" aria-label={say(label)} action="/find">
      <div className="field">
        <label htmlFor={id}>{say(label)}</label>
        <input id={id} type="search" name="q" defaultValue={words} autoComplete="off" />
      </div>
      <button className={isPrimary ? 'btn go' : 'btn'} type="submit"><Icon name="search" /><Trans>Find</Trans></button>
    </form>
  );
}
