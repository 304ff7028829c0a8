/** For which institution somebody acts. */
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';

export function ActingFor({ institution }: { readonly institution: string }): ReactElement {
  return <p className="small soft"><Trans>You act for <b>{institution}</b>. What you write belongs to it.</Trans></p>;
}
