/** What people do at their institution, in words. */
import { msg } from '@lingui/core/macro';
import type { Said } from '../../ui/words';
import type { Colleague } from './operations';

type Role = Colleague['roles'][number];

export const ROLES: Readonly<Record<Role, { readonly name: Said; readonly says: Said }>> = {
  PRACTITIONER: { name: msg`Practitioner`, says: msg`writes, adapts, reports back` },
  APPROVER: { name: msg`Approver`, says: msg`releases what colleagues wrote` },
  ADMINISTRATOR: { name: msg`Administrator`, says: msg`looks after sign-in and people` },
};
export const ROLE_NAMES = Object.keys(ROLES) as Role[];
