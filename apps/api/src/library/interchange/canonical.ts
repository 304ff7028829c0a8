/** Canonical JSON of a record's parts: equal text means equal records. */
import { plainContent } from './plain-content.js';
import { isYamlMap } from './read-fields.js';
import type { RecordParts } from './record-parts.js';

/**
 * Keys sorted; rich text as Markdown; in content and placement a missing value, null and an empty list are the same,
 * because the library stores them as the same. Numbers keep null, which has a reason, apart from absence.
 */
export function canonicalRecord(parts: RecordParts): string {
  const { extra, ...content } = plainContent(parts);
  const { versionLabel: _label, ...placement } = parts.placement;
  return JSON.stringify(sorted({ kind: parts.kind, recordId: parts.recordId, content: said(content), extra, placement: said(placement), numbers: parts.numbers }));
}

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (!isYamlMap(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, said(part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined && part !== null && part !== '' && !(Array.isArray(part) && part.length === 0)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isYamlMap(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([first], [second]) => (first < second ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
