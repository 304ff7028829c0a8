/** How somebody can sign in, each passkey with a button that ends it, and the way to add another. Works without script. */
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { type FragmentType, graphql, unmask } from '../../graphql/generated';
import { Notice } from '../../ui/notice';

const WAY = graphql(`fragment WaysIn_way on WayIn { id kind institutionName label addedAt lastUsedAt isOpen }`);

/** `said` is what came of the form before. */
export function WaysIn({ ways, said }: { readonly ways: readonly FragmentType<typeof WAY>[]; readonly said: string | null }): ReactElement {
  const { i18n } = useLingui();
  const known = unmask(WAY, ways);
  const when = (instant: string): string => i18n.date(instant, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return (
    <section className="sec" aria-labelledby="h-ways">
      <h2 id="h-ways"><Trans>How you sign in</Trans></h2>
      <Outcome said={said} />
      <ul className={said === null ? 'stack' : 'stack after'} role="list">
        {known.map(({ id, kind, institutionName, label, addedAt, lastUsedAt, isOpen }) => (
          <li key={id} className="row">
            <p>
              <b>{kind === 'PASSKEY' ? <Trans>A passkey</Trans> : <Trans>The sign-in of {institutionName}</Trans>}</b>
              {kind === 'PASSKEY' ? <>, <Trans>for {institutionName}</Trans></> : label === null || label === '' ? null : <>, {label}</>}<br />
              <span className="small soft">
                {isOpen ? null : <><Trans>Switched off by the university.</Trans> </>}
                {addedAt === null ? null : <Trans>Added {when(addedAt)} (UTC).</Trans>}{' '}
                {lastUsedAt === null ? null : <Trans>Last used {when(lastUsedAt)} (UTC).</Trans>}
              </span>
            </p>
            {kind === 'PASSKEY' ? (
              <form action="/auth/passkeys/end" method="post">
                <input type="hidden" name="passkey" value={id} />
                <button className="btn s" type="submit"><Trans>End this passkey</Trans></button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {known.some(({ kind }) => kind === 'PASSKEY') ? <p className="small soft measure after"><Trans>A passkey that was ended never signs in again, and you are signed out everywhere but here. You sign in once more within ten minutes before.</Trans></p> : null}
      <p className="measure after"><Trans>You work at two universities, or yours changes its sign-in? Add the other one, and both lead to this account. You sign in once more with the one you have, within ten minutes before.</Trans></p>
      <p><a className="btn s" href="/auth/sign-in?link=1&return_to=/account"><Trans>Add another way to sign in</Trans></a></p>
    </section>
  );
}

function Outcome({ said }: { readonly said: string | null }): ReactElement | null {
  switch (said) {
    case 'ended': return <Notice><p><Trans>The passkey was ended. You are signed out everywhere but here.</Trans></p></Notice>;
    case 'only-way-in': return <Notice tone="err"><p><Trans>That passkey is your only way in, so it was not ended. Ask an administrator of your careers service for an invitation first.</Trans></p></Notice>;
    case 'sign-in-first': return <Notice tone="err"><p><Trans>Nothing was changed. <a href="/auth/sign-in?return_to=/account">Sign in once more</a>, then end it within ten minutes. So nobody can do it in a browser that you left open.</Trans></p></Notice>;
    default: return null;
  }
}
