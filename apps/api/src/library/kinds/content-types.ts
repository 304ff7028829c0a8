/** Makes the GraphQL types and the field SQL of every kind's content from its one description in libs/domain. */
import { Field, Float, ID, InputType, Int, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { CONTENT_FIELDS, RESOURCE_KINDS, type Field as ContentField, type Fields, type Item, type ListField, type ResourceKind } from '@passalong/domain';
import { DateScalar, JsonScalar } from '../../platform/graphql/scalars.js';
import { defineField, type FieldContext, literal } from '../../platform/selection/index.js';
import { Money, MoneyInput } from './money.type.js';
import { RichText, RichTextInput } from './rich-text.type.js';
import { Term } from '../vocabulary/term.type.js';
import { linkedResource, linkedResources } from './linked-resources.js';

type TypeClass = new () => object;
type Direction = 'output' | 'input';

const made = new Map<string, TypeClass>();

/** The GraphQL name of a kind: `Playbook`. */
export const KIND_NAMES: Readonly<Record<ResourceKind, string>> = { PLAYBOOK: 'Playbook', CONTENT_TEMPLATE: 'ContentTemplate', CASE_STUDY: 'CaseStudy' };

const KIND_WORDS: Readonly<Record<ResourceKind, string>> = {
  PLAYBOOK: 'The content of a playbook: a repeatable way of running something.',
  CONTENT_TEMPLATE: 'The content of a content template: a fill-in pattern, with a variant for each channel and format.',
  CASE_STUDY: 'The narrative of a case study. Its numbers are never part of it.',
};

/** Output classes of all kinds, by kind. */
export const CONTENT_TYPES = byKind((kind) => contentClass('output', `${KIND_NAMES[kind]}Content`, CONTENT_FIELDS[kind], KIND_WORDS[kind], false));
/** Input classes of all kinds, by kind. */
export const CONTENT_INPUTS = byKind((kind) => contentClass('input', `${KIND_NAMES[kind]}Content`, CONTENT_FIELDS[kind], KIND_WORDS[kind], false));

const declared = new Set<string>();
for (const kind of RESOURCE_KINDS) declareFields(`${KIND_NAMES[kind]}Content`, CONTENT_FIELDS[kind], false);

function byKind(make: (kind: ResourceKind) => TypeClass): Readonly<Record<ResourceKind, TypeClass>> {
  return { PLAYBOOK: make('PLAYBOOK'), CONTENT_TEMPLATE: make('CONTENT_TEMPLATE'), CASE_STUDY: make('CASE_STUDY') };
}

function contentClass(direction: Direction, stem: string, fields: Fields, words: string, isIdentified: boolean): TypeClass {
  const name = direction === 'output' ? stem : `${stem}Input`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const type: TypeClass = { [name]: class {} }[name] ?? class {};
  made.set(name, type);
  (direction === 'output' ? ObjectType(name, { description: words }) : InputType(name, { description: words }))(type);
  if (isIdentified) Field(() => ID, { nullable: direction === 'input', description: 'Stable within its resource, and kept through adaptation.' })(type.prototype, 'id');
  for (const [key, field] of Object.entries(fields)) {
    const description = `${field.label}. ${field.help}${field.need === 'NOTE' ? ' Always present once published.' : ''}`;
    const item = graphqlType(direction, field.type === 'list' ? field.of : field, field.type === 'list' && field.identified);
    const isList = field.type === 'list';
    const typeOf: ReturnTypeFunc = () => (isList ? [item] : item) as ReturnType<ReturnTypeFunc>;
    Field(typeOf, { nullable: direction === 'input' || !isList, description })(type.prototype, key);
  }
  return type;
}

function graphqlType(direction: Direction, field: ContentField | Item, isIdentified: boolean): unknown {
  switch (field.type) {
    case 'prose': return direction === 'output' ? RichText : RichTextInput;
    case 'term': return direction === 'output' ? Term : ID;
    case 'number': return field.whole ? Int : Float;
    case 'flag': return Boolean;
    case 'date': return DateScalar;
    case 'money': return direction === 'output' ? Money : MoneyInput;
    case 'link': return ID;
    case 'extra': return JsonScalar;
    case 'object': return contentClass(direction, field.name, field.fields, `Part of a resource's content.`, isIdentified);
    default: return String;
  }
}

function declareFields(type: string, fields: Fields, isIdentified: boolean): void {
  if (declared.has(type)) return;
  declared.add(type);
  if (isIdentified) defineField(type, 'id', ({ source }) => `${source} -> 'id'`);
  for (const [key, field] of Object.entries(fields)) {
    defineField(type, key, (context) => fieldSql(field, `(${context.source} -> ${literal(key)})`, context));
    const inner = field.type === 'list' ? field.of : field;
    if (inner.type === 'object') declareFields(inner.name, inner.fields, field.type === 'list' && field.identified);
  }
}

function fieldSql(field: ContentField, value: string, context: FieldContext): string {
  if (field.type === 'list') return listSql(field, value, context);
  if (field.type === 'object') return `case when jsonb_typeof(${value}) = 'object' then ${context.object(value)} end`;
  if (field.type === 'term') {
    const term = context.statement.alias('term');
    return `(select ${context.object(term)} from term ${term} where ${term}.id = ${value} #>> '{}')`;
  }
  if (field.type === 'link') return linkedResource(value, context);
  return value;
}

function listSql(field: ListField, value: string, context: FieldContext): string {
  const element = context.statement.alias('item');
  const elements = `jsonb_array_elements(case when jsonb_typeof(${value}) = 'array' then ${value} else '[]' end) with ordinality ${element}(value, position)`;
  const agg = (expression: string, from = elements): string => `(select coalesce(json_agg(${expression} order by ${element}.position), '[]'::json) from ${from})`;
  if (field.of.type === 'object') return agg(context.object(`${element}.value`));
  if (field.of.type === 'term') {
    const term = context.statement.alias('term');
    return agg(context.object(term), `${elements} join term ${term} on ${term}.id = ${element}.value #>> '{}'`);
  }
  if (field.of.type === 'link') return linkedResources(value, context);
  return agg(`${element}.value`);
}
