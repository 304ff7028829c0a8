// A timeline, or a series, as a calendar file that diaries read.

import { daysAfter } from '../calendar/day.js';
import type { TimedStep } from './timeline.js';

export interface CalendarFacts {
  readonly title: string;
  /** Ids are unique for ever: the resource's id and the host that gave it. */
  readonly resourceId: string;
  readonly host: string;
  /** The page of the resource. */
  readonly url: string;
  /** When the file is made, as an ISO 8601 time in UTC: `2026-11-28T15:19:08.000Z`. */
  readonly madeAt: string;
}

/** A step of a playbook, or a piece of a series: its id is kept for ever, its days are whole and both included. */
export type CalendarEvent = Pick<TimedStep, 'id' | 'order' | 'title' | 'startsOn' | 'endsOn'>;

const LINE_OCTETS = 75;

/**
 * The steps as whole-day events, ready to be sent as `text/calendar; charset=utf-8`. The same step of the same resource keeps its UID, so a diary that reads
 * the file again moves the event and makes no second one. Source: RFC 5545: lines of at most 75 octets, folded between characters, CRLF (3.1),
 * text escaped (3.3.11), the end of a whole day is the day after (3.6.1), stamps in UTC (3.8.7.2).
 */
export function calendarText(steps: readonly CalendarEvent[], { title, resourceId, host, url, madeAt }: CalendarFacts): string {
  const stamp = madeAt.replace(/\.\d+/, '').replace(/[-:]/g, '');
  const events = steps.flatMap(({ id, order, title: step, startsOn, endsOn }) => [
    'BEGIN:VEVENT',
    `UID:${id}.${resourceId}@${host}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${startsOn.replace(/-/g, '')}`,
    `DTEND;VALUE=DATE:${daysAfter(endsOn, 1).replace(/-/g, '')}`,
    `SUMMARY:${escaped(`${order}. ${step}`)}`,
    `DESCRIPTION:${escaped(`${title}\n${url}`)}`,
    `URL:${url.replace(/[\s\p{Cc}]/gu, '')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Passalong//Timeline//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR'];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}|\p{Surrogate}/gu, ' ').replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n');
}

/** Continued lines begin with a space, which counts; no character is cut in two. */
function folded(line: string): string {
  let octets = 0;
  let text = '';
  for (const character of line) {
    const codePoint = character.codePointAt(0) ?? 0;
    const size = codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    if (octets + size > LINE_OCTETS) { text += '\r\n '; octets = 1; }
    text += character;
    octets += size;
  }
  return text;
}
