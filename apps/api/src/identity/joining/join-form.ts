/** The form of a request to join, read from what a browser posted. */
import { readEmail, readLine } from './read-words.js';
import type { JOIN } from './joining.words.js';

export type JoinField = keyof typeof JOIN.fields;
export interface JoinForm { readonly values: Readonly<Record<JoinField, string>>; readonly wrong: readonly JoinField[] }

const LONGEST: Readonly<Record<JoinField, number>> = { institution: 200, name: 120, email: 254, role: 120, headName: 120, headEmail: 254, message: 2_000 };
const FIELDS = Object.keys(LONGEST) as JoinField[];
export const EMPTY_FORM: JoinForm = { values: Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<JoinField, string>, wrong: [] };

/** What was typed, and which fields are not usable. */
export function readJoinForm(body: Readonly<Record<string, unknown>>): JoinForm {
  const read = FIELDS.map((field) => [field, readField(field, body[field])] as const);
  return {
    values: Object.fromEntries(read.map(([field, value]) => [field, value ?? shown(body[field])])) as Record<JoinField, string>,
    wrong: read.filter(([, value]) => value === null).map(([field]) => field),
  };
}

function readField(field: JoinField, given: unknown): string | null {
  if (field === 'email' || field === 'headEmail') return readEmail(given);
  if (field === 'message' && (given === undefined || given === '')) return '';
  return readLine(given, LONGEST[field]);
}

const shown = (given: unknown): string => (typeof given === 'string' ? given.slice(0, 2_000) : '');
