// What somebody else changed since a text was taken over, change by change: what can be taken as it is, and what meets a change of one's own.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import { type AddedItem, type Change, isSameJson, itemOf } from './change.js';
import { comparedContents, type PlainOf } from './compare.js';
import { itemsById, withoutPlaces } from './places.js';
import { mergedText } from './words.js';

export interface UpstreamChange {
  readonly change: Change;
  /** FREE: nothing of mine is in its way. MADE: I made the same change. CONFLICT: I changed the same thing in another way. */
  readonly standing: 'FREE' | 'MADE' | 'CONFLICT';
  /** My changes that meet it. */
  readonly mine: readonly Change[];
  /** What takes theirs: the change itself, or the whole item again where I removed what they changed. */
  readonly taken: Change;
  /** In a conflict over a text: the change that makes it hold both, where both can stand. */
  readonly merged: Change | null;
}

/** What can be done with rich text, which is opaque here. */
export interface ProseHands {
  readonly plain: PlainOf;
  /** The text with both changes in it; null where they touch each other. */
  readonly merged: (base: Json, mine: Json, theirs: Json) => Json | null;
}

const NO_HANDS: ProseHands = { plain: () => '', merged: () => null };
/** Answers that belong to one work alone. */
const OWN_ANSWERS = ['authors', 'label', 'reviewBy', 'licence'];

/** Their content with the answers that belong to one work alone as they are in mine: who is credited with the original is no change to take over. */
export function withOwnAnswers(mine: Content, theirs: Content): Content {
  return { ...theirs, ...Object.fromEntries(OWN_ANSWERS.map((key) => [key, mine[key] ?? null])) };
}

/**
 * Their changes since the base, each held against mine. Taking some of them is `appliedChanges(kind, mine, chosen)`, where `taken` takes theirs, `merged` takes
 * both, and what is left out keeps mine.
 */
export function upstreamChanges(kind: ResourceKind, base: Content, mine: Content, theirs: Content, prose: ProseHands = NO_HANDS): readonly UpstreamChange[] {
  const own = comparedContents(kind, base, mine, prose.plain);
  const placeless = withoutPlaces(CONTENT_FIELDS[kind], theirs);
  return comparedContents(kind, base, theirs, prose.plain).map((change) => {
    const meeting = own.filter((other) => meets(change, other));
    const standing = meeting.length === 0 ? 'FREE' : meeting.some((other) => doesSame(change, other)) ? 'MADE' : 'CONFLICT';
    return { change, standing, mine: meeting, taken: restored(change, meeting, placeless) ?? change, merged: standing === 'CONFLICT' ? mergedChange(change, meeting, prose) : null };
  });
}

/** The address of a change within one comparison, where no other has the same. */
export function changeKey(change: Change): string {
  const { list, id, field } = 'at' in change ? change.at : { ...change, field: [] };
  return `${change.is}:${[list, id, ...field].filter((part) => part !== null).join('/')}`;
}

/** A change to an item that I removed changes nothing in mine, unless the item comes back with it. */
function restored(theirs: Change, mine: readonly Change[], content: Content): AddedItem | null {
  const at = itemOf(theirs);
  if (at === null || theirs.is === 'REMOVED' || !mine.some(({ is }) => is === 'REMOVED')) return null;
  const items = [...(itemsById(content[at.list])?.values() ?? [])];
  const to = items.findIndex(({ id }) => id === at.id);
  const item = items[to];
  return item === undefined ? null : { is: 'ADDED', list: at.list, id: at.id, item, follows: to === 0 ? null : String(items[to - 1]?.['id']), to, splitFrom: null };
}

function meets(theirs: Change, mine: Change): boolean {
  if ('at' in theirs && 'at' in mine) return theirs.at.list === mine.at.list && theirs.at.id === mine.at.id && isWithin(theirs.at.field, mine.at.field);
  const [left, right] = [itemOf(theirs), itemOf(mine)];
  if (left === null || right === null) return isWholeList(theirs, mine) || isWholeList(mine, theirs);
  if (left.list !== right.list || left.id !== right.id) return false;
  // An edit and a move of one item do not meet; a removal meets everything.
  return theirs.is === 'REMOVED' || mine.is === 'REMOVED' || theirs.is === mine.is;
}

/** A list without ids that can be told apart is changed as a whole, and so meets whatever happens to an item in it. */
function isWholeList(whole: Change, part: Change): boolean {
  return 'at' in whole && whole.at.list === null && whole.at.field[0] === itemOf(part)?.list;
}

function isWithin(one: readonly string[], other: readonly string[]): boolean {
  return one.every((key, at) => at >= other.length || key === other[at]);
}

function doesSame(theirs: Change, mine: Change): boolean {
  if ('at' in theirs && 'at' in mine) return theirs.at.field.length === mine.at.field.length && isSameJson(theirs.after, mine.after);
  if (theirs.is === 'ADDED' && mine.is === 'ADDED') return isSameJson(theirs.item, mine.item);
  if (theirs.is === 'MOVED' && mine.is === 'MOVED') return theirs.follows === mine.follows;
  return theirs.is === 'REMOVED' && mine.is === 'REMOVED';
}

function mergedChange(theirs: Change, [mine, ...others]: readonly Change[], prose: ProseHands): Change | null {
  if (mine === undefined || others.length > 0 || !('at' in theirs) || !('at' in mine) || theirs.at.field.length !== mine.at.field.length) return null;
  const [base, own, other] = [theirs.before, mine.after, theirs.after];
  const merged = typeof base === 'string' && typeof own === 'string' && typeof other === 'string' ? mergedText(base, own, other) : isDocument(base) && isDocument(own) && isDocument(other) ? prose.merged(base, own, other) : null;
  return merged === null ? null : { ...theirs, before: own, after: merged };
}

function isDocument(value: Json): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && (value as Content)['type'] === 'doc';
}
