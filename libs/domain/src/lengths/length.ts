// How long a text is, counted as the channel counts it. A count is a close reading of published rules, not the channel's own answer.

import { clusterCount, clustersOf, isEmoji } from './clusters.js';
import { linksIn } from './links.js';

/** The ways of counting that the vocabulary of formats names as `lengthUnit`, and those its other limits imply. */
export const LENGTH_UNITS = ['utf16', 'graphemes', 'code-points', 'weighted', 'chars-emoji-as-utf8-bytes', 'utf8-bytes', 'words'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** How a format counts when it does not say. */
export const DEFAULT_LENGTH_UNIT: LengthUnit = 'utf16';

/** What a link counts on X, however long it is. */
export const LINK_WEIGHT = 23;

export interface LengthOptions {
  /** For `weighted` alone: what a link counts. */
  readonly linkWeight?: number;
}

/**
 * The length of a text in the unit; everything in it counts, hashtags and line breaks included. Takes time in proportion to the text.
 *
 * - `utf16`: UTF-16 code units; the vocabulary states it for TikTok, and record files settle it for every format that names no unit.
 * - `graphemes`: extended grapheme clusters (AT Protocol lexicon, `maxGraphemes`, for Bluesky).
 * - `code-points`: Unicode code points; a lone half of a surrogate pair counts as one.
 * - `weighted`: X, see {@link weightedLength}.
 * - `chars-emoji-as-utf8-bytes`: characters, an emoji by its UTF-8 bytes (Meta, Threads API, Posts: "Emojis are counted as the number of UTF-8
 *   bytes"). Meta does not say what a character is; record files settle it as a grapheme cluster.
 * - `utf8-bytes`: bytes in UTF-8 (AT Protocol lexicon, `maxLength`); a lone half counts as the three bytes of its replacement.
 * - `words`: stretches between spaces that hold a letter or a digit.
 */
export function lengthOf(text: string, unit: LengthUnit, { linkWeight = LINK_WEIGHT }: LengthOptions = {}): number {
  switch (unit) {
    case 'utf16': return text.length;
    case 'graphemes': return clusterCount(text);
    case 'code-points': return codePointCount(text);
    case 'weighted': return weightedLength(text, linkWeight);
    case 'chars-emoji-as-utf8-bytes': return sum(clustersOf(text), (cluster) => (isEmoji(cluster) ? utf8Bytes(cluster) : 1));
    case 'utf8-bytes': return utf8Bytes(text);
    case 'words': return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
}

/** Code points from and to, both included, that weigh 1; any other weighs 2. */
const LIGHT: readonly (readonly [number, number])[] = [[0x0000, 0x10ff], [0x2000, 0x200d], [0x2010, 0x201f], [0x2032, 0x2037]];

/**
 * Weighted characters of X: the text in its composed form (NFC), 1 for a code point of the light ranges and 2 for any other, 2 for an emoji
 * whatever it is joined from, `linkWeight` for a link. Source: docs.x.com "Counting characters" and the configuration of twitter-text, version 3.
 */
function weightedLength(text: string, linkWeight: number): number {
  const composed = text.normalize('NFC');
  let length = 0;
  let from = 0;
  for (const { start, end } of linksIn(composed)) {
    length += weightOf(composed.slice(from, start)) + linkWeight;
    from = end;
  }
  return length + weightOf(composed.slice(from));
}

function weightOf(text: string): number {
  return sum(clustersOf(text), (cluster) => (isEmoji(cluster) ? 2 : sum(cluster, (character) => (isLight(character.codePointAt(0) ?? 0) ? 1 : 2))));
}

function isLight(codePoint: number): boolean {
  return LIGHT.some(([from, to]) => codePoint >= from && codePoint <= to);
}

function codePointCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    if ((text.codePointAt(index) ?? 0) > 0xffff) index += 1;
    count += 1;
  }
  return count;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index += 1;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function sum(items: Iterable<string>, amount: (item: string) => number): number {
  let total = 0;
  for (const item of items) total += amount(item);
  return total;
}
