/** Nothing found: names what left nothing, and offers to take each away. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Finding } from './finding';
import type { Narrowing } from './narrowed';

interface Props {
  readonly finding: Finding;
  readonly narrowings: readonly Narrowing[];
  readonly isSignedIn: boolean;
}

export function NothingFound({ finding: { words, after }, narrowings, isSignedIn }: Props): ReactElement {
  if (after !== null) return <p className="measure"><Trans>There is nothing after the page before this one.</Trans></p>;
  return (
    <div className="stack measure">
      {narrowings.length > 0 ? <Filters narrowings={narrowings} />
        : words !== '' ? <p><Trans>Nothing that you may read has these words. Try fewer or other words, or <a href="/find">see everything</a>.</Trans></p>
        : <p><Trans>Nothing has been published for you to read yet.</Trans></p>}
      {narrowings.length > 0 && words !== '' ? <p><Trans>Or try fewer or other words.</Trans></p> : null}
      {isSignedIn ? null : <p><Trans>Signing in with your university may show more.</Trans></p>}
    </div>
  );
}

function Filters({ narrowings }: { readonly narrowings: readonly Narrowing[] }): ReactElement {
  return (
    <>
      <p>{narrowings.length === 1 ? <Trans>This filter left nothing:</Trans> : <Trans>These filters together left nothing:</Trans>}</p>
      <ul className="bul">{narrowings.map(({ key, label, without }) => <li key={key}><Trans>“{label}”. <a href={without}>Search without it</a></Trans></li>)}</ul>
    </>
  );
}
