/** Content as the API answers it: what is written, and whether people appear. */
import { type Content, CONTENT_FIELDS, type Field, type Item, type Json, peopleAppear, type ResourceKind } from '@passalong/domain';

export type ShownContent = Readonly<Record<string, unknown>>;
export interface ShownTerm { readonly id: string; readonly label: string }

/** Nothing was written: null, no words, or a list or part without anything in it. */
export function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value !== 'object') return false;
  return 'html' in value ? value.html === '' : Object.entries(value).every(([key, part]) => key === 'id' || isBlank(part));
}

/** Whether people or their footage appear, and what is said about consent and cover where they do. */
export function peopleIn(kind: ResourceKind, draft: ShownContent): { readonly appear: boolean; readonly unstated: readonly string[] } {
  const fields = CONTENT_FIELDS[kind];
  const stored = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, asStored(field, draft[name])])) as Content;
  const unstated = Object.entries(fields).filter(([name, { need }]) => need === 'PEOPLE' && isBlank(draft[name])).map(([, { label }]) => label);
  return { appear: peopleAppear(stored), unstated };
}

/** The rules read ids where the answer has terms. */
function asStored(field: Field | Item, value: unknown): Json {
  if (isBlank(value)) return field.type === 'list' ? [] : null;
  if (field.type === 'list') return (value as readonly unknown[]).map((item) => asStored(field.of, item));
  if (field.type === 'term') return (value as ShownTerm).id;
  if (field.type === 'object') return Object.fromEntries(Object.entries(field.fields).map(([name, part]) => [name, asStored(part, (value as ShownContent)[name])]));
  return value as Json;
}
