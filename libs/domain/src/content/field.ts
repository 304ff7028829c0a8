/**
 * The vocabulary in which the content of a resource kind is described, once. GraphQL types, validation,
 * the list of missing answers, the front matter of record files and the forms on screen all read the same value.
 */

/** When an answer must be there before a draft may go to review. Saving never asks for anything. */
export type Need =
  | 'NOTE' /* always: even a practice note shared with members needs it */
  | 'FULL' /* public release, or a claim of "reasoned" (Type 1) and above */
  | 'PEOPLE' /* where people or their footage appear */
  | 'OPTIONAL';

export interface Described {
  /** What people read beside the field. */
  readonly label: string;
  /** One sentence for the writer, and for the GraphQL description. */
  readonly help: string;
  readonly need: Need;
}

/** `holds` says what a text stands for: a web address, or the name of a file of the same resource. */
export interface TextField extends Described { readonly type: 'text'; readonly min?: number; readonly max: number; readonly holds?: 'ADDRESS' | 'FILE_NAME' }
export interface ProseField extends Described { readonly type: 'prose' }
export interface TermField extends Described { readonly type: 'term'; readonly scheme: string }
/** `counts` marks a number that follows from places in a list: the item's own from 1, or those of other items that it points at. */
export interface NumberField extends Described { readonly type: 'number'; readonly whole: boolean; readonly min?: number; readonly max?: number; readonly counts?: 'OWN_PLACE' | 'OTHER_PLACES' }
export interface FlagField extends Described { readonly type: 'flag' }
/** A calendar day, `YYYY-MM-DD`. */
export interface DateField extends Described { readonly type: 'date' }
/** An ISO 8601 duration of one unit of weeks, or days and hours: `P12W`, `PT3H`. */
export interface DurationField extends Described { readonly type: 'duration' }
/** A decimal amount in major units and an ISO 4217 currency. */
export interface MoneyField extends Described { readonly type: 'money' }
export interface ChoiceField extends Described { readonly type: 'choice'; readonly values: readonly string[] }
/** A reference to another resource of the commons, stored as its id. */
export interface LinkField extends Described { readonly type: 'link' }
export interface ObjectField extends Described { readonly type: 'object'; readonly name: string; readonly fields: Fields }
/** `identified` lists give every item a short stable id, so comments, differences and adaptations can point at it; `named` is what an item is called by. */
export interface ListField extends Described { readonly type: 'list'; readonly of: Item; readonly max: number; readonly identified: boolean; readonly named?: string }
/** Structured material that has no field of its own; kept and exported unchanged. */
export interface ExtraField extends Described { readonly type: 'extra' }

export type Field =
  | TextField | ProseField | TermField | NumberField | FlagField | DateField | DurationField | MoneyField
  | ChoiceField | LinkField | ObjectField | ListField | ExtraField;
export type Fields = Readonly<Record<string, Field>>;
/** What a list holds: a field without words of its own. */
export type Item =
  | Omit<TextField, keyof Described> | Omit<TermField, keyof Described> | Omit<NumberField, keyof Described>
  | Omit<LinkField, keyof Described> | Omit<ObjectField, keyof Described>;

type Words = { label: string; help: string; need?: Need };
const described = ({ label, help, need = 'OPTIONAL' }: Words): Described => ({ label, help, need });

export const text = (words: Words & { min?: number; max?: number; holds?: TextField['holds'] }): TextField =>
  ({ ...described(words), type: 'text', max: words.max ?? 300, ...(words.min === undefined ? {} : { min: words.min }), ...(words.holds === undefined ? {} : { holds: words.holds }) });
export const prose = (words: Words): ProseField => ({ ...described(words), type: 'prose' });
export const term = (scheme: string, words: Words): TermField => ({ ...described(words), type: 'term', scheme });
export const whole = (words: Words & { min?: number; max?: number }): NumberField => ({ ...described(words), ...bounds(words), type: 'number', whole: true });
export const decimal = (words: Words & { min?: number; max?: number }): NumberField => ({ ...described(words), ...bounds(words), type: 'number', whole: false });
export const flag = (words: Words): FlagField => ({ ...described(words), type: 'flag' });
export const date = (words: Words): DateField => ({ ...described(words), type: 'date' });
export const duration = (words: Words): DurationField => ({ ...described(words), type: 'duration' });
export const money = (words: Words): MoneyField => ({ ...described(words), type: 'money' });
export const choice = (values: readonly string[], words: Words): ChoiceField => ({ ...described(words), type: 'choice', values });
export const object = (name: string, fields: Fields, words: Words): ObjectField => ({ ...described(words), type: 'object', name, fields });
export const extra = (words: Words): ExtraField => ({ ...described(words), type: 'extra' });
export const link = (words: Words): LinkField => ({ ...described(words), type: 'link' });

export const texts = (words: Words & { max?: number }): ListField => list({ type: 'text', max: words.max ?? 300 }, words);
export const terms = (scheme: string, words: Words): ListField => list({ type: 'term', scheme }, words);
export const links = (words: Words): ListField => list({ type: 'link' }, words);
export const objects = (name: string, fields: Fields, words: Words & { identified?: boolean; named?: string; most?: number }): ListField =>
  ({ ...list({ type: 'object', name, fields }, words), identified: words.identified ?? false, max: words.most ?? MOST_ITEMS, ...(words.named === undefined ? {} : { named: words.named }) });

/** No list of a record is longer; a playbook of ten thousand steps is a mistake or an attack. */
export const MOST_ITEMS = 200;

function list(of: Item, words: Words): ListField {
  return { ...described(words), type: 'list', of, max: MOST_ITEMS, identified: false };
}

function bounds({ min, max }: { min?: number; max?: number }): { min?: number; max?: number } {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
