/** Reads what people type into the forms of joining. */

const LONGEST_EMAIL = 254;
/** Good enough to hand a link on; whether anybody reads there is for the one who hands it on. */
const EMAIL = /^[^\s@<>()",;:\\[\]]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

/** In lower case; null where it is no address. */
export function readEmail(text: unknown): string | null {
  const email = typeof text === 'string' ? text.trim() : '';
  return email.length <= LONGEST_EMAIL && EMAIL.test(email) && !/[\p{Cc}\p{Cf}]/u.test(email) ? email.toLowerCase() : null;
}

/** On one line, without signs that could make it look like something else; null where nothing is left, or more than `most`. */
export function readLine(text: unknown, most: number): string | null {
  const line = typeof text === 'string' ? text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() : '';
  return line === '' || line.length > most ? null : line;
}
