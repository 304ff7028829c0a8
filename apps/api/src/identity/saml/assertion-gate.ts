/** What a verified assertion must say. It is given the bytes that the signature covers, and nothing else is read. */
import type { Element } from '@xmldom/xmldom';
import { type Answered, attributeNamed, type AttributeName, type Released, shownNames } from '../attributes/attribute-names.js';
import { type Expected, isIssuedBy } from './response-gate.js';
import { SamlFault } from './saml-fault.js';
import { MESSAGE_AGE_MS, refuseUntimely, SIGN_IN_AGE_MS, SKEW_MS, timeIfAny, timeIn } from './saml-time.js';
import { attributeOf, children, childrenNamed, descendants, is, NS, textOf } from './saml-xml.js';

export interface Verified extends Answered {
  readonly assertionId: string;
  /** After this moment no skew makes the assertion valid again, so its id need not be remembered. */
  readonly validUntil: number;
  /** The university ends the session then, where it says so. */
  readonly sessionUntil: number | null;
}

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';
const KNOWN_CONDITIONS = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

export function readAssertion(assertion: Element, expected: Expected & { readonly requestId: string; readonly mapping: Readonly<Record<string, string>> }): Verified {
  const { now } = expected;
  if (!is(assertion, NS.assertion, 'Assertion') || descendants(assertion).some(({ localName }) => localName === 'Assertion' || localName?.startsWith('Encrypted') === true)) throw new SamlFault('NOT_ONE_ASSERTION');
  if (attributeOf(assertion, 'Version') !== '2.0') throw new SamlFault('WRONG_VERSION');
  const assertionId = attributeOf(assertion, 'ID');
  if (assertionId === null || assertionId.length > 300) throw new SamlFault('NOT_VERIFIED', 'no id');
  refuseUntimely(timeIn(assertion, 'IssueInstant'), { now, age: MESSAGE_AGE_MS, tooOld: 'EXPIRED', what: 'the assertion' });
  const issuer = only(assertion, 'Issuer', 'WRONG_ISSUER');
  if (!isIssuedBy(issuer, expected.issuer)) throw new SamlFault('WRONG_ISSUER', textOf(issuer) ?? '');
  const subject = only(assertion, 'Subject', 'NO_SUBJECT');
  const confirmedUntil = confirm(subject, expected);
  const conditionsUntil = checkConditions(only(assertion, 'Conditions', 'NO_CONDITIONS'), expected);
  return {
    assertionId, validUntil: Math.max(confirmedUntil, conditionsUntil) + SKEW_MS, sessionUntil: checkSignIn(only(assertion, 'AuthnStatement', 'NO_SIGN_IN_STATEMENT'), now),
    released: { ...attributesIn(assertion, expected.mapping), ...nameIdIn(subject, expected) }, unknownNames: shownNames(namesIn(assertion).filter((name) => attributeNamed(name, expected.mapping) === null)),
  };
}

function only(parent: Element, name: string, fault: 'WRONG_ISSUER' | 'NO_SUBJECT' | 'NO_CONDITIONS' | 'NO_SIGN_IN_STATEMENT'): Element {
  const [found, ...more] = childrenNamed(parent, NS.assertion, name);
  if (found === undefined || more.length > 0) throw new SamlFault(fault);
  return found;
}

/** One bearer confirmation must fit in every point; others are not ours to weigh. Returns the end of its time. */
function confirm(subject: Element, expected: Expected & { readonly requestId: string }): number {
  const bearers = childrenNamed(subject, NS.assertion, 'SubjectConfirmation').filter((confirmation) => attributeOf(confirmation, 'Method') === BEARER);
  if (bearers.length === 0) throw new SamlFault('NOT_BEARER');
  const outcomes = bearers.map((bearer) => {
    try { return confirmedUntil(bearer, expected); } catch (error) { if (error instanceof SamlFault) return error; throw error; }
  });
  const good = outcomes.find((outcome) => typeof outcome === 'number');
  if (good === undefined) throw outcomes[0] instanceof SamlFault ? outcomes[0] : new SamlFault('NOT_BEARER');
  return good as number;
}

