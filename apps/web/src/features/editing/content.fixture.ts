/** Content of any kind with every field filled, and the same as the API answers it. Made from the description, so a new field is in it at once. */
import type { Field, Fields, Item } from '@passalong/domain';
import { fromMarkdown } from '@passalong/prose';
import type { ContentInput } from './content-form';

/** Content as it is sent to be saved; `seed` varies the values. */
export function filledInput(fields: Fields, seed = 1): ContentInput {
  return Object.fromEntries(Object.entries(fields).map(([name, field], index) => [name, filled(field, `${name}${seed}`, seed + index)]));
}

function filled(field: Field | Item, words: string, seed: number): unknown {
  switch (field.type) {
    case 'text': return `${words} in words, “quoted”`;
    case 'prose': return { document: fromMarkdown(`**${words}**\n\n- one\n- two`) };
    case 'term': return `${field.scheme}:term-${seed}`;
    case 'number': return field.whole ? seed + 1 : seed + 0.5;
    case 'flag': return seed % 2 === 0;
    case 'date': return '2027-02-28';
    case 'duration': return ['P12W', 'PT30M', 'P1DT2H', 'P2M', 'P3D', 'PT4H'][seed % 6];
    case 'money': return { amount: '4200.00', currency: 'USD' };
    case 'choice': return field.values[seed % field.values.length];
    case 'link': return `res_${seed}`;
    case 'object': return filledInput(field.fields, seed);
    case 'extra': return { kept: ['as', { it: 'was' }, null] };
    case 'list': return [1, 2, 3].map((item) => ({ of: filled(field.of, `${words}${item}`, seed + item), id: `item000${item}` })).map(({ of, id }) => (field.identified ? { id, ...(of as object) } : of));
  }
}

/** How the API answers this content: tags with their names, rich text in the form asked for. */
export function answered(fields: Fields, input: ContentInput): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, answeredValue(field, input[name] ?? null)]));
}

function answeredValue(field: Field | Item, value: unknown): unknown {
  if (field.type === 'list') return ((value ?? []) as unknown[]).map((item) => (field.identified ? { ...(answeredValue(field.of, item) as object), id: (item as { id: string }).id } : answeredValue(field.of, item)));
  if (value === null) return null;
  if (field.type === 'term') return { id: value, label: `Label of ${String(value)}`, description: null, isRetired: false };
  if (field.type === 'object') return answered(field.fields, value as ContentInput);
  return value;
}
