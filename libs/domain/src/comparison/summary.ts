// What was changed, in one plain sentence, for a credit line.

import type { ToldChange } from './told.js';

/** Names each section once, in order, with the number of changes where there are several. Credit lines are kept in English, like the labels. */
export function changesInWords(changes: readonly ToldChange[]): string {
  const counts = new Map<string, number>();
  for (const { section } of changes) counts.set(section.label, (counts.get(section.label) ?? 0) + 1);
  if (counts.size === 0) return 'Nothing in it was changed.';
  const named = [...counts].map(([label, count]) => (count === 1 ? `“${label}”` : `“${label}” (${count} changes)`));
  const last = named.at(-1) ?? '';
  return `It differs in ${named.length === 1 ? last : `${named.slice(0, -1).join(', ')} and ${last}`}.`;
}
