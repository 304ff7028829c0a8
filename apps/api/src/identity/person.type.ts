/** A person, as people see each other: an id and a name, nothing else. */
import { Field, ObjectType } from '@nestjs/graphql';
import { Node } from '../platform/graphql/node.type.js';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField } from '../platform/selection/index.js';

@ObjectType('Person', { implements: () => [Node], description: 'Somebody at an institution.' })
export class PersonType extends Node {
  @Field(() => String, { nullable: true, description: 'What they are called; null where they gave no name or it was removed.' }) displayName?: string | null;
}

defineField('Person', 'id', ({ source }) => apiIdSql('person', `${source}.id`));
defineField('Person', 'displayName', ({ source }) => `${source}.display_name`);