function confirmedUntil(bearer: Element, { recipient, requestId, now }: Expected & { readonly requestId: string }): number {
  const [data, ...more] = childrenNamed(bearer, NS.assertion, 'SubjectConfirmationData');
  if (data === undefined || more.length > 0) throw new SamlFault('NOT_BEARER', 'no data');
  if (attributeOf(data, 'Recipient') !== recipient) throw new SamlFault('WRONG_RECIPIENT', attributeOf(data, 'Recipient') ?? '');
  if (attributeOf(data, 'InResponseTo') !== requestId) throw new SamlFault('WRONG_REQUEST');
  const from = timeIfAny(data, 'NotBefore');
  if (from !== null && now + SKEW_MS < from) throw new SamlFault('NOT_YET_VALID');
  const until = timeIn(data, 'NotOnOrAfter');
  if (now - SKEW_MS >= until) throw new SamlFault('EXPIRED', 'the confirmation');
  return until;
}

function checkConditions(conditions: Element, { audience, now }: Expected): number {
  const from = timeIfAny(conditions, 'NotBefore');
  const until = timeIn(conditions, 'NotOnOrAfter');
  if (from !== null && now + SKEW_MS < from) throw new SamlFault('NOT_YET_VALID');
  if (now - SKEW_MS >= until) throw new SamlFault('EXPIRED', 'the conditions');
  const parts = children(conditions);
  if (parts.some((part) => part.namespaceURI !== NS.assertion || !KNOWN_CONDITIONS.includes(part.localName ?? ''))) throw new SamlFault('UNKNOWN_CONDITION');
  const restrictions = childrenNamed(conditions, NS.assertion, 'AudienceRestriction');
  if (restrictions.length === 0) throw new SamlFault('WRONG_AUDIENCE', 'none');
  for (const restriction of restrictions) {
    const audiences = childrenNamed(restriction, NS.assertion, 'Audience').map(textOf);
    if (audiences.length !== 1 || audiences[0] !== audience) throw new SamlFault('WRONG_AUDIENCE', audiences.join(' '));
  }
  return until;
}

function checkSignIn(statement: Element, now: number): number | null {
  refuseUntimely(timeIn(statement, 'AuthnInstant'), { now, age: SIGN_IN_AGE_MS, tooOld: 'STALE_SIGN_IN', what: 'the sign-in' });
  const until = timeIfAny(statement, 'SessionNotOnOrAfter');
  if (until !== null && now - SKEW_MS >= until) throw new SamlFault('STALE_SIGN_IN', 'the session there is over');
  return until;
}

function namesIn(assertion: Element): string[] {
  return childrenNamed(assertion, NS.assertion, 'AttributeStatement').flatMap((statement) => childrenNamed(statement, NS.assertion, 'Attribute')).map((attribute) => attributeOf(attribute, 'Name') ?? '').filter((name) => name !== '');
}

/** By our names; an attribute we do not ask for is left alone, one that comes twice is refused. */
function attributesIn(assertion: Element, mapping: Readonly<Record<string, string>>): Released {
  const found: Partial<Record<AttributeName, readonly string[]>> = {};
  for (const statement of childrenNamed(assertion, NS.assertion, 'AttributeStatement')) {
    for (const attribute of childrenNamed(statement, NS.assertion, 'Attribute')) {
      const name = attributeNamed(attributeOf(attribute, 'Name') ?? '', mapping);
      if (name === null || name === 'persistentNameId' || name === 'sub') continue;
      if (found[name] !== undefined) throw new SamlFault('REPEATED_ATTRIBUTE', name);
      const values = childrenNamed(attribute, NS.assertion, 'AttributeValue').map(textOf);
      if (values.includes(null)) throw new SamlFault('STRANGE_ATTRIBUTE', name);
      if (values.length > 0) found[name] = values as string[];
    }
  }
  return found;
}

/** A persistent NameID names a person only between its two qualifiers, so these must be the two of us. */
function nameIdIn(subject: Element, { issuer, audience }: Expected): Released {
  const [nameId, ...more] = childrenNamed(subject, NS.assertion, 'NameID');
  if (more.length > 0 || childrenNamed(subject, NS.assertion, 'BaseID').length > 0) throw new SamlFault('NO_SUBJECT', 'several');
  if (nameId === undefined || attributeOf(nameId, 'Format') !== PERSISTENT) return {};
  const isOurs = [null, issuer].includes(attributeOf(nameId, 'NameQualifier')) && [null, audience].includes(attributeOf(nameId, 'SPNameQualifier'));
  const value = textOf(nameId);
  return isOurs && value !== null && value !== '' ? { persistentNameId: [value] } : {};
}
