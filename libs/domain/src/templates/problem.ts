// What can be wrong with a template or with what comes of it, as data. The message is for whoever writes; nothing else needs to be read out of it.

import type { Limit, LimitedField, LimitUnit, Sourced } from '../channels/channel-profile.js';
import type { TextFault, TextFaultCode } from './template-text.js';
import type { ValueFault, ValueFaultCode } from './variable.js';
import type { VariantField } from './template.js';

interface AnyProblem {
  /** An error stands in the way of using the template; a warning does not. */
  readonly isWarning: boolean;
  readonly message: string;
}

/** Of a variable: its declaration (`field` is where), or a value for it (`field` is `value`). */
export interface VariableProblem extends AnyProblem {
  readonly about: 'VARIABLE';
  readonly code: ValueFaultCode | 'BAD_NAME' | 'NAMED_TWICE' | 'LIMITS_CROSSED' | 'NO_CHOICES' | 'NO_EXAMPLE' | 'UNUSED';
  readonly variable: string;
  /** Among the variables, from 0. */
  readonly position: number;
  readonly field: 'name' | 'minLength' | 'minValue' | 'earliest' | 'choices' | 'default' | 'example' | 'value';
  readonly limit: number | string | null;
  readonly actual: number | null;
}

export interface TextPlace {
  /** The vocabulary ids of channel and format, null where the variant names none or nobody knows it. */
  readonly channel: string | null;
  readonly format: string | null;
  /** Among the variants, from 0. */
  readonly variant: number;
  readonly field: VariantField | LimitedField;
  /** From 0, where the field is a list. */
  readonly position: number | null;
}

/** Of a gap in the text of a variant. */
export interface GapProblem extends AnyProblem, TextPlace {
  readonly about: 'GAP';
  readonly code: TextFaultCode | 'UNKNOWN' | 'UNRESOLVED' | 'TOO_MUCH';
  /** The name, or what stands there instead; '' where all of them together are too much. */
  readonly gap: string;
}

/** Of a limit of the channel. */
export interface LimitProblem extends AnyProblem, TextPlace, Sourced {
  readonly about: 'LIMIT';
  readonly code: 'OVER' | 'UNDER' | 'NOT_TAKEN';
  readonly limit: number;
  readonly actual: number;
  readonly unit: LimitUnit;
  readonly isAdvice: boolean;
}

export type TemplateProblem = VariableProblem | GapProblem | LimitProblem;

const VALUE_WORDS: Readonly<Record<ValueFaultCode, (fault: ValueFault) => string>> = {
  TOO_SHORT: ({ limit, actual }) => `at least ${limit} characters; this has ${actual}`,
  TOO_LONG: ({ limit, actual }) => `at most ${limit} characters; this has ${actual}`,
  TOO_SMALL: ({ limit }) => `at least ${limit}`,
  TOO_LARGE: ({ limit }) => `at most ${limit}`,
  TOO_EARLY: ({ limit }) => `not before ${limit}`,
  TOO_LATE: ({ limit }) => `not after ${limit}`,
  TOO_MANY_ITEMS: ({ limit, actual }) => `at most ${limit} items; this has ${actual}`,
  NO_NUMBER: () => 'a number such as 1250.5',
  NO_DAY: () => 'a day of the calendar, written YYYY-MM-DD',
  NO_TIME: () => 'a time such as 17:00',
  NO_LINK: () => 'an address that begins with https:// or http://',
  NO_HANDLE: () => 'a name of letters, digits, full stops and underscores, without @',
  NO_HASHTAG: () => 'one word of letters, digits and underscores, without #',
  NO_CHOICE: () => 'one of the choices',
  LINE_BREAK: () => 'one line',
  HIDDEN_CHARACTER: () => 'no characters that cannot be seen',
};

