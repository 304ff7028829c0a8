/** Where an operation may answer several types, the part that concerns one of them. */
import { type GraphQLResolveInfo, isCompositeType } from 'graphql';
import { type Place, selectionSets } from './selection.js';

/** What the operation's own field asks of the type with this name. */
export function placeOf(info: GraphQLResolveInfo, name: string): Place {
  const type = info.schema.getType(name);
  if (!isCompositeType(type)) throw new Error(`${name} has no fields.`);
  return { type, sets: selectionSets(info.fieldNodes) };
}
