/** Any answer as text that can be read and compared. Pure. */
import type { Field, Fields, Item } from '@passalong/domain';
import { markdownOf } from './rich-text-value';

interface Words {
  readonly label: (text: string) => string;
  readonly tag: (id: string) => string;
  readonly duration: (iso: string) => string | null;
}

/** Empty where nothing is said. */
export function answerInWords(field: Field | Item, value: unknown, words: Words): string {
  if (value === null || value === undefined) return '';
  switch (field.type) {
    case 'prose': return markdownOf(value).trimEnd();
    case 'term': return words.tag(String(value));
    case 'duration': return words.duration(String(value)) ?? '';
    case 'money': return `${(value as { amount: string }).amount} ${(value as { currency: string }).currency}`;
    case 'object': return partsInWords(field.fields, value as Readonly<Record<string, unknown>>, words);
    case 'list': return (value as unknown[]).map((item) => answerInWords(field.of, item, words)).join(field.of.type === 'object' ? '\n\n' : '\n');
    case 'extra': return JSON.stringify(value);
    default: return String(value);
  }
}

function partsInWords(fields: Fields, value: Readonly<Record<string, unknown>>, words: Words): string {
  return Object.entries(fields).flatMap(([key, field]) => {
    const said = answerInWords(field, value[key], words);
    return said === '' ? [] : [`${words.label(field.label)}: ${said}`];
  }).join('\n');
}
