/** Refuses to write text that PostgreSQL cannot keep: the NUL character, and half of a pair of surrogates. A read finds nothing by it. */
import type { ApolloServerPlugin } from '@apollo/server';
import { invalidInput } from '../errors/domain-error.js';

// With the flag `u` this finds halves that stand alone; a whole pair is one character.
const UNKEEPABLE = /[\0\p{Surrogate}]/u;
/** The same written as an escape in the text of a query; such an escape has no other use there. */
const ESCAPED = /\\u(0000|\{0+\})/;

export const keepableText: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ request, source, operation }) => {
      if (operation?.operation !== 'mutation') return;
      const where = ESCAPED.test(source) || UNKEEPABLE.test(source) ? 'query' : whereUnkeepable(request.variables);
      if (where !== null) throw invalidInput('There is a character in this text that cannot be kept. Remove it and try again; nothing was changed.', { path: where });
    },
  }),
};

/** The path of the first such text, or null. Walks with a list of its own, so that no depth exhausts the stack. */
export function whereUnkeepable(root: unknown): string | null {
  const waiting: { value: unknown; path: string }[] = [{ value: root, path: 'variables' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && UNKEEPABLE.test(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, part] of Object.entries(value)) {
      if (UNKEEPABLE.test(key)) return path;
      if (typeof part === 'string' || typeof part === 'object') waiting.push({ value: part, path: path.length < 200 ? `${path}.${key}` : path });
    }
  }
  return null;
}
