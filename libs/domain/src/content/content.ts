/** Content as values: its TypeScript shape and its whole form. */
import { CASE_STUDY } from './case-study.js';
import { CONTENT_TEMPLATE } from './content-template.js';
import type { Field, Fields, Item, ListField } from './field.js';
import { PLAYBOOK } from './playbook.js';

export const RESOURCE_KINDS = ['PLAYBOOK', 'CONTENT_TEMPLATE', 'CASE_STUDY'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The description of every kind's content. A fourth kind does not compile until its entry is whole. */
export const CONTENT_FIELDS: Readonly<Record<ResourceKind, Fields>> = { PLAYBOOK, CONTENT_TEMPLATE, CASE_STUDY };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** Content in its whole form: every described key is there; scalars may be null, lists never are. */
export type Content = { readonly [key: string]: Json };

/** The whole form of what somebody wrote so far. Keys that the description does not know are left out. */
export function wholeContent(fields: Fields, written: Readonly<Record<string, unknown>>): Content {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, wholeValue(field, written[name])]));
}

function wholeValue(field: Field | Item, value: unknown): Json {
  if (field.type === 'list') return Array.isArray(value) ? value.map((item) => wholeItem(field, item)) : [];
  if (value === undefined || value === null || value === '') return null;
  if (field.type === 'object') return wholeContent(field.fields, value as Record<string, unknown>);
  return value as Json;
}

function wholeItem(field: ListField, item: unknown): Json {
  const value = wholeValue(field.of, item);
  if (!field.identified || value === null || typeof value !== 'object') return value;
  const id = (item as { id?: unknown }).id;
  return { id: typeof id === 'string' ? id : null, ...(value as Content) };
}
