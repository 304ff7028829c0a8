/** Keeps the numbers of a list in step with the places of its items, and what waits for a number with the item it meant. */
import type { FormValues } from './content-form';

interface Numbered { readonly order: string; readonly waitsFor: string }

/** The items numbered from 1. A number that nothing has any more is no longer waited for. */
export function renumbered(items: readonly FormValues[], { order, waitsFor }: Numbered): FormValues[] {
  const moved = new Map(items.map((item, index) => [String(item[order]), String(index + 1)]));
  return items.map((item, index) => ({
    ...item,
    [order]: String(index + 1),
    [waitsFor]: ((item[waitsFor] ?? []) as { value: string }[]).flatMap(({ value }) => {
      const now = moved.get(value);
      return now === undefined ? [] : [{ value: now }];
    }),
  }));
}
