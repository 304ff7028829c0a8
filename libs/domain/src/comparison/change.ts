// What a comparison of two contents finds: one change a thing that somebody did.

import type { Content, Json } from '../content/content.js';

export interface Address {
  /** The identified list by its content key, and the item in it; null where it is about a field of the content itself. */
  readonly list: string | null;
  readonly id: string | null;
  /** The key of the field, and of the part within an object. */
  readonly field: readonly string[];
}

/** An answer says something else. RENAMED: the one by which people call the item. */
export interface EditedAnswer {
  readonly is: 'EDITED' | 'RENAMED';
  readonly at: Address;
  readonly before: Json;
  readonly after: Json;
}

interface OfItem {
  readonly list: string;
  readonly id: string;
}

export interface AddedItem extends OfItem {
  readonly is: 'ADDED';
  readonly item: Content;
  /** The item it stands directly behind; null where it is the first. */
  readonly follows: string | null;
  readonly to: number;
  /** The item that most of its words were taken out of: that one was split. */
  readonly splitFrom: string | null;
}

export interface RemovedItem extends OfItem {
  readonly is: 'REMOVED';
  readonly item: Content;
  readonly from: number;
  /** The item that most of its words went into: both were joined. */
  readonly joinedInto: string | null;
}

/** An item stands elsewhere. Items that only made room for it have not moved, and numbers that follow from places are no edits. */
export interface MovedItem extends OfItem {
  readonly is: 'MOVED';
  readonly follows: string | null;
  /** Places in the list before and after, from 0. */
  readonly from: number;
  readonly to: number;
}

export type Change = EditedAnswer | AddedItem | RemovedItem | MovedItem;

/** The item a change is about; null where it is about the content itself. */
export function itemOf(change: Change): OfItem | null {
  if ('id' in change) return change;
  const { list, id } = change.at;
  return list === null || id === null ? null : { list, id };
}

export function isSameJson(left: Json | undefined, right: Json | undefined): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}
