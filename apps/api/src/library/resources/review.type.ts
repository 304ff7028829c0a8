/** What GraphQL shows of a review item. */
import { Field, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InstitutionType, PersonType } from '../../identity/index.js';
import { PageInfo } from '../../platform/graphql/connection.js';
import { Node } from '../../platform/graphql/node.type.js';
import { DateTimeScalar } from '../../platform/graphql/scalars.js';
import { Resource, ReviewStageEnum } from './resource.type.js';

export enum ReviewStatusEnum { OPEN = 'OPEN', APPROVED = 'APPROVED', RETURNED = 'RETURNED', WITHDRAWN = 'WITHDRAWN' }
registerEnumType(ReviewStatusEnum, { name: 'ReviewStatus', description: 'What became of a question.', valuesMap: {
  OPEN: { description: 'Waiting.' }, APPROVED: { description: 'Answered with yes.' }, RETURNED: { description: 'Back to the author, with a reason.' }, WITHDRAWN: { description: 'Taken back by the author.' },
} });

@ObjectType({ description: 'An earlier answer about the same resource.' })
export class ReviewDecision {
  @Field(() => ReviewStageEnum, { description: 'Who was asked.' }) stage!: ReviewStageEnum;
  @Field(() => ReviewStatusEnum, { description: 'The answer.' }) status!: ReviewStatusEnum;
  @Field(() => Int, { description: 'The revision that was judged.' }) revision!: number;
  @Field(() => String, { nullable: true, description: 'What the author was told.' }) reason?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered.' }) decidedAt?: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A question to somebody with the authority to answer it: may this be released?' })
export class ReviewItem extends Node {
  @Field(() => ReviewStageEnum, { description: 'Who is asked.' }) stage!: ReviewStageEnum;
  @Field(() => ReviewStatusEnum, { description: 'Whether it still waits, or what was answered.' }) status!: ReviewStatusEnum;
  @Field(() => Int, { description: 'The revision that is judged; state it when you decide.' }) revision!: number;
  @Field(() => DateTimeScalar, { description: 'Since when it waits.' }) createdAt!: string;
  @Field(() => Int, { description: 'Whole days that it has waited, or waited until it was answered.' }) waitingDays!: number;
  @Field(() => Resource, { description: 'What is to be released. Shows the draft where you may not read the published version.' }) resource!: object;
  @Field(() => PersonType, { nullable: true, description: 'Who sent it; null for other institutions where it is to be released without a name.' }) submittedBy?: object | null;
  @Field(() => InstitutionType, { nullable: true, description: 'The owner; null for other institutions where it is to be released without a name.' }) institution?: object | null;
  @Field(() => PersonType, { nullable: true, description: 'Who answered it.' }) decidedBy?: object | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was answered or taken back.' }) decidedAt?: string | null;
  @Field(() => String, { nullable: true, description: 'What the author is told. What was said at sign-off stays within the institution.' }) reason?: string | null;
  @Field(() => [ReviewDecision], { description: 'Earlier answers about the same resource, the latest first, at most 20. What was said at sign-off stays within the institution.' }) earlierDecisions!: ReviewDecision[];
}

@ObjectType({ description: 'A review item on a page, and its cursor.' })
export class ReviewItemEdge {
  @Field(() => ReviewItem, { description: 'The review item.' }) node!: object;
  @Field(() => String, { description: 'Opaque; give it as `after`.' }) cursor!: string;
}

@ObjectType({ description: 'A page of review items.' })
export class ReviewItemConnection {
  @Field(() => [ReviewItemEdge], { description: 'The page.' }) edges!: ReviewItemEdge[];
  @Field(() => PageInfo, { description: 'Where it stands.' }) pageInfo!: PageInfo;
}

@InputType({ description: 'Narrows a list of review items.' })
export class ReviewItemFilter {
  @Field(() => ReviewStageEnum, { nullable: true, description: 'Only questions to these people.' }) stage?: ReviewStageEnum | null;
  @Field(() => ReviewStatusEnum, { nullable: true, description: 'OPEN when left out. Another status answers what you decided yourself, as far as you may still see it; with `mine`, what was decided about your work.' }) status?: ReviewStatusEnum | null;
  @Field(() => Boolean, { nullable: true, description: 'Questions about work of which you are in the author team, of any status, the latest first: what came of it, and why.' }) mine?: boolean | null;
}
