// Where in the content of a template a problem stands.

import type { TemplateProblem } from './problem.js';

/** The place as a path of content keys and list places from 0, such as `variants.0.altText.2`. A problem of a value stands at its variable. */
export function problemPath(problem: TemplateProblem): string {
  if (problem.about === 'VARIABLE') return `variables.${problem.position}.${problem.field === 'value' ? 'example' : problem.field}`;
  return `variants.${problem.variant}.${problem.field}${problem.position === null ? '' : `.${problem.position}`}`;
}
