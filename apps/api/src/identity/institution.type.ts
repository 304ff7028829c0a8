/** An institution, as the API shows it. */
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.js';
import { DateScalar } from '../platform/graphql/scalars.js';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField, type FieldContext } from '../platform/selection/index.js';

export enum InstitutionStanding { LISTED = 'LISTED', MEMBER = 'MEMBER' }
registerEnumType(InstitutionStanding, {
  name: 'InstitutionStanding', description: 'Whether an institution takes part.',
  valuesMap: { LISTED: { description: 'Known here, not taking part yet.' }, MEMBER: { description: 'Takes part: its people sign in, share and adapt.' } },
});

@ObjectType('InstitutionIdentifier', { description: 'A name that somebody else gave an institution, such as its number in a register.' })
export class InstitutionIdentifierType {
  @Field(() => ID, { description: 'Who gives it: a term of the vocabulary `institution-identifier`.' }) scheme!: string;
  @Field(() => String, { description: 'As it is written there.' }) value!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Since when; null when unknown.' }) validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Until when; null while it is valid.' }) validTo?: string | null;
  @Field(() => String, { nullable: true, description: 'The public list that gave it, for example uk-providers; null where no list did.' }) source?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day on which that list last gave it.' }) verifiedOn?: string | null;
}

@InputType({ description: 'Names an institution as a register does.' })
export class InstitutionIdentifierInput {
  @Field(() => ID, { description: 'For example `institution-identifier:ukprn`.' }) scheme!: string;
  @Field(() => String, { description: 'As it is written there, for example 10007857.' }) value!: string;
}

@ObjectType('Institution', { implements: () => [Node], description: 'A university or college. It is never ranked.' })
export class InstitutionType extends Node {
  @Field(() => String, { description: 'Its place in addresses: `/institutions/:slug`.' }) slug!: string;
  @Field(() => String, { description: 'What it asks to be called.' }) name!: string;
  @Field(() => InstitutionStanding, { description: 'Whether it takes part.' }) standing!: InstitutionStanding;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' }) region?: string | null;
  @Field(() => String, { nullable: true, description: 'Students at all levels, as a band; null when unknown.' }) sizeBand?: string | null;
  @Field(() => String, { nullable: true, description: 'For example teaching-led or specialist-arts.' }) type?: string | null;
  @Field(() => [InstitutionIdentifierType], { description: 'Its identifiers, by scheme, the valid ones first.' }) identifiers!: InstitutionIdentifierType[];
  @Field(() => Boolean, { description: 'Invented for demonstration.' }) isFictional!: boolean;
}

const COLUMNS: Readonly<Record<string, string>> = { slug: 'slug', name: 'name', standing: 'standing', country: 'country', region: 'region', sizeBand: 'size_band', type: 'type', isFictional: 'is_fictional' };
defineField('Institution', 'id', ({ source }) => apiIdSql('institution', `${source}.id`));
for (const [field, column] of Object.entries(COLUMNS)) defineField('Institution', field, ({ source }) => `${source}.${column}`);
defineField('Institution', 'identifiers', (context) => identifiersSql(context));

for (const [field, column] of Object.entries({ scheme: 'scheme', value: 'value', validFrom: 'valid_from', validTo: 'valid_to', source: 'source', verifiedOn: 'verified_on' })) defineField('InstitutionIdentifier', field, ({ source }) => `${source}.${column}`);

function identifiersSql({ source, statement, object }: FieldContext): string {
  const given = statement.alias('given');
  return `(select coalesce(json_agg(${object(given)} order by ${given}.scheme, ${given}.valid_to desc nulls first, ${given}.value), '[]'::json) from institution_identifier ${given} where ${given}.institution_id = ${source}.id)`;
}
