// Every text that somebody wrote into a content, with its place.

import { type Content, CONTENT_FIELDS, type Json, type ResourceKind } from '../content/content.js';
import type { Field, Fields, Item } from '../content/field.js';

export interface Passage {
  readonly path: string;
  /** Of rich text, its Markdown. */
  readonly text: string;
  readonly isProse: boolean;
}

/** Gives the Markdown of a rich text; prose is opaque here. */
export type MarkdownOf = (value: Json) => string;

/** The readers read this many units of a content and then stop, so that they cost the same moment beside a pasted book. */
export const MOST_READ = 100_000;

/** Names of languages and versions, and what the server generates, are nobody's prose. */
const NOT_READ = new Set(['language', 'label', 'exampleRender', 'constraintsChecked']);

/** In the order of the description, as far as {@link MOST_READ} goes. */
export function passagesOf(kind: ResourceKind, content: Content, markdownOf: MarkdownOf): readonly Passage[] {
  const passages: Passage[] = [];
  let left = MOST_READ;
  for (const { path, text, isProse } of inFields(CONTENT_FIELDS[kind], content, '', markdownOf)) {
    if (left <= 0) break;
    passages.push({ path, text: text.slice(0, left), isProse });
    left -= text.length;
  }
  return passages;
}

function* inFields(fields: Fields, content: Content, at: string, markdownOf: MarkdownOf): Iterable<Passage> {
  for (const [name, field] of Object.entries(fields)) {
    if (at !== '' || !NOT_READ.has(name)) yield* inField(field, content[name] ?? null, at + name, markdownOf);
  }
}

function* inField(field: Field | Item, value: Json, path: string, markdownOf: MarkdownOf): Iterable<Passage> {
  if (value === null) return;
  if (field.type === 'text' && typeof value === 'string') yield { path, text: value, isProse: false };
  if (field.type === 'prose') yield { path, text: markdownOf(value), isProse: true };
  if (field.type === 'object' && typeof value === 'object' && !Array.isArray(value)) yield* inFields(field.fields, value as Content, `${path}.`, markdownOf);
  if (field.type === 'list' && Array.isArray(value)) for (const [place, item] of value.entries()) yield* inField(field.of, item, `${path}.${place}`, markdownOf);
}
