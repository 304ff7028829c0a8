/** 404: the same words whether a page never existed or may not be seen. */
import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { SearchForm } from '../ui/search-form';

export const notFoundPage: Page<null> = {
  head: ({ context: { i18n } }) => ({ title: i18n._(msg`We cannot find that page - Passalong`), description: i18n._(msg`There is nothing to read at this address.`), isIndexed: false }),
  Component: NotFound,
};

function NotFound({ at, context: { isSignedIn } }: PageProps<null>): ReactElement {
  return (
    <div className="plain-page">
      <h1><Trans>We cannot find that page</Trans></h1>
      <p className="measure">
        {isSignedIn
          ? <Trans>The address may have been mistyped, or the page may be shared with fewer people than you. If someone sent you the link, ask them who it is shared with.</Trans>
          : <Trans>The address may have been mistyped, or the page may be shared with fewer people than you. If someone sent you the link, signing in may help.</Trans>}
      </p>
      {isSignedIn ? null : <p><a className="btn go" href={signInHref(at.full)}><Trans>Sign in and come back here</Trans></a></p>}
      <SearchForm id="q404" label={msg`Look for something else`} isPrimary={isSignedIn} />
    </div>
  );
}
