// Numbers that follow from places in a list, told as what they mean: the item's own place, and the items it points at.

import type { Content, Json } from '../content/content.js';
import type { Fields, ListField } from '../content/field.js';

/** Instead of an item's number, where it is that of its place. */
const IN_PLACE = 'IN_PLACE';
/** Stands before the id of an item instead of its number. */
export const POINTER = '#';

/** Items by id; null where the list gives no item, or two, the same id, so that nothing can be told apart. */
export function itemsById(value: Json | undefined): ReadonlyMap<string, Content> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, Content>();
  for (const item of value as readonly Json[]) {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
    const id = (item as Content)['id'];
    if (typeof id !== 'string' || items.has(id)) return null;
    items.set(id, item as Content);
  }
  return items;
}

/** The content with ids where its lists have numbers of places: a step that moves then differs by its place alone. */
export function withoutPlaces(fields: Fields, content: Content): Content {
  return mapped(fields, content, ({ own, others }, items) => {
    const numbers = items.map((item) => item[own ?? '']);
    const idOf = new Map(items.flatMap((item, at): [Json, Json][] => (numbers.indexOf(numbers[at]) === numbers.lastIndexOf(numbers[at]) && typeof numbers[at] === 'number' ? [[numbers[at], `${POINTER}${String(item['id'])}`]] : [])));
    return items.map((item, at) => ({
      ...item,
      ...(own === null ? {} : { [own]: item[own] === at + 1 ? IN_PLACE : (item[own] ?? null) }),
      ...Object.fromEntries(others.map((key) => [key, listOf(item[key]).map((number) => idOf.get(number) ?? number)])),
    }));
  });
}

/** The numbers again, by the places as they are now. What points at an item that is gone points at nothing any more. */
export function withPlaces(fields: Fields, content: Content): Content {
  return mapped(fields, content, ({ own, others }, items) => {
    const numbered = items.map((item, at) => (own === null || item[own] !== IN_PLACE ? item : { ...item, [own]: at + 1 }));
    const numberOf = new Map(numbered.map((item) => [`${POINTER}${String(item['id'])}`, item[own ?? ''] ?? null]));
    const points = (value: Json): readonly Json[] => (typeof value !== 'string' ? [value] : numberOf.has(value) ? [numberOf.get(value) ?? null] : []);
    return numbered.map((item) => ({ ...item, ...Object.fromEntries(others.map((key) => [key, listOf(item[key]).flatMap(points)])) }));
  });
}

interface Counted { readonly own: string | null; readonly others: readonly string[] }

function mapped(fields: Fields, content: Content, change: (counted: Counted, items: readonly Content[]) => readonly Content[]): Content {
  return { ...content, ...Object.fromEntries(Object.entries(fields).flatMap(([key, field]): [string, Json][] => {
    const counted = field.type === 'list' && field.identified ? countedIn(field) : null;
    const items = counted === null ? null : itemsById(content[key]);
    return counted === null || items === null ? [] : [[key, change(counted, [...items.values()])]];
  })) };
}

function countedIn({ of }: ListField): Counted | null {
  if (of.type !== 'object') return null;
  const entries = Object.entries(of.fields);
  const own = entries.find(([, field]) => field.type === 'number' && field.counts === 'OWN_PLACE')?.[0] ?? null;
  const others = entries.filter(([, field]) => field.type === 'list' && field.of.type === 'number' && field.of.counts === 'OTHER_PLACES').map(([key]) => key);
  return own === null && others.length === 0 ? null : { own, others };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
