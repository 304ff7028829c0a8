/** `/developers/explore`: asks the endpoint from the browser. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { ScreenIsland } from '../app/screen-island';
import { EXAMPLES, exploreHref } from '../features/exploring/example-queries';

const LEAD = msg`Write a query and run it. Completion and the documentation of every field come from the endpoint itself.`;

export const explorePage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`Try a query - Passalong`), description: i18n._(LEAD), isIndexed: false }),
  Component: Explore,
};

function Explore({ at, context }: PageProps<null>): ReactElement {
  const { viewer } = context;
  const { t, i18n } = useLingui();
  return (
    <div className="explore">
      <h1><Trans>Try a query</Trans></h1>
      <p>
        {i18n._(LEAD)} {viewer === null ? <Trans>You see what everyone may see.</Trans> : <Trans>You see what you may see as {viewer.personName}, and mutations are real.</Trans>} <a href="/developers"><Trans>How the interface works</Trans></a>
      </p>
      <nav aria-label={t`Examples`}>
        <ul className="examples">{EXAMPLES.map(({ name, does, query }) => <li key={name}><a href={exploreHref(query)}>{i18n._(does)}</a></li>)}</ul>
      </nav>
      <ScreenIsland name="explore" at={at} context={context}>
        <noscript><p><Trans>This screen needs JavaScript. The examples work from a command line without it.</Trans></p></noscript>
        <p className="soft skeleton" aria-live="polite"><Trans>Loading…</Trans></p>
      </ScreenIsland>
    </div>
  );
}
