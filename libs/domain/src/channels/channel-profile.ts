// What is known of a format of a channel: dated, sourced limits, read from the facts of its vocabulary term. Limits are data, never code.

import { DEFAULT_LENGTH_UNIT, LENGTH_UNITS, type LengthUnit, LINK_WEIGHT } from '../lengths/length.js';

/** Parts of a variant that a limit can be about. */
export type LimitedField = 'caption' | 'title' | 'documentTitle' | 'subject' | 'preheader' | 'altText' | 'durationSeconds' | 'slides';
export type LimitUnit = LengthUnit | 'hashtags' | 'seconds' | 'items';

export interface Limit {
  readonly field: LimitedField;
  readonly unit: LimitUnit;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  /** Advice may be broken; a rule of the channel may not. */
  readonly isAdvice: boolean;
}

/** Where a limit comes from: A the network's own documentation, B a third party, C practice knowledge. */
export type Confidence = 'A' | 'B' | 'C';

export interface Sourced {
  /** The day on which somebody looked it up, YYYY-MM-DD; null where nobody said. */
  readonly checkedOn: string | null;
  readonly confidence: Confidence | null;
  /** Where it was looked up, in words or as an address; null where nobody said. */
  readonly source: string | null;
}

export interface ChannelProfile extends Sourced {
  /** The vocabulary id of the format. */
  readonly format: string;
  readonly channel: string | null;
  readonly lengthUnit: LengthUnit;
  readonly linkWeight: number;
  /** Whether its pictures take alt text; null where nobody knows. */
  readonly takesAltText: boolean | null;
  readonly limits: readonly Limit[];
}

/** A profile older than this many days looks old. */
export const PROFILE_FRESH_DAYS = 180;

/**
 * The profile of a format from the facts of its term. What is not a number, a known unit or a day is as if it were not there, so that a wrong
 * correction hides a limit and breaks no page. `lengthUnit` is `utf16` where the format names none; of two limits, one of the app and one of
 * the publishing interface, the lower one counts.
 */
export function channelProfile(format: string, facts: Readonly<Record<string, unknown>>): ChannelProfile {
  const constraints = isMap(facts['constraints']) ? facts['constraints'] : {};
  const unit = LENGTH_UNITS.find((known) => known === constraints['lengthUnit']) ?? DEFAULT_LENGTH_UNIT;
  return {
    format,
    channel: words(facts['channel']),
    lengthUnit: unit,
    linkWeight: amount(constraints['linkWeight']) ?? LINK_WEIGHT,
    takesAltText: typeof constraints['altText'] === 'boolean' ? constraints['altText'] : null,
    limits: limitsOf(constraints, unit),
    checkedOn: /^\d{4}-\d\d-\d\d$/.test(String(constraints['asOf'])) ? String(constraints['asOf']) : null,
    confidence: (['A', 'B', 'C'] as const).find((known) => known === constraints['confidence']) ?? null,
    source: words(constraints['source']),
  };
}

/** Whether the profile was looked up so long ago that it should be doubted; one without a day always is. `today` is YYYY-MM-DD. */
export function looksOld({ checkedOn }: Sourced, today: string): boolean {
  return checkedOn === null || Date.parse(today) - Date.parse(checkedOn) > PROFILE_FRESH_DAYS * 86_400_000;
}

type Constraints = Readonly<Record<string, unknown>>;

function limitsOf(constraints: Constraints, unit: LengthUnit): readonly Limit[] {
  const most = (field: LimitedField, of: LimitUnit, isAdvice: boolean, ...keys: readonly string[]): Limit => ({ field, unit: of, atLeast: null, atMost: lowest(constraints, keys), isAdvice });
  const seconds: Limit = { ...most('durationSeconds', 'seconds', false, 'durationMaxSeconds'), atLeast: amount(constraints['durationMinSeconds']) };
  return [
    most('caption', unit, false, 'captionMaxChars', 'captionMaxCharsInterface'),
    most('caption', 'utf8-bytes', false, 'maxBytes'),
    most('caption', 'hashtags', false, 'hashtagsMax'),
    most('caption', 'words', true, 'wordsMaxAdvised'),
    most('title', unit, false, 'titleMaxChars'),
    most('title', unit, true, 'titleMaxCharsAdvised'),
    most('documentTitle', unit, false, 'titleMaxChars'),
    most('subject', unit, true, 'subjectMaxCharsAdvised'),
    most('preheader', unit, true, 'preheaderMaxCharsAdvised'),
    most('altText', unit, false, 'altTextMaxChars'),
    seconds,
    most('slides', 'items', false, 'itemsMax', 'itemsMaxInterface', 'pagesMax'),
  ].filter(({ atLeast, atMost }) => atLeast !== null || atMost !== null);
}

function lowest(constraints: Constraints, keys: readonly string[]): number | null {
  const known = keys.map((key) => amount(constraints[key])).filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function amount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

function words(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function isMap(value: unknown): value is Constraints {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
