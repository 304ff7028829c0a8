/** Scalars of the API. Answers come serialised from the statement, so output passes through; input is checked. */
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const passThrough = (value: unknown): unknown => value;

export const UrlScalar = new GraphQLScalarType<unknown, unknown>({ name: 'URL', description: 'An absolute address (RFC 3986).', serialize: passThrough });
export const DateTimeScalar = new GraphQLScalarType<unknown, unknown>({ name: 'DateTime', description: 'An instant in ISO 8601 with a time zone.', serialize: passThrough });
export const DateScalar = new GraphQLScalarType<unknown, unknown>({ name: 'Date', description: 'A calendar day, `YYYY-MM-DD`.', serialize: passThrough });
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON', description: 'Any JSON value.', serialize: passThrough, parseValue: passThrough, parseLiteral: (node, variables) => literalValue(node, variables ?? {}),
});

function literalValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.NULL: return null;
    case Kind.BOOLEAN: return node.value;
    case Kind.STRING: case Kind.ENUM: return node.value;
    case Kind.INT: case Kind.FLOAT: return Number(node.value);
    case Kind.LIST: return node.values.map((value) => literalValue(value, variables));
    case Kind.OBJECT: return Object.fromEntries(node.fields.map((field) => [field.name.value, literalValue(field.value, variables)]));
    case Kind.VARIABLE: return variables[node.name.value];
  }
}
