// Makes changes to a content.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import type { AddedItem, Change, EditedAnswer, MovedItem } from './change.js';
import { itemsById, withoutPlaces, withPlaces } from './places.js';

/**
 * The content with the changes made. All changes of a comparison, made to its first content, give the second. Some of them, or made to another content: what
 * is about an item that is not there changes nothing, an item whose neighbour is not there comes last, numbers of places follow.
 */
export function appliedChanges(kind: ResourceKind, content: Content, changes: readonly Change[]): Content {
  const fields = CONTENT_FIELDS[kind];
  const lists = [...new Set(changes.flatMap((change) => ('list' in change ? [change.list] : [])))];
  const edited = changes.reduce((made, change) => (change.is === 'EDITED' || change.is === 'RENAMED' ? withAnswer(made, change) : made), withoutPlaces(fields, content));
  return withPlaces(fields, lists.reduce((made, list) => ({ ...made, [list]: withItems(made[list], changes.filter((change) => 'list' in change && change.list === list)) }), edited));
}

function withAnswer(content: Content, { at: { list, id, field }, after }: EditedAnswer): Content {
  if (list === null || id === null) return withPart(content, field, after);
  const items = content[list];
  return !Array.isArray(items) ? content : { ...content, [list]: items.map((item) => ((item as Content | null)?.['id'] === id ? withPart(item as Content, field, after) : item)) };
}

function withPart(value: Content, [key = '', ...rest]: readonly string[], after: Json): Content {
  return { ...value, [key]: rest.length === 0 ? after : withPart((value[key] ?? {}) as Content, rest, after) };
}

function withItems(value: Json | undefined, changes: readonly Change[]): Json {
  const items = itemsById(value);
  if (items === null) return value ?? [];
  const gone = new Set(changes.flatMap((change) => (change.is === 'REMOVED' || change.is === 'MOVED' || change.is === 'ADDED' ? [change.id] : [])));
  const placed = [...items.values()].filter(({ id }) => !gone.has(String(id)));
  const isPlaced = new Set<string>();
  for (const change of changes.filter((one): one is AddedItem | MovedItem => one.is === 'ADDED' || one.is === 'MOVED')) {
    const item = change.is === 'ADDED' ? change.item : items.get(change.id);
    if (item === undefined || isPlaced.has(change.id)) continue;
    isPlaced.add(change.id);
    const before = placed.findIndex(({ id }) => id === change.follows);
    placed.splice(change.follows === null ? 0 : before === -1 ? placed.length : before + 1, 0, item);
  }
  return placed;
}
