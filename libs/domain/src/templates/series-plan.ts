// When the pieces of a series come, and what each is about.

import type { CalendarEvent } from '../timeline/calendar-text.js';
import { dayAfterDurations } from '../calendar/duration.js';
import { isDay } from '../calendar/day.js';
import type { Content } from '../content/content.js';
import { numberIn, textIn, textsIn } from '../content/parts.js';

export interface SeriesPiece {
  /** From 1, through the whole series. */
  readonly number: number;
  /** From 1: the turn in which it comes. */
  readonly turn: number;
  readonly about: string;
  /** The day of its turn, YYYY-MM-DD; null while no first day is known. */
  readonly on: string | null;
}

export interface SeriesPlan {
  /** An ISO 8601 duration; null where the author did not say. */
  readonly cadence: string | null;
  /** How many come each time. */
  readonly each: number;
  /** Whether the order matters. */
  readonly isOrdered: boolean;
  readonly pieces: readonly SeriesPiece[];
}

/** As a content has it; what is not of its kind is not there. */
export type ToldSeries = Readonly<Partial<Record<'cadence' | 'itemsPerCadence' | 'slots' | 'order', unknown>>>;

/**
 * One piece for each slot, so many a turn, and a turn for every cadence. Without a cadence there are turns and no days.
 * @returns null where the template is no series: it names no slot
 */
export function seriesPlanOf(series: ToldSeries | null | undefined, startsOn: string | null): SeriesPlan | null {
  const { cadence: told, itemsPerCadence, slots, order } = (series ?? {}) as Content;
  const abouts = textsIn(slots).map((slot) => slot.trim()).filter((slot) => slot !== '');
  if (abouts.length === 0) return null;
  const [cadence, each] = [textIn(told), Math.max(1, Math.trunc(numberIn(itemsPerCadence) ?? 1))];
  const dayOf = (turn: number): string | null => (startsOn === null || !isDay(startsOn) || (cadence === null && turn > 1) ? null : dayAfterDurations(startsOn, cadence, turn - 1));
  const pieces = abouts.map((about, at): SeriesPiece => {
    const turn = Math.floor(at / each) + 1;
    return { number: at + 1, turn, about, on: dayOf(turn) };
  });
  return { cadence, each, isOrdered: textIn(order) === 'fixed', pieces };
}

/** The pieces that have a day, for a calendar file. */
export function seriesEvents({ pieces }: SeriesPlan): readonly CalendarEvent[] {
  return pieces.flatMap(({ number, about, on }) => (on === null ? [] : [{ id: `piece-${number}`, order: number, title: about, startsOn: on, endsOn: on }]));
}
