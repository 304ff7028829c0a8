// What somebody else changed since a text was taken over, change by change: what can be taken as it is, and what meets a change of one's own.

import type { Content, Json, ResourceKind } from '../content/content.js';
import { type Change, isSameJson, itemOf } from './change.js';
import { comparedContents, type PlainOf } from './compare.js';
import { mergedText } from './words.js';

export interface UpstreamChange {
  readonly change: Change;
  /** FREE: nothing of mine is in its way. MADE: I made the same change. CONFLICT: I changed the same thing in another way. */
  readonly standing: 'FREE' | 'MADE' | 'CONFLICT';
  /** My changes that meet it. */
  readonly mine: readonly Change[];
  /** In a conflict over a text: the change that makes it hold both, where both can stand. */
  readonly merged: Change | null;
}

/**
 * Their changes since the base, each held against mine. Taking some of them is `appliedChanges(kind, mine, chosen)`: a change itself takes theirs, `merged`
 * takes both, and what is left out keeps mine.
 */
export function upstreamChanges(kind: ResourceKind, base: Content, mine: Content, theirs: Content, plainOf?: PlainOf): readonly UpstreamChange[] {
  const own = comparedContents(kind, base, mine, plainOf);
  return comparedContents(kind, base, theirs, plainOf).map((change) => {
    const meeting = own.filter((other) => meets(change, other));
    const standing = meeting.length === 0 ? 'FREE' : meeting.some((other) => doesSame(change, other)) ? 'MADE' : 'CONFLICT';
    return { change, standing, mine: meeting, merged: standing === 'CONFLICT' ? mergedChange(change, meeting) : null };
  });
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

function mergedChange(theirs: Change, [mine, ...others]: readonly Change[]): Change | null {
  if (mine === undefined || others.length > 0 || !('at' in theirs) || !('at' in mine) || theirs.at.field.length !== mine.at.field.length) return null;
  const [base, own, other] = [theirs.before, mine.after, theirs.after].map(textOrNull);
  const text = base === null || base === undefined || own === null || own === undefined || other === null || other === undefined ? null : mergedText(base, own, other);
  return text === null ? null : { ...theirs, before: mine.after, after: text };
}

function textOrNull(value: Json): string | null {
  return typeof value === 'string' ? value : null;
}
