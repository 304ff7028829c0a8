/** Services in words. */
import { msg } from '@lingui/core/macro';
import type { IconName } from '../../ui/icon';
import type { Said } from '../../ui/words';
import type { Service, Test } from './operations';

type Expectation = Test['expectations'][number];

export const PROTOCOLS: Readonly<Record<Service['protocol'], string>> = { SAML: 'SAML 2.0', OIDC: 'OpenID Connect' };

export const STATES: Readonly<Record<Service['state'], { readonly icon: IconName; readonly look: string; readonly name: Said; readonly says: Said }>> = {
  ON: { icon: 'done', look: 'pine', name: msg`On`, says: msg`your people sign in with it` },
  WAITING: { icon: 'open', look: 'warned', name: msg`Waiting`, says: msg`a platform administrator looks at it now` },
  OFF: { icon: 'x', look: 'soft', name: msg`Off`, says: msg`nobody signs in with it` },
};

export const RECEIVED: Readonly<Record<Expectation['state'], { readonly icon: IconName; readonly look: string; readonly says: Said }>> = {
  RECEIVED: { icon: 'check', look: 'pine', says: msg`It came` },
  MISSING: { icon: 'x', look: 'erred', says: msg`It did not come` },
  REFUSED: { icon: 'warn', look: 'erred', says: msg`It came, but cannot be taken` },
};

export const KINDS: Readonly<Record<Expectation['kind'], Said>> = { SUBJECT: msg`Who it is`, AFFILIATION: msg`What they are at the university`, NAME: msg`Their name` };

/** The meanings that a name of one's own can have; the API knows them by these words. */
export const MEANINGS = ['subjectId', 'pairwiseId', 'eduPersonPrincipalName', 'eduPersonScopedAffiliation', 'eduPersonAffiliation', 'eduPersonEntitlement', 'displayName'] as const;

/** What people call it: its label, or the host where it lives. */
export function nameOf({ label, issuer, protocol }: Service): string {
  if (label !== null && label !== '') return label;
  if (issuer === null) return PROTOCOLS[protocol];
  return URL.canParse(issuer) && new URL(issuer).host !== '' ? new URL(issuer).host : issuer;
}
