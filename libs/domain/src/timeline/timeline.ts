// When each step of a playbook begins and ends, from a day on which somebody starts.

import { daysAfter, daysBetween, isDay } from '../calendar/day.js';
import { dayAfterDurations } from '../calendar/duration.js';
import type { Content } from '../content/content.js';
import { itemsIn, numberIn, textIn } from '../content/parts.js';
import { circleFrom } from './circle.js';

export interface TimedStep {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  /** Days, YYYY-MM-DD, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Orders of the steps that come first. */
  readonly waitsFor: readonly number[];
  /** Days by which it begins later than in the week that the playbook plans for it, because of what it waits for. */
  readonly delayedBy: number;
}

export type Timeline =
  | { readonly ok: true; readonly steps: readonly TimedStep[]; readonly endsOn: string }
  /** NO_DAY: there is no such day. CIRCLE: these orders wait for each other, the first is named again at the end. */
  | { readonly ok: false; readonly fault: 'NO_DAY' | 'CIRCLE'; readonly circle: readonly number[] };

/**
 * The timeline of the steps, in the order in which they begin. A step begins in its week (week 1 begins on the start day; without a week at once), but not before
 * the day after the last step it waits for. `P2W` takes fourteen days, `P3D` three, hours one day for every eight begun, and no duration one day.
 * Every day counts: weekends and holidays are for whoever runs it to see. A number that no step has is not waited for.
 */
export function timelineOf(content: Content, startsOn: string): Timeline {
  if (!isDay(startsOn)) return { ok: false, fault: 'NO_DAY', circle: [] };
  const steps = itemsIn(content['steps']).map((item, at) => ({
    id: textIn(item['id']) ?? String(at + 1), order: numberIn(item['order']) ?? at + 1, title: textIn(item['title']) ?? '', week: numberIn(item['week']) ?? 1,
    duration: textIn(item['duration']), waitsFor: Array.isArray(item['dependsOn']) ? item['dependsOn'].filter((order) => typeof order === 'number') : [],
  }));
  // Two steps may have been given one number: whoever waits for it then waits for both.
  const numbered = (order: number): typeof steps => steps.filter((step) => step.order === order);
  const waits = new Map(steps.map(({ order }) => [order, numbered(order).flatMap(({ waitsFor }) => waitsFor)]));
  const settled = new Set<number>();
  for (const { order } of steps) {
    const circle = circleFrom(order, waits, settled);
    if (circle !== null) return { ok: false, fault: 'CIRCLE', circle };
  }
  const ends = new Map<number, string>();
  // Seen to lead into no circle, `settled` names what is waited for before what waits.
  const timed = [...settled].flatMap((order) => numbered(order).map((step): TimedStep => {
    const planned = daysAfter(startsOn, 7 * (Math.max(step.week, 1) - 1));
    const begins = latestOf([planned, ...step.waitsFor.flatMap((first) => { const end = ends.get(first); return end === undefined ? [] : [daysAfter(end, 1)]; })]);
    const endsOn = daysAfter(dayAfterDurations(begins, step.duration), -1);
    ends.set(order, latestOf([endsOn, ends.get(order) ?? endsOn]));
    return { id: step.id, order, title: step.title, startsOn: begins, endsOn, waitsFor: step.waitsFor, delayedBy: daysBetween(planned, begins) };
  }));
  const inTime = timed.sort((a, b) => (a.startsOn < b.startsOn ? -1 : a.startsOn > b.startsOn ? 1 : a.order - b.order));
  return { ok: true, steps: inTime, endsOn: latestOf([startsOn, ...ends.values()]) };
}

function latestOf(days: readonly string[]): string {
  return days.reduce((latest, day) => (day > latest ? day : latest));
}
