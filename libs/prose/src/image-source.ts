import { isSafeHref } from './href.js';

/** An id is never written with escapes: then one file would have many addresses. */
const OWN = /^\/files\/[A-Za-z0-9][^%/?#]*(?:[/?#]|$)/;
const UPWARD = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/i;
const ELSEWHERE = /^https:\/\/[^/?#]/i;

/** Tells whether an address is that of a file kept here, which pages may load. */
export function isOwnFile(source: string): boolean {
  return OWN.test(source) && !UPWARD.test(source);
}

/**
 * The one rule for where an image may stand: among the files kept here, or at
 * an https address. Pages load nothing from other sites, so an image elsewhere
 * is rendered as a link. Never throws.
 */
export function isImageSource(source: unknown): source is string {
  return isSafeHref(source) && (isOwnFile(source) || ELSEWHERE.test(source));
}

/** The address as it is kept: that of a file kept here has neither query nor fragment, and ends with a name. */
export function canonicalSource(source: string): string {
  return isOwnFile(source) ? source.replace(/\/*(?:[?#].*)?$/su, '') : source;
}
