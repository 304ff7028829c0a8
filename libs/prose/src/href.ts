const FORBIDDEN = /[\s\p{Cc}\p{Cf}\p{Cs}\\<>"]/u;
const ABSOLUTE = /^https?:\/\/[^/?#]/i;
const MAIL = /^mailto:[^?]/i;
const RELATIVE = /^(?:\/(?!\/)|#)/;

/** The longest link address a document may hold. */
export const MAX_HREF = 4096;

/**
 * Tells whether a link address may stand in a document: http, https or mailto,
 * a path beginning with a single `/`, or a fragment beginning with `#`.
 * White space, control and invisible characters, backslashes, quotes and angle
 * brackets are refused wherever they stand. Never throws.
 */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > MAX_HREF || FORBIDDEN.test(href)) return false;
  return ABSOLUTE.test(href) || MAIL.test(href) || RELATIVE.test(href);
}

/** Tells whether an allowed address leads to another site. */
export function isExternalHref(href: string): boolean {
  return /^https?:/i.test(href);
}

/** Percent-encodes the few printable characters that no address may hold raw. */
export function encodeHref(href: string): string {
  return href.replace(/[ "<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
