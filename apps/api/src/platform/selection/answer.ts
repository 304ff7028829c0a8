/** Reads the answer that the statement already shaped: response keys in plain JSON, field names in objects of our own classes. */
import type { GraphQLFieldResolver } from 'graphql';

export const readAnswer: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  if (typeof source !== 'object' || source === null) return undefined;
  const isAnswer = Object.getPrototypeOf(source) === Object.prototype;
  const value = (source as Record<string, unknown>)[isAnswer ? String(info.path.key) : info.fieldName];
  return typeof value === 'function' ? value.call(source, args, context, info) : value;
};
