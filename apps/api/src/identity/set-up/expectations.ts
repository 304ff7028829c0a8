/** What we ask of a provider, held against what came: the middle of a test. */
import { ATTRIBUTES, type AttributeName, type Released } from '../attributes/attribute-names.js';
import { type AttributeRules, readIdentity } from '../attributes/read-identity.js';

export const EXPECTED = {
  SUBJECT: 'The permanent identifier of the person. It never changes and is never used again for another. Without it nobody can sign in.',
  AFFILIATION: 'What the person is at the university: staff, employee, faculty. Without it nobody is let in on a first visit.',
  NAME: 'The name that colleagues will see. Without it the person is asked for one.',
} as const;
export type ExpectedKind = keyof typeof EXPECTED;
export type ExpectationState = 'RECEIVED' | 'MISSING' | 'REFUSED';

export interface Expectation {
  readonly kind: ExpectedKind;
  readonly isNeeded: boolean;
  /** What it may be called on the wire, the best first. */
  readonly names: readonly string[];
  readonly state: ExpectationState;
  /** Of ours; null where nothing came. */
  readonly attribute: AttributeName | null;
  readonly values: readonly string[];
}

type Protocol = 'SAML' | 'OIDC';

export function expectationsOf(protocol: Protocol, rules: AttributeRules, released: Released): Expectation[] {
  const reading = readIdentity(released, rules);
  const refused = reading.ok ? null : reading.attribute;
  const affiliations: readonly AttributeName[] = rules.trustsPlainAffiliation ? ['eduPersonScopedAffiliation', 'eduPersonAffiliation'] : ['eduPersonScopedAffiliation'];
  const expectation = (kind: ExpectedKind, isNeeded: boolean, attributes: readonly AttributeName[]): Expectation => {
    const attribute = attributes.find((each) => released[each] !== undefined) ?? null;
    const state = attribute === null ? 'MISSING' : attribute === refused ? 'REFUSED' : 'RECEIVED';
    return { kind, isNeeded, names: attributes.flatMap((each) => wireName(each, protocol)), state, attribute, values: attribute === null ? [] : (released[attribute] ?? []).slice(0, 20) };
  };
  return [expectation('SUBJECT', true, rules.subjectFrom), expectation('AFFILIATION', true, affiliations), expectation('NAME', false, ['displayName'])];
}

/** SAML names attributes by identifier, OpenID Connect by word; the list of names has them in this order. */
function wireName(attribute: AttributeName, protocol: Protocol): readonly string[] {
  const names: readonly string[] = ATTRIBUTES[attribute].names;
  const name = protocol === 'SAML' ? names[0] : names.at(-1);
  return [name ?? 'persistent NameID'];
}
