// What an ISO 8601 duration is in calendar days.

import { daysAfter, monthsAfter } from './day.js';

const DURATION = /^P(?:(\d+)W)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
/** A day's work, in hours: more of them take more days. */
const HOURS_A_DAY = 8;

/**
 * The day after so many durations that begin on a day: `P2W` takes fourteen days, `P3D` three, `P1M` a calendar month, hours one day for every eight begun,
 * and what is no duration takes one day. Months are counted from the beginning, so that four of them from 31 January end in May.
 */
export function dayAfterDurations(begins: string, duration: string | null, times = 1): string {
  const [, weeks, months, days, hours, minutes] = DURATION.exec(duration ?? '') ?? [];
  const number = (text: string | undefined): number => Number(text ?? 0);
  if (months !== undefined) return monthsAfter(begins, number(months) * times);
  const working = Math.ceil((number(hours) + number(minutes) / 60) / HOURS_A_DAY);
  return daysAfter(begins, Math.max(7 * number(weeks) + number(days) + working, 1) * times);
}
