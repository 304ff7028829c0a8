/** The words under which a content is found: every text and rich text in it, read by its description. Numbers and ids stay out. */
import { type Content, CONTENT_FIELDS, type Field, type Fields, type Item, type Json, type ResourceKind } from '@passalong/domain';
import { type ProseDocument, toPlain } from '@passalong/prose';

/** PostgreSQL refuses a vector of more than a megabyte; this many characters stay well below it. */
const MOST_CHARACTERS = 200_000;

export function searchTextOf(kind: ResourceKind, content: Content): string {
  return wordsOf(CONTENT_FIELDS[kind], content).join('\n').slice(0, MOST_CHARACTERS);
}

function wordsOf(fields: Fields, content: { readonly [key: string]: Json }): string[] {
  return Object.entries(fields).flatMap(([name, field]) => wordsIn(field, content[name] ?? null));
}

function wordsIn(field: Field | Item, value: Json): string[] {
  if (value === null) return [];
  if (field.type === 'text') return [String(value)];
  if (field.type === 'prose') return [toPlain(value as unknown as ProseDocument)];
  if (field.type === 'object') return wordsOf(field.fields, value as Content);
  if (field.type === 'list' && Array.isArray(value)) return value.flatMap((item) => wordsIn(field.of, item));
  return [];
}
