/** Why a service cannot be changed as it is, or what a change would do. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type { Service } from './operations';

export function WhileOn({ state }: { readonly state: Service['state'] }): ReactElement | null {
  if (state === 'ON') return <p className="small soft"><Trans>It is on, so it cannot be changed. Switch it off first, in step 5.</Trans></p>;
  if (state === 'WAITING') return <p className="small soft"><Trans>It waits to be looked at. A change takes it off that list, and it has to be tested again.</Trans></p>;
  return null;
}
