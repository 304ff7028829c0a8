/** Between the content that the API answers, what stands in the form, and what is sent to be saved. Pure; the description of the kind is the only source. */
import type { Field, Fields, Item, ListField } from '@passalong/domain';
import { durationInForm, durationInInput } from './duration';
import { documentOf, formText, type RichText } from './rich-text-value';

/** What stands in the form: text for every answer that is typed, ids for tags, parts and lists of them below. */
export type FormValues = Record<string, unknown>;
/** The whole content as `saveDraft` takes it: every described key, null where nothing is said. Its key order is that of the description. */
export type ContentInput = { readonly [key: string]: unknown };
type Answer = Readonly<Record<string, unknown>>;

/** Everything of an answer stands in the form, shown or not. Takes what `formToInput` gave as well, where tags are their ids. */
export function contentToForm(fields: Fields, answer: Answer): FormValues {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toForm(field, answer[name] ?? null)]));
}

function toForm(field: Field | Item, value: unknown): unknown {
  switch (field.type) {
    case 'text': case 'choice': case 'date': case 'link': return value ?? '';
    case 'prose': return formText(value as RichText | null);
    case 'term': return typeof value === 'string' ? value : ((value as { id?: string } | null)?.id ?? '');
    case 'number': return value === null ? '' : String(value);
    case 'flag': return value === null ? '' : value === true ? 'yes' : 'no';
    case 'duration': return durationInForm(value as string | null);
    case 'money': return { amount: '', currency: '', ...(value as object | null) };
    case 'object': return contentToForm(field.fields, (value ?? {}) as Answer);
    case 'list': return ((value ?? []) as unknown[]).map((item) => itemToForm(field, item));
    case 'extra': return value;
  }
}

/** Texts and numbers are wrapped, because the form keeps the place of a list's items only where they are objects. */
function itemToForm({ of, identified }: ListField, item: unknown): unknown {
  const value = toForm(of, item);
  if (of.type === 'text' || of.type === 'number') return { value };
  return identified ? { id: (item as { id?: string | null } | null)?.id ?? '', ...(value as FormValues) } : value;
}

/** A new item of a list, with an id of its own where the list has them. */
export function emptyItem(field: ListField): FormValues {
  const value = itemToForm(field, null) as FormValues;
  return field.identified ? { ...value, id: newItemId() } : value;
}

export function formToInput(fields: Fields, values: FormValues): ContentInput {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, toInput(field, values[name])]));
}

function toInput(field: Field | Item, value: unknown): unknown {
  switch (field.type) {
    case 'text': case 'choice': case 'date': case 'link': case 'term': return textOrNull(value);
    case 'prose': return proseToInput(textOrNull(value));
    case 'number': return textOrNull(value) === null ? null : Number(value);
    case 'flag': return value === 'yes' ? true : value === 'no' ? false : null;
    case 'duration': return durationInInput(value);
    case 'money': return moneyToInput(value as Partial<Record<'amount' | 'currency', string>> | undefined);
    case 'object': return objectToInput(field.fields, value as FormValues | undefined);
    case 'list': return ((value ?? []) as unknown[]).flatMap((item) => itemToInput(field, item));
    case 'extra': return value ?? null;
  }
}

function itemToInput({ of, identified }: ListField, item: unknown): unknown[] {
  if (of.type === 'text' || of.type === 'number') {
    const value = toInput(of, (item as { value?: unknown }).value);
    return value === null ? [] : [value];
  }
  if (of.type !== 'object') return [toInput(of, item)];
  const { id, ...values } = item as FormValues;
  return [identified ? { id: textOrNull(id), ...formToInput(of.fields, values) } : formToInput(of.fields, item as FormValues)];
}

/** A part without one answer in it is the same as no part. */
function objectToInput(fields: Fields, values: FormValues | undefined): ContentInput | null {
  const input = formToInput(fields, values ?? {});
  return Object.values(input).every(isEmptyInput) ? null : input;
}

/** Whether a value of an input says nothing. */
export function isEmptyInput(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function proseToInput(text: string | null): object | null {
  const document = documentOf(text ?? '');
  return document === null ? null : { document };
}

function moneyToInput(value: Partial<Record<'amount' | 'currency', string>> | undefined): object | null {
  const amount = textOrNull(value?.amount);
  return amount === null ? null : { amount, currency: value?.currency || 'GBP' };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Eight characters, as the API takes them for a new item. */
export function newItemId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
