import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysAfter, daysBetween, isDay, monthsAfter } from '../calendar/day.js';
import type { Content } from '../content/content.js';
import { calendarText, timelineOf } from './index.js';

const START = '2027-01-04';
const step = (order: number, more: object = {}) => ({ id: `step${order}`, order, title: `Step ${order}`, ...more });
const times = (steps: readonly object[], start = START): readonly string[] => {
  const timeline = timelineOf({ steps } as unknown as Content, start);
  return timeline.ok ? timeline.steps.map(({ order, startsOn, endsOn, delayedBy }) => `${order} ${startsOn} ${endsOn}${delayedBy === 0 ? '' : ` +${delayedBy}`}`) : [timeline.fault, ...timeline.circle.map(String)];
};

describe('a timeline', () => {
  it.each<[string, readonly object[], readonly string[]]>([
    ['of nothing', [], []],
    ['of steps that wait for nothing begins them in their weeks', [step(1), step(2, { week: 3, duration: 'P1W' })], ['1 2027-01-04 2027-01-04', '2 2027-01-18 2027-01-24']],
    ['lets a step wait for the last day of the one before', [step(1, { duration: 'P3D' }), step(2, { dependsOn: [1] })], ['1 2027-01-04 2027-01-06', '2 2027-01-07 2027-01-07 +3']],
    ['does not begin a step before its week', [step(1), step(2, { week: 2, dependsOn: [1] })], ['1 2027-01-04 2027-01-04', '2 2027-01-11 2027-01-11']],
    ['waits for the latest of several', [step(1, { duration: 'P2W' }), step(2, { duration: 'P1D' }), step(3, { dependsOn: [2, 1] })], ['1 2027-01-04 2027-01-17', '2 2027-01-04 2027-01-04', '3 2027-01-18 2027-01-18 +14']],
    ['reads steps in any order', [step(2, { dependsOn: [1] }), step(1)], ['1 2027-01-04 2027-01-04', '2 2027-01-05 2027-01-05 +1']],
    ['takes a day for every eight hours begun', [step(1, { duration: 'PT2H' }), step(2, { duration: 'PT8H' }), step(3, { duration: 'PT9H' }), step(4, { duration: 'PT90M' })], ['1 2027-01-04 2027-01-04', '2 2027-01-04 2027-01-04', '3 2027-01-04 2027-01-05', '4 2027-01-04 2027-01-04']],
    ['takes calendar months', [step(1, { duration: 'P1M' })], ['1 2027-01-04 2027-02-03']],
    ['waits for both steps of one number', [step(1, { id: 'a' }), step(1, { id: 'b', duration: 'P5D' }), step(2, { dependsOn: [1] })], ['1 2027-01-04 2027-01-04', '1 2027-01-04 2027-01-08', '2 2027-01-09 2027-01-09 +5']],
    ['waits for no step that is not there', [step(1, { dependsOn: [9] })], ['1 2027-01-04 2027-01-04']],
    ['names the way round a circle', [step(1, { dependsOn: [3] }), step(2, { dependsOn: [1] }), step(3, { dependsOn: [2] })], ['CIRCLE', '1', '3', '2', '1']],
    ['names a step that waits for itself', [step(1), step(2, { dependsOn: [2] })], ['CIRCLE', '2', '2']],
  ])('%s', (_, steps, expected) => {
    expect(times(steps)).toEqual(expected);
  });

  it.each(['2027-02-29', 'tomorrow', '', '2027-1-4'])('does not begin on %j', (day) => expect(times([step(1)], day)).toEqual(['NO_DAY']));

  it('begins no step before what it waits for has ended', () => {
    const anySteps = fc.integer({ min: 1, max: 12 }).chain((length) => fc.tuple(...Array.from({ length }, (_, at) => fc.record({
      dependsOn: fc.subarray(Array.from({ length: at }, (__, order) => order + 1)), week: fc.integer({ min: 1, max: 8 }), duration: fc.constantFrom(null, 'P1W', 'P2D', 'PT12H'),
    }).map((more) => step(at + 1, more)))));
    fc.assert(fc.property(anySteps, (steps) => {
      const timeline = timelineOf({ steps } as unknown as Content, START);
      if (!timeline.ok) throw new Error(timeline.fault);
      const ends = new Map(timeline.steps.map(({ order, endsOn }) => [order, endsOn]));
      expect(timeline.steps).toHaveLength(steps.length);
      for (const { startsOn, endsOn, waitsFor } of timeline.steps) {
        expect(endsOn >= startsOn && startsOn >= START && endsOn <= timeline.endsOn).toBe(true);
        for (const order of waitsFor) expect(startsOn > (ends.get(order) ?? '')).toBe(true);
      }
    }));
  });
});

