/** What was done, in sentences. */
import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import type { Words } from '../../../ui/words';
import type { ChangedItem, ChangedSection } from './change-groups';

/** The lists of which each item is something that people count. */
type Counted = 'steps' | 'variables' | 'variants';

const COUNTS: Readonly<Record<Counted, (count: number) => MessageDescriptor>> = {
  steps: (count) => msg`${plural(count, { one: '# step', other: '# steps' })}`,
  variables: (count) => msg`${plural(count, { one: '# variable', other: '# variables' })}`,
  variants: (count) => msg`${plural(count, { one: '# variant', other: '# variants' })}`,
};
const ONE: Readonly<Record<Counted, (place: number) => MessageDescriptor>> = {
  steps: (place) => msg`Step ${place}`,
  variables: (place) => msg`Variable ${place}`,
  variants: (place) => msg`Variant ${place}`,
};

/** `2 steps edited, 1 moved, 1 added, 3 fields edited`. */
export function summaryWords(sections: readonly ChangedSection[], words: Words): string {
  const fields = sections.filter(({ texts }) => texts.length > 0).length;
  return words.opening([...sections.flatMap((section) => itemCounts(section, words)), ...(fields === 0 ? [] : [words.say(msg`${plural(fields, { one: '# field edited', other: '# fields edited' })}`)])].join(', '));
}

function itemCounts({ key, items }: ChangedSection, { say, number }: Words): readonly string[] {
  if (!isCounted(key)) return [];
  const counted = COUNTS[key];
  const count = (kinds: readonly string[]): number => items.filter((item) => kinds.some((kind) => item.kinds.has(kind as 'EDITED'))).length;
  const told: readonly (readonly [number, (what: string) => MessageDescriptor])[] = [
    [count(['EDITED', 'RENAMED']), (what) => msg`${what} edited`], [count(['MOVED']), (what) => msg`${what} moved`], [count(['ADDED']), (what) => msg`${what} added`], [count(['REMOVED']), (what) => msg`${what} removed`],
  ];
  return told.filter(([many]) => many > 0).map(([many, sentence], at) => say(sentence(at === 0 ? say(counted(many)) : number(many))));
}

/** `Step 3 moved up, and is number 1 now. It was edited.` */
export function itemWords(section: string, { item: { placeBefore, placeAfter }, kinds, other }: ChangedItem, { say }: Words): string {
  const one = (place: number | null): string => (isCounted(section) ? say(ONE[section](place ?? 0)) : String(place));
  const name = other?.name ?? '';
  if (placeBefore === null) return [say(msg`${one(placeAfter)} is new.`), ...(name === '' ? [] : [say(msg`Most of its words were in “${name}” before.`)])].join(' ');
  if (placeAfter === null) return [say(msg`${one(placeBefore)} was removed.`), ...(name === '' ? [] : [say(msg`Most of its words are in “${name}” now.`)])].join(' ');
  const was = kinds.has('RENAMED') ? (kinds.has('EDITED') ? msg`renamed and edited` : msg`renamed`) : kinds.has('EDITED') ? msg`edited` : null;
  const done = was === null ? null : say(was);
  if (kinds.has('MOVED')) {
    const moved = placeAfter < placeBefore ? msg`${one(placeBefore)} moved up, and is number ${placeAfter} now.` : msg`${one(placeBefore)} moved down, and is number ${placeAfter} now.`;
    return [say(moved), ...(done === null ? [] : [say(msg`It was ${done}, too.`)])].join(' ');
  }
  return placeBefore === placeAfter ? say(msg`${one(placeAfter)} was ${done ?? ''}.`) : say(msg`${one(placeBefore)}, number ${placeAfter} now, was ${done ?? ''}.`);
}

function isCounted(key: string): key is Counted {
  return key in COUNTS;
}
