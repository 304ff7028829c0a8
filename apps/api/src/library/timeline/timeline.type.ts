/** When each step of a playbook begins and ends, and when each piece of a series comes, as the API shows it. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '../../platform/graphql/scalars.js';

@ObjectType('TimedStep', { description: 'A step with its days.' })
export class TimedStepType {
  @Field(() => ID, { description: 'The id of the step.' }) id!: string;
  @Field(() => Int, { description: 'Its number in the playbook.' }) order!: number;
  @Field(() => String, { description: 'Its title.' }) title!: string;
  @Field(() => DateScalar, { description: 'Its first day.' }) startsOn!: string;
  @Field(() => DateScalar, { description: 'Its last day.' }) endsOn!: string;
  @Field(() => [Int], { description: 'The numbers of the steps that come first.' }) waitsFor!: number[];
  @Field(() => Int, { description: 'Days by which it begins later than in its week, because of what it waits for.' }) delayedBy!: number;
}

@ObjectType({ description: 'The steps of a playbook from a day on which somebody starts. Every day counts, weekends and holidays too.' })
export class PlaybookTimeline {
  @Field(() => [TimedStepType], { description: 'In the order in which they begin; empty where they wait for each other in a circle.' }) steps!: TimedStepType[];
  @Field(() => DateScalar, { nullable: true, description: 'The last day of the last step; null where there is none.' }) endsOn!: string | null;
  @Field(() => [Int], { description: 'Numbers of steps that wait for each other, the first named again at the end; empty where none do.' }) circle!: number[];
  @Field(() => String, { nullable: true, description: 'As a calendar file (RFC 5545) with an event for each step; null where there are no days. A step keeps the id of its event, so reading the file again moves events.' }) calendar!: string | null;
}

@ObjectType('SeriesPiece', { description: 'One piece of a series.' })
export class SeriesPieceType {
  @Field(() => Int, { description: 'Its place in the series, from 1.' }) number!: number;
  @Field(() => Int, { description: 'The turn in which it comes, from 1.' }) turn!: number;
  @Field(() => String, { description: 'What it is about.' }) about!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day of its turn; null without a first day, and after the first turn where the template names no cadence.' }) on!: string | null;
}

@ObjectType('SeriesPlan', { description: 'What comes when in the series of a template.' })
export class SeriesPlanType {
  @Field(() => String, { nullable: true, description: 'How often a turn comes, as an ISO 8601 duration.' }) cadence!: string | null;
  @Field(() => Int, { description: 'How many pieces come in each turn.' }) each!: number;
  @Field(() => Boolean, { description: 'Whether the order matters.' }) isOrdered!: boolean;
  @Field(() => [SeriesPieceType], { description: 'In order.' }) pieces!: SeriesPieceType[];
  @Field(() => String, { nullable: true, description: 'As a calendar file (RFC 5545) with an event for each piece that has a day; null where none has. A piece keeps the id of its event, so reading the file again moves events.' }) calendar!: string | null;
}
