/** What GraphQL shows of a review item. */
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { apiIdSql } from '../../platform/ids/api-id.sql.js';
import { defineField } from '../../platform/selection/index.js';
import { instantSql } from './resource.fields.js';
import { Resource, ReviewStageEnum } from './resource.type.js';

export enum ReviewStatusEnum { OPEN = 'OPEN', APPROVED = 'APPROVED', RETURNED = 'RETURNED', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(ReviewStatusEnum, { name: 'ReviewStatus', description: 'What became of a question.', valuesMap: {
  OPEN: { description: 'Waiting.' }, APPROVED: { description: 'Answered with yes.' }, RETURNED: { description: 'Back to the author, with a reason.' }, WITHDRAWN: { description: 'Taken back by the author.' },
} });

@ObjectType({ implements: () => [Node], description: 'A question to somebody with the authority to answer it: may this be released?' })
export class ReviewItem extends Node {
  @Field(() => ReviewStageEnum, { description: 'Who is asked.' }) stage!: ReviewStageEnum;
  @Field(() => ReviewStatusEnum, { description: 'Whether it still waits.' }) status!: ReviewStatusEnum;
  @Field(() => Int, { description: 'The revision that is judged; state it when you decide.' }) revision!: number;
  @Field(() => DateTimeScalar, { description: 'Since when it waits.' }) createdAt!: string;
  @Field(() => Resource, { description: 'What is to be released.' }) resource!: object;
}

@ObjectType({ description: 'A review item on a page, and its cursor.' })
export class ReviewItemEdge {
  @Field(() => ReviewItem, { description: 'The review item.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of review items, the longest waiting first.' })
export class ReviewItemConnection {
  @Field(() => [ReviewItemEdge], { description: 'The page.' }) edges!: ReviewItemEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

defineField('ReviewItem', 'id', ({ source }) => apiIdSql('reviewItem', `${source}.id`));
for (const name of ['stage', 'status', 'revision']) defineField('ReviewItem', name, ({ source }) => `${source}.${name}`);
defineField('ReviewItem', 'createdAt', ({ source }) => instantSql(`${source}.created_at`));
// The reader joins the resource of an item as `r`.
defineField('ReviewItem', 'resource', ({ object }) => object('r'));
