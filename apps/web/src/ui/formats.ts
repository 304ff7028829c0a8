/** How a language writes dates, numbers and names; made once for each. */

export interface Formats {
  readonly number: Intl.NumberFormat;
  readonly share: Intl.NumberFormat;
  readonly list: Intl.ListFormat;
  date(iso: string): string;
  money(value: number, currency: string): string;
  country(code: string): string;
  language(tag: string): string;
}

const NO_BREAK = '\u00a0';
const known = new Map<string, Formats>();

export function formatsFor(locale: string): Formats {
  const found = known.get(locale) ?? formatsOf(locale);
  known.set(locale, found);
  return found;
}

function formatsOf(locale: string): Formats {
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const countries = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  return {
    number,
    share: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
    date(iso) {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : date.format(time).replaceAll(' ', NO_BREAK);
    },
    money: (value, currency) => orElse(`${number.format(value)} ${currency}`, () => {
      const digits = Number.isInteger(value) ? 0 : 2;
      return new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
    }),
    country: (code) => orElse(code, () => countries.of(code)),
    language: (tag) => orElse(tag, () => languages.of(tag)),
  };
}

/** A code that Intl does not know is shown as it is: authors wrote it. */
function orElse(fallback: string, format: () => string | undefined): string {
  try {
    return format() ?? fallback;
  } catch {
    return fallback;
  }
}
