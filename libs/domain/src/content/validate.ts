/** Checks what somebody wrote against the description of its kind. Every problem names its path; nothing is repaired silently. */
import type { Json, ResourceKind } from './content.js';
import { CONTENT_FIELDS } from './content.js';
import type { Field, Fields, Item, ListField } from './field.js';
import { circleFrom } from '../timeline/circle.js';

export interface ContentProblem {
  /** Where, as a dotted path with list positions from 0: `steps.3.title`. */
  readonly path: string;
  readonly message: string;
}

export interface ContentChecks {
  /** Null when the term exists in the scheme and may be used; otherwise words that name the nearest term. */
  term(scheme: string, id: string): string | null;
  /** Null when the rich text is sound; otherwise what is wrong with it. */
  prose(value: Json): string | null;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const DURATION = /^P(\d+W|\d+M|(\d+D)?(T(\d+H)?(\d+M)?)?)$/;
const AMOUNT = /^\d{1,9}(\.\d{1,2})?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** All problems of a content; an empty list means that it may be saved. Saving asks for nothing to be complete. */
export function contentProblems(kind: ResourceKind, content: Readonly<Record<string, unknown>>, checks: ContentChecks): readonly ContentProblem[] {
  const problems = fieldsProblems(CONTENT_FIELDS[kind], content, '', checks);
  return kind === 'PLAYBOOK' && problems.length === 0 ? stepCycle(content) : problems;
}

function fieldsProblems(fields: Fields, value: Readonly<Record<string, unknown>>, at: string, checks: ContentChecks): ContentProblem[] {
  return Object.entries(fields).flatMap(([name, field]) => valueProblems(field, value[name], at === '' ? name : `${at}.${name}`, checks));
}

function valueProblems(field: Field | Item, value: unknown, path: string, checks: ContentChecks): ContentProblem[] {
  if (value === undefined || value === null) return [];
  if (field.type === 'list') return listProblems(field, value, path, checks);
  if (field.type === 'object') return fieldsProblems(field.fields, value as Record<string, unknown>, path, checks);
  const message = scalarProblem(field, value, checks);
  return message === null ? [] : [{ path, message }];
}

function listProblems(field: ListField, value: unknown, path: string, checks: ContentChecks): ContentProblem[] {
  if (!Array.isArray(value)) return [{ path, message: 'This is a list.' }];
  if (value.length > field.max) return [{ path, message: `At most ${field.max} are kept here; this has ${value.length}.` }];
  return value.flatMap((item, index) => valueProblems(field.of, item, `${path}.${index}`, checks));
}

function scalarProblem(field: Exclude<Field | Item, { type: 'list' | 'object' }>, value: unknown, checks: ContentChecks): string | null {
  switch (field.type) {
    case 'text': return typeof value !== 'string' ? 'This is text.' : value.length > field.max ? `At most ${field.max} characters; this has ${value.length}.` : null;
    case 'prose': return checks.prose(value as Json);
    case 'term': return checks.term(field.scheme, String(value));
    case 'choice': return field.values.includes(String(value)) ? null : `One of ${field.values.join(', ')}.`;
    case 'number': return numberProblem(field, value);
    case 'flag': return typeof value === 'boolean' ? null : 'True or false.';
    case 'date': return DATE.test(String(value)) ? null : 'A day, written YYYY-MM-DD.';
    case 'duration': return DURATION.test(String(value)) && String(value) !== 'P' ? null : 'A duration such as P12W, P3D or PT4H.';
    case 'money': return moneyProblem(value);
    case 'link': return typeof value === 'string' ? null : 'The id of a resource.';
    case 'extra': return JSON.stringify(value).length > 200_000 ? 'At most 200,000 characters.' : null;
  }
}

function numberProblem(field: { whole: boolean; min?: number; max?: number }, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'A number.';
  if (field.whole && !Number.isInteger(value)) return 'A whole number.';
  if (field.min !== undefined && value < field.min) return `At least ${field.min}.`;
  if (field.max !== undefined && value > field.max) return `At most ${field.max}.`;
  return null;
}

function moneyProblem(value: unknown): string | null {
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return AMOUNT.test(String(amount)) && CURRENCY.test(String(currency)) ? null : 'An amount such as 4200.00 and a currency such as GBP.';
}

/** A step may wait for others, but not in a circle; the problem names the steps of it. */
function stepCycle(content: Readonly<Record<string, unknown>>): ContentProblem[] {
  const steps = (Array.isArray(content['steps']) ? content['steps'] : []) as { order?: unknown; dependsOn?: unknown }[];
  const waitsFor = new Map(steps.map((step) => [step.order, Array.isArray(step.dependsOn) ? step.dependsOn : []]));
  const settled = new Set<unknown>();
  for (const [index, step] of steps.entries()) {
    const circle = circleFrom(step.order, waitsFor, settled);
    if (circle !== null) return [{ path: `steps.${index}.dependsOn`, message: `These steps wait for each other in a circle: ${circle.join(' → ')}.` }];
  }
  return [];
}
