// A template whose examples are somebody's own words.

import type { Content } from '../content/content.js';
import { itemsIn, textIn } from '../content/parts.js';
import type { Values } from './render.js';

/** The content with values as the examples of its variables. Its stored filled examples, which say something else now, are left out; an empty value takes an example away. */
export function withExamples(content: Content, values: Values): Content {
  const variables = itemsIn(content['variables']).map((variable) => {
    const value = values[textIn(variable['name']) ?? ''];
    return value === undefined ? variable : { ...variable, example: value === '' ? null : value };
  });
  return { ...content, variables, exampleRender: [] };
}
