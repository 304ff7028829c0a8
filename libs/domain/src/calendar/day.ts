// Calendar days as text, YYYY-MM-DD, without a clock or a time zone.

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MS_A_DAY = 86_400_000;

/** Whether the text is a day that exists: 2028-02-29 does, 2027-02-29 does not. */
export function isDay(text: string): boolean {
  return DAY.test(text) && dayOf(Date.parse(`${text}T00:00:00Z`)) === text;
}

/** So many days later, earlier where negative. Both must be days. */
export function daysAfter(day: string, days: number): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + days * MS_A_DAY) ?? day;
}

/** So many calendar months later, on the last day of the month where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const [, year = '', month = '', date = ''] = DAY.exec(day) ?? [];
  const first = Date.UTC(Number(year), Number(month) - 1 + months, 1);
  const last = new Date(Date.UTC(Number(year), Number(month) + months, 0)).getUTCDate();
  return dayOf(first + (Math.min(Number(date), last) - 1) * MS_A_DAY) ?? day;
}

/** Whole days from the first to the second. */
export function daysBetween(first: string, second: string): number {
  return Math.round((Date.parse(`${second}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / MS_A_DAY);
}

function dayOf(time: number): string | null {
  return Number.isFinite(time) && Math.abs(time) <= 8.64e15 ? new Date(time).toISOString().slice(0, 10) : null;
}
