/** The places where somebody is signed in, this one first, each with a button that ends it. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';

const SESSION = graphql(`fragment OpenSessions_session on ViewerSession { id beganAt lastSeenAt isCurrent institution { name } }`);

export function OpenSessions({ sessions }: { readonly sessions: readonly FragmentType<typeof SESSION>[] }): ReactElement {
  const { i18n } = useLingui();
  const open = unmask(SESSION, sessions);
  const when = (instant: string): string => i18n.date(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return (
    <section className="sec" aria-labelledby="h-sessions">
      <h2 id="h-sessions"><Trans>Where you are signed in</Trans></h2>
      <ul className="stack" role="list">
        {open.map(({ id, beganAt, lastSeenAt, isCurrent, institution }) => (
          <li key={id} className="row">
            <p>
              <b>{isCurrent ? <Trans>This browser</Trans> : <Trans>Another browser</Trans>}</b>, <Trans>for {institution.name}</Trans><br />
              <span className="small soft"><Trans>Signed in {when(beganAt)}, last used {when(lastSeenAt)} (UTC)</Trans></span>
            </p>
            {isCurrent ? null : <EndForm session={id}><Trans>Sign out there</Trans></EndForm>}
          </li>
        ))}
      </ul>
      {open.length > 2 ? <div className="after"><EndForm session="others"><Trans>Sign out everywhere else</Trans></EndForm></div> : null}
      <p className="small soft measure after"><Trans>A sign-in ends by itself after twelve hours, or after four without use; for administrators after eight hours, or half an hour without use.</Trans></p>
    </section>
  );
}

function EndForm({ session, children }: { readonly session: string; readonly children: ReactElement }): ReactElement {
  return (
    <form action="/auth/sessions/end" method="post">
      <input type="hidden" name="session" value={session} />
      <button className="btn s" type="submit">{children}</button>
    </form>
  );
}
