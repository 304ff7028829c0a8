/** Values as people read them: dates, durations, counts and money, by the rules of British English. */
const LANGUAGE = 'en-GB';
const LONG_DATE = new Intl.DateTimeFormat(LANGUAGE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 });
const LIST = new Intl.ListFormat(LANGUAGE, { type: 'conjunction' });
const COUNTRY = new Intl.DisplayNames([LANGUAGE], { type: 'region', fallback: 'code' });
const TONGUE = new Intl.DisplayNames([LANGUAGE], { type: 'language', fallback: 'code' });
const PLURAL = new Intl.PluralRules(LANGUAGE);
const NO_BREAK = '\u00a0';

/** `4 February 2026`, from a date or an instant. The text itself where it is neither. */
export function longDate(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : LONG_DATE.format(time).replaceAll(' ', NO_BREAK);
}

export function number(value: number): string {
  return NUMBER.format(value);
}

/** `1 week`, `12 weeks`. */
export function counted(value: number, one: string, many: string): string {
  return `${NUMBER.format(value)} ${PLURAL.select(value) === 'one' ? one : many}`;
}

export function hours(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : counted(value, 'hour', 'hours');
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return LIST.format(items);
}

const UNITS: readonly (readonly [RegExp, string, string])[] = [
  [/(\d+)W/, 'week', 'weeks'], [/(\d+)D/, 'day', 'days'], [/T.*?(\d+)H/, 'hour', 'hours'], [/T.*?(\d+)M/, 'minute', 'minutes'],
];

/** `P12W` as `12 weeks`, `PT1H30M` as `1 hour and 30 minutes`. */
export function duration(iso: string | null | undefined): string | null {
  if (iso === null || iso === undefined) return null;
  const parts = UNITS.flatMap(([pattern, one, many]) => {
    const amount = Number(pattern.exec(iso)?.[1] ?? 0);
    return amount > 0 ? [counted(amount, one, many)] : [];
  });
  return parts.length === 0 ? iso : listed(parts);
}

/** `£4,200`; pence only where there are any. */
export function money(amount: string | number | null | undefined, currency: string | null | undefined): string | null {
  if (amount === null || amount === undefined || currency === null || currency === undefined) return null;
  const value = Number(amount);
  if (Number.isNaN(value)) return `${amount} ${currency}`;
  if (value === 0) return 'No money';
  const digits = Number.isInteger(value) ? 0 : 2;
  try {
    return new Intl.NumberFormat(LANGUAGE, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  } catch {
    return `${NUMBER.format(value)} ${currency}`;
  }
}

export function country(code: string | null | undefined): string | null {
  if (code === null || code === undefined || code === '') return null;
  try {
    return COUNTRY.of(code) ?? code;
  } catch {
    return code;
  }
}

export function languageName(tag: string): string {
  try {
    return TONGUE.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** `An apple` from `an apple`. */
export function opening(text: string): string {
  return text.charAt(0).toLocaleUpperCase(LANGUAGE) + text.slice(1);
}
