/** An institution, as the API shows it. */
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.js';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField } from '../platform/selection/index.js';

export enum InstitutionStanding { LISTED = 'LISTED', MEMBER = 'MEMBER' }
registerEnumType(InstitutionStanding, {
  name: 'InstitutionStanding', description: 'Whether an institution takes part.',
  valuesMap: { LISTED: { description: 'Known here, not taking part yet.' }, MEMBER: { description: 'Takes part: its people sign in, share and adapt.' } },
});

@ObjectType('Institution', { implements: () => [Node], description: 'A university or college. It is never ranked.' })
export class InstitutionType extends Node {
  @Field(() => String, { description: 'Its place in addresses: `/institutions/:slug`.' }) slug!: string;
  @Field(() => String, { description: 'What it asks to be called.' }) name!: string;
  @Field(() => InstitutionStanding, { description: 'Whether it takes part.' }) standing!: InstitutionStanding;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2.' }) country?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-2.' }) region?: string | null;
  @Field(() => String, { nullable: true, description: 'Students at all levels, as a band; null when unknown.' }) sizeBand?: string | null;
  @Field(() => String, { nullable: true, description: 'For example teaching-led or specialist-arts.' }) type?: string | null;
  @Field(() => Boolean, { description: 'Invented for demonstration.' }) isFictional!: boolean;
}

const COLUMNS: Readonly<Record<string, string>> = { slug: 'slug', name: 'name', standing: 'standing', country: 'country', region: 'region', sizeBand: 'size_band', type: 'type', isFictional: 'is_fictional' };
defineField('Institution', 'id', ({ source }) => apiIdSql('institution', `${source}.id`));
for (const [field, column] of Object.entries(COLUMNS)) defineField('Institution', field, ({ source }) => `${source}.${column}`);