describe('days', () => {
  it.each<[string, number, string]>([['2027-12-31', 1, '2028-01-01'], ['2028-02-28', 1, '2028-02-29'], ['2027-03-28', 1, '2027-03-29'], ['2027-01-01', -1, '2026-12-31']])('%s and %d more is %s', (day, days, expected) => {
    expect([daysAfter(day, days), daysBetween(day, expected)]).toEqual([expected, days]);
  });
  it.each<[string, number, string]>([['2027-01-31', 1, '2027-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2027-11-30', 3, '2028-02-29'], ['2027-01-15', 12, '2028-01-15']])('%s and %d months is %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });
  it('exist or not', () => expect(['2028-02-29', '2027-02-29', '2027-00-01', '0001-01-01', '2027-01-01T00:00'].map(isDay)).toEqual([true, false, false, true, false]));
});

describe('a calendar file', () => {
  const facts = { title: 'Drop-ins; at the bus stop, daily', resourceId: 'res_01', host: 'passalong.example', url: 'https://passalong.example/r/drop-ins-k3vd', madeAt: '2026-11-28T15:19:08.123Z' };
  const file = (steps: readonly object[], more: object = {}) => {
    const timeline = timelineOf({ steps } as unknown as Content, START);
    return calendarText(timeline.ok ? timeline.steps : [], { ...facts, ...more });
  };

  it('is what RFC 5545 asks for', () => {
    expect(file([step(1, { title: 'Ask, then listen; twice\\\nand again', duration: 'P3D' })])).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Passalong//Timeline//EN', 'CALSCALE:GREGORIAN',
      'BEGIN:VEVENT', 'UID:step1.res_01@passalong.example', 'DTSTAMP:20261128T151908Z', 'DTSTART;VALUE=DATE:20270104', 'DTEND;VALUE=DATE:20270107',
      'SUMMARY:1. Ask\\, then listen\\; twice\\\\\\nand again',
      'DESCRIPTION:Drop-ins\\; at the bus stop\\, daily\\nhttps://passalong.example/r', ' /drop-ins-k3vd',
      'URL:https://passalong.example/r/drop-ins-k3vd', 'TRANSP:TRANSPARENT', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  it('keeps the ids of its events when it is made anew from another day', () => {
    const uids = (text: string) => text.match(/UID:.*/g);
    expect(uids(file([step(1), step(2)]))).toEqual(uids(file([step(2, { title: 'Renamed' }), step(1)])));
  });

  it('folds every line at 75 octets between characters, and unfolds to the same words', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
      const text = file([step(1, { title })]);
      expect(text.endsWith('\r\n')).toBe(true);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const summary = /SUMMARY:(.*)/.exec(text.replaceAll('\r\n ', ''))?.[1] ?? '';
      expect(summary.replace(/\\n/g, '\n').replace(/\\([\\;,])/g, '$1').length).toBeGreaterThanOrEqual(3);
    }));
  });

  it('lets no title add a line of its own', () => {
    const text = file([step(1, { title: 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u0000' })], { title: 'a\nATTACH:http://a.example', url: 'https://a.example/\r\nATTENDEE:x' });
    expect(text.match(/^(END:VEVENT|ATTACH|ATTENDEE)/gm)).toEqual(['END:VEVENT']);
  });
});
