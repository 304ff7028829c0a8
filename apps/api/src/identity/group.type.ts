/** A sharing group, as the API shows it to the institutions in it. */
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { apiIdSql } from '../platform/ids/api-id.sql.js';
import { defineField } from '../platform/selection/index.js';

@ObjectType('SharingGroup', { description: 'Institutions that share among themselves. Which institutions are in it is not shown.' })
export class SharingGroupType {
  @Field(() => ID, { description: 'Give it as one of `groupIds`.' }) id!: string;
  @Field(() => String, { description: 'Its short name.' }) slug!: string;
  @Field(() => String, { description: 'What it is called.' }) name!: string;
}

defineField('SharingGroup', 'id', ({ source }) => apiIdSql('group', `${source}.id`));
for (const column of ['slug', 'name']) defineField('SharingGroup', column, ({ source }) => `${source}.${column}`);
