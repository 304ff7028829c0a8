/** What an adaptation still has of its original that belongs to another place, counted down while it is written; every line leads to its field. */
import { Trans } from '@lingui/react/macro';
import { type Content, type Json, placeholdersOf, replacedIn, type ResourceKind, type Wanted } from '@passalong/domain';
import { type MouseEvent, type ReactElement, useMemo } from 'react';
import { Icon } from '../../ui/icon';
import type { Writing } from './autosave';
import { fieldId } from './editing-context';
import { focusField } from './focus-field';

interface Props {
  readonly kind: ResourceKind;
  /** A deferred one: reading it waits until typing has its turn. */
  readonly content: Writing['content'];
  /** Of the original. */
  readonly wanted: readonly Wanted[];
}

export function PlaceholderList({ kind, content, wanted }: Props): ReactElement | null {
  const { total, done, open } = useMemo(() => replacedIn(wanted, placeholdersOf(kind, content as Content, markdownOf, wanted.map(({ text }) => text).filter(isName))), [kind, content, wanted]);
  if (total === 0) return null;
  const lead = (path: string) => (event: MouseEvent): void => { event.preventDefault(); focusField(path); };
  return (
    <section aria-labelledby="placeholders-heading">
      <h2 id="placeholders-heading"><Trans>{done} of {total} placeholders done</Trans></h2>
      <p className="small soft">{open.length === 0 ? <Trans>Nothing of the original is left to replace.</Trans> : <Trans>These belong to where the original comes from. Write your own in their place.</Trans>}</p>
      <ul className="todo">
        {open.map(({ path, text }, at) => <li key={`${path}-${at}`}><span className="soft"><Icon name="open" /></span><a href={`#${fieldId(path)}`} onClick={lead(path)}>{text}</a></li>)}
      </ul>
    </section>
  );
}

function markdownOf(value: Json): string {
  return (value as { readonly markdown?: string }).markdown ?? '';
}

/** Anything but a blank is a name. */
function isName(text: string): boolean {
  return placeholdersOf('PLAYBOOK', { title: text }, markdownOf).length === 0;
}
