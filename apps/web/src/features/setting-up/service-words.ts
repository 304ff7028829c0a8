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

/** What a name of one's own can mean, by the name under which the API knows it. */
export const MEANINGS = {
  subjectId: msg`who it is, for good`,
  pairwiseId: msg`who it is, to us alone`,
  eduPersonPrincipalName: msg`who it is, as they sign in`,
  eduPersonScopedAffiliation: msg`what they are, with the domain`,
  eduPersonAffiliation: msg`what they are`,
  eduPersonEntitlement: msg`what they may use`,
  displayName: msg`what they are called`,
} as const satisfies Readonly<Record<string, Said>>;

/** What people call it: its label, or the host where it lives. */
export function nameOf({ label, issuer, protocol }: Service): string {
  if (label !== null && label !== '') return label;
  if (issuer === null) return PROTOCOLS[protocol];
  return URL.canParse(issuer) && new URL(issuer).host !== '' ? new URL(issuer).host : issuer;
}
