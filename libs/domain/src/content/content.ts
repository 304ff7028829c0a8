/** Content as values: its TypeScript shape, its whole form, and what it still lacks. */
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

/** One thing a draft lacks before it may go to review. */
export interface MissingAnswer {
  /** The field, as a dotted path of content keys; `visibility` for the audience. */
  readonly path: string;
  readonly label: string;
  readonly help: string;
}

export interface Release {
  /** Who is meant to read it. */
  readonly audience: 'PRIVATE' | 'INSTITUTION' | 'GROUP' | 'MEMBERS' | 'PUBLIC';
}

/**
 * What the content lacks before review. A practice note for members needs the fields marked NOTE; the full list bites
 * for public release or a claim of Type 1 and above; safeguards and consent are asked wherever people appear.
 * @param isBlankProse tells whether a rich text holds no words; prose is opaque here.
 */
export function missingAnswers(kind: ResourceKind, content: Content, release: Release, isBlankProse: (value: Json) => boolean): readonly MissingAnswer[] {
  const needs = new Set<string>(['NOTE']);
  if (release.audience === 'PUBLIC' || claimsMoreThanPractice(content)) needs.add('FULL');
  if (peopleAppear(content)) needs.add('PEOPLE');
  return Object.entries(CONTENT_FIELDS[kind])
    .filter(([name, field]) => needs.has(field.need) && isUnanswered(field, content[name] ?? null, isBlankProse))
    .filter(([name]) => name !== 'theoryOfChange' || claimsMoreThanPractice(content))
    .map(([path, { label, help }]) => ({ path, label, help }));
}

function claimsMoreThanPractice(content: Content): boolean {
  const level = content['evidenceLevel'];
  return typeof level === 'string' && level !== 'evidence-level:type-0';
}

const FILMS_PEOPLE = new Set(['intervention:peer-content', 'intervention:ambassador', 'intervention:takeover', 'intervention:live-qa', 'intervention:role-models', 'intervention:co-creation']);
const ON_CAMERA = new Set(['role:student-creator', 'role:performer', 'role:photographer']);

/** Whether people or their footage appear, judged by what the content says of itself. */
export function peopleAppear(content: Content): boolean {
  return strings(content['interventions']).some((id) => FILMS_PEOPLE.has(id))
    || items(content['roles']).some((role) => typeof role['role'] === 'string' && ON_CAMERA.has(role['role']))
    || strings(content['consentRequired']).length > 0
    || items(content['variants']).some((variant) => typeof variant['durationSeconds'] === 'number')
    || (content['creatorBrief'] ?? null) !== null;
}

function isUnanswered(field: Field, value: Json, isBlankProse: (value: Json) => boolean): boolean {
  if (field.type === 'prose') return value === null || isBlankProse(value);
  if (field.type === 'text') return typeof value !== 'string' || [...value.trim()].length < (field.min ?? 1);
  if (Array.isArray(value)) return value.length === 0;
  if (field.type === 'object') return Object.values((value ?? {}) as Content).every((part) => part === null || (Array.isArray(part) && part.length === 0));
  return value === null;
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function items(value: Json | undefined): Content[] {
  return Array.isArray(value) ? value.filter((item): item is Content => typeof item === 'object' && item !== null && !Array.isArray(item)) : [];
}
