/** The head of every page: the name, the way to find things, and signing in or out. */
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { Icon } from '../ui/icon';
import type { Address, Surroundings } from './page';
import { signInHref } from './sign-in-link';

const PLACES = [
  { href: '/find', label: msg`Find` },
  { href: '/about', label: msg`How it works` },
] as const;

export function Masthead({ at, context }: { readonly at: Address; readonly context: Surroundings }): ReactElement {
  const { t, i18n } = useLingui();
  const hasOwnSearch = at.path === '/' || at.path === '/find';
  return (
    <header className="mast">
      <div className="wrap mast-in">
        <a className="word" href="/">Passalong</a>
        <nav aria-label={t`Main`}>
          <ul>
            {PLACES.map(({ href, label }) => (
              <li key={href}><a href={href} aria-current={at.path === href ? 'page' : undefined}>{i18n._(label)}</a></li>
            ))}
          </ul>
        </nav>
        {hasOwnSearch ? null : <MastSearch />}
        <div className="mast-me">{context.isSignedIn ? <SignOut /> : <a href={signInHref(at.full)}><Trans>Sign in</Trans></a>}</div>
      </div>
    </header>
  );
}

function MastSearch(): ReactElement {
  return (
    <form className="mast-search" role="search" action="/find">
      <label htmlFor="q-mast"><Icon name="search" /><span className="vh"><Trans>Search Passalong</Trans></span></label>
      <input id="q-mast" type="search" name="q" />
    </form>
  );
}

function SignOut(): ReactElement {
  return (
    <form action="/auth/sign-out" method="post">
      <button className="btn s quiet" type="submit"><Trans>Sign out</Trans></button>
    </form>
  );
}
