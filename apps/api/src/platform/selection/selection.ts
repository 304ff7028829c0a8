/** What an operation asks of one object: response keys in order, arguments resolved, fragments merged. */
import { getArgumentValues, getDirectiveValues, GraphQLIncludeDirective, GraphQLObjectType, GraphQLSkipDirective, getNamedType, isAbstractType, isCompositeType, isUnionType } from 'graphql';
import type { FieldNode, GraphQLCompositeType, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

export interface SelectedField {
  /** The key in the answer: the alias, or the name. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly nodes: readonly FieldNode[];
}

/** The sub-selection of one field of the operation. */
export function selectionSets(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

/** The fields asked of `type`, merged over fragments, with `@skip` and `@include` applied. */
export function selectedFields(info: GraphQLResolveInfo, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): readonly SelectedField[] {
  const byKey = new Map<string, FieldNode[]>();
  for (const set of sets) collect(info, type, set, byKey);
  return [...byKey].map(([key, nodes]) => {
    const [first] = nodes;
    const name = first?.name.value ?? key;
    const definition = isUnionType(type) ? undefined : type.getFields()[name];
    const args = definition && first ? getArgumentValues(definition, first, info.variableValues) : {};
    return { key, name, args, nodes };
  });
}

function collect(info: GraphQLResolveInfo, type: GraphQLCompositeType, set: SelectionSetNode, byKey: Map<string, FieldNode[]>): void {
  for (const node of set.selections) {
    if (getDirectiveValues(GraphQLSkipDirective, node, info.variableValues)?.['if'] === true) continue;
    if (getDirectiveValues(GraphQLIncludeDirective, node, info.variableValues)?.['if'] === false) continue;
    if (node.kind === 'Field') {
      const key = node.alias?.value ?? node.name.value;
      byKey.set(key, [...(byKey.get(key) ?? []), node]);
      continue;
    }
    const fragment = node.kind === 'FragmentSpread' ? info.fragments[node.name.value] : node;
    if (fragment && applies(info, type, fragment.typeCondition?.name.value)) collect(info, type, fragment.selectionSet, byKey);
  }
}

function applies(info: GraphQLResolveInfo, type: GraphQLCompositeType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = info.schema.getType(condition);
  return isAbstractType(wanted) && type instanceof GraphQLObjectType && info.schema.isSubType(wanted, type);
}

/** The type with fields that a field of `type` answers with. */
export function typeOfField(type: GraphQLCompositeType, name: string): GraphQLCompositeType | null {
  const named = isUnionType(type) ? null : getNamedType(type.getFields()[name]?.type);
  return isCompositeType(named) ? named : null;
}

/** What is asked of one object: its type, and the selections on it. */
export interface Place { readonly type: GraphQLCompositeType; readonly sets: readonly SelectionSetNode[] }

/** The type and selections at `path` below the operation's own field. */
export function descend(info: GraphQLResolveInfo, path: readonly string[]): Place {
  const type = typeOfField(info.parentType, info.fieldName);
  if (type === null) throw new Error(`${info.fieldName} answers no object.`);
  return descendFrom(info, type, selectionSets(info.fieldNodes), path);
}

/** The type and selections at `path` below an object of `type`. */
export function descendFrom(info: GraphQLResolveInfo, type: GraphQLCompositeType, sets: readonly SelectionSetNode[], path: readonly string[]): Place {
  let place: Place = { type, sets };
  for (const name of path) {
    const fields = selectedFields(info, place.type, place.sets).filter((field) => field.name === name);
    const next = typeOfField(place.type, name);
    if (next === null) throw new Error(`The path ${path.join('.')} leads to no object.`);
    place = { type: next, sets: fields.flatMap((field) => selectionSets(field.nodes)) };
  }
  return place;
}
