/** Values that somebody gives for the variables of a template, held against what the template has. */
import type { Values } from '@passalong/domain';
import { invalidInput } from '../../platform/errors/domain-error.js';
import type { VariableValue } from './rendering.type.js';

const MOST_VALUES = 200;

/** @throws DomainError that names what is unknown, given twice or too long; never a value */
export function givenValues(values: readonly VariableValue[], names: ReadonlySet<string>, longest: number): Values {
  if (values.length > MOST_VALUES) throw invalidInput(`At most ${MOST_VALUES} values.`, { path: ['values'] });
  const given = new Map<string, string>();
  for (const [at, { name, value }] of values.entries()) {
    const path = ['values', String(at)];
    if (!names.has(name)) throw invalidInput(`${name.slice(0, 80)} is no variable of this template. It has ${[...names].join(', ') || 'none'}.`, { path });
    if (given.has(name)) throw invalidInput(`${name} is given twice.`, { path });
    if (value.length > longest) throw invalidInput(`The value of ${name} is too long: at most ${longest} characters.`, { path });
    given.set(name, value);
  }
  return Object.fromEntries(given);
}
