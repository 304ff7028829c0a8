/** Compiles what an operation asks for into one SQL expression whose JSON is already the answer's shape. */
import type { Viewer } from '@passalong/domain';
import { type GraphQLCompositeType, type GraphQLObjectType, type GraphQLResolveInfo, isObjectType, isUnionType, type SelectionSetNode } from 'graphql';
import { invalidInput } from '../errors/domain-error.js';
import { discriminator, fieldDefinition, isDiscreetField } from './registry.js';
import { descendFrom, type SelectedField, selectedFields, selectionSets, typeOfField } from './selection.js';
import { literal, Statement } from './statement.js';

/** An answer holds at most this many objects of connections, counted as if every page were full. */
export const MOST_NODES = 10_000;

/** PostgreSQL passes at most 100 arguments to a function; an object with more keys is joined from several. */
const KEYS_A_CALL = 50;

export class Compiler {
  readonly statement = new Statement();
  /** Whether any field asked for stands on a guarded table. */
  isGuarded = false;
  /** Whether arguments are somebody's own words, so that nothing of this may be kept. */
  isDiscreet = false;

  /** What fields weighed so far, in objects. */
  private weight = 0;

  /** `rows` is how many the statement itself may answer. */
  constructor(private readonly info: GraphQLResolveInfo, private readonly viewer: Viewer, private rows = 1) {}

  /** The JSON object answering `sets` on `type`, standing on `source`. `typeName` is SQL that names the concrete type where the rows cannot tell. */
  object(type: GraphQLCompositeType, sets: readonly SelectionSetNode[], source: string, typeName?: string): string {
    if (isObjectType(type)) return this.concrete(type, sets, source);
    const name = typeName ?? discriminator(type.name)?.(source);
    if (name === undefined) throw new Error(`The abstract type ${type.name} has no discriminator.`);
    const around = this.weight;
    let heaviest = around; // of the concrete types one alone is answered
    const cases = this.info.schema.getPossibleTypes(type)
      .filter((possible) => isUnionType(type) || possible.getInterfaces().includes(type))
      .map((possible) => {
        this.weight = around;
        const answer = this.concrete(possible, sets, source);
        heaviest = Math.max(heaviest, this.weight);
        return `when ${literal(possible.name)} then ${answer}`;
      });
    this.weight = heaviest;
    return `case ${name} ${cases.join(' ')} end`;
  }

  private concrete(type: GraphQLObjectType, sets: readonly SelectionSetNode[], source: string): string {
    const pairs = selectedFields(this.info, type, sets).map((field) => `${literal(field.key)}, ${this.field(type, field, source)}`);
    const all = [`'__typename', ${literal(type.name)}`, ...pairs.filter((pair) => !pair.startsWith("'__typename',"))];
    const parts: string[] = [];
    for (let at = 0; at < all.length; at += KEYS_A_CALL) parts.push(`json_build_object(${all.slice(at, at + KEYS_A_CALL).join(', ')})`);
    return parts.reduce((left, right) => `(left(${left}::text, -1) || ',' || substr(${right}::text, 2))::json`);
  }

  private field(type: GraphQLObjectType, field: SelectedField, source: string): string {
    if (field.name === '__typename') return literal(type.name);
    const definition = fieldDefinition(type.name, field.name) ?? type.getInterfaces().map((parent) => fieldDefinition(parent.name, field.name)).find((found) => found !== undefined);
    if (definition === undefined) throw new Error(`The field ${type.name}.${field.name} has no SQL.`);
    if (isDiscreetField(type.name, field.name)) this.isDiscreet = true;
    const answer = typeOfField(type, field.name);
    const sets = selectionSets(field.nodes);
    return definition({
      source, args: field.args, viewer: this.viewer, statement: this.statement,
      guard: () => { this.isGuarded = true; },
      weigh: (objects) => this.weigh(field.name, objects),
      page: (first, on) => (answer === null ? 'null' : this.page(answer, sets, first, on)),
      object: (on, typeName) => (answer === null ? 'null' : this.object(answer, sets, on, typeName)),
    });
  }

  /** The JSON of one node of a connection with the type `connection`. */
  private page(connection: GraphQLCompositeType, sets: readonly SelectionSetNode[], first: number, on: string): string {
    const around = this.rows;
    this.rows *= first;
    if (this.rows > MOST_NODES) throw invalidInput(`This asks for as many as ${this.rows} objects in pages within pages; at most ${MOST_NODES} are answered. Ask for shorter pages.`, { path: ['first'] });
    const node = descendFrom(this.info, connection, sets, ['edges', 'node']);
    const answer = this.object(node.type, node.sets, on);
    this.rows = around;
    return answer;
  }

  private weigh(field: string, objects: number): void {
    this.weight += this.rows * objects;
    if (this.weight > MOST_NODES) throw invalidInput(`\`${field}\` is asked of more objects than one answer has room for. Ask for shorter pages.`, { path: ['first'] });
  }
}
