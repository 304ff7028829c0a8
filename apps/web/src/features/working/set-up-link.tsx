/** The way to the set-up of sign-in, for those who look after it. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

/** `institution` is null for somebody who confirms what others set up, and looks after none. */
export function SetUpLink({ institution }: { readonly institution: string | null }): ReactElement {
  return (
    <p className="after-s">
      <a href="/admin/institution"><Trans>Sign-in set-up</Trans></a><br />
      <span className="small soft">{institution === null ? <Trans>What universities have set up, and waits to be confirmed</Trans> : <Trans>How people of {institution} sign in</Trans>}</span>
    </p>
  );
}
