/** A tag from a controlled vocabulary, as the API shows it. */
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { defineField } from '../../platform/selection/index.js';

@ObjectType({ description: 'A term of a controlled vocabulary. Its id is stable for ever and never reused.' })
export class Term {
  @Field(() => ID, { description: 'The vocabulary id itself, for example `topic:interview`.' }) id!: string;
  @Field(() => String, { description: 'The vocabulary it belongs to, for example `topic`.' }) scheme!: string;
  @Field(() => String, { description: 'What people read.' }) label!: string;
  @Field(() => String, { nullable: true, description: 'What it means.' }) description?: string | null;
  @Field(() => Boolean, { description: 'No longer offered; resources that carry it stay valid.' }) isRetired!: boolean;
}

for (const column of ['id', 'scheme', 'label', 'description']) defineField('Term', column, ({ source }) => `${source}.${column}`);
defineField('Term', 'isRetired', ({ source }) => `${source}.retired_at is not null`);
