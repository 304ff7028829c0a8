/** The head of every page: the name, the way to find things, and signing in or out. */
import type { ReactElement } from 'react';
import { Icon } from '../ui/icon';

import type { Address, Surroundings } from './page';
import { signInHref } from './sign-in-link';

const PLACES = [
  { href: '/find', label: 'Find' },
  { href: '/about', label: 'How it works' },
] as const;

export function Masthead({ at, context }: { readonly at: Address; readonly context: Surroundings }): ReactElement {
  const hasOwnSearch = at.path === '/' || at.path === '/find';
  return (
    <header className="mast">
      <div className="wrap mast-in">
        <a className="word" href="/">Passalong</a>
        <nav aria-label="Main">
          <ul>
            {PLACES.map(({ href, label }) => (
              <li key={href}><a href={href} aria-current={at.path === href ? 'page' : undefined}>{label}</a></li>
            ))}
          </ul>
        </nav>
        {hasOwnSearch ? null : <MastSearch />}
        <div className="mast-me">{context.isSignedIn ? <SignOut /> : <a href={signInHref(at.full)}>Sign in</a>}</div>
      </div>
    </header>
  );
}

function MastSearch(): ReactElement {
  return (
    <form className="mast-search" role="search" action="/find">
      <label htmlFor="q-mast"><Icon name="search" /><span className="vh">Search Passalong</span></label>
      <input id="q-mast" type="search" name="q" />
    </form>
  );
}

function SignOut(): ReactElement {
  return (
    <form action="/auth/sign-out" method="post">
      <button className="btn s quiet" type="submit">Sign out</button>
    </form>
  );
}
