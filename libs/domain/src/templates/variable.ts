// The variables of a template: their types and limits, and whether a value keeps to them.

import { isDay } from '../calendar/day.js';
import type { Content } from '../content/content.js';
import { itemsIn, numberIn, textIn, textsIn } from '../content/parts.js';

export const VARIABLE_TYPES = ['string', 'text', 'url', 'handle', 'hashtag', 'date', 'time', 'number', 'choice', 'list'] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export interface Variable {
  readonly name: string;
  /** `string` is one line and the type of a variable that names none; `text` may have several. */
  readonly type: VariableType;
  readonly isRequired: boolean;
  /** In UTF-16 units. */
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly minValue: number | null;
  readonly maxValue: number | null;
  /** Days, YYYY-MM-DD. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly choices: readonly string[];
  readonly maxItems: number | null;
  readonly default: string | null;
  readonly example: string | null;
  /** Its values never enter addresses, logs, caches or counts of use. */
  readonly isSensitive: boolean;
}

export type ValueFaultCode =
  | 'TOO_SHORT' | 'TOO_LONG' | 'TOO_SMALL' | 'TOO_LARGE' | 'TOO_EARLY' | 'TOO_LATE' | 'TOO_MANY_ITEMS'
  | 'NO_NUMBER' | 'NO_DAY' | 'NO_TIME' | 'NO_LINK' | 'NO_HANDLE' | 'NO_HASHTAG' | 'NO_CHOICE'
  | 'LINE_BREAK' | 'HIDDEN_CHARACTER';

/** What is wrong with a value. It never repeats the value, which may be sensitive. */
export interface ValueFault {
  readonly code: ValueFaultCode;
  readonly limit: number | string | null;
  /** A length or a number of items, where the limit is one. */
  readonly actual: number | null;
}

/** The variables of a content, in order. */
export function variablesOf(content: Content): readonly Variable[] {
  return itemsIn(content['variables']).map((item) => ({
    name: textIn(item['name']) ?? '',
    type: VARIABLE_TYPES.find((type) => type === item['type']) ?? 'string',
    isRequired: item['required'] === true,
    minLength: numberIn(item['minLength']), maxLength: numberIn(item['maxLength']),
    minValue: numberIn(item['minValue']), maxValue: numberIn(item['maxValue']),
    earliest: textIn(item['earliest']), latest: textIn(item['latest']),
    choices: textsIn(item['choices']),
    maxItems: numberIn(item['maxItems']),
    default: textIn(item['default']), example: textIn(item['example']),
    isSensitive: item['sensitive'] === true,
  }));
}

/** The items of a list value: its lines, without the empty ones. */
export function itemsOf(value: string): readonly string[] {
  return value.split(/\r\n?|\n/).map((line) => line.trim()).filter((line) => line !== '');
}

/** Controls other than tab and line feed, overrides of the direction of writing, and halves of surrogate pairs. */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u202d\u202e\u2028\u2029]|\p{Surrogate}/u;
const SHAPES: Partial<Readonly<Record<VariableType, { readonly shape: RegExp; readonly code: ValueFaultCode }>>> = {
  time: { shape: /^([01]\d|2[0-3]):[0-5]\d$/, code: 'NO_TIME' },
  url: { shape: /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i, code: 'NO_LINK' },
  handle: { shape: /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?$/u, code: 'NO_HANDLE' },
  hashtag: { shape: /^(?=.*\p{L})[\p{L}\p{N}\p{M}_]+$/u, code: 'NO_HASHTAG' },
};

/**
 * The first thing wrong with a value that is there; null where it keeps to the type and its limits. Whether it may be missing is another question.
 * A number is written with a full stop and no spaces (`1250.5`), a day YYYY-MM-DD, a time HH:MM, a handle without @, a hashtag without #.
 */
export function valueFault(variable: Variable, value: string): ValueFault | null {
  const { type, minLength, maxLength } = variable;
  const written = value.replace(/\r\n?/g, '\n');
  if (HIDDEN.test(written)) return fault('HIDDEN_CHARACTER');
  if (type !== 'text' && type !== 'list' && written.includes('\n')) return fault('LINE_BREAK');
  if (minLength !== null && written.length < minLength) return fault('TOO_SHORT', minLength, written.length);
  if (maxLength !== null && written.length > maxLength) return fault('TOO_LONG', maxLength, written.length);
  const shaped = SHAPES[type];
  if (shaped !== undefined && !shaped.shape.test(written)) return fault(shaped.code);
  if (type === 'number') return numberFault(variable, written);
  if (type === 'date') return dayFault(variable, written);
  if (type === 'choice' && !variable.choices.includes(written)) return fault('NO_CHOICE');
  return type === 'list' ? listFault(variable, written) : null;
}

function numberFault({ minValue, maxValue }: Variable, written: string): ValueFault | null {
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(written)) return fault('NO_NUMBER');
  if (minValue !== null && Number(written) < minValue) return fault('TOO_SMALL', minValue);
  return maxValue !== null && Number(written) > maxValue ? fault('TOO_LARGE', maxValue) : null;
}

function dayFault({ earliest, latest }: Variable, written: string): ValueFault | null {
  if (!isDay(written)) return fault('NO_DAY');
  if (earliest !== null && written < earliest) return fault('TOO_EARLY', earliest);
  return latest !== null && written > latest ? fault('TOO_LATE', latest) : null;
}

function listFault({ choices, maxItems }: Variable, written: string): ValueFault | null {
  const items = itemsOf(written);
  if (maxItems !== null && items.length > maxItems) return fault('TOO_MANY_ITEMS', maxItems, items.length);
  return choices.length > 0 && items.some((item) => !choices.includes(item)) ? fault('NO_CHOICE') : null;
}

function fault(code: ValueFaultCode, limit: number | string | null = null, actual: number | null = null): ValueFault {
  return { code, limit, actual };
}
