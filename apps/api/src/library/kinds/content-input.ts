/** Stored content as a client would send it: rich text as documents, under the key of its kind. */
import { CONTENT_FIELDS, type Field, type Fields, type Item, type ResourceKind } from '@passalong/domain';

const KEYS: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'playbook', CONTENT_TEMPLATE: 'contentTemplate', CASE_STUDY: 'caseStudy' };

export function contentInput(kind: ResourceKind, content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { [KEYS[kind]]: sentFields(CONTENT_FIELDS[kind], content) };
}

function sentFields(fields: Fields, content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sent(field, content[name] ?? null)]));
}

function sent(field: Field | Item, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (field.type === 'prose') return 'type' in value ? { document: value } : value;
  if (field.type === 'object') return sentFields(field.fields, value as Record<string, unknown>);
  if (field.type === 'list' && Array.isArray(value)) return value.map((item: unknown) => sentItem(field.of, item));
  return value;
}

/** An identified item keeps its id. */
function sentItem(item: Item, value: unknown): unknown {
  const id = typeof value === 'object' && value !== null && 'id' in value ? { id: value.id } : {};
  const read = sent(item, value);
  return typeof read === 'object' && read !== null ? { ...id, ...read } : read;
}
