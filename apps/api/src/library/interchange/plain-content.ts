/** One form for content read from a file and content as it is stored, so that both are written and compared alike. */
import { CONTENT_FIELDS, type Field, type Item, type ResourceKind } from '@passalong/domain';
import type { ProseDocument } from '@passalong/prose';
import { moneyAmount } from './numerals.js';
import { isYamlMap } from './read-fields.js';
import type { RecordLink, RecordParts } from './record-parts.js';
import { markdownOf, settledMarkdown } from './sections.js';

/** Rich text as Markdown, references as record ids, no ids of items, nothing empty but lists. */
export function plainContent({ kind, content, links }: Pick<RecordParts, 'kind' | 'content' | 'links'>): Record<string, unknown> {
  return plainFields(kind, content, new Map(links.map(({ path, recordId }: RecordLink) => [path, recordId])));
}

function plainFields(kind: ResourceKind, content: Readonly<Record<string, unknown>>, links: ReadonlyMap<string, string>): Record<string, unknown> {
  return plainMap(CONTENT_FIELDS[kind], content, '', links);
}

function plainMap(fields: Readonly<Record<string, Field>>, map: Readonly<Record<string, unknown>>, at: string, links: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = plainValue(field, map[name], at === '' ? name : `${at}.${name}`, links);
    return value === undefined ? [] : [[name, value]];
  }));
}

function plainValue(field: Field | Item, value: unknown, path: string, links: ReadonlyMap<string, string>): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  switch (field.type) {
    case 'prose': return plainProse(value);
    case 'link': return links.get(path) ?? value;
    case 'money': return isYamlMap(value) ? { amount: moneyAmount(value['amount']), currency: value['currency'] } : value;
    case 'object': return isYamlMap(value) ? unlessEmpty(plainMap(field.fields, value, path, links)) : value;
    case 'list': return Array.isArray(value) ? value.map((item: unknown, index) => plainValue(field.of, item, `${path}.${index}`, links) ?? (isYamlMap(item) ? {} : '')) : value;
    case 'extra': return isYamlMap(value) ? unlessEmpty(value) : value;
    default: return value;
  }
}

/** An object whose every part is empty or an empty list says nothing. */
function unlessEmpty(map: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  return Object.values(map).every((part) => Array.isArray(part) && part.length === 0) ? undefined : map;
}

function plainProse(value: unknown): string | undefined {
  if (!isYamlMap(value)) return undefined;
  const given = value['markdown'];
  const document = value['type'] === 'doc' ? value : value['document'];
  const markdown = typeof given === 'string' ? settledMarkdown(given) : isDocument(document) ? markdownOf(document.content) : '';
  return markdown === '' ? undefined : markdown;
}

function isDocument(value: unknown): value is ProseDocument {
  return isYamlMap(value) && value['type'] === 'doc' && Array.isArray(value['content']);
}