const TEXT_WORDS: Readonly<Record<TextFaultCode, string>> = {
  UNCLOSED: 'has two braces that nothing closes',
  UNOPENED: 'has closing braces that nothing opened',
  NESTED: 'has a gap within a gap',
  NAMELESS: 'has a gap without a name',
  BAD_NAME: 'has a gap whose name is not written in snake_case',
};

export function valueProblem(variable: string, position: number, field: VariableProblem['field'], fault: ValueFault): VariableProblem {
  const what = field === 'value' ? variable : `The ${field} of ${variable}`;
  return { about: 'VARIABLE', ...fault, variable, position, field, isWarning: false, message: `${what}: ${VALUE_WORDS[fault.code](fault)}.` };
}

export function textProblem(place: TextPlace, { code, written }: TextFault): GapProblem {
  return { about: 'GAP', code, gap: written, ...place, isWarning: false, message: `${fieldWords(place)} ${TEXT_WORDS[code]}: “${written}”.` };
}

export function gapProblem(place: TextPlace, code: 'UNKNOWN' | 'UNRESOLVED', gap: string): GapProblem {
  const message = code === 'UNKNOWN' ? `${fieldWords(place)} names ${gap}, which is no variable of this template.` : `${fieldWords(place)} needs ${gap}, which is not filled in.`;
  return { about: 'GAP', code, gap, ...place, isWarning: false, message };
}

export function tooMuch(place: TextPlace, most: number): GapProblem {
  return { about: 'GAP', code: 'TOO_MUCH', gap: '', ...place, isWarning: false, message: `Filled, this has over ${most.toLocaleString('en')} characters, which nobody posts. Shorten its values, or use them less often.` };
}

/** @param when where the text is not what will be posted, what it was filled with, as the end of a sentence */
export function limitProblem(place: TextPlace, { atLeast, atMost, unit, isAdvice }: Limit, actual: number, sourced: Sourced, when = ''): LimitProblem | null {
  const isOver = atMost !== null && actual > atMost;
  const limit = isOver ? atMost : atLeast !== null && actual < atLeast ? atLeast : null;
  if (limit === null) return null;
  const { checkedOn, confidence, source } = sourced;
  const message = `${fieldWords(place)}: ${isOver ? 'at most' : 'at least'} ${limit} ${UNIT_WORDS[unit]}${isAdvice ? ' are advised' : ''}; this has ${actual}${when}.`;
  return { about: 'LIMIT', code: isOver ? 'OVER' : 'UNDER', ...place, limit, actual, unit, isAdvice, checkedOn, confidence, source, isWarning: isAdvice, message };
}

/** Alt text for a format that takes none: the words would be lost. */
export function notTaken(place: TextPlace, actual: number, { checkedOn, confidence, source }: Sourced): LimitProblem {
  return { about: 'LIMIT', code: 'NOT_TAKEN', ...place, limit: 0, actual, unit: 'items', isAdvice: false, checkedOn, confidence, source, isWarning: true, message: `${fieldWords(place)}: this format takes none, so say it another way.` };
}

const UNIT_WORDS: Readonly<Record<LimitUnit, string>> = {
  utf16: 'characters (UTF-16 units)', graphemes: 'characters', 'code-points': 'characters (code points)', weighted: 'weighted characters',
  'chars-emoji-as-utf8-bytes': 'characters (emoji by their bytes)', 'utf8-bytes': 'bytes', words: 'words', hashtags: 'hashtags', seconds: 'seconds', items: 'slides',
};

const FIELD_WORDS: Readonly<Record<TextPlace['field'], string>> = {
  subject: 'The subject', preheader: 'The preheader', title: 'The title', documentTitle: 'The document title', hook: 'The hook', onScreenText: 'The text on screen',
  voiceOver: 'The voice-over', caption: 'The text', altText: 'The alt text', durationSeconds: 'The length', slides: 'The slides',
};

function fieldWords({ field, position }: TextPlace): string {
  return position === null ? FIELD_WORDS[field] : `${FIELD_WORDS[field]} ${position + 1}`;
}
