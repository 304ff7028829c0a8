/** One answer in words. */
import type { Field, Item } from '@passalong/domain';

/** Titles of the resources that an answer leads to, by API id: only those that the viewer may see. */
export type LinkedTitles = ReadonlyMap<string, string>;

const UNITS: readonly (readonly [RegExp, string])[] = [[/^PT(\d+)M$/, 'minute'], [/^PT(\d+)H$/, 'hour'], [/^P(\d+)D$/, 'day'], [/^P(\d+)W$/, 'week'], [/^P(\d+)M$/, 'month']];
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const dayWords = (iso: string): string => DAY.format(new Date(iso));

/** Whether a list of it reads as words in a row: tags and links do, sentences do not. */
export const isLabelled = (of: Item): boolean => of.type === 'term' || of.type === 'number' || of.type === 'link';

export function valueWords(field: Field | Item, value: unknown, linked: LinkedTitles): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'list': return (value as readonly unknown[]).map((item) => valueWords(field.of, item, linked)).filter((text) => text !== '').reduce(joined, '');
    case 'object': return Object.entries(field.fields).map(([name, part]) => [part.label, valueWords(part, (value as Record<string, unknown>)[name], linked)]).filter(([, text]) => text !== '').map(([label, text]) => `${label}: ${text}`).join(', ');
    case 'term': return (value as { label: string }).label;
    case 'flag': return value === true ? 'Yes' : 'No';
    case 'date': return dayWords(String(value));
    case 'duration': return durationWords(String(value));
    case 'money': { const { amount, currency } = value as { amount: string; currency: string }; return `${amount} ${currency}`; }
    case 'link': return linked.get(String(value)) ?? '';
    case 'prose': return (value as { plain?: string }).plain ?? '';
    case 'extra': return JSON.stringify(value);
    default: return String(value as string | number);
  }
}

/** Words in a row; whole sentences need no sign between them. */
function joined(before: string, text: string): string {
  return before === '' ? text : `${before}${/[.!?…]$/.test(before) ? ' ' : '; '}${text}`;
}

/** `P3D` is "3 days"; what has several units stays as it is written. */
function durationWords(iso: string): string {
  for (const [form, unit] of UNITS) {
    const count = form.exec(iso)?.[1];
    if (count !== undefined) return `${Number(count)} ${unit}${Number(count) === 1 ? '' : 's'}`;
  }
  return iso;
}
