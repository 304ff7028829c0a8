/** Puts keys where a record names other records. A name that stands for nothing here is kept in extra, so that it is not lost. */
import type { Content, Json } from '@passalong/domain';
import type { RecordLink } from './record-parts.js';
import { fileKey } from './record-shapes.js';

export interface Linked { readonly content: Content; readonly notes: readonly string[] }

export function withKeys(content: Content, links: readonly RecordLink[], keyOf: (recordId: string) => string | undefined): Linked {
  const linked: Record<string, Json> = { ...content };
  const lost = new Map<string, string[]>();
  for (const field of new Set(links.map(({ path }) => path.split('.')[0] ?? ''))) {
    const value = linked[field];
    const keyed = (recordId: Json): string[] => {
      const key = typeof recordId === 'string' ? keyOf(recordId) : undefined;
      if (key === undefined) lost.set(field, [...(lost.get(field) ?? []), String(recordId)]);
      return key === undefined ? [] : [key];
    };
    linked[field] = Array.isArray(value) ? value.flatMap((recordId: Json) => keyed(recordId)) : (keyed(value ?? null)[0] ?? null);
  }
  if (lost.size === 0) return { content: linked, notes: [] };
  const aside = Object.fromEntries([...lost].map(([field, recordIds]) => [fileKey('', field), recordIds]));
  return {
    content: { ...linked, extra: { ...(linked['extra'] as { readonly [key: string]: Json } | null), ...aside } },
    notes: [...lost].map(([field, recordIds]) => `${fileKey('', field)}: ${recordIds.join(', ')} is not here; kept in extra.`),
  };
}
