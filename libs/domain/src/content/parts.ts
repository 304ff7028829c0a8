/** Reads parts of a content without trusting its shape: what is not of the kind asked for is not there. */
import type { Content, Json } from './content.js';

export function textIn(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

export function numberIn(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The objects of a list. */
export function itemsIn(value: Json | undefined): readonly Content[] {
  return Array.isArray(value) ? value.filter((item): item is Content => typeof item === 'object' && item !== null && !Array.isArray(item)) : [];
}
