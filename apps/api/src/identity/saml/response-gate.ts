/** What a response must be before any of it is verified. Nothing of it is believed yet; all of this can only refuse. */
import type { Element } from '@xmldom/xmldom';
import { refuseWeakAlgorithms } from './algorithms.js';
import { SamlFault } from './saml-fault.js';
import { attributeOf, children, childrenNamed, descendants, is, NS, textOf } from './saml-xml.js';
import { MESSAGE_AGE_MS, refuseUntimely, timeIn } from './saml-time.js';

/** What one answer must fit exactly. */
export interface Expected {
  /** entityID of the university's provider. */
  readonly issuer: string;
  /** Our entityID at this provider. */
  readonly audience: string;
  /** The address the answer must be meant for. */
  readonly recipient: string;
  readonly wantsEncryption: boolean;
  readonly now: number;
}

export interface Opened {
  /** The request this claims to answer: looked up and bound to its browser by the caller. */
  readonly requestId: string;
  readonly isSigned: boolean;
  readonly encrypted: Element | null;
}

const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';
const ENTITY = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity';

export function openResponse(root: Element, expected: Expected): Opened {
  if (!is(root, NS.protocol, 'Response')) throw new SamlFault('NOT_A_RESPONSE');
  refuseWeakAlgorithms(root);
  if (attributeOf(root, 'Version') !== '2.0') throw new SamlFault('WRONG_VERSION');
  refuseOtherStatus(root);
  const issuers = childrenNamed(root, NS.protocol, 'Issuer').length > 0 ? [] : childrenNamed(root, NS.assertion, 'Issuer');
  if (issuers.length > 1 || (issuers[0] !== undefined && !isIssuedBy(issuers[0], expected.issuer))) throw new SamlFault('WRONG_ISSUER', issuers.map(textOf).join(' '));
  if (attributeOf(root, 'Destination') !== expected.recipient) throw new SamlFault('WRONG_DESTINATION', attributeOf(root, 'Destination') ?? '');
  refuseUntimely(timeIn(root, 'IssueInstant'), { now: expected.now, age: MESSAGE_AGE_MS, tooOld: 'EXPIRED', what: 'the response' });
  const requestId = attributeOf(root, 'InResponseTo');
  if (requestId === null) throw new SamlFault('WRONG_REQUEST', 'nothing was asked');
  return { requestId, ...theOnlyAssertion(root, expected), isSigned: isSigned(root) };
}

/** An issuer is the entityID to the letter, and of no other format. */
export function isIssuedBy(issuer: Element, entityId: string): boolean {
  return textOf(issuer) === entityId && [null, ENTITY].includes(attributeOf(issuer, 'Format')) && !['NameQualifier', 'SPNameQualifier', 'SPProvidedID'].some((name) => issuer.hasAttribute(name));
}

/** What an assertion must have before the library weighs it: a signature of its own, whoever signed the response around it, and its conditions, once. */
export function refuseIncomplete(assertion: Element): void {
  if (!isSigned(assertion)) throw new SamlFault('NOT_SIGNED');
  if (childrenNamed(assertion, NS.assertion, 'Conditions').length !== 1) throw new SamlFault('NO_CONDITIONS');
}

const isSigned = (element: Element): boolean => childrenNamed(element, NS.signature, 'Signature').length > 0;

/** Exactly one assertion, a child of the response, plain or encrypted, and no other anywhere, whatever namespace it claims. */
function theOnlyAssertion(root: Element, { wantsEncryption }: Expected): { encrypted: Element | null } {
  const all = descendants(root).filter(({ localName }) => localName === 'Assertion' || localName === 'EncryptedAssertion');
  const [only] = all;
  if (only === undefined || all.length > 1 || only.parentNode !== root) throw new SamlFault('NOT_ONE_ASSERTION');
  if (is(only, NS.assertion, 'EncryptedAssertion')) return { encrypted: only };
  if (!is(only, NS.assertion, 'Assertion')) throw new SamlFault('NOT_ONE_ASSERTION');
  if (wantsEncryption) throw new SamlFault('NOT_ENCRYPTED');
  refuseIncomplete(only);
  return { encrypted: null };
}

function refuseOtherStatus(root: Element): void {
  const statuses = childrenNamed(root, NS.protocol, 'Status');
  const codes = statuses.length === 1 && statuses[0] ? children(statuses[0]).filter((child) => is(child, NS.protocol, 'StatusCode')) : [];
  if (codes.length !== 1 || codes[0] === undefined || attributeOf(codes[0], 'Value') !== SUCCESS) throw new SamlFault('NO_SUCCESS');
}
