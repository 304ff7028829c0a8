/** Nothing found: names what left nothing, and offers to take it away. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useWords } from '../../../ui/words';
import { KINDS } from '../kind-words';
import { findHref, type Finding } from './finding';

export function NothingFound({ finding }: { readonly finding: Finding }): ReactElement {
  const { say } = useWords();
  const { words, kind, tags, after } = finding;
  return (
    <p className="measure">
      {after !== null ? <Trans>There is nothing after the page before this one.</Trans>
        : tags.length > 0 ? <Trans>The tags left nothing. <a href={findHref(finding, { tags: [] })}>Search without them</a>.</Trans>
        : kind !== null ? <Trans>The filter “{say(KINDS[kind].many)}” left nothing. <a href={findHref(finding, { kind: null })}>See all kinds</a>.</Trans>
        : words !== '' ? <Trans>Nothing that you may read has these words. Try fewer or other words, or <a href="/find">see everything</a>. Signing in with your university may show more.</Trans>
        : <Trans>Nothing has been published for you to read yet. Signing in with your university may show more.</Trans>}
    </p>
  );
}
