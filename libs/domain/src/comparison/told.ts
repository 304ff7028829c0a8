// Changes as people are told of them: which part, what it is called, where it stands, and which words.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import type { Field, Fields, Item } from '../content/field.js';
import type { Change } from './change.js';
import { itemsById } from './places.js';
import { type ChangedText, changedTexts, type FieldName, type Speech } from './texts.js';

/** How to say what stands outside the content. */
export type OutsideSpeech = Omit<Speech, 'item' | 'patience'>;

export interface ToldItem {
  readonly id: string;
  /** What people call it, or called it where it is gone; null where it has no name. */
  readonly name: string | null;
  /** Places from 1; null where it was not there yet, or is there no more. */
  readonly placeBefore: number | null;
  readonly placeAfter: number | null;
}

export interface ToldChange {
  /** What is told here. */
  readonly change: Change;
  readonly is: Change['is'];
  /** The field of the content. */
  readonly section: FieldName;
  /** Null where it is about the section itself. */
  readonly item: ToldItem | null;
  /** What an added item was split from, or a removed one joined into. */
  readonly other: ToldItem | null;
  /** What changed within it; every answer of an item that came or went; nothing of one that only moved. */
  readonly texts: readonly ChangedText[];
}

/** Marked word by word in one comparison, in characters of both sides: several times what a long playbook has. */
const PATIENCE = 120_000;

/** `changes` are those that make `after` of `before`, in order. A number that says an item's own place is told by the place alone. */
export function toldChanges(kind: ResourceKind, before: Content, after: Content, changes: readonly Change[], outside: OutsideSpeech): readonly ToldChange[] {
  const fields: Fields = CONTENT_FIELDS[kind];
  const items = new Map(Object.entries(fields).map(([key, field]) => [key, itemsTold(field, before[key], after[key], outside.term)]));
  const patience = { characters: PATIENCE };
  return changes.flatMap((change): readonly ToldChange[] => {
    const { list, id, field: path } = 'at' in change ? change.at : { ...change, field: [] };
    const key = list ?? path[0] ?? '';
    const [field, told] = [fields[key], items.get(key)];
    if (field === undefined || told === undefined) return [];
    const within = id === null || field.type !== 'list' ? field : field.of;
    const texts = textsOf(change, within, id === null ? path.slice(1) : path, { ...outside, patience, item: (pointed) => told(pointed).name ?? pointed });
    if ('at' in change && texts.length === 0) return [];
    const other = change.is === 'ADDED' ? change.splitFrom : change.is === 'REMOVED' ? change.joinedInto : null;
    return [{ change, is: change.is, section: { key, label: field.label }, item: id === null ? null : told(id), other: other === null ? null : told(other), texts }];
  });
}

function textsOf(change: Change, within: Field | Item, path: readonly string[], speech: Speech): readonly ChangedText[] {
  if (change.is === 'MOVED') return [];
  if (change.is === 'ADDED') return changedTexts(within, null, change.item, { fields: [], place: null }, speech);
  if (change.is === 'REMOVED') return changedTexts(within, change.item, null, { fields: [], place: null }, speech);
  const found = path.reduce<{ field: Field | Item; names: readonly FieldName[] }>(({ field, names }, key) => {
    const part = field.type === 'object' ? field.fields[key] : undefined;
    return part === undefined ? { field, names } : { field: part, names: [...names, { key, label: part.label }] };
  }, { field: within, names: [] });
  return changedTexts(found.field, change.before, change.after, { fields: found.names, place: null }, speech);
}

/** Tells of the items of a list by their ids, on both sides. */
function itemsTold(field: Field, before: Json | undefined, after: Json | undefined, termLabel: OutsideSpeech['term']): (id: string) => ToldItem {
  const [left, right] = field.type === 'list' && field.identified ? [itemsById(before), itemsById(after)] : [null, null];
  const [placesBefore, placesAfter] = [placesOf(left), placesOf(right)];
  const named = field.type === 'list' ? field.named : undefined;
  const isTerm = named !== undefined && field.type === 'list' && field.of.type === 'object' && field.of.fields[named]?.type === 'term';
  return (id) => {
    const name = (right?.get(id) ?? left?.get(id))?.[named ?? ''];
    return { id, name: typeof name !== 'string' ? null : isTerm ? termLabel(name) : name, placeBefore: placesBefore.get(id) ?? null, placeAfter: placesAfter.get(id) ?? null };
  };
}

function placesOf(items: ReadonlyMap<string, Content> | null): ReadonlyMap<string, number> {
  return new Map([...(items?.keys() ?? [])].map((id, at) => [id, at + 1]));
}
