/** What one query may ask: its depth, its aliases and its size in tokens. Each refusal names the limit. */
import { GraphQLError, type ASTVisitor, type FragmentDefinitionNode, type SelectionSetNode, type ValidationContext } from 'graphql';

export const MOST_TOKENS = 4000;
export const MOST_DEPTH = 14;
export const MOST_ALIASES = 60;

export function depthAndAliasLimit(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const isIntrospection = operation.selectionSet.selections.every((node) => node.kind === 'Field' && node.name.value.startsWith('__'));
      if (isIntrospection) return;
      const count = { aliases: 0 };
      const depth = measure(context, operation.selectionSet, new Set(), count);
      if (depth > MOST_DEPTH) context.reportError(new GraphQLError(`This query is ${depth} levels deep; at most ${MOST_DEPTH} are answered.`, { nodes: operation }));
      if (count.aliases > MOST_ALIASES) context.reportError(new GraphQLError(`This query has more than ${MOST_ALIASES} aliases.`, { nodes: operation }));
    },
  };
}

function measure(context: ValidationContext, set: SelectionSetNode, open: Set<string>, count: { aliases: number }): number {
  let deepest = 0;
  for (const node of set.selections) {
    if (node.kind === 'Field') {
      if (node.alias) count.aliases += 1;
      deepest = Math.max(deepest, node.selectionSet ? 1 + measure(context, node.selectionSet, open, count) : 1);
    } else {
      const fragment = node.kind === 'FragmentSpread' ? context.getFragment(node.name.value) : node;
      deepest = Math.max(deepest, fragment ? inside(context, fragment, open, count) : 0);
    }
    if (count.aliases > MOST_ALIASES || deepest > MOST_DEPTH * 4) break;
  }
  return deepest;
}

function inside(context: ValidationContext, fragment: FragmentDefinitionNode | { kind: 'InlineFragment'; selectionSet: SelectionSetNode }, open: Set<string>, count: { aliases: number }): number {
  if (fragment.kind === 'InlineFragment') return measure(context, fragment.selectionSet, open, count);
  const name = fragment.name.value;
  if (open.has(name)) return 0; // a circle; graphql-js refuses it by its own rule
  return measure(context, fragment.selectionSet, new Set([...open, name]), count);
}
