// Recognises an item that was split from another, or joined into it, by where its words went.

import type { Content, Json } from '../content/content.js';
import type { Field, Fields, Item } from '../content/field.js';

interface Texts {
  readonly fields: Fields;
  readonly before: ReadonlyMap<string, Content>;
  readonly after: ReadonlyMap<string, Content>;
  readonly plainOf: (value: Json) => string;
}

/** Fewer words prove nothing, and more are not looked at. */
const FEWEST_WORDS = 4;
const MOST_WORDS = 2000;
const MOST_OF_THEM = 0.6;

/** The item that lost most of the words of this new one; null where it was written anew. */
export function splitFrom(id: string, { before, after, ...reading }: Texts): string | null {
  return likeliest(wordsOf(after.get(id), reading), [...before], (other) => wordsOf(after.get(other), reading), reading);
}

/** The item that gained most of the words of this removed one; null where they are gone. */
export function joinedInto(id: string, { before, after, ...reading }: Texts): string | null {
  return likeliest(wordsOf(before.get(id), reading), [...after], (other) => wordsOf(before.get(other), reading), reading);
}

type Reading = Pick<Texts, 'fields' | 'plainOf'>;

/** Looks for the words among those that each candidate has on one side of the comparison and not on the other. */
function likeliest(words: readonly string[], candidates: readonly (readonly [string, Content])[], elsewhere: (id: string) => readonly string[], reading: Reading): string | null {
  if (words.length < FEWEST_WORDS) return null;
  const shares = candidates.map(([id, item]) => ({ id, share: overlap(words, without(wordsOf(item, reading), elsewhere(id))) / words.length }));
  const best = shares.reduce<{ id: string; share: number } | null>((found, next) => (found === null || next.share > found.share ? next : found), null);
  return best !== null && best.share >= MOST_OF_THEM ? best.id : null;
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = countsOf(others);
  return words.filter((word) => !taken(left, word));
}

function overlap(words: readonly string[], others: readonly string[]): number {
  const left = countsOf(others);
  return words.filter((word) => taken(left, word)).length;
}

function taken(left: Map<string, number>, word: string): boolean {
  const count = left.get(word) ?? 0;
  if (count > 0) left.set(word, count - 1);
  return count > 0;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(item: Content | undefined, { fields, plainOf }: Reading): readonly string[] {
  if (item === undefined) return [];
  const text = Object.entries(fields).map(([key, field]) => textOf(field, item[key] ?? null, plainOf)).join(' ');
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

function textOf(field: Field | Item, value: Json, plainOf: Texts['plainOf']): string {
  if (value === null) return '';
  if (field.type === 'prose') return plainOf(value);
  if (field.type === 'text') return String(value);
  return field.type === 'list' && field.of.type === 'text' && Array.isArray(value) ? value.join(' ') : '';
}
