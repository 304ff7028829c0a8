// Takes a person's words or name out of a content: every place that holds them says when they went, and nothing else changes.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import type { Field, Fields, Item } from '../content/field.js';

/** What is taken out, as its marker names it. */
export const REDACTED_THINGS = { NAME: 'name', QUOTE: 'quote', ASSET: 'picture' } as const;
export type RedactedThing = keyof typeof REDACTED_THINGS;

/** Shorter words are found in too many places that mean nobody. */
export const SHORTEST_PHRASE = 3;
export const LONGEST_PHRASE = 2_000;

/** What stands in the place of what was taken out. `day` is YYYY-MM-DD. */
export function redactionMarker(what: RedactedThing, day: string): string {
  return `[${REDACTED_THINGS[what]} removed ${day}]`;
}

/** Why a phrase cannot be looked for; null where it can. */
export function phraseProblem(phrase: string): string | null {
  const { length } = [...phrase.trim()];
  if (length < SHORTEST_PHRASE || length > LONGEST_PHRASE) return `Write what is to go, in ${SHORTEST_PHRASE} to ${LONGEST_PHRASE.toLocaleString('en-GB')} characters.`;
  return /[\p{L}\p{N}]/u.test(phrase) ? null : 'Write the words that are to go.';
}

/** Finds the phrase as whole words, however it is cased, spaced or composed. */
export function phrasePattern(phrase: string): RegExp {
  const words = phrase.trim().normalize('NFC').split(/\s+/u).map((word) => [...word].map(eitherForm).join(''));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
}

function eitherForm(character: string): string {
  const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const apart = character.normalize('NFD');
  if (character === '’' || character === "'") return '[’\']';
  return apart === character ? escape(character) : `(?:${escape(character)}|${escape(apart)})`;
}

export interface Rewritten<Value> {
  readonly value: Value;
  /** In how many places. */
  readonly count: number;
}

/** How the caller takes something out of a text and of a rich text, which is opaque here. */
export interface Replacing {
  readonly text: (text: string) => Rewritten<string>;
  readonly prose: (document: Json) => Rewritten<Json>;
}

/** Every occurrence of `pattern`, replaced by the marker. */
export function replacedText(text: string, pattern: RegExp, marker: string): Rewritten<string> {
  let count = 0;
  const value = text.replace(pattern, () => { count += 1; return marker; });
  return { value, count };
}

/** The content with every text of its own gone through; ids, terms, numbers and days stay. The same content where nothing was found. */
export function redactedContent(kind: ResourceKind, content: Content, replacing: Replacing): Rewritten<Content> {
  const { value, count } = inFields(CONTENT_FIELDS[kind], content, replacing);
  return count === 0 ? { value: content, count } : { value, count };
}

function inFields(fields: Fields, content: Content, replacing: Replacing): Rewritten<Content> {
  let count = 0;
  const entries = Object.entries(content).map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) return [name, value] as const;
    const replaced = inField(field, value, replacing);
    count += replaced.count;
    return [name, replaced.value] as const;
  });
  return { value: Object.fromEntries(entries), count };
}

function inField(field: Field | Item, value: Json, replacing: Replacing): Rewritten<Json> {
  if (value === null) return { value, count: 0 };
  switch (field.type) {
    case 'text': return typeof value === 'string' ? replacing.text(value) : { value, count: 0 };
    case 'prose': return replacing.prose(value);
    case 'object': return isRecord(value) ? inFields(field.fields, value, replacing) : { value, count: 0 };
    case 'list': return Array.isArray(value) ? inList(value, (item) => inField(field.of, item, replacing)) : { value, count: 0 };
    case 'extra': return redactedJson(value, replacing);
    default: return { value, count: 0 };
  }
}

/** Anything without a description, such as what an import kept without knowing it: any text in it, however deep. */
export function redactedJson(value: Json, replacing: Replacing): Rewritten<Json> {
  if (typeof value === 'string') return replacing.text(value);
  if (Array.isArray(value)) return inList(value, (item) => redactedJson(item, replacing));
  if (!isRecord(value)) return { value, count: 0 };
  const parts = Object.entries(value).map(([name, part]) => [name, redactedJson(part, replacing)] as const);
  return { value: Object.fromEntries(parts.map(([name, part]) => [name, part.value])), count: parts.reduce((sum, [, part]) => sum + part.count, 0) };
}

function inList(items: readonly Json[], inItem: (item: Json) => Rewritten<Json>): Rewritten<Json> {
  const replaced = items.map(inItem);
  return { value: replaced.map(({ value }) => value), count: replaced.reduce((sum, { count }) => sum + count, 0) };
}

const isRecord = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);
