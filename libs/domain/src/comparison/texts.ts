// The texts of an answer before and after, divided where the description divides it, each in stretches of words.

import type { Content, Json } from '../content/content.js';
import type { Field, Item } from '../content/field.js';
import { isSameJson } from './change.js';
import { POINTER } from './places.js';
import { stretchesBetween } from './sequence.js';
import { type WordMark, wordMarks } from './words.js';

export interface FieldName {
  /** As it stands in the content. */
  readonly key: string;
  /** What people read beside it. */
  readonly label: string;
}

export interface ChangedText {
  /** From the answer down to the part that changed; empty where that is the answer itself. */
  readonly fields: readonly FieldName[];
  /** Its place from 1 in a list that is told apart by places alone: in the later one, or in the earlier where it is gone. */
  readonly place: number | null;
  readonly type: Item['type'] | Field['type'];
  /** Words of a text. Of anything else each stretch is one value. None where there are no words for it. */
  readonly marks: readonly WordMark[];
}

/** How to say what a content holds. */
export interface Speech {
  /** The words of a rich text, and the same with its marks and links. */
  readonly prose: (value: Json) => { readonly plain: string; readonly marked: string };
  readonly term: (id: string) => string;
  readonly link: (id: string) => string;
  /** What an item of the same list is called. */
  readonly item: (id: string) => string;
  /** Texts whose words are still to be told apart, in characters. What is beyond is removed and added whole, so that time stays bounded. */
  readonly patience: { characters: number };
}

const NO_PROSE = { plain: '', marked: '' };

type Where = Pick<ChangedText, 'fields' | 'place'>;

/** Every text that differs, in the order of the description. */
export function changedTexts(field: Field | Item, before: Json, after: Json, at: Where, speech: Speech): readonly ChangedText[] {
  if (isSameJson(before, after)) return [];
  switch (field.type) {
    case 'object': return Object.entries(field.fields).flatMap(([key, part]) =>
      changedTexts(part, partOf(before, key), partOf(after, key), { ...at, fields: [...at.fields, { key, label: part.label }] }, speech));
    case 'list': return field.of.type === 'object' || field.of.type === 'text' ? changedItems(field.of, listOf(before), listOf(after), at, speech) : changedValues(field.of, listOf(before), listOf(after), at, speech);
    case 'prose': return [{ ...at, type: field.type, marks: proseMarks(before, after, speech) }];
    case 'text': return [{ ...at, type: field.type, marks: textMarks(textOf(before), textOf(after), speech) }];
    case 'extra': return [{ ...at, type: field.type, marks: [] }];
    default: return changedValues(field, before === null ? [] : [before], after === null ? [] : [after], at, speech);
  }
}

/** Items without ids: those that are the same stay, and what stands between the same neighbours is taken for one another. */
function changedItems(item: Item, before: readonly Json[], after: readonly Json[], at: Where, speech: Speech): readonly ChangedText[] {
  const inJson = (items: readonly Json[]): readonly string[] => items.map((one) => JSON.stringify(one));
  const gaps: { readonly old: number[]; readonly now: number[] }[] = [{ old: [], now: [] }];
  for (const { is, before: [from, to], after: [start, end] } of stretchesBetween(inJson(before), inJson(after))) {
    if (is === 'SAME') gaps.push({ old: [], now: [] });
    else {
      gaps.at(-1)?.old.push(...range(from, to));
      gaps.at(-1)?.now.push(...range(start, end));
    }
  }
  return gaps.flatMap(({ old, now }) => range(0, Math.max(old.length, now.length)).flatMap((index) => {
    const [was, is] = [old[index], now[index]];
    return changedTexts(item, was === undefined ? null : (before[was] ?? null), is === undefined ? null : (after[is] ?? null), { ...at, place: (is ?? was ?? 0) + 1 }, speech);
  }));
}

/** Its words, or with its marks and links where the words are the same. */
function proseMarks(before: Json, after: Json, speech: Speech): readonly WordMark[] {
  const [old, now] = [before === null ? NO_PROSE : speech.prose(before), after === null ? NO_PROSE : speech.prose(after)];
  return old.plain === now.plain ? textMarks(old.marked, now.marked, speech) : textMarks(old.plain, now.plain, speech);
}

function textMarks(before: string, after: string, { patience }: Speech): readonly WordMark[] {
  const length = before === '' || after === '' ? 0 : before.length + after.length;
  const isMarked = length > 0 && length <= patience.characters;
  if (isMarked) patience.characters -= length;
  return isMarked ? wordMarks(before, after) : ([{ is: 'REMOVED', text: before }, { is: 'ADDED', text: after }] as const).filter(({ text }) => text !== '');
}

function changedValues(item: Item | Field, before: readonly Json[], after: readonly Json[], at: Where, speech: Speech): readonly ChangedText[] {
  if (item.type === 'number' && item.counts === 'OWN_PLACE') return [];
  const words = (values: readonly Json[]): readonly string[] => values.map((value) => valueInWords(item, value, speech));
  // Which steps come first matters; the order in which they are named follows moves.
  const inWords = item.type === 'number' && item.counts === 'OTHER_PLACES' ? (values: readonly Json[]): readonly string[] => words(values).toSorted() : words;
  const [old, now] = [inWords(before), inWords(after)] as const;
  const marks = stretchesBetween(old, now).flatMap(({ is, before: [from, to], after: [start, end] }) => (is === 'ADDED' ? now.slice(start, end) : old.slice(from, to)).map((text) => ({ is, text })));
  return marks.every(({ is }) => is === 'SAME') ? [] : [{ ...at, type: item.type, marks }];
}

function valueInWords(item: Item | Field, value: Json, speech: Speech): string {
  if (item.type === 'term') return speech.term(String(value));
  if (item.type === 'link') return speech.link(String(value));
  if (item.type === 'number' && item.counts === 'OTHER_PLACES' && typeof value === 'string') return speech.item(value.slice(POINTER.length));
  if (item.type === 'money') return `${textOf(partOf(value, 'amount'))} ${textOf(partOf(value, 'currency'))}`;
  return textOf(value);
}

function textOf(value: Json): string {
  return value === null || typeof value === 'object' ? '' : String(value);
}

function partOf(value: Json, key: string): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? ((value as Content)[key] ?? null) : null;
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at);
}
