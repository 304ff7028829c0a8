// Compares two contents of one kind by their description: answers, parts of answers, and items with stable ids.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import type { Field, Fields, ListField } from '../content/field.js';
import { type Address, type Change, isSameJson } from './change.js';
import { itemsById, withoutPlaces } from './places.js';
import { risingRun } from './sequence.js';
import { originsBetween } from './split.js';

/** The words of a rich text; prose is opaque here. */
export type PlainOf = (value: Json) => string;

/**
 * What was done to make the second content of the first, in the order of the description; both in their whole form. An identified list is compared item by
 * item, any other answer as a whole. `plainOf` serves to recognise items that were split or joined, nothing else.
 */
export function comparedContents(kind: ResourceKind, before: Content, after: Content, plainOf: PlainOf = () => ''): readonly Change[] {
  const fields = CONTENT_FIELDS[kind];
  return inFields(fields, withoutPlaces(fields, before), withoutPlaces(fields, after), { list: null, id: null, field: [] }, plainOf);
}

function inFields(fields: Fields, before: Content, after: Content, at: Address, plainOf: PlainOf, named?: string): readonly Change[] {
  return Object.entries(fields).flatMap(([key, field]) => inAnswer(field, before[key] ?? null, after[key] ?? null, { ...at, field: [...at.field, key] }, plainOf, key === named));
}

function inAnswer(field: Field, before: Json, after: Json, at: Address, plainOf: PlainOf, isName: boolean): readonly Change[] {
  if (isSameJson(before, after)) return [];
  if (field.type === 'object' && isObject(before) && isObject(after)) return inFields(field.fields, before, after, at, plainOf);
  if (field.type === 'list' && field.identified && at.list === null && at.field.length === 1) {
    const [left, right] = [itemsById(before), itemsById(after)];
    if (left !== null && right !== null) return inItems(field, at.field[0] ?? '', left, right, plainOf);
  }
  return [{ is: isName ? 'RENAMED' : 'EDITED', at, before, after }];
}

function inItems(field: ListField, list: string, before: ReadonlyMap<string, Content>, after: ReadonlyMap<string, Content>, plainOf: PlainOf): readonly Change[] {
  const [left, right] = [[...before.keys()], [...after.keys()]];
  const placeBefore = new Map(left.map((id, place) => [id, place]));
  const stayed = right.filter((id) => before.has(id));
  const inOrder = risingRun(stayed.map((id) => placeBefore.get(id) ?? 0));
  const isMoved = new Set(stayed.filter((_, at) => !inOrder.has(at)));
  const fields = field.of.type === 'object' ? field.of.fields : {};
  const follows = (to: number): string | null => right[to - 1] ?? null;
  const { splitFrom, joinedInto } = originsBetween({ fields, before, after, plainOf });
  return [
    ...left.filter((id) => !after.has(id)).map((id): Change => ({ is: 'REMOVED', list, id, item: before.get(id) ?? {}, from: placeBefore.get(id) ?? 0, joinedInto: joinedInto(id) })),
    ...right.flatMap((id, to): readonly Change[] => {
      const [old, now] = [before.get(id), after.get(id) ?? {}];
      if (old === undefined) return [{ is: 'ADDED', list, id, item: now, follows: follows(to), to, splitFrom: splitFrom(id) }];
      const moved: readonly Change[] = isMoved.has(id) ? [{ is: 'MOVED', list, id, follows: follows(to), from: placeBefore.get(id) ?? 0, to }] : [];
      return [...moved, ...inFields(fields, old, now, { list, id, field: [] }, plainOf, field.named)];
    }),
  ];
}

function isObject(value: Json): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
