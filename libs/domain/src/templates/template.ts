// A template as its rules see it: the language, the variables, and the texts of every variant in the order in which they are written.

import type { Content } from '../content/content.js';
import { itemsIn, numberIn, textIn, textsIn } from '../content/parts.js';
import { type Variable, variablesOf } from './variable.js';

/** The parts of a variant that may hold gaps. */
export const VARIANT_FIELDS = ['subject', 'preheader', 'title', 'documentTitle', 'hook', 'onScreenText', 'voiceOver', 'caption', 'altText'] as const;
export type VariantField = (typeof VARIANT_FIELDS)[number];

export interface VariantText {
  readonly field: VariantField;
  /** From 0, where the field is a list; null where it is one text. */
  readonly position: number | null;
  readonly text: string;
}

export interface Variant {
  readonly id: string | null;
  /** The vocabulary id of its channel and format. */
  readonly format: string | null;
  readonly texts: readonly VariantText[];
  readonly durationSeconds: number | null;
  readonly slides: number | null;
}

export interface Template {
  readonly language: string | null;
  readonly variables: readonly Variable[];
  readonly variants: readonly Variant[];
}

export function templateOf(content: Content): Template {
  return { language: textIn(content['language']), variables: variablesOf(content), variants: itemsIn(content['variants']).map(variantOf) };
}

function variantOf(item: Content): Variant {
  return {
    id: textIn(item['id']), format: textIn(item['format']),
    durationSeconds: numberIn(item['durationSeconds']), slides: numberIn(item['slides']),
    texts: VARIANT_FIELDS.flatMap((field): VariantText[] => {
      const value = item[field];
      if (Array.isArray(value)) return textsIn(value).map((text, position) => ({ field, position, text }));
      return typeof value === 'string' && value !== '' ? [{ field, position: null, text: value }] : [];
    }),
  };
}
