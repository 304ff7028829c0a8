// When somebody who used a resource is asked how it went.

/** After how many weeks they may ask to be reminded. */
export const REMINDER_WEEKS = [1, 2, 4, 12] as const;
export type ReminderWeeks = (typeof REMINDER_WEEKS)[number];
export const USUAL_REMINDER_WEEKS: ReminderWeeks = 4;
/** By how much "not now" moves one that is due. */
export const POSTPONED_WEEKS = 2;
/** Waiting at a time, for one person at one institution. More than that is no longer a reminder. */
export const MOST_REMINDERS = 50;

export function isReminderWeeks(weeks: number): weeks is ReminderWeeks {
  return (REMINDER_WEEKS as readonly number[]).includes(weeks);
}
