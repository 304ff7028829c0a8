/** The search box that a page leads with. */
import type { ReactElement } from 'react';
import { Icon } from './icon';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly words?: string;
  /** False where the page has a more important button. */
  readonly isPrimary?: boolean;
}

export function SearchForm({ id, label, words, isPrimary = true }: Props): ReactElement {
  return (
    <form className="searchbar" role="search" aria-label={label} action="/find">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="search" name="q" defaultValue={words} autoComplete="off" />
      </div>
      <button className={isPrimary ? 'btn go' : 'btn'} type="submit"><Icon name="search" />Find</button>
    </form>
  );
}
