/** Values as people read them: dates, durations, counts and money, by the rules of the reader's language. */
import type { I18n, MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { formatsFor } from './formats';

/** Our own words are messages; words of authors stand as they are. */
export type Said = string | MessageDescriptor;

/** Numbers arrive as the API tells them: null where nobody said. */
type Told<T> = T | null | undefined;

export interface Words {
  readonly i18n: I18n;
  say(words: Said): string;
  /** `4 February 2026`, from a date or an instant. The text itself where it is neither. */
  date(iso: string): string;
  number(value: number): string;
  /** `5.0`: one decimal, also where it is nought, so that a column of shares lines up. */
  share(value: number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
  /** `A, b and c`, as a sentence of its own begins. */
  openingList(items: readonly string[]): string;
  /** `1 hour`, `2.5 hours`. */
  hours(value: Told<number>): string | null;
  /** `P12W` as `12 weeks`, `PT1H30M` as `1 hour and 30 minutes`. */
  duration(iso: Told<string>): string | null;
  /** `£4,200`; pence only where there are any. */
  money(amount: Told<string | number>, currency: Told<string>): string | null;
  country(code: Told<string>): string | null;
  language(tag: string): string;
  /** `An apple` from `an apple`. */
  opening(text: string): string;
}

export function useWords(): Words {
  return wordsOf(useLingui().i18n);
}

export function wordsOf(i18n: I18n): Words {
  const formats = formatsFor(i18n.locale);
  const say = (words: Said): string => (typeof words === 'string' ? words : i18n._(words));
  const opening = (text: string): string => text.charAt(0).toLocaleUpperCase(i18n.locale) + text.slice(1);
  const list = (items: readonly string[]): string => formats.list.format(items);
  return {
    i18n, say, opening, list,
    date: formats.date,
    number: (value) => formats.number.format(value),
    share: (value) => formats.share.format(value),
    openingList: (items) => opening(list(items)),
    hours: (value) => (value === null || value === undefined ? null : say(msg`${plural(value, { one: '# hour', other: '# hours' })}`)),
    duration(iso) {
      if (iso === null || iso === undefined) return null;
      const parts = partsOf(iso).map(say);
      return parts.length === 0 ? iso : list(parts);
    },
    money(amount, currency) {
      if (amount === null || amount === undefined || currency === null || currency === undefined) return null;
      const value = Number(amount);
      if (Number.isNaN(value)) return `${amount} ${currency}`;
      return value === 0 ? say(msg`No money`) : formats.money(value, currency);
    },
    country: (code) => (code === null || code === undefined || code === '' ? null : formats.country(code)),
    language: formats.language,
  };
}

function partsOf(iso: string): readonly MessageDescriptor[] {
  const amount = (pattern: RegExp): number => Number(pattern.exec(iso)?.[1] ?? 0);
  const [months, weeks, days, hours, minutes] = [amount(/^P[^T]*?(\d+)M/), amount(/(\d+)W/), amount(/(\d+)D/), amount(/T.*?(\d+)H/), amount(/T.*?(\d+)M/)];
  return [
    months === 0 ? null : msg`${plural(months, { one: '# month', other: '# months' })}`,
    weeks === 0 ? null : msg`${plural(weeks, { one: '# week', other: '# weeks' })}`,
    days === 0 ? null : msg`${plural(days, { one: '# day', other: '# days' })}`,
    hours === 0 ? null : msg`${plural(hours, { one: '# hour', other: '# hours' })}`,
    minutes === 0 ? null : msg`${plural(minutes, { one: '# minute', other: '# minutes' })}`,
  ].filter((part) => part !== null);
}
