/** 404: the same words whether a page never existed or may not be seen. */
import type { ReactElement } from 'react';
import type { Page, PageProps } from '../app/page';
import { signInHref } from '../app/sign-in-link';
import { SearchForm } from '../ui/search-form';

export const notFoundPage: Page<null> = {
  head: () => ({ title: 'We cannot find that page - Passalong', description: 'There is nothing to read at this address.', isIndexed: false }),
  Component: NotFound,
};

function NotFound({ at, context }: PageProps<null>): ReactElement {
  return (
    <div className="plain-page">
      <h1>We cannot find that page</h1>
      <p className="measure">The address may have been mistyped, or the page may be shared with fewer people than you. If someone sent you the link, {context.isSignedIn ? 'ask them who it is shared with.' : 'signing in may help.'}</p>
      {context.isSignedIn ? null : <p><a className="btn go" href={signInHref(at.full)}>Sign in and come back here</a></p>}
      <SearchForm id="q404" label="Look for something else" isPrimary={context.isSignedIn} />
    </div>
  );
}
