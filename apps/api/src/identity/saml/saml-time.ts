/** Times in SAML: UTC to the second or finer, compared with three minutes of patience. */
import type { Element } from '@xmldom/xmldom';
import { SamlFault, type SamlFaultCode } from './saml-fault.js';
import { attributeOf } from './saml-xml.js';

/** How far the clocks of two universities may be apart. */
export const SKEW_MS = 180_000;
/** A message is answered at once; one that is older was kept. */
export const MESSAGE_AGE_MS = 5 * 60_000;
/** Somebody who gave their password longer ago than this is asked for it again. */
export const SIGN_IN_AGE_MS = 12 * 60 * 60_000;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** Milliseconds; throws where the attribute is absent or is not a time in UTC. */
export function timeIn(element: Element, name: string): number {
  const value = attributeOf(element, name) ?? '';
  const time = INSTANT.test(value) ? Date.parse(value.replace(/(\.\d{3})\d+Z$/, '$1Z')) : Number.NaN;
  if (Number.isNaN(time)) throw new SamlFault('BAD_TIME', name);
  return time;
}

export function timeIfAny(element: Element, name: string): number | null {
  return element.hasAttribute(name) ? timeIn(element, name) : null;
}

/** Refuses what is of the future, and with `tooOld` what is older than `age`, give or take the skew. */
export function refuseUntimely(time: number, { now, age, tooOld, what }: { readonly now: number; readonly age: number; readonly tooOld: SamlFaultCode; readonly what: string }): void {
  if (time > now + SKEW_MS) throw new SamlFault('NOT_YET_VALID', what);
  if (time < now - age - SKEW_MS) throw new SamlFault(tooOld, what);
}
