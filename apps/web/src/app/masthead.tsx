/** The head of every page: the name, the ways through the site, and who is signed in. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { ScreenViewer } from '../screens/screen';
import { Icon } from '../ui/icon';
import type { Address, Surroundings } from './page';
import { signInHref } from './sign-in-link';

interface Place {
  readonly href: string;
  readonly label: MessageDescriptor;
}

const FIND: Place = { href: '/find', label: msg`Find` };

export function Masthead({ at, context }: { readonly at: Address; readonly context: Surroundings }): ReactElement {
  const { t, i18n } = useLingui();
  const hasOwnSearch = at.path === '/' || at.path === '/find';
  return (
    <header className="mast">
      <div className="wrap mast-in">
        <a className="word" href="/">Passalong</a>
        <nav aria-label={t`Main`}>
          <ul>
            {placesFor(context.viewer).map(({ href, label }) => (
              <li key={href}><a href={href} aria-current={isAt(at, href) ? 'page' : undefined}>{i18n._(label)}</a></li>
            ))}
          </ul>
        </nav>
        {hasOwnSearch ? null : <MastSearch />}
        <div className="mast-me">{context.viewer === null ? <a href={signInHref(at.full)}><Trans>Sign in</Trans></a> : <Me viewer={context.viewer} />}</div>
      </div>
    </header>
  );
}

/** What somebody can do here, in the order in which they do it in a week. */
function placesFor(viewer: ScreenViewer | null): readonly Place[] {
  if (viewer === null) return [FIND, { href: '/about', label: msg`How it works` }];
  const places = [{ href: '/my-week', label: msg`My week` }, FIND, { href: '/write', label: msg`Write` }];
  return viewer.canApprove || viewer.canModerate ? [...places, { href: '/review', label: msg`Review` }] : places;
}

function isAt({ path }: Address, href: string): boolean {
  return path === href || path.startsWith(`${href}/`) || (href === '/write' && path.startsWith('/edit/'));
}

function MastSearch(): ReactElement {
  return (
    <form className="mast-search" role="search" action="/find">
      <label htmlFor="q-mast"><Icon name="search" /><span className="vh"><Trans>Search Passalong</Trans></span></label>
      <input id="q-mast" type="search" name="q" />
    </form>
  );
}

function Me({ viewer: { personId, personName, institutionName } }: { readonly viewer: ScreenViewer }): ReactElement {
  const { t } = useLingui();
  const unsent = t`Something you typed could not be saved, and is kept on this device alone. Sign out and delete it?`;
  return (
    <>
      <p><a href="/account"><b>{personName === '' ? <Trans>Signed in</Trans> : personName}</b></a><br />{institutionName}</p>
      <form action="/auth/sign-out" method="post" data-person={personId} data-unsent={unsent}><button className="btn s quiet" type="submit"><Trans>Sign out</Trans></button></form>
    </>
  );
}
