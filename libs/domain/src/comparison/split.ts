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
/** Looked at in one comparison: where many items came and went, fewer words of each. */
const MOST_LOOKS = 1_000_000;

export interface Origins {
  /** The item that lost most of the words of this new one; null where it was written anew. */
  readonly splitFrom: (id: string) => string | null;
  /** The item that gained most of the words of this removed one; null where they are gone. */
  readonly joinedInto: (id: string) => string | null;
}

/** Where the words of items went between two forms of one list. */
export function originsBetween({ before, after, ...reading }: Texts): Origins {
  const pairs = Math.max(1, [...after.keys()].filter((id) => !before.has(id)).length * before.size, [...before.keys()].filter((id) => !after.has(id)).length * after.size);
  const most = Math.min(MOST_WORDS, Math.floor(MOST_LOOKS / pairs));
  const old = onDemand((id) => wordsOf(before.get(id), reading).slice(0, most));
  const now = onDemand((id) => wordsOf(after.get(id), reading).slice(0, most));
  const lost = onDemand((id) => without(old(id), now(id)));
  const gained = onDemand((id) => without(now(id), old(id)));
  return { splitFrom: (id) => likeliest(now(id), [...before.keys()], lost), joinedInto: (id) => likeliest(old(id), [...after.keys()], gained) };
}

type Reading = Pick<Texts, 'fields' | 'plainOf'>;
type WordsOf = (id: string) => readonly string[];

function onDemand(make: WordsOf): WordsOf {
  const made = new Map<string, readonly string[]>();
  return (id) => {
    const words = made.get(id) ?? make(id);
    made.set(id, words);
    return words;
  };
}

/** Looks for the words among those that each candidate has on one side of the comparison and not on the other. */
function likeliest(words: readonly string[], candidates: readonly string[], moved: WordsOf): string | null {
  if (words.length < FEWEST_WORDS) return null;
  const shares = candidates.map((id) => ({ id, share: overlap(words, moved(id)) / words.length }));
  const best = shares.reduce<{ id: string; share: number } | null>((found, next) => (found === null || next.share > found.share ? next : found), null);
  return best !== null && best.share >= MOST_OF_THEM ? best.id : null;
}

function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const left = countsOf(others);
  return words.filter((word) => !taken(left, word));
}

function overlap(words: readonly string[], others: readonly string[]): number {
  if (others.length === 0) return 0;
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
