/** For whoever may not see a set-up: who can, and what to do. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { ScreenMessage } from '../../ui/screen-message';

interface Props {
  /** Null where nobody is signed in. */
  readonly institution: string | null;
  readonly signInHref: string;
}

export function NothingHere({ institution, signInHref }: Props): ReactElement {
  if (institution === null) {
    return (
      <ScreenMessage title={<Trans>Sign-in set-up</Trans>}>
        <p className="lead"><Trans>Administrators of a university see here how its people sign in, and so does whoever has a set-up link.</Trans></p>
        <p className="row"><a className="btn go" href={signInHref}><Trans>Sign in</Trans></a></p>
        <p className="measure soft"><Trans>You had a link? It has ended, or was opened in another browser. Open it again, or ask whoever sent it for a new one.</Trans></p>
      </ScreenMessage>
    );
  }
  return (
    <ScreenMessage title={<Trans>Sign-in set-up</Trans>}>
      <p className="lead"><Trans>There is nothing here for you.</Trans></p>
      <p className="measure"><Trans>The administrators of {institution} see here how its people sign in. They can make a link for IT, too.</Trans></p>
      <p className="row"><a className="btn go" href="/my-week"><Trans>See your week</Trans></a></p>
    </ScreenMessage>
  );
}
