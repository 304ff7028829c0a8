// A value as people read it in the language of the template: days, numbers and lists.

import { itemsOf, type Variable } from './variable.js';

/** The language in which values are written where the template names none, or one that no engine knows. */
const FALLBACK = 'en-GB';

/**
 * The words for a value that keeps to its type; one that does not is left as it is written. A day becomes `5 March 2027`, a number gets the
 * separators of the language, the items of a list are joined with its word for "and". Times, links and text stay as they are.
 */
export function valueWords({ type }: Pick<Variable, 'type'>, value: string, language: string | null): string {
  if (type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' }).format(new Date(value));
  if (type === 'number' && /^-?\d+(\.\d+)?$/.test(value)) return new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6 }).format(Number(value));
  if (type === 'list') return new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(itemsOf(value));
  return value.replace(/\r\n?/g, '\n');
}

function localeOf(language: string | null): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language ?? FALLBACK)[0] ?? FALLBACK;
  } catch {
    return FALLBACK; // not a language tag at all
  }
}
