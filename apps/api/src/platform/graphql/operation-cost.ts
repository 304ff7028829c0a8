/** What an operation costs of the viewer's allowance. One unit is paid before anything is read, so that what cannot be parsed is not free. */
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type OperationDefinitionNode, OperationTypeNode, type SelectionSetNode } from 'graphql';
import { rateLimited } from '../errors/domain-error.js';
import type { Allowance } from '../rate-limits/allowance.js';
import type { RequestContext } from './context.js';

const ENTRY_UNITS = 1;
/** A mutation locks, writes, and leaves entries in records that are kept. */
const MUTATION_UNITS = 5;

export const payEntry = (allowance: Allowance): Promise<void> => pay(allowance, ENTRY_UNITS);

export const operationCost: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ document, operation, contextValue }) => {
      const units = operation === undefined ? 0 : unitsOf(document, operation) - ENTRY_UNITS;
      if (units > 0) await pay(contextValue.allowance, units);
    },
  }),
};

/** One unit for each field at the root, five in a mutation: each is a statement or a command of its own. */
export function unitsOf(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const keys = new Set<string>();
  collect(operation.selectionSet, fragments, keys, new Set());
  return keys.size * (operation.operation === OperationTypeNode.MUTATION ? MUTATION_UNITS : 1);
}

/** As execution collects them: fields of one response key are one, and a fragment is opened once. */
function collect(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>, keys: Set<string>, opened: Set<string>): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) keys.add(node.alias?.value ?? node.name.value);
    else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, fragments, keys, opened);
    else if (!opened.has(node.name.value)) {
      opened.add(node.name.value);
      const fragment = fragments.get(node.name.value);
      if (fragment !== undefined) collect(fragment.selectionSet, fragments, keys, opened);
    }
  }
}

async function pay(allowance: Allowance, units: number): Promise<void> {
  const seconds = await allowance.spend(units);
  if (seconds === 0) return;
  const error = rateLimited(seconds);
  const http = { status: 429, headers: new HeaderMap([['retry-after', String(seconds)], ['cache-control', 'private, no-store']]) };
  throw new GraphQLError(error.message, { originalError: error, extensions: { http } });
}
